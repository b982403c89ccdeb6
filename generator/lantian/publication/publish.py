"""`publish`, told once: read, plan, build what changed, check, switch, read back, write the journal, clean up."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial

from lantian.problems import ProblemsFound
from lantian.publication.alone import done_alone
from lantian.publication.going_live import bring_live
from lantian.publication.inputs import digest, folder_digest, folder_stamp
from lantian.publication.keeping import Kept
from lantian.publication.order import Order, Publication
from lantian.publication.pin import pinned
from lantian.publication.planner import Instant
from lantian.publication.planning import plan_release
from lantian.publication.stages import Stages, Tell
from lantian.publication.written_ahead import WrittenAhead
from lantian.publishing.failure import PublishingFailedError
from lantian.publishing.output import Output
from lantian.publishing.release import live_release
from lantian.reading.fingerprints import ContentMovedError
from lantian.reading.inventory import read_rows
from lantian.reading.last_sound import RecordsGoneError, last_sound
from lantian.reading.missing_sentence import missing_sentence_told
from lantian.reading.shelf import Shelf
from lantian.reading.survey import survey
from lantian.reading.surveyed import Surveyed

_ATTEMPTS = 3
"""How often content is read again that changed while it was read."""


class _ContentChanged(Exception):  # noqa: N818 - no error: the work is done again
    """The content changed while it was read."""


def publish(order: Order, tell: Tell) -> Publication:
    """Publish the content as it is now.

    ProblemsFound or ThemeFault if it is not sound, PublishingFailedError for everything else; in each case the earlier
    release is live as before.
    """
    return done_alone(order, partial(_attempts, order), Stages(tell))


def _attempts(order: Order, output: Output, stages: Stages) -> Publication:
    for _ in range(_ATTEMPTS):
        with suppress(_ContentChanged, ContentMovedError), missing_sentence_told(order.content):
            return _attempt(order, output, stages)
    raise PublishingFailedError("changing", folder=str(order.content))


def _attempt(order: Order, output: Output, stages: Stages) -> Publication:
    """Publish what the content says now; _ContentChanged if it did not hold still."""
    brought_back = pinned(order.content, order.theme, output) if order.unattended else None
    if brought_back is not None:
        return Publication(brought_back, brought_back, 0)
    stages.begin("read")
    held, kept = _Held(order), Kept(output)
    texts = _texts(order)
    try:
        known = held.survey(kept.shelf)
    except ProblemsFound as found:
        if not order.unattended:
            raise
        return _meanwhile(order, output, stages, texts, found)
    done = _bring_live(order, output, stages, known, held.confirm)
    stages.begin("collect")
    kept.keep(known, texts)
    stages.end()
    return done


def _bring_live(
    order: Order, output: Output, stages: Stages, known: Surveyed, confirm: Callable[[], None]
) -> Publication:
    stages.begin("plan")
    kept, live = Kept(output), (live_release(output) or {}).get("sections", {})
    rows, ahead = partial(read_rows, order.content), WrittenAhead(output)
    instant = Instant(order.moment, order.theme, folder_digest(order.theme), live, order.checks, rows, ahead)
    planned = plan_release(known, order.content, instant, kept.cards())
    release = replace(planned.release, removal=order.removal is not None)
    done = bring_live(order, release, output, stages, confirm)
    stages.begin("collect")
    kept.keep_cards(planned.cards)
    stages.end()
    return replace(done, later=planned.later, until=planned.until)


def _meanwhile(order: Order, output: Output, stages: Stages, texts: str, found: ProblemsFound) -> Publication:
    """Publish what the last sound content says of this moment; raise the problems if that is not known any more."""

    def confirm() -> None:
        if _texts(order) != texts:
            raise _ContentChanged

    known = last_sound(Kept(output).shelf, texts)
    if known is None:
        raise found
    try:
        return replace(_bring_live(order, output, stages, known, confirm), problems=found.problems)
    except RecordsGoneError:
        raise found from None


def _texts(order: Order) -> str:
    """Return the hash of what is shown beside the records, and of the theme."""
    return digest(
        *(folder_digest(folder) for folder in (order.content / "pages", order.content / "files", order.theme))
    )


class _Held:
    """Content and theme as they were when reading began."""

    def __init__(self, order: Order) -> None:
        self._order = order
        self._stamp = self._now()

    def _now(self) -> str:
        return folder_stamp(self._order.content, self._order.theme)

    def confirm(self) -> None:
        """Raise _ContentChanged if anything has changed since."""
        if self._now() != self._stamp:
            raise _ContentChanged

    def survey(self, shelf: Shelf) -> Surveyed:
        """Read what changed of the content; problems of a content that did not hold still are none."""
        try:
            return survey(self._order.content, shelf)
        except ProblemsFound:
            self.confirm()
            raise

"""`publish`, told once: read, plan, build what changed, check, switch, read back, write the journal, clean up."""

from contextlib import suppress
from dataclasses import replace
from functools import partial

from lantian.problems import ProblemsFound
from lantian.publication.alone import done_alone
from lantian.publication.going_live import bring_live
from lantian.publication.inputs import folder_digest, folder_stamp
from lantian.publication.keeping import Kept
from lantian.publication.order import Order, Publication
from lantian.publication.planner import Instant
from lantian.publication.planning import plan_release
from lantian.publication.stages import Stages, Tell
from lantian.publishing.failure import PublishingFailedError
from lantian.publishing.output import Output
from lantian.publishing.release import live_release
from lantian.reading.fingerprints import ContentMovedError
from lantian.reading.inventory import read_rows
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
        with suppress(_ContentChanged, ContentMovedError):
            return _attempt(order, output, stages)
    raise PublishingFailedError("changing", folder=str(order.content))


def _attempt(order: Order, output: Output, stages: Stages) -> Publication:
    """Publish what the content says now; _ContentChanged if it did not hold still."""
    stages.begin("read")
    held, kept = _Held(order), Kept(output)
    known = held.survey(kept.shelf)
    stages.begin("plan")
    live = (live_release(output) or {}).get("sections", {})
    rows = partial(read_rows, order.content)
    instant = Instant(order.moment, order.theme, folder_digest(order.theme), live, order.checks, rows)
    planned = plan_release(known, order.content, instant, kept.cards())
    done = bring_live(order, planned.release, output, stages, held.confirm)
    stages.begin("collect")
    kept.keep(known, planned.cards)
    stages.end()
    return replace(done, later=planned.later, until=planned.until)


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

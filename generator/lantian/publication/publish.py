"""`publish`, told once: read, plan, build what changed, check, switch, read back, write the journal, clean up."""

from contextlib import suppress
from dataclasses import replace
from functools import partial

from lantian.model.view import view
from lantian.problems import ProblemsFound
from lantian.publication.alone import done_alone
from lantian.publication.going_live import Confirm, bring_live
from lantian.publication.keeping import Kept
from lantian.publication.order import Order, Publication
from lantian.publication.pin import pinned
from lantian.publication.planner import Instant
from lantian.publication.planning import plan_release
from lantian.publication.remembered import Remembered
from lantian.publication.sources import Sources, SourcesMovedError
from lantian.publication.stages import Stages, Tell
from lantian.publication.written_ahead import WrittenAhead
from lantian.publishing.failure import PublishingFailedError
from lantian.publishing.output import Output
from lantian.publishing.release import live_release
from lantian.reading.fingerprints import ContentMovedError
from lantian.reading.inventory import read_rows
from lantian.reading.last_sound import RecordsGoneError, last_sound
from lantian.reading.missing_sentence import missing_sentence_told
from lantian.reading.surveyed import Surveyed

_ATTEMPTS = 3
"""How often content is read again that changed while it was read."""


def publish(order: Order, tell: Tell, remembered: Remembered | None = None) -> Publication:
    """Publish the content as it is now; what is `remembered` is read again where it changed.

    ProblemsFound or ThemeFault if it is not sound, PublishingFailedError for everything else; in each case the earlier
    release is live as before.
    """
    return done_alone(order, partial(_attempts, order, remembered or Remembered()), Stages(tell))


def _attempts(order: Order, remembered: Remembered, output: Output, stages: Stages) -> Publication:
    for _ in range(_ATTEMPTS):
        with suppress(SourcesMovedError, ContentMovedError), missing_sentence_told(order.content):
            return _attempt(order, remembered, output, stages)
    raise PublishingFailedError("changing", folder=str(order.content))


def _attempt(order: Order, remembered: Remembered, output: Output, stages: Stages) -> Publication:
    """Publish what the content says now; SourcesMovedError if it did not hold still."""
    brought_back = pinned(order.content, order.theme, output) if order.unattended else None
    if brought_back is not None:
        return Publication(brought_back, brought_back, 0)
    stages.begin("read")
    sources, kept = Sources(order, remembered), Kept(output, remembered.taken)
    made = _Making(order, output, kept, stages, sources)
    try:
        known = sources.survey(kept.shelf)
    except ProblemsFound as found:
        if not order.unattended:
            raise
        return made.meanwhile(found)
    done = made.bring_live(known, sources.confirm)
    stages.begin("collect")
    kept.keep(known, sources.texts)
    stages.end()
    return done


@view
class _Making:
    """One attempt, when its sources have been looked at."""

    order: Order
    output: Output
    kept: Kept
    stages: Stages
    sources: Sources

    def bring_live(self, known: Surveyed, confirm: Confirm) -> Publication:
        """Publish what is known."""
        order, output = self.order, self.output
        self.stages.begin("plan")
        live = (live_release(output) or {}).get("sections", {})
        rows, ahead = partial(read_rows, order.content), WrittenAhead(output)
        instant = Instant(order.moment, order.theme, self.sources.theme_hash, live, order.checks, rows, ahead)
        planned = plan_release(known, order.content, instant, self.kept.cards())
        release = replace(planned.release, removal=order.removal is not None)
        done = bring_live(order, release, output, self.stages, confirm)
        self.stages.begin("collect")
        self.kept.keep_cards(planned.cards)
        self.stages.end()
        return replace(done, later=planned.later, until=planned.until)

    def meanwhile(self, found: ProblemsFound) -> Publication:
        """Publish what the last sound content says of this moment; raise the problems if that is not known any more."""
        known = last_sound(self.kept.shelf, self.sources.texts)
        if known is None:
            raise found
        try:
            return replace(self.bring_live(known, self.sources.confirm_texts), problems=found.problems)
        except RecordsGoneError:
            raise found from None

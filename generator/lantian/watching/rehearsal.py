"""What a publication does before it writes, done once by the process that waits: its children find the ways paved.

Validators, formats of dates, schemas: each is made when it is first used, and a child's are gone with it. Together they
are a fifth of the processor time of a change.
"""

import gc
from contextlib import suppress

from lantian.problems import ProblemsFound
from lantian.publication.keeping import Kept
from lantian.publication.order import Order
from lantian.publication.place_section import place_section
from lantian.publication.planner import Instant
from lantian.publication.planning import plan_release
from lantian.publication.site_parts import ground_of
from lantian.publishing.output import Output
from lantian.reading.fingerprints import ContentMovedError
from lantian.reading.survey import survey
from lantian.reading.surveyed import Surveyed


def rehearse(order: Order) -> None:
    """Plan one place that follows nobody, and work out its pages; nothing is written but what is kept anyway."""
    with suppress(ProblemsFound, ContentMovedError, OSError):
        kept = Kept(Output(order.output))
        known = survey(order.content, kept.shelf)
        kept.cards()
        one = next((place for place in known.places if place.place.follows is None), None)
        if one is not None:
            _plan(order, Surveyed(known.common, (one,), known.keep, known.kept))
    gc.collect()
    gc.freeze()


def _plan(order: Order, known: Surveyed) -> None:
    plan_release(known, order.content, Instant(order.now, order.theme, "", {}), {})
    entry = known.places[0].load()
    content = known.common.model_copy(update={"places": (entry,)})
    site = place_section(ground_of(content, ""), entry, order.now).site()
    for page in site.pages:
        _ = page.shown
    _ = site.documents

"""Pages of a few places are written before the next message comes, for what may be announced next."""

from collections.abc import Iterator
from contextlib import suppress

from lantian.problems import ProblemsFound, ThemeFault
from lantian.publication.cards import Cards
from lantian.publication.inputs import folder_digest, folder_stamp
from lantian.publication.keeping import Kept
from lantian.publication.likely import likely_situations
from lantian.publication.order import Order
from lantian.publication.place_kind import PlaceKind
from lantian.publication.place_section import place_section
from lantian.publication.planner import Instant, Planner
from lantian.publication.site_parts import Ground
from lantian.publication.written_ahead import WrittenAhead
from lantian.publishing.output import Output
from lantian.reading.fingerprints import ContentMovedError
from lantian.reading.survey import survey

PLACES = 3
"""For how many places: those of the last messages first, then those with a warning."""


def write_ahead(order: Order, lately: tuple[str, ...]) -> None:
    """Write the pages that are likely to be needed next, of a few places; `lately` are sections that changed."""
    output, theme = Output(order.output), folder_stamp(order.theme)
    kept, store = Kept(output), WrittenAhead(output)
    with suppress(ProblemsFound, ContentMovedError, ThemeFault, OSError):
        known = survey(order.content, kept.shelf)
        planner = Planner(known, Instant(order.moment, order.theme, folder_digest(order.theme), {}), {})
        places = {one.place.id for one in known.places}
        for place in _chosen(places, lately, kept.cards()):
            for kind in _kinds(planner, place, order):
                if not store.has(kind.key):
                    texts = kind.texts(order.theme)
                    if folder_stamp(order.theme) != theme:
                        return  # they may come from other templates than the key says
                    store.put(kind.key, texts)
    store.tidy()


def _chosen(places: set[str], lately: tuple[str, ...], cards: Cards) -> tuple[str, ...]:
    warned = (name for name, card in cards.items() if card.standing is not None and card.standing.state != "none")
    order = dict.fromkeys(name for name in (*lately, *warned, *sorted(places)) if name in places)
    return tuple(order)[:PLACES]


def _kinds(planner: Planner, place: str, order: Order) -> Iterator[PlaceKind]:
    content = planner.content(place)
    entry = content.places[0]
    still = place_section(Ground(content, planner.ground.hash), entry, order.moment).still
    for situation in likely_situations(content, entry, order.moment):
        yield PlaceKind(still, situation)

"""What a child that waits for its order does meanwhile: it reads everything that will be needed, and goes the way once.

What it read is used for as long as the files are the same. Memory that it shares with its parent is copied when it is
first touched; that too is over before anything happens.
"""

from collections.abc import Iterator
from contextlib import suppress

from lantian.publication.keeping import Kept
from lantian.publication.order import Order
from lantian.publication.planner import Instant
from lantian.publication.planning import plan_release
from lantian.publication.remembered import Remembered
from lantian.publishing.familiar import know_live
from lantian.publishing.output import Output
from lantian.reading.surveyed import Surveyed, SurveyedPlace
from lantian.watching.spare import Called

_PLACES = 3
"""How many places are planned: the next message is most often of one that had one lately."""


def get_ready(order: Order, lately: tuple[str, ...], called: Called) -> Remembered:
    """Return what was read until the order came; `lately` are sections that changed. Nothing is written."""
    remembered = Remembered()
    with suppress(Exception):  # whoever publishes meets the reason and tells it
        for _ in _steps(order, lately, remembered):
            if called():
                break
    return remembered


def _steps(order: Order, lately: tuple[str, ...], remembered: Remembered) -> Iterator[None]:
    kept = Kept(Output(order.output), remembered.taken)
    remembered.learn_theme(order.theme, kept.shelf.time())
    yield
    known = remembered.learn_content(order.content, kept.shelf)
    yield
    kept.cards()
    chosen = _chosen(known, lately)
    for place in chosen:
        yield
        alone = Surveyed(known.common, (place,), known.keep, known.kept)
        plan_release(alone, order.content, Instant(order.now, order.theme, "", {}), {})
    yield from know_live(Output(order.output), [one.place.id for one in chosen])


def _chosen(known: Surveyed, lately: tuple[str, ...]) -> list[SurveyedPlace]:
    """Return the places that changed lately and follow nobody, or else just one."""
    alone = [place for place in known.places if place.place.follows is None]
    changed = sorted((one for one in alone if one.place.id in lately), key=lambda one: lately.index(one.place.id))
    return (changed or alone[:1])[:_PLACES]

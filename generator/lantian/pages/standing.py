"""Where a place stands: all that pages and files about every place show of each, and small enough to be kept."""

from lantian.model.level import LevelId
from lantian.model.place import Place
from lantian.model.state import State
from lantian.model.view import view
from lantian.pages.compare_pairs import level_pair_links
from lantian.pages.edition import Edition
from lantian.pages.page import Link, PlaceFrame


@view
class Standing:
    """A place at its moment; `group` is its heading on the portal, `level` the one that holds."""

    place: Place
    group: str
    state: State
    level: LevelId | None
    frame: PlaceFrame
    """The shell of its live pages, with the status and with the place whose warnings it follows."""
    level_pairs: tuple[Link, ...]
    """The ways to every two of its levels side by side."""


def standing(edition: Edition) -> Standing:
    """Return where the place of an edition stands."""
    return Standing(
        place=edition.place,
        group=portal_group(edition),
        state=edition.situation.state,
        level=edition.situation.level,
        frame=edition.live_frame,
        level_pairs=level_pair_links(edition),
    )


def standings(editions: tuple[Edition, ...]) -> tuple[Standing, ...]:
    """Return where each place stands, in the order of the editions."""
    return tuple(standing(one) for one in editions)


def portal_group(edition: Edition) -> str:
    """Return the heading under which a place stands."""
    situation = edition.situation
    if situation.level is not None:
        return situation.level
    if situation.suspended is not None:
        return "suspended"
    return situation.state if situation.state in {"pending", "exercise"} else _advisory_or_none(edition)


def _advisory_or_none(edition: Edition) -> str:
    return "advisory" if edition.situation.advisories else "none"

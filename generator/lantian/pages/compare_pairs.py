"""Which places and which levels are set side by side, and the ways to those pages."""

from collections.abc import Iterator
from itertools import combinations

from lantian.model.content import Content
from lantian.model.level import Level, LevelId
from lantian.model.text import Id
from lantian.pages import addresses
from lantian.pages.edition import Edition
from lantian.pages.page import Link


def place_pairs(content: Content) -> tuple[tuple[Id, Id], ...]:
    """Return every two places of a group in its own order, and each place after the one that it follows, each once."""
    places = {entry.place.id for entry in content.places}
    found: dict[frozenset[Id], tuple[Id, Id]] = {}
    for pair in (*_grouped(content), *_following(content)):
        if places.issuperset(pair):
            found.setdefault(frozenset(pair), pair)
    return tuple(found.values())


def level_pairs(edition: Edition) -> tuple[tuple[Level, Level], ...]:
    """Return every two levels of the plan, the lower one first."""
    return tuple(combinations(sorted(edition.plan.levels, key=lambda level: level.rank), 2))


def place_pair_links(content: Content) -> tuple[Link, ...]:
    """Return the ways to the pairs of places."""
    return tuple(
        Link(
            addresses.compare(left, right),
            content.wording.say(
                "compare.pair", left=content.place(left).place.names, right=content.place(right).place.names
            ),
        )
        for left, right in place_pairs(content)
    )


def level_pair_links(edition: Edition, level: LevelId | None = None) -> tuple[Link, ...]:
    """Return the ways to the pairs of levels, or to those of one level."""
    return tuple(
        Link(
            addresses.level_pair(edition.place.id, lower.id, higher.id),
            edition.say("compare.pair", left=lower.names, right=higher.names),
        )
        for lower, higher in level_pairs(edition)
        if level is None or level in {lower.id, higher.id}
    )


def _grouped(content: Content) -> Iterator[tuple[Id, Id]]:
    for group in content.site.compare:
        yield from combinations(group, 2)


def _following(content: Content) -> Iterator[tuple[Id, Id]]:
    for entry in content.places:
        if entry.place.follows is not None:
            yield entry.place.follows, entry.place.id

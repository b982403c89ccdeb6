"""What each level means, what is new at it, and all levels side by side."""

from collections.abc import Iterator
from functools import partial

from lantian.model.citation import Citation
from lantian.model.level import Level
from lantian.model.text import Text
from lantian.model.view import view
from lantian.pages import addresses
from lantian.pages.blocks import Fact, Said, said
from lantian.pages.compare_pairs import level_pair_links
from lantian.pages.edition import Edition
from lantian.pages.level_marks import TopicGroup, grouped, marked, meaning, not_restated
from lantian.pages.page import Later, Link, Page


@view
class LevelView:
    """One level: its meaning, when and by whom it is issued, everything that holds at it."""

    tone: str
    names: Text
    meaning: Text
    shown_now: bool
    """This level is the one in force, announced or drilled."""
    facts: tuple[Fact, ...]
    groups: tuple[TopicGroup, ...]
    new_count: int
    below: Text | None
    not_restated: tuple[Said, ...]
    """Stated at a lower level and neither restated nor replaced since."""
    others: tuple[Link, ...]
    pairs: tuple[Link, ...]
    """This level beside each other one."""
    doubts: str
    industry: str
    vehicles: str


@view
class CompareRow:
    """One statement and, per level, whether that level lists it."""

    said: Said
    held: tuple[bool, ...]


@view
class CompareGroup:
    """Statements on one subject across the levels."""

    heading: Text
    rows: tuple[CompareRow, ...]


@view
class LevelHead:
    """A column of the comparison."""

    id: str
    names: Text
    address: str
    meaning: Text
    trigger: Text
    trigger_cite: Citation
    reduction: Text


@view
class CompareView:
    """All levels of the plan side by side."""

    heads: tuple[LevelHead, ...]
    groups: tuple[CompareGroup, ...]
    tracks: tuple[Link, ...]
    pairs: tuple[Link, ...]
    doubts: str


def level_pages(edition: Edition) -> Iterator[Page]:
    """Yield the comparison and one page per level of the plan."""
    place = edition.place.id
    crumb = Link(addresses.levels(place), edition.say("levels.title"))
    yield edition.live(
        addresses.levels(place),
        "levels",
        edition.say("levels.page_title", place=edition.place.names),
        Later(partial(_compare, edition)),
    )
    for level in edition.plan.levels:
        title = edition.say("levels.level_title", place=edition.place.names, level=level.names)
        yield edition.live(
            addresses.level(place, level.id), "level", title, Later(partial(_level, edition, level)), (crumb,)
        )


def _level(edition: Edition, level: Level) -> LevelView:
    rows = marked(edition, level.id)
    below = edition.plan.level_below(level.id)
    place = edition.place.id
    return LevelView(
        tone=level.id,
        names=level.names,
        meaning=meaning(edition, level),
        shown_now=edition.situation.shown_level == level.id,
        facts=tuple(_facts(edition, level)),
        groups=grouped(edition, rows),
        new_count=sum(1 for row in rows if row.mark),
        below=edition.plan.level(below).names if below else None,
        not_restated=not_restated(edition, level.id),
        others=tuple(Link(addresses.level(place, one.id), one.names) for one in edition.plan.levels if one != level),
        pairs=level_pair_links(edition, level.id),
        doubts=addresses.plan(place, "doubts"),
        industry=addresses.sectors(place),
        vehicles=addresses.vehicle(place),
    )


def _facts(edition: Edition, level: Level) -> Iterator[Fact]:
    say = edition.say
    yield Fact(say("levels.when"), level.trigger_text, edition.cite(level.trigger_cite))
    if level.approver is not None and level.approver_cite is not None:
        yield Fact(say("levels.who"), level.approver, edition.cite(level.approver_cite))
    yield Fact(say("levels.share"), level.reduction_text, edition.cite(level.reduction_cite))


def _compare(edition: Edition) -> CompareView:
    plan, place = edition.plan, edition.place.id
    rows = tuple(
        (
            said(measure, plan, edition.audiences, edition.wording),
            tuple(one.id in measure.levels for one in plan.levels),
        )
        for measure in plan.measures
        if measure.levels
    )
    held = {row.id: levels for row, levels in rows}
    groups = grouped(edition, tuple(row for row, _ in rows))
    return CompareView(
        heads=tuple(_head(edition, level) for level in plan.levels),
        groups=tuple(
            CompareGroup(group.heading, tuple(CompareRow(row, held[row.id]) for row in group.rows)) for group in groups
        ),
        tracks=tuple(Link(addresses.track(place, track.id), track.names) for track in plan.tracks),
        pairs=level_pair_links(edition),
        doubts=addresses.plan(place, "doubts"),
    )


def _head(edition: Edition, level: Level) -> LevelHead:
    return LevelHead(
        id=level.id,
        names=level.names,
        address=addresses.level(edition.place.id, level.id),
        meaning=meaning(edition, level),
        trigger=level.trigger_text,
        trigger_cite=edition.cite(level.trigger_cite),
        reduction=level.reduction_text,
    )

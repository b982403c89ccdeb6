"""Blocks that every health page shows: cards by level, advisories that are out, what differs on an ozone day."""

from collections.abc import Iterator

from lantian.model.level import LevelId
from lantian.model.measure import Audience
from lantian.model.status_sentence import advisory_headline
from lantian.model.text import Text
from lantian.model.view import view
from lantian.pages.blocks import Fact, Said, said
from lantian.pages.edition import Edition
from lantian.pages.guidance import ozone_advice, ozone_now
from lantian.pages.level_marks import marked, not_restated
from lantian.pages.level_tags import LevelTag, level_tag

TOPIC = "health"
Stated = dict[LevelId, tuple[tuple[Said, ...], tuple[Said, ...]]]
"""What the plan states at a level, and what it states at lower ones without saying it again."""


@view
class LevelCard:
    """What the plan says to a group at a level, new and changed statements marked; `same`: so does the level below."""

    tag: LevelTag
    rows: tuple[Said, ...]
    same: Text | None
    not_restated: tuple[Said, ...]
    """Stated at a lower level and neither restated nor replaced since."""


@view
class AdvisoryLine:
    """An advisory that holds or is announced, what the plan says to the group on it, and where it is told whole."""

    text: Text
    address: str
    rows: tuple[Said, ...]


@view
class OzoneBlock:
    """What differs on an ozone day; `on` if an advisory for ozone is out."""

    on: bool
    facts: tuple[Fact, ...]


def stated(edition: Edition) -> Stated:
    """Return what the plan states on health level by level, the one that is told first: the same for every group."""
    told = edition.situation.shown_level
    levels = sorted(edition.plan.levels, key=lambda level: level.id != told)
    return {level.id: (marked(edition, level.id), not_restated(edition, level.id)) for level in levels}


def level_cards(edition: Edition, group: Audience, rows: Stated) -> tuple[LevelCard, ...]:
    """Return a card per level of what is stated."""
    return tuple(_card(edition, group, level, *of_level) for level, of_level in rows.items())


def _card(
    edition: Edition, group: Audience, level: LevelId, listed: tuple[Said, ...], lower: tuple[Said, ...]
) -> LevelCard:
    plan = edition.plan
    own = {one.id: one for one in plan.measures if one.topic == TOPIC and group.id in one.audiences}
    rows = tuple(row for row in listed if row.id in own)
    left = tuple(row for row in lower if row.id in own)
    if not rows:
        return LevelCard(level_tag(edition, level), (), edition.say("health_page.unsaid_here"), left)
    below = plan.level_below(level)
    same = below is not None and all((level in one.levels) == (below in one.levels) for one in own.values())
    note = edition.say("health_page.same", level=plan.level(below).names) if below and same else None
    return LevelCard(level_tag(edition, level), rows, note, left)


def advisory_lines(edition: Edition, group: str | None) -> Iterator[AdvisoryLine]:
    """Yield the advisories that hold or are announced, for one group or (None) for everybody."""
    situation, plan = edition.situation, edition.plan
    for advisory in situation.advisories:
        rows = tuple(
            said(one, plan, edition.audiences, edition.wording)
            for one in plan.measures_on(advisory.track)
            if one.topic == TOPIC and (group is None or group in one.audiences)
        )
        text = advisory_headline(advisory, edition.plan, situation.as_of, edition.wording)
        yield AdvisoryLine(text, edition.advisory_address(advisory), rows)


def ozone_block(edition: Edition) -> OzoneBlock:
    """Return the block on ozone."""
    return OzoneBlock(on=ozone_now(edition), facts=ozone_advice(edition))

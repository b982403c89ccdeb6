"""What people should mind: the plan's advice by group and level, national guidance apart from it, ozone days."""

from collections.abc import Callable, Iterator
from functools import cache, partial

from lantian.model.citation import Citation
from lantian.model.measure import Audience
from lantian.model.text import Text
from lantian.model.view import view
from lantian.pages import addresses
from lantian.pages.answers import EVERYBODY, answered_level, at_level, briefly, framed, to_sensitive
from lantian.pages.blocks import Fact, Said, said
from lantian.pages.edition import Edition
from lantian.pages.guidance import guidance, ozone_now
from lantian.pages.health_blocks import (
    TOPIC,
    AdvisoryLine,
    LevelCard,
    OzoneBlock,
    Stated,
    advisory_lines,
    level_cards,
    ozone_block,
    stated,
)
from lantian.pages.held import holds
from lantian.pages.level_tags import standing_note
from lantian.pages.page import Later, Link, Page

BETWEEN = "health_page.step"
"""What stands between short pieces of advice."""


@view
class GroupLine:
    """A group and what the plan says to it at the level that is told; `unsaid` where the plan says nothing."""

    names: Text
    address: str
    rows: tuple[Said, ...]
    citations: tuple[Citation, ...]
    unsaid: Text | None


@view
class HealthView:
    """The page for everybody: one answer, a line per group, guidance, when to seek help, ozone."""

    answer: Text
    groups_note: Text | None
    groups: tuple[GroupLine, ...]
    advisories: tuple[AdvisoryLine, ...]
    guidance: tuple[Fact, ...]
    ozone: OzoneBlock
    doubts: str


@view
class GroupView:
    """The page of one group: the answer, the plan at the level that is told and level by level, guidance, ozone."""

    names: Text
    answer: Text
    cards: tuple[LevelCard, ...]
    cards_note: Text | None
    advisories: tuple[AdvisoryLine, ...]
    guidance: tuple[Fact, ...]
    ozone: OzoneBlock
    others: tuple[Link, ...]
    doubts: str


def health_pages(edition: Edition) -> Iterator[Page]:
    """Yield the page for everybody and one page per group with an address of its own."""
    place, say = edition.place, edition.say
    title, view = say("health_page.title", place=place.names), Later(partial(_overview, edition))
    yield edition.live(addresses.health(place.id), "health", title, view)
    crumb = Link(addresses.health(place.id), say("health_page.crumb"))
    rows = cache(partial(stated, edition))
    for group in _groups(edition):
        title = say("health_page.group_title", place=place.names, group=group.names)
        address = addresses.health(place.id, group.slug or "")
        view = Later(partial(_group_view, edition, group, rows))
        yield edition.live(address, "health_group", title, view, (crumb,))


def _groups(edition: Edition) -> tuple[Audience, ...]:
    return tuple(one for one in edition.content.vocabulary.audiences if one.slug)


def _overview(edition: Edition) -> HealthView:
    return HealthView(
        answer=_everybody(edition),
        groups_note=_rules_note(edition),
        groups=tuple(_line(edition, group) for group in _groups(edition)),
        advisories=tuple(advisory_lines(edition, None)),
        guidance=guidance(edition, EVERYBODY),
        ozone=ozone_block(edition),
        doubts=addresses.plan(edition.place.id, "doubts"),
    )


def _everybody(edition: Edition) -> Text:
    """Answer in one sentence: the groups that mind most, then everybody else; ozone first if only ozone is out.

    Whoever is meant is named, all the more where the plan speaks to one side only.
    """
    if ozone_now(edition) and edition.situation.shown_level is None:
        return edition.say("health_page.ozone_answer")
    sensitive = to_sensitive(edition, BETWEEN)
    others = briefly(edition, at_level(edition, TOPIC, frozenset({EVERYBODY})), BETWEEN)
    if sensitive is not None and others is not None:
        return framed(edition, edition.say("health_page.answer", sensitive=sensitive, others=others))
    if others is not None:
        sensitive = edition.say("answers.to", names=edition.audiences[EVERYBODY], text=others)
    if sensitive is None:
        return _silence(edition)
    return framed(edition, edition.say("health_page.one", text=sensitive))


def _silence(edition: Edition) -> Text:
    """Say that the plan is silent, or, where none of its advice is held, only that this site holds none."""
    return edition.say("health_page.unsaid" if holds(edition, TOPIC) else "health_page.not_held")


def _rules_note(edition: Edition) -> Text | None:
    """Say from when or at which level the lines below hold, or that they are drilled; None where they hold."""
    if edition.situation.holds or answered_level(edition) is None:
        return None
    return framed(edition, edition.say("health_page.holds"))


def _line(edition: Edition, group: Audience) -> GroupLine:
    level, held = answered_level(edition), holds(edition, TOPIC)
    rows = tuple(
        said(one, edition.plan, edition.audiences, edition.wording, level)
        for one in at_level(edition, TOPIC, frozenset({group.id}))
    )
    return GroupLine(
        names=group.names,
        address=addresses.health(edition.place.id, group.slug or ""),
        rows=rows,
        citations=tuple({row.citation.clause: row.citation for row in rows}.values()),
        unsaid=None if rows else edition.say(f"health_page.{'unsaid_here' if held else 'not_held'}"),
    )


def _group_view(edition: Edition, group: Audience, rows: Callable[[], Stated]) -> GroupView:
    text = briefly(edition, at_level(edition, TOPIC, frozenset({group.id})), BETWEEN)
    alone = ozone_now(edition) and edition.situation.shown_level is None
    answer = _silence(edition) if text is None else framed(edition, edition.say("health_page.one", text=text))
    own = guidance(edition, group.slug or group.id)
    return GroupView(
        names=group.names,
        answer=edition.say("health_page.ozone_answer") if alone else answer,
        cards=level_cards(edition, group, rows()),
        cards_note=standing_note(edition),
        advisories=tuple(advisory_lines(edition, group.id)),
        guidance=own,
        ozone=ozone_block(edition),
        others=tuple(
            Link(addresses.health(edition.place.id, one.slug or ""), one.names)
            for one in _groups(edition)
            if one != group
        ),
        doubts=addresses.plan(edition.place.id, "doubts"),
    )

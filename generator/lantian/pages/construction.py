"""What stops on building sites, and what holds for dust, machinery, bulk goods and fireworks, level by level."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from lantian.model.level import LevelId
from lantian.model.measure import Measure
from lantian.model.text import Text
from lantian.model.view import view
from lantian.pages import addresses
from lantian.pages.advised import asked_now
from lantian.pages.answers import answered_level, at_level, framed
from lantian.pages.blocks import Said, said_rule
from lantian.pages.edition import Edition
from lantian.pages.held import holds
from lantian.pages.level_marks import TopicGroup, grouped, marked, not_restated
from lantian.pages.level_tags import LevelTag, level_tag, standing_note
from lantian.pages.page import Later, Page

TOPICS = ("construction", "dust", "nonroad", "transport", "fireworks")
ELSEWHERE = frozenset({"public", "government", "offices", "drivers"})
"""Travel and refueling advice, or more buses, are transport, too, but no matter of sites."""
BULK_TRUCK = "bulk_truck"


@view
class LevelBlock:
    """A level: its answer in short, all that it lists, and what differs from the level below."""

    tag: LevelTag
    summary: Text
    groups: tuple[TopicGroup, ...]
    changes: tuple[Said, ...]
    same: Text | None
    """Nothing is new or changed against the level below."""
    not_restated: tuple[Said, ...]
    unfolded: bool
    """Everything is told at once: the level that matters now, or the first one."""


@view
class ConstructionView:
    """What the page on sites and dust shows."""

    answer: Text
    exceptions: tuple[Text, ...]
    note: Text | None
    advised: tuple[Said, ...]
    """What a line beside the levels asks of sites while it holds."""
    blocks: tuple[LevelBlock, ...]
    silence: Text
    doubts: str
    vehicles: str


def construction_pages(edition: Edition) -> Iterator[Page]:
    """Yield the page on sites, dust and spoil."""
    title = edition.say("construction_page.title", place=edition.place.names)
    address, view = addresses.construction(edition.place.id), Later(partial(construction_view, edition))
    yield edition.live(address, "construction", title, view)


def construction_view(edition: Edition) -> ConstructionView:
    """Return what the page shows."""
    return ConstructionView(
        answer=_answer(edition),
        exceptions=_exceptions(edition),
        note=standing_note(edition),
        advised=tuple(row for row in asked_now(edition, TOPICS) if _concerns(edition, row.id)),
        blocks=_blocks(edition),
        silence=edition.say("construction_page.silence"),
        doubts=addresses.plan(edition.place.id, "doubts"),
        vehicles=_trucks(edition),
    )


def _trucks(edition: Edition) -> str:
    """Return where trucks with loose goods are told of; all vehicles, where they are no class or no area is known."""
    known = any(entry.id == BULK_TRUCK for entry in edition.content.vocabulary.vehicle_classes)
    return addresses.vehicle(edition.place.id, BULK_TRUCK if known and edition.plan.vehicles.areas else "")


def _answer(edition: Edition) -> Text:
    measures = _work_rules(at_level(edition, TOPICS[0]))
    text = _steps(edition, measures)
    if text is None:
        return edition.say("construction_page.unsaid" if holds(edition, TOPICS[0]) else "construction_page.not_held")
    return framed(edition, edition.say("construction_page.answer", text=text))


def _exceptions(edition: Edition) -> tuple[Text, ...]:
    return tuple(exception for one in at_level(edition, TOPICS[0]) for exception in one.exceptions)


def _work_rules(measures: tuple[Measure, ...]) -> tuple[Measure, ...]:
    """Return what binds sites, stops first: a rule that has exceptions is one that stops work."""
    binding = tuple(one for one in measures if one.duty == "required")
    return tuple(sorted(binding, key=lambda one: not one.exceptions))


def _steps(edition: Edition, measures: tuple[Measure, ...]) -> Text | None:
    words = tuple(dict.fromkeys(one.brief or one.text for one in measures))
    return edition.wording.join(words, "construction_page.step") if words else None


def _blocks(edition: Edition) -> tuple[LevelBlock, ...]:
    """Return the levels in the order of the plan, the one that is told now first."""
    told = edition.situation.shown_level
    levels = sorted(edition.plan.levels, key=lambda level: level.id != told)
    unfolded = answered_level(edition)
    return tuple(_block(edition, level.id, unfolded=level.id == unfolded) for level in levels)


def _block(edition: Edition, level: LevelId, *, unfolded: bool) -> LevelBlock:
    below = edition.plan.level_below(level)
    rows = tuple(row for row in marked(edition, level) if row.topic in TOPICS and _concerns(edition, row.id))
    trucks = _truck_rules(edition, level)
    changes = tuple(row for row in (*rows, *trucks) if row.mark) if below else ()
    held = any(holds(edition, topic) for topic in TOPICS)
    same = edition.say("construction_page.same", level=edition.plan.level(below).names) if below and held else None
    work = tuple(one for one in edition.plan.measures_at(level) if one.topic == TOPICS[0])
    return LevelBlock(
        tag=level_tag(edition, level),
        summary=edition.say(
            "construction_page.answer",
            text=_steps(edition, _work_rules(work)) or _no_stop(edition),
        ),
        groups=_ordered(edition, rows, trucks),
        changes=changes,
        same=None if changes else same,
        not_restated=tuple(
            row for row in not_restated(edition, level) if row.topic in TOPICS and _concerns(edition, row.id)
        ),
        unfolded=unfolded,
    )


def _no_stop(edition: Edition) -> Text:
    """Say that the plan lists no stop; where none of its rules for sites are held, nothing is said of the plan."""
    return edition.say("construction_page.no_stop" if holds(edition, TOPICS[0]) else "construction_page.no_stop_held")


def _concerns(edition: Edition, measure_id: str) -> bool:
    measure = next(one for one in edition.plan.measures if one.id == measure_id)
    return measure.topic != "transport" or not set(measure.audiences) <= ELSEWHERE


def _ordered(edition: Edition, rows: tuple[Said, ...], trucks: tuple[Said, ...]) -> tuple[TopicGroup, ...]:
    """Return subjects in the order of this page, trucks with loose goods behind them."""
    groups = sorted(grouped(edition, rows), key=lambda group: TOPICS.index(group.id))
    if not trucks:
        return tuple(groups)
    return (*groups, TopicGroup(BULK_TRUCK, edition.say("construction_page.trucks"), trucks))


def _truck_rules(edition: Edition, level: LevelId) -> tuple[Said, ...]:
    """Return what holds for trucks that carry spoil, sand and other loose goods, marked against the levels below."""
    lower = edition.plan.levels_below(level)
    rules = (one for one in edition.plan.vehicles.rules if level in one.levels and BULK_TRUCK in one.classes)
    return tuple(
        replace(
            said_rule(rule, edition.plan, edition.wording),
            citation=edition.cite(rule.levels[level]),
            mark="new" if lower and not any(one in rule.levels for one in lower) else "",
        )
        for rule in rules
    )

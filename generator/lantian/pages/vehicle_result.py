"""The result for one vehicle: the verdict in each area as the situation stands, and at every level."""

from functools import partial

from lantian.model.level import LevelId
from lantian.model.moment_sentence import moment
from lantian.model.text import Text
from lantian.model.vehicle import Stage, VehicleClass
from lantian.model.vehicle_decisions import AreaAnswer
from lantian.model.vehicle_verdict import fuels_of
from lantian.model.view import view
from lantian.pages import addresses
from lantian.pages.advised import driving_notes
from lantian.pages.edition import Edition
from lantian.pages.once import once
from lantian.pages.page import Later, Link, Page
from lantian.pages.vehicle_answers import area_answers, as_it_stands, headline, plan_as_banned
from lantian.pages.vehicle_cards import Card, cards
from lantian.pages.vehicle_cells import AreaRow, area_rows
from lantian.pages.vehicle_check import check_links
from lantian.pages.vehicle_notes import no_level_reason, no_levels_note, plan_version, situation_notes
from lantian.pages.vehicle_topics import topic_links
from lantian.pages.vehicle_words import (
    fuel_names,
    level_groups,
    level_names,
    listed,
    standard_id,
    vehicle_name,
)


@view
class CardGroup:
    """The cards of one or more levels; the heading names the levels unless they are the one in force."""

    heading: Text | None
    cards: tuple[Card, ...]


@view
class ResultView:
    """One vehicle; `code` is the shape of the answer."""

    code: str
    answer: Text
    reason: Text
    asides: tuple[Text, ...]
    """When it holds, what comes next, which fuels are meant."""
    unknown: Text | None
    """That an unknown standard means to plan as if banned; absent where every standard may drive."""
    steps: tuple[Text, ...]
    groups: tuple[CardGroup, ...]
    levels: tuple[Text, ...]
    rows: tuple[AreaRow, ...]
    same: Text | None
    """What stands instead of the table of levels."""
    version: Text
    links: tuple[Link, ...]
    doubts: str


def result_page(edition: Edition, entry: VehicleClass, stage: Stage | None, crumbs: tuple[Link, ...]) -> Page:
    """Return the page of a class with a standard."""
    place = edition.place
    vehicle = vehicle_name(edition, entry, stage)
    return edition.live(
        addresses.vehicle(place.id, entry.id, standard_id(stage)),
        "vehicle_result",
        edition.say("vehicle_page.result_title", place=place.names, vehicle=vehicle),
        Later(partial(result_view, edition, entry, stage)),
        crumbs,
    )


def result_view(edition: Edition, entry: VehicleClass, stage: Stage | None) -> ResultView:
    """Return the answer for the shown level, or level by level while none is."""
    shown = edition.situation.shown_level
    found = {level.id: area_answers(edition, entry, stage, level.id) for level in edition.plan.levels}
    by_level = level_groups(edition, found.__getitem__)
    unknown = plan_as_banned(edition, entry) if stage == "unknown" else None
    code, sentence, reason = _answer(edition, entry, stage, shown)
    groups = ((shown,),) if shown is not None else by_level
    return ResultView(
        code=code,
        answer=sentence,
        reason=reason,
        asides=_asides(edition, entry, stage, by_level),
        unknown=unknown,
        steps=edition.content.vocabulary.finding_stage if unknown is not None else (),
        groups=tuple(_group(edition, area_answers(edition, entry, stage, levels[0]), levels) for levels in groups),
        levels=_level_heads(edition, by_level),
        rows=area_rows(edition, tuple(found[levels[0]] for levels in by_level)),
        same=_same(edition, by_level),
        version=plan_version(edition),
        links=_links(edition, entry),
        doubts=addresses.plan(edition.place.id, "doubts"),
    )


def _same(edition: Edition, by_level: tuple[tuple[LevelId, ...], ...]) -> Text | None:
    """Say that all levels have the same answers, or that the plan has none; otherwise a table compares them."""
    if not by_level:
        return next(iter(no_levels_note(edition)), None)
    return edition.say("vehicle_page.same_all") if len(by_level) == 1 < len(edition.plan.levels) else None


def _answer(
    edition: Edition, entry: VehicleClass, stage: Stage | None, shown: LevelId | None
) -> tuple[str, Text, Text]:
    if shown is None:
        vehicle = vehicle_name(edition, entry, stage)
        if driving_notes(edition):
            beside = edition.say("vehicle_page.beside_levels", vehicle=vehicle)
            return "unknown", beside, edition.say("vehicle_page.reason_beside_levels")
        return "none", edition.say("vehicle_page.none", vehicle=vehicle), no_level_reason(edition)
    told = headline(edition, entry, stage, shown)
    drilled = edition.situation.exercise_level is not None
    reason = edition.say("vehicle_page.drill_note") if drilled else told.reason
    return told.code, as_it_stands(edition, told.sentence), reason


def _asides(
    edition: Edition, entry: VehicleClass, stage: Stage | None, by_level: tuple[tuple[LevelId, ...], ...]
) -> tuple[Text, ...]:
    situation = edition.situation
    following = situation.next_entry.level if situation.next_entry is not None else None
    same = any({situation.level, following} <= set(group) for group in by_level)
    fuels = fuels_of(entry, stage)
    notes = situation_notes(edition, same=same)
    if len(fuels) > 1 and not any(_differ(edition, entry, stage, level.id) for level in edition.plan.levels):
        notes = (*notes, edition.say("vehicle_page.fuels_same", fuels=fuel_names(edition, fuels)))
    return notes


def _differ(edition: Edition, entry: VehicleClass, stage: Stage | None, level: LevelId) -> bool:
    return len(area_answers(edition, entry, stage, level)) > len(edition.plan.vehicles.areas)


@once
def _level_heads(edition: Edition, by_level: tuple[tuple[LevelId, ...], ...]) -> tuple[Text, ...]:
    return tuple(listed(edition, (edition.plan.level(level).names for level in group)) for group in by_level)


@once
def _group(edition: Edition, found: tuple[AreaAnswer, ...], levels: tuple[LevelId, ...]) -> CardGroup:
    """Return the cards of levels that share their answers: the same for every vehicle that gets these."""
    situation = edition.situation
    heading = None
    if situation.level is None:
        heading = edition.say("vehicle_page.at_levels", levels=level_names(edition, levels))
    if heading is not None and situation.exercise_level is not None:
        heading = edition.say("exercise.title", title=heading)
    if situation.pending_level is not None and situation.starts_at is not None:
        start = moment(situation.starts_at, situation.as_of, "full", edition.wording)
        heading = edition.say("vehicle_page.from_head", start=start, level=level_names(edition, levels))
    return CardGroup(heading, cards(edition, found, levels))


@once
def _links(edition: Edition, entry: VehicleClass) -> tuple[Link, ...]:
    place = edition.place.id
    return (
        Link(addresses.vehicle(place, entry.id), edition.say("vehicle_page.other_standard", vehicle=entry.names)),
        Link(addresses.vehicle(place), edition.say("vehicle_page.other_class")),
        *check_links(edition),
        *topic_links(edition),
    )

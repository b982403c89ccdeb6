"""What the plan answers to one vehicle: area by area, in one headline, and as the situation stands."""

from lantian.model.level import LevelId
from lantian.model.moment_sentence import moment
from lantian.model.text import Text
from lantian.model.vehicle import Fuel, Stage, VehicleClass, VerdictCode
from lantian.model.vehicle_decisions import AreaAnswer
from lantian.model.vehicle_verdict import fuels_of
from lantian.model.view import view
from lantian.pages.edition import Edition
from lantian.pages.once import once
from lantian.pages.vehicle_words import (
    apart,
    fuel_names,
    level_groups,
    level_names,
    site_areas,
    vehicle_name,
    verdict_word,
)

BINDING: tuple[VerdictCode, ...] = ("banned", "by_plate", "with_permit", "may_be_restricted")
"""Verdicts that stand in the headline wherever they hold, strictest first."""


@view
class Headline:
    """The answer to a vehicle at a level: the shape, the word, the whole sentence, the reason, and where it holds."""

    code: str
    word: Text
    sentence: Text
    reason: Text
    where: Text


def area_answers(
    edition: Edition, entry: VehicleClass, stage: Stage | None, level: LevelId | None
) -> tuple[AreaAnswer, ...]:
    """Return the answers on a vehicle in the order of the areas; fuels stand apart only where they differ."""
    return edition.decisions.by_area(entry, stage, level)


def headline(edition: Edition, entry: VehicleClass, stage: Stage | None, level: LevelId) -> Headline:
    """Say the answer that counts most: what binds the driver, else the roads, else (machinery) the sites."""
    return _headline(edition, entry, stage, area_answers(edition, entry, stage, level))


@once
def _headline(edition: Edition, entry: VehicleClass, stage: Stage | None, found: tuple[AreaAnswer, ...]) -> Headline:
    main = _main(edition, found, drives=entry.id != "nonroad_machinery")
    vehicle = _named(edition, entry, stage, main.fuels)
    if main.areas is None:
        sentence = edition.say("vehicle_page.answer_short", word=main.word, vehicle=vehicle)
    else:
        sentence = edition.say("vehicle_page.answer", word=main.word, vehicle=vehicle, areas=main.areas)
    return Headline(main.code, main.word, sentence, main.reason, main.where)


@view
class _Main:
    """The answer that counts most, whatever the vehicle is called; `areas` is None where only sites are not open."""

    fuels: frozenset[Fuel]
    code: str
    word: Text
    areas: Text | None
    reason: Text
    where: Text


@once
def _main(edition: Edition, found: tuple[AreaAnswer, ...], *, drives: bool) -> _Main:
    """Choose the answer that counts most; what does not drive on roads has its answer on the sites."""
    chosen = _chosen(found, site_areas(edition), drives=drives)
    fuels = frozenset(fuel for one in chosen for fuel in one.fuels)
    first = chosen[0].answer
    if first.verdict == "allowed" and any(one.answer.verdict == "site_rule" for one in found):
        reason = edition.say("vehicle_page.road_open")
        return _Main(fuels, "allowed", edition.say("vehicle_page.word_but_site"), None, reason, reason)
    areas = apart(edition, (one.area.names for one in chosen))
    reason = edition.wording.pattern(first.reason)
    where = reason if first.reason == "vehicle.reason_stage_unknown" else areas
    return _Main(fuels, first.verdict, verdict_word(edition, first), areas, reason, where)


def _named(edition: Edition, entry: VehicleClass, stage: Stage | None, meant: frozenset[Fuel]) -> Text:
    """Name the vehicle, with its fuels where the answer is not for all of them."""
    vehicle = vehicle_name(edition, entry, stage)
    every = fuels_of(entry, stage) if stage != "unknown" else tuple(fuel for fuel in entry.fuels if fuel != "electric")
    if meant.issuperset(every):
        return vehicle
    fuels = fuel_names(edition, tuple(fuel for fuel in entry.fuels if fuel in meant))
    return edition.say("vehicle_page.of_fuels", vehicle=vehicle, fuels=fuels)


def _chosen(found: tuple[AreaAnswer, ...], sites: frozenset[str], *, drives: bool) -> tuple[AreaAnswer, ...]:
    for verdict in BINDING:
        binding = tuple(one for one in found if one.answer.verdict == verdict)
        if binding:
            return binding
    roads = tuple(one for one in found if one.area.id not in sites) if drives else ()
    order = ("unknown", "site_rule", "allowed") if roads else ("site_rule", "unknown", "allowed")
    ranked = sorted(roads or found, key=lambda one: order.index(one.answer.verdict))
    reason = ranked[0].answer.reason
    return tuple(one for one in ranked if one.answer.reason == reason)


def plan_as_banned(edition: Edition, entry: VehicleClass) -> Text | None:
    """Say that who does not know the standard plans as if banned; None where all standards may drive alike.

    It is told for the level that is shown and the one that follows it, or for every level while none is.
    """
    situation = edition.situation
    following = situation.next_entry.level if situation.next_entry is not None else None
    told = {situation.shown_level, following} - {None} or {one.id for one in edition.plan.levels}
    if not any(_hangs_on_stage(edition, entry, level) for level in told if level is not None):
        return None
    return edition.say("vehicle_page.plan_as_banned" if situation.holds else "vehicle_page.plan_as_banned_then")


def _hangs_on_stage(edition: Edition, entry: VehicleClass, level: LevelId) -> bool:
    """Tell whether a level leaves an unknown standard without an answer: on some road, or because standards differ."""
    if headline(edition, entry, "unknown", level).code == "allowed":
        return False
    sites = site_areas(edition)
    return any(
        one.answer.reason == "vehicle.reason_stage_unknown"
        or (one.answer.verdict == "unknown" and one.area.id not in sites)
        for one in area_answers(edition, entry, "unknown", level)
    )


def headlines(edition: Edition, entry: VehicleClass, stage: Stage | None) -> tuple[tuple[Text, Headline], ...]:
    """Return the headlines by levels, levels with equal ones together under their names."""
    told = {level.id: headline(edition, entry, stage, level.id) for level in edition.plan.levels}
    groups = level_groups(edition, told.__getitem__)
    return tuple((level_names(edition, group), told[group[0]]) for group in groups)


def as_it_stands(edition: Edition, sentence: Text, *, named: bool = False) -> Text:
    """Say a sentence on the shown level as in force, from its start on, or as drilled.

    `named` puts the level that is in force before it; where it is not yet in force it is always named.
    """
    situation = edition.situation
    if situation.exercise_level is not None:
        level = edition.plan.level(situation.exercise_level).names
        return edition.say("exercise.would", level=level, sentence=sentence)
    if situation.pending_level is not None and situation.starts_at is not None:
        start = moment(situation.starts_at, situation.as_of, "full", edition.wording)
        level = edition.plan.level(situation.pending_level).names
        return edition.say("vehicle_page.from", start=start, level=level, sentence=sentence)
    if named and situation.level is not None:
        return edition.say("vehicle_page.at_level", level=edition.plan.level(situation.level).names, sentence=sentence)
    return sentence

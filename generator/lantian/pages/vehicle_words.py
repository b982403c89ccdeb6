"""How vehicles, standards, levels and verdicts are called on the vehicle pages."""

from collections.abc import Callable, Iterable
from itertools import groupby

from lantian.model.level import LevelId
from lantian.model.text import Text
from lantian.model.vehicle import Fuel, Stage, VehicleClass, VehicleClassId
from lantian.model.vehicle_verdict import Answer
from lantian.pages.edition import Edition
from lantian.pages.once import once

OWN_SERIES: frozenset[VehicleClassId] = frozenset({"nonroad_machinery", "tractor"})
"""Classes whose emission stages are those of non-road machinery, a series apart from road vehicles."""


def standards(entry: VehicleClass) -> tuple[Stage | None, ...]:
    """Return what can be chosen for a class: stages, newest first; None for electric; `unknown`, if it has stages."""
    burning = any(fuel != "electric" for fuel in entry.fuels)
    stages: tuple[Stage, ...] = (*sorted(entry.stages, reverse=True), "unknown") if burning else ()
    electric: tuple[None, ...] = (None,) if "electric" in entry.fuels else ()
    return (*stages[:-1], *electric, *stages[-1:])


def standard_id(stage: Stage | None) -> str:
    """Return the name of a standard in an address: `cn4`, `electric`, `unknown`."""
    if stage is None:
        return "electric"
    return stage if stage == "unknown" else f"cn{stage}"


def stage_name(edition: Edition, entry: VehicleClass, stage: Stage | None) -> Text:
    """Name a standard in short, as the class counts it."""
    if stage is None:
        return edition.say("vehicle_page.electric")
    if stage == "unknown":
        return edition.say("vehicle_page.not_known")
    series = "nonroad" if entry.id in OWN_SERIES else "road"
    return edition.say(f"vehicle_stage.{series}_{stage}")


def choice_name(edition: Edition, entry: VehicleClass, stage: Stage | None) -> Text:
    """Name a standard in full, as a choice."""
    if stage is None or stage == "unknown":
        return edition.say("vehicle_page.choice_electric" if stage is None else "vehicle_page.choice_unknown")
    vocabulary = edition.content.vocabulary
    return (vocabulary.nonroad_stages if entry.id in OWN_SERIES else vocabulary.stages)[stage]


@once
def vehicle_name(edition: Edition, entry: VehicleClass, stage: Stage | None) -> Text:
    """Name a class with a standard."""
    if stage == "unknown":
        return edition.say("vehicle_page.of_unknown", vehicle=entry.names)
    return edition.say("vehicle_page.of_stage", vehicle=entry.names, stage=stage_name(edition, entry, stage))


def listed(edition: Edition, parts: Iterable[Text]) -> Text:
    """Put names behind each other, each once."""
    return edition.wording.join(tuple(dict.fromkeys(parts)), "join.list")


def apart(edition: Edition, parts: Iterable[Text]) -> Text:
    """Put names behind each other that may hold commas themselves, each once."""
    return edition.wording.join(tuple(dict.fromkeys(parts)), "vehicle_page.apart")


def fuel_names(edition: Edition, fuels: Iterable[Fuel]) -> Text:
    """Name fuels."""
    return listed(edition, (edition.content.vocabulary.fuels[fuel] for fuel in fuels))


def verdict_word(edition: Edition, answer: Answer) -> Text:
    """Say a verdict in a word; silence of the plan is told apart from a standard that is not known."""
    if answer.reason == "vehicle.reason_no_level":
        return edition.say("vehicle_page.word_none")
    if answer.reason == "vehicle.reason_not_named":
        return edition.say("vehicle_page.word_not_named")
    return edition.say(f"vehicle.verdict_{answer.verdict}")


@once
def site_areas(edition: Edition) -> frozenset[str]:
    """Return the areas that rules on sites name and no other rule does: premises, not roads."""
    chapter = edition.plan.vehicles
    of_sites = {area for rule in chapter.rules if rule.effect == "site_ban" for area in rule.areas}
    of_drivers = {area for rule in chapter.rules if rule.effect != "site_ban" for area in rule.areas}
    return frozenset(of_sites - of_drivers)


def level_groups(edition: Edition, answers: Callable[[LevelId], object]) -> tuple[tuple[LevelId, ...], ...]:
    """Put neighbouring levels together whose answers are equal, lowest first."""
    return tuple(tuple(group) for _, group in groupby(_by_rank(edition), key=answers))


@once
def _by_rank(edition: Edition) -> tuple[LevelId, ...]:
    return tuple(level.id for level in sorted(edition.plan.levels, key=lambda level: level.rank))


@once
def level_names(edition: Edition, levels: tuple[LevelId, ...]) -> Text:
    """Name one or more levels; all of them together have a name of their own."""
    if 1 < len(levels) == len(edition.plan.levels):
        return edition.say("vehicle_page.all_levels")
    return listed(edition, (edition.plan.level(level).names for level in levels))

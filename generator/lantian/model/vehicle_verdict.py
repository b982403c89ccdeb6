"""Whether a vehicle may be used somewhere at a level: rules, releases and silences of one plan, weighed.

Nothing is inferred. Only a release or the absence of a level gives `allowed`; where a plan says nothing the answer is
`unknown`. An exemption frees a whole class only where it is stated for a fuel, and then by its own condition.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import product
from typing import NamedTuple

from lantian.model.level import LevelId
from lantian.model.text import Id
from lantian.model.vehicle import (
    Area,
    Effect,
    Exemption,
    Fuel,
    Scope,
    Stage,
    VehicleChapter,
    VehicleClass,
    VehicleClassId,
    VehicleRule,
    VerdictCode,
)
from lantian.model.vehicle_hours import lies_within
from lantian.model.view import view

_BY_EFFECT: dict[Effect, str] = {"ban": "banned", "hours": "banned", "site_ban": "site_rule", "odd_even": "by_plate"}
_STRICTEST_FIRST: dict[str, VerdictCode] = {
    "banned": "banned",
    "not_plate_day": "banned",
    "site_rule": "site_rule",
    "by_plate": "by_plate",
    "with_permit": "with_permit",
}
"""What rules demand, by its reason."""


class Given(NamedTuple):
    """What is known of a single drive: whether the plate may drive on that date, and the minute of that day."""

    plate_day: bool | None = None
    minute: int | None = None


NOTHING = Given()


class Question(NamedTuple):
    """What a driver knows; `level` is None while no level holds, `stage` is None for electric vehicles."""

    level: LevelId | None
    vehicle_class: VehicleClassId
    fuel: Fuel
    stage: Stage | None
    area: Id


@view
class Answer:
    """The verdict with every rule, release and silence that matches, in the order of the plan.

    `reason` is the key of a sentence of the wording. For a stage that is not known, the lists hold what matches at any
    stage of the class. A ban by `hours` is `banned`; the hours stand in its rule.
    """

    verdict: VerdictCode
    reason: str
    rules: tuple[Id, ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    releases: tuple[Id, ...] = ()
    silences: tuple[Id, ...] = ()


Ask = Callable[[Question], Answer]
"""Answers questions on one chapter."""


def answer(
    question: Question, chapter: VehicleChapter, classes: Iterable[VehicleClass], given: Given = NOTHING
) -> Answer:
    """Answer a question; KeyError if its stage is not known and its class is not among `classes`."""
    if question.level is None:
        return Answer(verdict="allowed", reason="vehicle.reason_no_level")
    if question.stage != "unknown":
        return _known(question, chapter, given)
    stages = {entry.id: entry.stages for entry in classes}[question.vehicle_class]
    return merged([_known(question._replace(stage=stage), chapter, given) for stage in stages])


def all_questions(
    classes: Iterable[VehicleClass], areas: Iterable[Area], levels: Iterable[LevelId | None]
) -> Iterator[Question]:
    """Yield every question that can be asked: electric vehicles without a stage, all others with each and `unknown`."""
    for level, entry, area in product(tuple(levels), tuple(classes), tuple(areas)):
        for fuel in entry.fuels:
            for stage in stages_of(entry, fuel):
                yield Question(level=level, vehicle_class=entry.id, fuel=fuel, stage=stage, area=area.id)


def stages_of(entry: VehicleClass, fuel: Fuel) -> tuple[Stage | None, ...]:
    """Return the standards that a vehicle of a class with a fuel can have; None alone for electric."""
    return (None,) if fuel == "electric" else (*entry.stages, "unknown")


def _known(question: Question, chapter: VehicleChapter, given: Given) -> Answer:
    rules = tuple(rule for rule in chapter.rules if _matches(rule, question))
    releases = tuple(release.id for release in chapter.releases if _matches(release, question))
    verdict, reason = _weigh(rules, question.fuel, given, released=bool(releases))
    return Answer(
        verdict=verdict,
        reason=f"vehicle.reason_{reason}",
        rules=tuple(rule.id for rule in rules),
        exemptions=_unique(exemption for rule in rules for exemption in rule.exemptions),
        releases=releases,
        silences=tuple(silence.id for silence in chapter.silences if _matches(silence, question)),
    )


def _matches(scope: Scope, question: Question) -> bool:
    """Tell whether a scope means the vehicle; one that counts stages means no electric vehicle, which has none."""
    return (
        concerns(scope, question)
        and (scope.fuels is None or question.fuel in scope.fuels)
        and (scope.stages is None or question.stage in scope.stages)
    )


def concerns(scope: Scope, question: Question) -> bool:
    """Tell whether a scope means the class of a vehicle in its area at the level, whatever drives it."""
    return question.level in scope.levels and question.vehicle_class in scope.classes and question.area in scope.areas


def _weigh(rules: tuple[VehicleRule, ...], fuel: Fuel, given: Given, *, released: bool) -> tuple[VerdictCode, str]:
    """Return the verdict and the name of its reason: what is required, what may be, a release, nothing."""
    meant = tuple(rule for rule in rules if not _frees(rule, fuel))
    bound = tuple(rule for rule in meant if _runs(rule, given))
    required = {_demand(rule, fuel, given) for rule in bound if rule.duty == "required"}
    for reason, verdict in _STRICTEST_FIRST.items():
        if reason in required:
            return verdict, reason
    if any(rule.duty == "may" for rule in bound):
        left_open = any(rule.detail == "unspecified" for rule in bound)
        return "may_be_restricted", "restriction_unspecified" if left_open else "may_be_restricted"
    if any(_outside(rule, given) for rule in meant):
        return "unknown", "outside_hours"
    if meant != bound:
        return "allowed", "plate_day"
    return ("allowed", "released") if released or meant != rules else ("unknown", "not_named")


def _frees(rule: VehicleRule, fuel: Fuel) -> bool:
    """Tell whether the rule exempts every vehicle of the fuel, and nobody need agree."""
    return any(fuel in one.fuels and not one.needs_permit for one in rule.exemptions)


def _runs(rule: VehicleRule, given: Given) -> bool:
    """Tell whether the rule binds on the day and at the hour of a drive, as far as they are given."""
    return not _outside(rule, given) and not (rule.effect == "odd_even" and given.plate_day)


def _outside(rule: VehicleRule, given: Given) -> bool:
    return rule.hours is not None and given.minute is not None and not lies_within(given.minute, rule.hours)


def _demand(rule: VehicleRule, fuel: Fuel, given: Given) -> str:
    """Return what a rule that binds asks of a vehicle of the fuel: its effect, or proof that it is exempt."""
    if any(fuel in one.fuels for one in rule.exemptions):
        return "with_permit"
    return "not_plate_day" if rule.effect == "odd_even" and given.plate_day is False else _BY_EFFECT[rule.effect]


def merged(answers: list[Answer]) -> Answer:
    """Put the answers of all stages of a class together: their verdict if they agree, else `unknown`."""
    first = answers[0]
    agreed = all(other.verdict == first.verdict for other in answers)
    return Answer(
        verdict=first.verdict if agreed else "unknown",
        reason=first.reason if agreed else "vehicle.reason_stage_unknown",
        rules=tuple(dict.fromkeys(rule for each in answers for rule in each.rules)),
        exemptions=_unique(exemption for each in answers for exemption in each.exemptions),
        releases=tuple(dict.fromkeys(release for each in answers for release in each.releases)),
        silences=tuple(dict.fromkeys(silence for each in answers for silence in each.silences)),
    )


def _unique(exemptions: Iterable[Exemption]) -> tuple[Exemption, ...]:
    return tuple({exemption.id: exemption for exemption in exemptions}.values())

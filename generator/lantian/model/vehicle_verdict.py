"""Whether a vehicle may be used somewhere at a level, with the rules, releases and silences of one plan that say so."""

from collections.abc import Iterable, Iterator
from itertools import product
from typing import NamedTuple

from lantian.model.level import LevelId
from lantian.model.text import Id
from lantian.model.vehicle import (
    Area,
    Exemption,
    Fuel,
    Scope,
    Stage,
    VehicleChapter,
    VehicleClass,
    VehicleClassId,
    VerdictCode,
)
from lantian.model.vehicle_weighing import NOTHING, Given, Scopes, drives, weigh
from lantian.model.view import view


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

    def __hash__(self) -> int:
        """Return the hash of all but the exemptions, which go with the rules."""
        return hash((self.verdict, self.reason, self.rules, self.releases, self.silences))


NO_LEVEL = Answer(verdict="allowed", reason="vehicle.reason_no_level")
"""While no level holds."""


def answer(
    question: Question, chapter: VehicleChapter, classes: Iterable[VehicleClass], given: Given = NOTHING
) -> Answer:
    """Answer a question; KeyError if its stage is not known and its class is not among `classes`."""
    if question.level is None:
        return NO_LEVEL
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


def fuels_of(entry: VehicleClass, stage: Stage | None) -> tuple[Fuel, ...]:
    """Return the fuels of a class that a standard can mean; no standard means electric."""
    return tuple(fuel for fuel in entry.fuels if (fuel == "electric") == (stage is None))


def _known(question: Question, chapter: VehicleChapter, given: Given) -> Answer:
    matching = Scopes(
        tuple(rule for rule in chapter.rules if _matches(rule, question)),
        tuple(release for release in chapter.releases if _matches(release, question)),
        tuple(silence for silence in chapter.silences if _matches(silence, question)),
    )
    return weighed(matching, question.fuel, given)


def weighed(matching: Scopes, fuel: Fuel, given: Given) -> Answer:
    """Return what the scopes that mean a vehicle answer together; of its fuel only exemptions know more."""
    verdict, reason = weigh(matching.rules, fuel, given, released=bool(matching.releases))
    return Answer(
        verdict=verdict,
        reason=f"vehicle.reason_{reason}",
        rules=tuple(rule.id for rule in matching.rules),
        exemptions=_unique(exemption for rule in matching.rules for exemption in rule.exemptions),
        releases=tuple(release.id for release in matching.releases),
        silences=tuple(silence.id for silence in matching.silences),
    )


def _matches(scope: Scope, question: Question) -> bool:
    """Tell whether a scope means the vehicle in its area at the level."""
    return (
        question.level in scope.levels
        and question.vehicle_class in scope.classes
        and question.area in scope.areas
        and drives(scope, question.fuel, question.stage)
    )


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

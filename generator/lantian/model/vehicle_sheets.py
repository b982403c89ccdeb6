"""Sheets of answers: what a plan says to everything that may drive a class, in one area at one level.

Most sheets are the same one, since the same rules, releases and silences mean many classes in many areas and at many
levels; what drives a vehicle then decides alone.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import product
from typing import TypeVar

from lantian.model.level import LevelId
from lantian.model.text import Id
from lantian.model.vehicle import (
    Fuel,
    Release,
    Scope,
    Silence,
    Stage,
    VehicleChapter,
    VehicleClass,
    VehicleClassId,
    VehicleRule,
)  # fmt: skip
from lantian.model.vehicle_verdict import NO_LEVEL, Answer, merged, stages_of, weighed
from lantian.model.vehicle_weighing import Given, Scopes, drives

Kind = tuple[Fuel, Stage | None]
"""A fuel with a standard; electric has none."""
Sheet = Mapping[Kind, Answer]
"""The answers to every kind of a class, fuel by fuel, in the order of the standards."""
AnyScope = TypeVar("AnyScope", bound=Scope)
_Where = tuple[LevelId, VehicleClassId, Id]
"""A level, a class and an area."""
_Meaning = dict[_Where, tuple[AnyScope, ...]]


class Sheets:
    """The sheets of a chapter; in all of them equal answers are the same object."""

    def __init__(self, chapter: VehicleChapter) -> None:
        """Begin with nothing answered."""
        self._chapter = chapter
        self._alike: dict[tuple[object, ...], Sheet] = {}
        self._weighed: dict[tuple[object, ...], Answer] = {}
        self._answers: dict[Answer, Answer] = {}

    def of(self, level: LevelId | None, entry: VehicleClass, area: Id, given: Given) -> Sheet:
        """Return the sheet of a class; it is the same object wherever the same scopes mean the same kinds."""
        near = self._near(level, entry.id, area)
        means = None if near is None else tuple(tuple(map(id, scopes)) for scopes in near)
        same = (entry.fuels, entry.stages, given, means)
        found = self._alike.get(same)
        if found is None:
            found = self._alike[same] = dict(self._answered(entry, near, given))
        return found

    def _near(self, level: LevelId | None, vehicle_class: VehicleClassId, area: Id) -> Scopes | None:
        """Return what means a class in an area at a level, whatever drives it; None while no level holds."""
        if level is None:
            return None
        key = (level, vehicle_class, area)
        rules, releases, silences = self._meant
        return Scopes(rules.get(key, ()), releases.get(key, ()), silences.get(key, ()))

    @cached_property
    def _meant(self) -> tuple[_Meaning[VehicleRule], _Meaning[Release], _Meaning[Silence]]:
        chapter = self._chapter
        return _by_meaning(chapter.rules), _by_meaning(chapter.releases), _by_meaning(chapter.silences)

    def _answered(self, entry: VehicleClass, near: Scopes | None, given: Given) -> Iterator[tuple[Kind, Answer]]:
        for fuel in entry.fuels:
            stages = stages_of(entry, fuel)
            known = {(fuel, stage): self._known(fuel, stage, near, given) for stage in stages if stage != "unknown"}
            yield from known.items()
            if "unknown" in stages:
                yield (fuel, "unknown"), self._merged([*known.values()])

    def _known(self, fuel: Fuel, stage: Stage | None, near: Scopes | None, given: Given) -> Answer:
        """Answer by the scopes that match: where the same ones do, and exempt alike, it is the same answer."""
        if near is None:
            return self.one(NO_LEVEL)
        matching = Scopes(
            tuple(one for one in near.rules if drives(one, fuel, stage)),
            tuple(one for one in near.releases if drives(one, fuel, stage)),
            tuple(one for one in near.silences if drives(one, fuel, stage)),
        )
        exempt = tuple(id(one) for rule in matching.rules for one in rule.exemptions if fuel in one.fuels)
        same = (given, exempt, *(tuple(map(id, scopes)) for scopes in matching))
        if same not in self._weighed:
            self._weighed[same] = self.one(weighed(matching, fuel, given))
        return self._weighed[same]

    def _merged(self, known: list[Answer]) -> Answer:
        """Answer for a standard that is not known; where all agree in everything, their answer is it."""
        same = tuple(map(id, known))
        if same not in self._weighed:
            self._weighed[same] = known[0] if len(set(same)) == 1 else self.one(merged(known))
        return self._weighed[same]

    def one(self, found: Answer) -> Answer:
        """Return the object that stands for an answer."""
        return self._answers.setdefault(found, found)


def _by_meaning(scopes: Iterable[AnyScope]) -> _Meaning[AnyScope]:
    """Return the scopes by every level, class and area that they mean."""
    found: dict[_Where, list[AnyScope]] = {}
    for one in scopes:
        for key in product(one.levels, one.classes, one.areas):
            found.setdefault(key, []).append(one)
    return {key: tuple(meant) for key, meant in found.items()}

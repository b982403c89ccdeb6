"""Sheets of answers: what a plan says to everything that may drive a class, in one area at one level.

Most sheets are the same one, since the same rules, releases and silences mean many classes in many areas and at many
levels; what drives a vehicle then decides alone.
"""

from collections.abc import Iterator
from functools import cached_property
from itertools import product

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
from lantian.model.vehicle_weighing import NOTHING, Given, Scopes, drives
from lantian.model.view import view

Kind = tuple[Fuel, Stage | None]
"""A fuel with a standard; electric has none."""


@view
class Sheet:
    """The answers to every kind of a class, fuel by fuel, in the order of the standards.

    There is one object for all classes, areas and levels that share it, so that sheets are compared by identity.
    """

    answers: dict[Kind, Answer]

    __eq__ = object.__eq__
    __hash__ = object.__hash__


class Sheets:
    """The sheets of a chapter; in all of them equal answers are the same object."""

    def __init__(self, chapter: VehicleChapter) -> None:
        """Begin with nothing answered."""
        self._scopes: tuple[Scope, ...] = (*chapter.rules, *chapter.releases, *chapter.silences)
        self._exempt = {fuel for rule in chapter.rules for one in rule.exemptions for fuel in one.fuels}
        self._timed = {
            rule.id for rule in chapter.rules if rule.hours is not None or rule.effect == "odd_even"
        }  # to no other rule the day or the hour of a drive makes a difference
        self._alike: dict[tuple[object, ...], Sheet] = {}
        self._weighed: dict[tuple[object, ...], Answer] = {}
        self._answers: dict[Answer, Answer] = {}

    def of(self, level: LevelId | None, entry: VehicleClass, area: Id, given: Given) -> Sheet:
        """Return the sheet of a class; it is the same object wherever the same scopes mean the same kinds."""
        near = None if level is None else self._meant.get((level, entry.id, area), ())
        told = given if any(one.id in self._timed for one in near or ()) else NOTHING
        same = (entry.fuels, entry.stages, told, None if near is None else tuple(map(id, near)))
        found = self._alike.get(same)
        if found is None:
            found = self._alike[same] = Sheet(dict(self._answered(entry, near, told)))
        return found

    def one(self, found: Answer) -> Answer:
        """Return the object that stands for an answer."""
        return self._answers.setdefault(found, found)

    @cached_property
    def _meant(self) -> dict[tuple[LevelId, VehicleClassId, Id], tuple[Scope, ...]]:
        """What means a class in an area at a level, whatever drives it, in the order of the plan."""
        found: dict[tuple[LevelId, VehicleClassId, Id], list[Scope]] = {}
        for one in self._scopes:
            for key in product(one.levels, one.classes, one.areas):
                found.setdefault(key, []).append(one)
        return {key: tuple(meant) for key, meant in found.items()}

    def _answered(
        self, entry: VehicleClass, near: tuple[Scope, ...] | None, given: Given
    ) -> Iterator[tuple[Kind, Answer]]:
        """Yield the answers by the scopes that are near; None while no level holds."""
        for fuel in entry.fuels:
            stages = stages_of(entry, fuel)
            known = {(fuel, stage): self._known(fuel, stage, near, given) for stage in stages if stage != "unknown"}
            yield from known.items()
            if "unknown" in stages:
                yield (fuel, "unknown"), self._merged([*known.values()])

    def _known(self, fuel: Fuel, stage: Stage | None, near: tuple[Scope, ...] | None, given: Given) -> Answer:
        """Answer by the scopes that match: where the same ones do, it is the same answer, if no fuel is exempt."""
        if near is None:
            return self.one(NO_LEVEL)
        matching = [one for one in near if drives(one, fuel, stage)]
        same = (given, fuel if fuel in self._exempt else None, *map(id, matching))
        found = self._weighed.get(same)
        if found is None:
            scopes = Scopes(
                tuple(one for one in matching if isinstance(one, VehicleRule)),
                tuple(one for one in matching if isinstance(one, Release)),
                tuple(one for one in matching if isinstance(one, Silence)),
            )
            found = self._weighed[same] = self.one(weighed(scopes, fuel, given))
        return found

    def _merged(self, known: list[Answer]) -> Answer:
        """Answer for a standard that is not known; where all agree in everything, their answer is it."""
        same = tuple(map(id, known))
        if same not in self._weighed:
            self._weighed[same] = known[0] if len(set(same)) == 1 else self.one(merged(known))
        return self._weighed[same]

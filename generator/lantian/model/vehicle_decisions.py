"""Every answer of one plan on vehicles, each worked out once: pages ask the same question many times.

Most questions differ in level, class or area, and yet the same rules, releases and silences concern them: then fuel and
standard alone decide the answer, and it is worked out for the first of them only.
"""

from collections.abc import Iterable
from dataclasses import replace

from lantian.model.level import LevelId
from lantian.model.vehicle import Area, Fuel, Stage, VehicleChapter, VehicleClass, VehicleClassId
from lantian.model.vehicle_rows import TableRow, verdict_table
from lantian.model.vehicle_verdict import NOTHING, Answer, Given, Question, answer, concerns, merged
from lantian.model.view import view


@view
class AreaAnswer:
    """One answer in one area, with the fuels that share it."""

    area: Area
    fuels: tuple[Fuel, ...]
    answer: Answer


class Decisions:
    """The answers of a chapter for the vehicles of a vocabulary; the same questions get the same answers."""

    def __init__(self, chapter: VehicleChapter, classes: Iterable[VehicleClass]) -> None:
        """Begin with nothing answered."""
        self.chapter = chapter
        self.classes = tuple(classes)
        self._answers: dict[Question | tuple[Question, Given], Answer] = {}
        self._by_area: dict[tuple[VehicleClassId, Stage | None, LevelId | None], tuple[AreaAnswer, ...]] = {}
        self._parts: dict[tuple[LevelId | None, VehicleClassId, str], VehicleChapter] = {}
        self._alike: dict[tuple[object, ...], Answer] = {}
        self._known_parts: dict[tuple[tuple[int, ...], ...], VehicleChapter] = {}
        self._stages: dict[VehicleClassId, tuple[Stage | None, ...]] = {one.id: one.stages for one in self.classes}

    def answer(self, question: Question, given: Given = NOTHING) -> Answer:
        """Answer a question; KeyError if its stage is not known and its class is not in the vocabulary."""
        key = question if given == NOTHING else (question, given)
        found = self._answers.get(key)
        if found is None:
            found = self._answers[key] = self._worked_out(question, given)
        return found

    def by_area(self, entry: VehicleClass, stage: Stage | None, level: LevelId | None) -> tuple[AreaAnswer, ...]:
        """Return the answers on a vehicle in the order of the areas; fuels stand apart only where they differ."""
        key = (entry.id, stage, level)
        if key not in self._by_area:
            fuels = fuels_of(entry, stage)
            found = (one for area in self.chapter.areas for one in self._in_area(area, fuels, key))
            self._by_area[key] = tuple(found)
        return self._by_area[key]

    def table(self, level: LevelId | None) -> tuple[TableRow, ...]:
        """Return the full table at a level: a row per class and stage, fuels together where they share answers."""
        return verdict_table(self.chapter, self.classes, level, self.answer)

    def _worked_out(self, question: Question, given: Given) -> Answer:
        if question.level is None:
            return answer(question, self.chapter, self.classes, given)
        near = self._near(question)
        stages = self._stages[question.vehicle_class] if question.stage == "unknown" else question.stage
        key = (id(near), question.fuel, stages, given)
        if key not in self._alike:
            self._alike[key] = self._weighed(question, near, given)
        return self._alike[key]

    def _weighed(self, question: Question, near: VehicleChapter, given: Given) -> Answer:
        if question.stage != "unknown":
            return answer(question, near, self.classes, given)
        stages = self._stages[question.vehicle_class]
        return merged([self.answer(question._replace(stage=stage), given) for stage in stages])

    def _near(self, question: Question) -> VehicleChapter:
        """Return the part of the chapter that means a class in an area at a level: no other can mean the vehicle.

        Where the same scopes do, it is the same object.
        """
        key = (question.level, question.vehicle_class, question.area)
        if key not in self._parts:
            chapter = self.chapter
            meant = {
                "rules": tuple(one for one in chapter.rules if concerns(one, question)),
                "releases": tuple(one for one in chapter.releases if concerns(one, question)),
                "silences": tuple(one for one in chapter.silences if concerns(one, question)),
            }
            same = tuple(tuple(map(id, scopes)) for scopes in meant.values())
            if same not in self._known_parts:
                self._known_parts[same] = chapter.model_copy(update=meant)
            self._parts[key] = self._known_parts[same]
        return self._parts[key]

    def _in_area(
        self, area: Area, fuels: tuple[Fuel, ...], key: tuple[VehicleClassId, Stage | None, LevelId | None]
    ) -> list[AreaAnswer]:
        vehicle_class, stage, level = key
        found: list[AreaAnswer] = []
        for fuel in fuels:
            question = Question(level=level, vehicle_class=vehicle_class, fuel=fuel, stage=stage, area=area.id)
            _add(found, AreaAnswer(area, (fuel,), self.answer(question)))
        return found


def fuels_of(entry: VehicleClass, stage: Stage | None) -> tuple[Fuel, ...]:
    """Return the fuels of a class that a standard can mean; no standard means electric."""
    return tuple(fuel for fuel in entry.fuels if (fuel == "electric") == (stage is None))


def _add(found: list[AreaAnswer], one: AreaAnswer) -> None:
    for index, other in enumerate(found):
        if other.answer == one.answer:
            found[index] = replace(other, fuels=(*other.fuels, *one.fuels))
            return
    found.append(one)

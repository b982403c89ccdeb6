"""Every answer of one plan on vehicles, each worked out once: pages ask the same question many times."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping

from lantian.model.level import LevelId
from lantian.model.text import Id
from lantian.model.vehicle import Area, Fuel, Stage, VehicleChapter, VehicleClass, VehicleClassId
from lantian.model.vehicle_rows import TableRow, class_rows
from lantian.model.vehicle_sheets import Sheet, Sheets
from lantian.model.vehicle_verdict import Answer, Question, answer, fuels_of
from lantian.model.vehicle_weighing import NOTHING, Given
from lantian.model.view import view


@view
class AreaAnswer:
    """One answer in one area, with the fuels that share it."""

    area: Area
    fuels: tuple[Fuel, ...]
    answer: Answer

    def __hash__(self) -> int:
        """Return the hash of what is answered, which tells enough of them apart."""
        return hash((self.answer.verdict, self.answer.rules))


class Decisions:
    """The answers of a chapter for the vehicles of a vocabulary; equal answers are the same object."""

    def __init__(self, chapter: VehicleChapter, classes: Iterable[VehicleClass]) -> None:
        """Begin with nothing answered."""
        self.chapter = chapter
        self.classes = tuple(classes)
        self._entries = {entry.id: entry for entry in self.classes}
        self._every = Sheets(chapter)
        self._sheets: dict[tuple[LevelId | None, VehicleClassId, Given], dict[Id, Sheet]] = {}
        self._in_areas: dict[tuple[AreaAnswer, ...], tuple[AreaAnswer, ...]] = {}
        self._by_area: dict[tuple[Stage | None, tuple[Sheet, ...]], tuple[AreaAnswer, ...]] = {}

    def answer(self, question: Question, given: Given = NOTHING) -> Answer:
        """Answer a question; KeyError if its stage is not known and its class is not in the vocabulary."""
        level, vehicle_class, fuel, stage, area = question
        sheet = self.sheets(level, vehicle_class, given).get(area) if vehicle_class in self._entries else None
        found = None if sheet is None else sheet.answers.get((fuel, stage))
        return found or self._every.one(answer(question, self.chapter, self.classes, given))

    def sheets(
        self, level: LevelId | None, vehicle_class: VehicleClassId, given: Given = NOTHING
    ) -> Mapping[Id, Sheet]:
        """Return the sheets of a class by area, in their order; KeyError for a class that is not in the vocabulary."""
        key = (level, vehicle_class, given)
        found = self._sheets.get(key)
        if found is None:
            entry = self._entries[vehicle_class]
            found = {area.id: self._every.of(level, entry, area.id, given) for area in self.chapter.areas}
            self._sheets[key] = found
        return found

    def by_area(self, entry: VehicleClass, stage: Stage | None, level: LevelId | None) -> tuple[AreaAnswer, ...]:
        """Return the answers on a vehicle in the order of the areas; fuels stand apart only where they differ.

        Where nothing differs between classes, standards or levels it is the same object.
        """
        sheets = self.sheets(level, entry.id).values()
        key = (stage, tuple(sheets))
        found = self._by_area.get(key)
        if found is None:
            fuels = fuels_of(entry, stage)
            areas = zip(self.chapter.areas, sheets, strict=True)
            made = tuple(one for area, sheet in areas for one in _in_area(area, sheet, fuels, stage))
            found = self._by_area[key] = self._in_areas.setdefault(made, made)
        return found

    def table(self, level: LevelId | None) -> tuple[TableRow, ...]:
        """Return the full table at a level: a row per class and stage, fuels together where they share answers."""
        return tuple(row for entry in self.classes for row in class_rows(entry, self.sheets(level, entry.id)))


_kept: deque[Decisions] = deque(maxlen=4)  # a pair of places, and what they were compared with before


def decisions_on(chapter: VehicleChapter, classes: tuple[VehicleClass, ...]) -> Decisions:
    """Return the answers of a chapter; sections that are made of the same records one after another share them."""
    found = next((one for one in _kept if one.chapter is chapter and one.classes is classes), None)
    if found is None:
        found = Decisions(chapter, classes)
        _kept.append(found)
    return found


def _in_area(area: Area, sheet: Sheet, fuels: tuple[Fuel, ...], stage: Stage | None) -> Iterator[AreaAnswer]:
    together: dict[int, list[Fuel]] = {}
    for fuel in fuels:
        together.setdefault(id(sheet.answers[fuel, stage]), []).append(fuel)
    for alike in together.values():
        yield AreaAnswer(area, tuple(alike), sheet.answers[alike[0], stage])

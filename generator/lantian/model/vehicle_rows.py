"""The full table of verdicts at a level: a row per class and stage, fuels together where they share all answers."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from lantian.model.level import LevelId
from lantian.model.text import Id
from lantian.model.vehicle import Fuel, Stage, VehicleChapter, VehicleClass, VehicleClassId
from lantian.model.vehicle_verdict import Answer, Ask, Question, stages_of
from lantian.model.view import view


@view
class TableRow:
    """A class with one stage and the fuels that share all answers; `answers` by area."""

    vehicle_class: VehicleClassId
    fuels: tuple[Fuel, ...]
    stage: Stage | None
    answers: dict[Id, Answer]


def verdict_table(
    chapter: VehicleChapter, classes: Iterable[VehicleClass], level: LevelId | None, ask: Ask
) -> tuple[TableRow, ...]:
    """Return the full table at a level: a row per class and stage, fuels together where no area tells them apart."""
    return tuple(row for entry in classes for row in _rows(entry, chapter, level, ask))


def _rows(entry: VehicleClass, chapter: VehicleChapter, level: LevelId | None, ask: Ask) -> Iterator[TableRow]:
    stages: tuple[Stage | None, ...] = (*entry.stages, "unknown", None)
    rows: dict[Stage | None, list[TableRow]] = {stage: [] for stage in stages}
    for fuel in entry.fuels:
        for stage in stages_of(entry, fuel):
            answers = {
                area.id: ask(Question(level=level, vehicle_class=entry.id, fuel=fuel, stage=stage, area=area.id))
                for area in chapter.areas
            }
            _add(rows[stage], TableRow(vehicle_class=entry.id, fuels=(fuel,), stage=stage, answers=answers))
    for found in rows.values():
        yield from found


def _add(rows: list[TableRow], row: TableRow) -> None:
    for index, other in enumerate(rows):
        if other.answers == row.answers:
            rows[index] = replace(other, fuels=(*other.fuels, *row.fuels))
            return
    rows.append(row)

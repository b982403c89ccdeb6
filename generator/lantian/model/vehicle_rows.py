"""The rows of a class in the full table of verdicts: one per standard, fuels together where they share all answers."""

from collections.abc import Iterator, Mapping

from lantian.model.text import Id
from lantian.model.vehicle import Fuel, Stage, VehicleClass, VehicleClassId
from lantian.model.vehicle_sheets import Sheet
from lantian.model.vehicle_verdict import Answer, fuels_of
from lantian.model.view import view


@view
class TableRow:
    """A class with one stage and the fuels that share all answers; `answers` by area."""

    vehicle_class: VehicleClassId
    fuels: tuple[Fuel, ...]
    stage: Stage | None
    answers: dict[Id, Answer]


def class_rows(entry: VehicleClass, sheets: Mapping[Id, Sheet]) -> Iterator[TableRow]:
    """Yield the rows of a class by its sheets of each area, in which equal answers have to be the same object."""
    columns = [sheet.answers for sheet in sheets.values()]
    stages: tuple[Stage | None, ...] = (*entry.stages, "unknown", None)
    for stage in stages:
        together: dict[tuple[int, ...], tuple[list[Fuel], list[Answer]]] = {}
        for fuel in fuels_of(entry, stage):
            answers = [column[fuel, stage] for column in columns]
            together.setdefault(tuple(map(id, answers)), ([], answers))[0].append(fuel)
        for fuels, answers in together.values():
            told = dict(zip(sheets, answers, strict=True))
            yield TableRow(vehicle_class=entry.id, fuels=tuple(fuels), stage=stage, answers=told)

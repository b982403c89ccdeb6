"""Cells of the tables of vehicles: a verdict in a word, level by level or class by class."""

from itertools import groupby

from lantian.model.text import Text
from lantian.model.vehicle_decisions import AreaAnswer
from lantian.model.view import view
from lantian.pages.edition import Edition
from lantian.pages.once import once
from lantian.pages.vehicle_words import fuel_names, verdict_word


@view
class Cell:
    """A verdict in a table; `fuels` where they differ."""

    code: str
    word: Text
    fuels: Text | None = None


@view
class AreaRow:
    """An area and its cells, one column per group of levels with the same answers."""

    area: Text
    cells: tuple[tuple[Cell, ...], ...]


@once
def area_rows(edition: Edition, by_level: tuple[tuple[AreaAnswer, ...], ...]) -> tuple[AreaRow, ...]:
    """Return a row for each area, with a column for each group of levels."""
    columns = [_by_area(edition, found) for found in by_level]
    return tuple(
        AreaRow(area.names, tuple(column[area.id] for column in columns)) for area in edition.plan.vehicles.areas
    )


def _by_area(edition: Edition, found: tuple[AreaAnswer, ...]) -> dict[str, tuple[Cell, ...]]:
    grouped = {area: tuple(members) for area, members in groupby(found, key=lambda one: one.area.id)}
    return {
        area: tuple(
            Cell(
                one.answer.verdict,
                verdict_word(edition, one.answer),
                fuel_names(edition, one.fuels) if len(members) > 1 else None,
            )
            for one in members
        )
        for area, members in grouped.items()
    }

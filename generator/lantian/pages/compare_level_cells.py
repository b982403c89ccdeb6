"""Vehicles and companies at two levels of one place."""

from lantian.model.industry import Grade, GuidanceRow
from lantian.model.level import LevelId
from lantian.model.text import Text
from lantian.model.vehicle import Area
from lantian.model.view import view
from lantian.pages.compare_areas import AreaTable, asking, tally_fields, verdict_row
from lantian.pages.compare_asked import Asked, Looks, exactly
from lantian.pages.compare_cells import (
    CellTally,
    SectorDifference,
    differing,
    in_full,
    side_statements,
)
from lantian.pages.compare_enterprises import lost_sentence
from lantian.pages.compare_rows import Statement
from lantian.pages.compare_verdicts import Tally, contrasts, tally_of
from lantian.pages.edition import Edition
from lantian.pages.once import once
from lantian.pages.vehicle_words import apart


@view
class LevelCells:
    """What differs for companies, with the count; `alike` are the sectors in which nothing does."""

    count: Text
    sectors: tuple[SectorDifference, ...]
    alike: Text | None


def level_vehicles(edition: Edition, lower: LevelId, higher: LevelId) -> tuple[tuple[AreaTable, ...], Text]:
    """Return the areas in which verdicts differ between two levels, and the count over all areas."""
    found = tuple(_area(edition, area, lower, higher) for area in edition.plan.vehicles.areas)
    tally = tally_of([count for _, count in found])
    key = "vehicles" if tally.unlike else "vehicles_same" if tally.total else "vehicles_none"
    count = edition.say(f"compare_levels.{key}", **tally_fields(tally))
    return tuple(table for table, _ in found if table.rows), count


def level_cells(edition: Edition, lower: LevelId, higher: LevelId) -> LevelCells:
    """Return the fields of the sectors that differ between two levels."""
    differences: list[SectorDifference] = []
    alike: list[Text] = []
    tally = CellTally()
    sectors, found = edition.plan.industry.sectors, _asked(edition)
    for row, low, high in zip(sectors, found[lower], found[higher], strict=True):
        fields, counted = differing(row.grades, (low,), (high,))
        tally += counted
        alike += [row.names] if counted.total and not counted.unlike else []
        if fields:
            left = tuple((one.grade, 0, one.left) for one in fields)
            right = tuple((one.grade, 0, one.right) for one in fields)
            differences.append(
                SectorDifference(
                    row.names,
                    side_statements(edition, row, left, (lower,), in_full),
                    side_statements(edition, row, right, (higher,), in_full),
                )
            )
    same = "cells_open" if tally.left_open == tally.total else "cells_same"
    key = "cells" if tally.unlike else same if tally.total else "cells_none"
    count = edition.say(f"compare_levels.{key}", unlike=tally.unlike, total=tally.total)
    count = edition.wording.join((count, *lost_sentence(edition, tally)))
    return LevelCells(count, tuple(differences), apart(edition, alike) if alike else None)


@once
def _asked(edition: Edition) -> dict[LevelId, tuple[dict[Grade, Asked | None], ...]]:
    """Return by level what every sector asks of its grades: each level is compared with each other one."""
    looks, sectors = Looks(exactly), edition.plan.industry.sectors
    return {
        level.id: tuple(looks.at(edition, row, level.id, row.grades) for row in sectors)
        for level in edition.plan.levels
    }


def level_guidance(edition: Edition, lower: LevelId, higher: LevelId) -> tuple[SectorDifference, ...]:
    """Return what two levels say otherwise to companies outside the key sectors; a level that is left out is silent."""
    return tuple(
        SectorDifference(
            row.names, (_guided(edition, row, lower, "silent_lower"),), (_guided(edition, row, higher, "silent"),)
        )
        for row in edition.plan.industry.guidance
        if _asks(row, lower) != _asks(row, higher)
    )


def _asks(row: GuidanceRow, level: LevelId) -> object:
    rule = row.levels.get(level)
    return None if rule is None else (rule.duty, exactly(rule.cells))


def _guided(edition: Edition, row: GuidanceRow, level: LevelId, silence: str) -> Statement:
    rule = row.levels.get(level)
    if rule is None:
        named = edition.say(f"compare_levels.{silence}", level=edition.plan.level(level).names)
        return Statement(named, notes=(row.silence,) if row.silence is not None else ())
    text = edition.wording.join(tuple(in_full(edition, row, cell) for cell in rule.cells))
    return Statement(text, rule.duty, citation=edition.cite(rule.cite))


def _area(edition: Edition, area: Area, lower: LevelId, higher: LevelId) -> tuple[AreaTable, Tally]:
    classes = edition.content.vocabulary.vehicle_classes
    found, tally = contrasts(
        edition, classes, 1, asking(edition, area.id, (lower,)), asking(edition, area.id, (higher,))
    )
    rows = tuple(verdict_row((edition, edition), one, ((lower,), (higher,)), None) for one in found)
    key = "compare_vehicles.area_count" if tally.unlike else "compare_vehicles.area_same"
    return AreaTable(area.id, area.names, (area.description,), rows, edition.say(key, **tally_fields(tally))), tally

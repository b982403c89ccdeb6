"""Vehicles whose verdicts differ between two sides, as tables area by area."""

from lantian.model.citation import Citation
from lantian.model.level import LevelId
from lantian.model.text import Text
from lantian.model.vehicle import VehicleClass
from lantian.model.vehicle_sheets import Sheet
from lantian.model.view import view
from lantian.pages.compare_vehicle_names import vehicle_names
from lantian.pages.compare_verdicts import Ask, Contrast, Tally, VerdictCell, verdict_cell
from lantian.pages.edition import Edition


@view
class VerdictSide:
    """What one side answers."""

    cell: VerdictCell
    citation: Citation | None


@view
class VerdictRow:
    """Vehicles, at which levels (none where the page is about two levels), and both answers."""

    vehicles: Text
    levels: Text | None
    left: VerdictSide
    right: VerdictSide


@view
class AreaTable:
    """An area and the vehicles whose answers differ there; none if all agree. `said` is how each side describes it."""

    id: str
    names: Text
    said: tuple[Text, ...]
    rows: tuple[VerdictRow, ...]
    count: Text


def tally_fields(tally: Tally) -> dict[str, Text | str | int]:
    """Return the numbers of a tally by the names that patterns use."""
    same = tally.total - tally.unlike
    return {"total": tally.total, "unlike": tally.unlike, "same": same, "unsaid": tally.both_unsaid}


def asking(edition: Edition, area: str, levels: tuple[LevelId, ...]) -> Ask:
    """Return what answers for an edition in an area, case by case of the levels."""

    def ask(entry: VehicleClass, case: int) -> Sheet:
        return edition.decisions.sheets(levels[case], entry.id)[area]

    return ask


def verdict_row(
    sides: tuple[Edition, Edition], contrast: Contrast, levels: tuple[tuple[LevelId, ...], ...], named: Text | None
) -> VerdictRow:
    """Return a contrast as a row; `levels` are those that each side answers for."""
    cells = tuple(
        verdict_cell(side, answers, levels[index])
        for index, (side, answers) in enumerate(zip(sides, (contrast.left, contrast.right), strict=True))
    )
    told = tuple(
        VerdictSide(cell, side.cite(cell.clauses) if cell.clauses else None)
        for side, cell in zip(sides, cells, strict=True)
    )
    return VerdictRow(vehicle_names(sides[0], contrast.vehicles), named, told[0], told[1])

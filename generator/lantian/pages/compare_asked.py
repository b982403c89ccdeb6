"""What of the cells of a sector is compared: looked at once, however many sectors a rule on grades stands in."""

from collections.abc import Callable, Mapping

from lantian.model.industry import Cell, Grade, SectorRow
from lantian.model.level import LevelId
from lantian.model.view import view
from lantian.pages.edition import Edition

Cells = tuple[Cell, ...]
Compared = Callable[[Cells], object]
"""Returns what of cells is compared."""


@view
class Asked:
    """What a grade is asked to do; nobody can compare a `lost` text, and where it is `left_open` no measure is set."""

    cells: Cells
    compared: object
    lost: bool
    left_open: bool


Cases = tuple[Mapping[Grade, Asked | None], ...]
"""By case what one side asks of each grade, None where it does not say."""


class Looks:
    """What is compared of cells; those of a rule on grades stand in sector after sector, and are looked at once."""

    def __init__(self, compared: Compared) -> None:
        """Begin with none."""
        self._compared = compared
        self._known: dict[tuple[int, ...], Asked] = {}

    def at(
        self, edition: Edition, row: SectorRow, level: LevelId, grades: tuple[Grade, ...]
    ) -> dict[Grade, Asked | None]:
        """Return what a row asks of grades at a level; None where the plan does not say."""
        industry = edition.plan.industry
        return {grade: self._of(industry.cells(row, level, grade)) for grade in grades}

    def _of(self, cells: Cells) -> Asked | None:
        if not cells:
            return None
        same = tuple(map(id, cells))  # they live as long as what was asked, which holds them
        if same not in self._known:
            self._known[same] = Asked(cells, self._compared(cells), _lost(cells), _open(cells))
        return self._known[same]


def exactly(cells: Cells) -> object:
    """Return all that cells ask, for two cells of one plan, whose names of processes are the same."""
    return tuple((cell.branch, cell.effective_kind, cell.actions, cell.transport) for cell in cells)


def asked(cells: Cells) -> frozenset[object]:
    """Return what can be compared between plans: kind, shares and transport; names of processes are each its own."""
    return frozenset(
        (
            cell.effective_kind,
            frozenset((one.do, one.scope is None, one.percent, one.at_least) for one in cell.actions),
            cell.transport,
        )
        for cell in cells
    )


def _lost(cells: Cells) -> bool:
    return any(action.do == "unclear" for cell in cells for action in cell.actions)


def _open(cells: Cells) -> bool:
    return all(cell.effective_kind in {"self_directed", "see_inventory"} for cell in cells)

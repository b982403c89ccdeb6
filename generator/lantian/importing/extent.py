"""How far a sheet reaches, and which of its cells hold formulas or errors: found out before it is read."""

from dataclasses import dataclass, field

from lantian.importing import limits
from lantian.importing.fault import Where, refuse
from lantian.importing.sheet import Mark, Merge


@dataclass(slots=True)
class Extent:
    """The rectangle around all values of a sheet, its marks and its merged ranges; all counts from 0."""

    top: int = -1
    left: int = -1
    bottom: int = -1
    right: int = -1
    marks: dict[tuple[int, int], Mark] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)

    def value(self, row: int, column: int, rows: int = 1, columns: int = 1) -> None:
        """Remember that there is a value, or several of them side by side."""
        if self.bottom < 0:
            self.top, self.left = row, column
        self.top = min(self.top, row)
        self.left = min(self.left, column)
        self.bottom = max(self.bottom, row + rows - 1)
        self.right = max(self.right, column + columns - 1)

    def mark(self, row: int, column: int, kind: Mark) -> None:
        """Remember a cell that must not be trusted; RefusedError if there are far too many."""
        if len(self.marks) >= limits.MARKS:
            raise refuse("too_many_formulas", limit=limits.MARKS)
        self.marks[row, column] = kind

    def merge(self, merge: Merge) -> None:
        """Remember a merged range; RefusedError if there are far too many."""
        if len(self.merges) >= limits.MERGES:
            raise refuse("too_many_merges", limit=limits.MERGES)
        self.merges.append(merge)

    def judge(self, name: str) -> None:
        """Raise RefusedError if the sheet is too large to be read."""
        rows, columns = self.bottom + 1, self.right + 1
        if columns - max(self.left, 0) > limits.COLUMNS:
            raise refuse("too_many_columns", Where(name), columns=columns, limit=limits.COLUMNS)
        if rows > limits.ROWS:
            raise refuse("too_many_rows", Where(name), limit=limits.ROWS)
        if rows * columns > limits.CELLS:
            raise refuse("too_many_cells", Where(name), rows=rows, columns=columns, limit=limits.CELLS)

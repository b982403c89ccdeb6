"""Merged cells: their one value belongs to every cell that they cover, and to no other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from lantian.importing.sheet import Merge, Value, blank

Place = tuple[int, int]
"""Row and column, counted from 0."""


@dataclass(slots=True)
class Cells:
    """The cells of one row that matter, by column; `origins` says where the value of a filled one really stands."""

    row: int
    values: dict[int, Value]
    origins: dict[int, Place] = field(default_factory=dict)

    def origin(self, column: int) -> Place:
        """Return where the value of a column really stands."""
        return self.origins.get(column, (self.row, column))


class Filler:
    """Goes down a sheet with its merged ranges; rows must come in their order."""

    def __init__(self, merges: Iterable[Merge], columns: Sequence[int]) -> None:
        """Keep the ranges that cover a column that matters."""
        self._columns = tuple(columns)
        self._starting: dict[int, list[Merge]] = {}
        for merge in merges:
            if any(merge.left <= column <= merge.right for column in self._columns):
                self._starting.setdefault(merge.top, []).append(merge)
        self._open: list[tuple[Merge, Value]] = []

    def fill_from_above(self, cells: Cells) -> None:
        """Fill what a range from a row above covers."""
        self._open = [entry for entry in self._open if entry[0].bottom >= cells.row]
        for merge, value in self._open:
            self._fill(cells, merge, value)

    def fill_across(self, cells: Cells, row: Sequence[Value], left: int) -> None:
        """Fill what a range of this row covers, and remember what it covers below."""
        for merge in self._starting.pop(cells.row, ()):
            index = merge.left - left
            value = row[index] if 0 <= index < len(row) else None
            if not blank(value):
                self._open.append((merge, value))
                self._fill(cells, merge, value)

    def _fill(self, cells: Cells, merge: Merge, value: Value) -> None:
        for column in self._columns:
            if merge.left <= column <= merge.right and blank(cells.values.get(column)):
                cells.values[column] = value
                cells.origins[column] = (merge.top, merge.left)

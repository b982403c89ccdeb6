"""What must be known of an ODS file before it is read: how far its sheets reach, merged cells, formulas, a password.

Rows and cells that repeat are counted without being written out. The reader does not tell merged cells of this format,
so they come from here.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from lantian.importing import limits
from lantian.importing.archive import Archive
from lantian.importing.extent import Extent
from lantian.importing.fault import refuse
from lantian.importing.markup import Attributes, feed
from lantian.importing.sheet import Merge

_CONTENT = "content.xml"
_MANIFEST = "META-INF/manifest.xml"
_CELLS = frozenset({"table-cell", "covered-table-cell"})
_TABLE_PARTS = _CELLS | {"table", "table-row"}


class _Manifest:
    """Finds out whether parts are encrypted."""

    namespaced = False
    ends = False

    def start(self, name: str, attributes: Attributes) -> None:
        del attributes
        if name == "encryption-data":
            raise refuse("password")

    def end(self, name: str) -> None:
        """Nothing that ends matters here."""


@dataclass(slots=True)
class _Cell:
    """The cell that is open, and how often it stands there."""

    row: int
    column: int
    rows: int
    columns: int
    attributes: Attributes


@dataclass(slots=True)
class _Tables:
    """Follows rows and cells of every table; what lies outside of tables, or in a note of a cell, is not followed."""

    extents: dict[str, Extent] = field(default_factory=dict)
    _extent: Extent = field(default_factory=Extent)
    _row: int = 0
    _rows: int = 1
    _column: int = 0
    _cell: _Cell | None = None
    _depth: int = 0
    _skipped: int = 0
    namespaced: bool = True
    ends: bool = True

    def start(self, name: str, attributes: Attributes) -> None:
        if self._skipped or name == "annotation":
            self._skip(name)
        elif name == "table":
            self._open_table(attributes)
        elif name == "table-row" and self._cell is None:
            self._rows, self._column = _times(attributes, "number-rows-repeated"), 0
        elif name in _CELLS and self._cell is None:
            columns = _times(attributes, "number-columns-repeated")
            self._cell = _Cell(self._row, self._column, self._rows, columns, attributes)
            self._take(self._cell)
        elif name == "p" and self._cell is not None:
            self._value(self._cell)

    def end(self, name: str) -> None:
        if self._skipped:
            self._skipped -= 1
        elif name in _CELLS and self._cell is not None:
            self._column += self._cell.columns
            self._cell = None
        elif name == "table-row" and self._cell is None:
            self._row += self._rows

    def _skip(self, name: str) -> None:
        if name in _TABLE_PARTS:  # what is not followed must hold nothing that a reader would follow
            raise refuse("table_in_cell")
        self._skipped += 1

    def _open_table(self, attributes: Attributes) -> None:
        if self._cell is not None:
            raise refuse("table_in_cell")
        name = attributes.get("name", "")
        if name in self.extents:
            raise refuse("strange_part", name=ascii(name))
        self._extent = self.extents[name] = Extent()
        self._row = self._column = 0

    def _take(self, cell: _Cell) -> None:
        attributes = cell.attributes
        if "value-type" in attributes:
            self._value(cell)
        if "formula" in attributes:
            self._value(cell)
            if cell.rows * cell.columns > limits.MARKS:
                raise refuse("too_many_formulas", limit=limits.MARKS)
            for row in range(cell.row, cell.row + cell.rows):
                for column in range(cell.column, cell.column + cell.columns):
                    self._extent.mark(row, column, "formula")
        down, across = _times(attributes, "number-rows-spanned"), _times(attributes, "number-columns-spanned")
        if down > 1 or across > 1:
            self._extent.merge(Merge(cell.row, cell.column, cell.row + down - 1, cell.column + across - 1))

    def _value(self, cell: _Cell) -> None:
        self._extent.value(cell.row, cell.column, cell.rows, cell.columns)


def inspect_ods(archive: Archive) -> dict[str, Extent]:
    """Return how far each sheet reaches, by its name; RefusedError for anything that is not right."""
    tables = _Tables()

    def take(part: str) -> Callable[[bytes], None] | None:
        if part == _MANIFEST:
            return feed(part, _Manifest())
        if part == _CONTENT:
            return feed(part, tables)
        return feed(part, None) if part.endswith(".xml") else None

    archive.unpack(take)
    for sheet, extent in tables.extents.items():
        extent.judge(sheet)
    return tables.extents


def _times(attributes: Attributes, name: str) -> int:
    told = attributes.get(name, "1")
    return int(told) if told.isascii() and told.isdecimal() and told != "0" else 1

"""What must be known of an XLSX file before it is read: its sheets by name, how far they reach, formulas, errors."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from posixpath import dirname, join, normpath

from lantian.importing import limits
from lantian.importing.archive import Archive
from lantian.importing.extent import Extent
from lantian.importing.fault import column_number, refuse
from lantian.importing.markup import Attributes, feed

_WORKBOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_ERROR = "e"
_CONTENTS = frozenset({"v", "is", "f"})


@dataclass(slots=True)
class _Names:
    """Sheets by their relation, and parts by theirs."""

    sheets: dict[str, str] = field(default_factory=dict)
    targets: dict[str, str] = field(default_factory=dict)
    namespaced: bool = True
    ends: bool = False

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "sheet":
            self._once(self.sheets, attributes.get("name", ""), attributes.get("id", ""))
        elif name == "Relationship":
            target = attributes.get("Target", "")
            absolute = target.startswith("/")
            part = target.lstrip("/") if absolute else normpath(join(dirname(_WORKBOOK), target))
            self._once(self.targets, attributes.get("Id", ""), part)

    def end(self, name: str) -> None:
        """Nothing that ends matters here."""

    def _once(self, told: dict[str, str], name: str, value: str) -> None:
        """Readers differ in which of two things of one name they take."""
        if name in told:
            raise refuse("strange_part", name=ascii(name))
        told[name] = value


class _Worksheet:
    """Follows the cells of a worksheet; a cell without a reference stands behind the one before it.

    Rules for formats and lists hold formulas too, outside of cells; these are none of a cell.
    """

    namespaced = False
    ends = False

    def __init__(self) -> None:
        self.extent = Extent()
        self._inside = False
        self._row = self._column = -1
        self._merged = 0
        self._error = False

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "c":
            self._cell(attributes)
        elif name in _CONTENTS:
            self._content(name)
        elif name == "mergeCell":
            self._merged += 1
            if self._merged > limits.MERGES:
                raise refuse("too_many_merges", limit=limits.MERGES)
        elif name == "row":
            number = attributes.get("r", "")
            self._row = int(number) - 1 if number.isdecimal() else self._row + 1
            self._column = -1
        else:  # nothing that belongs to a cell is told apart from here on
            self._inside = False

    def end(self, name: str) -> None:
        """Nothing that ends matters here."""

    def _content(self, name: str) -> None:
        """Count a value wherever one may stand, so that nobody hides a cell that is far away."""
        self.extent.value(self._row, self._column)
        if name == "f":
            if self._inside:
                self.extent.mark(self._row, self._column, "formula")
        elif self._error:
            self.extent.mark(self._row, self._column, "error")

    def _cell(self, attributes: Attributes) -> None:
        found = _REFERENCE.fullmatch(attributes.get("r", ""))
        self._column = column_number(found.group(1)) - 1 if found else self._column + 1
        if found:
            self._row = int(found.group(2)) - 1
        self._error = attributes.get("t") == _ERROR
        self._inside = True


def inspect_xlsx(archive: Archive) -> dict[str, Extent]:
    """Return how far each worksheet reaches, by the sheet's name; RefusedError for anything that is not right."""
    names = _Names()
    worksheets: dict[str, _Worksheet] = {}

    def take(part: str) -> Callable[[bytes], None] | None:
        if not part.endswith((".xml", ".rels", ".vml")):
            return None
        if part in {_WORKBOOK, _RELATIONS}:
            return feed(part, names)
        if part.startswith("xl/worksheets/") and part.endswith(".xml"):
            worksheets[part] = _Worksheet()
            return feed(part, worksheets[part])
        return feed(part, None) if not part.endswith(".vml") else None

    archive.unpack(take)
    if not names.sheets:
        raise refuse("broken_archive")
    parts = {sheet: names.targets.get(relation, "") for sheet, relation in names.sheets.items()}
    extents = {sheet: worksheets[part].extent for sheet, part in parts.items() if part in worksheets}
    for sheet, extent in extents.items():
        extent.judge(sheet)
    for part, worksheet in worksheets.items():  # those that no sheet names, too
        worksheet.extent.judge(ascii(part))
    return extents

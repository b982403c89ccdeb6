"""The cells of one row become texts, or mistakes at the very cell."""

from collections.abc import Mapping
from dataclasses import dataclass

from lantian.importing import limits
from lantian.importing.cleaning import cleaned, kept_text_fault, plain_value
from lantian.importing.fault import Findings, Where
from lantian.importing.filling import Cells
from lantian.importing.header import Column
from lantian.importing.lexicon import Use
from lantian.importing.sheet import Mark

_CODE_DIGITS_LOST = 10**15
"""A number of more digits is not kept exactly by a spreadsheet."""


@dataclass(slots=True)
class Fields:
    """Reads the cells of one row by what their columns are."""

    sheet: str
    cells: Cells
    columns: Mapping[Use, Column]
    marks: Mapping[tuple[int, int], Mark]
    findings: Findings
    sound: bool = True

    def where(self, use: Use) -> Where:
        """Return the cell of a column; the row where there is no such column."""
        column = self.columns.get(use)
        return Where(self.sheet, self.cells.row + 1, 0 if column is None else column.index + 1)

    def wrong(self, use: Use, key: str, /, **words: str | int | tuple[str, ...]) -> None:
        """Report a mistake at the cell of a column."""
        self.sound = False
        self.findings.wrong(self.where(use), key, **words)

    def number(self, use: Use) -> bool:
        """Tell whether a cell holds a number so long that its last digits are lost."""
        column = self.columns.get(use)
        value = None if column is None else self.cells.values.get(column.index)
        return isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) >= _CODE_DIGITS_LOST

    def text(self, use: Use, longest: int = limits.TEXT_LENGTH) -> str | None:
        """Return what a cell says, empty where it is blank or there is no such column; None if it was refused."""
        column = self.columns.get(use)
        if column is None:
            return ""
        mark = self.marks.get(self.cells.origin(column.index)) if self.marks else None
        if mark is not None:
            self.wrong(use, f"{mark}_in_cell", name=column.heading)
            return None
        told = plain_value(self.cells.values.get(column.index))
        if told is None:
            self.wrong(use, "not_text", name=column.heading)
            return None
        clean = cleaned(told, longest)
        if clean.fault:
            self.wrong(use, clean.fault, character=clean.character)
            return None
        if clean.stripped:
            self.findings.note("stripped", self.where(use), name=column.heading)
        return clean.text

    def kept(self, use: Use, longest: int = limits.TEXT_LENGTH) -> str | None:
        """Return what a cell says if it may be kept as it is; None if it was refused."""
        text = self.text(use, longest)
        fault = kept_text_fault(text) if text else ""
        if fault:
            self.wrong(use, fault)
            return None
        return text

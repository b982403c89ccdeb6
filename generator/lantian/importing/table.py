"""One sheet becomes companies: titles, blank rows, sums and notes are left out and told, nothing else is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, islice

from lantian.importing import limits
from lantian.importing.cleaning import cleaned, folded
from lantian.importing.company import Companies
from lantian.importing.fault import Findings, Where, letters
from lantian.importing.fields import Fields
from lantian.importing.filling import Cells, Filler, Place
from lantian.importing.header import Column, Header, Headings, judge
from lantian.importing.lexicon import Lexicon, Use
from lantian.importing.row_kind import RowKinds, texts_of
from lantian.importing.sheet import Row, Sheet, Value, blank
from lantian.model.inventory import Enterprise
from lantian.model.level import LEVEL_ORDER

_LEFT_OUT = frozenset({"ignore", "personal"})


@dataclass(slots=True)
class Table:
    """Goes down the rows of one sheet, once."""

    sheet: Sheet
    lexicon: Lexicon
    chosen: Mapping[str, Use]
    county: str
    """The county of every row, where the operator named it."""
    findings: Findings
    header: Header | None = None
    _unnamed: set[int] = field(default_factory=set)
    _above: dict[Use, tuple[Value, Place]] = field(default_factory=dict)

    def companies(self) -> Iterator[Enterprise]:
        """Yield the companies; mistakes and what was left out are reported on the way."""
        head = list(islice(self.sheet.rows, limits.HEADER_ROWS))
        headings = Headings(head, self.sheet.left, self.sheet.merges, self.lexicon, self.chosen)
        header = self.header = headings.find()
        if header is None:
            if any(texts_of(row, 0) for row in chain(head, self.sheet.rows)):
                self.findings.wrong(Where(self.sheet.name), "no_header", rows=limits.HEADER_ROWS)
            return
        county = self.county or self._county_of_sheet(header)
        before = len(self.findings.faults)
        judge(header, self.sheet.name, self.findings, county_known=bool(county))
        if len(self.findings.faults) == before:
            rows = enumerate(chain(head, self.sheet.rows))
            yield from self._rows(header, islice(rows, header.last + 1, None), county)

    def _rows(self, header: Header, rows: Iterator[tuple[int, Row]], county: str) -> Iterator[Enterprise]:
        columns = {column.use: column for column in header.columns if column.use not in _LEFT_OUT and column.use}
        levels = tuple(level for level in LEVEL_ORDER if level in columns and level in self.lexicon.levels)
        companies = Companies(self.lexicon, levels)
        kinds = RowKinds(columns, self.lexicon.words, self.sheet.left)
        filler = Filler(self.sheet.merges, [column.index for column in columns.values()])
        headed = frozenset(column.index for column in header.columns)
        for number, row in rows:
            cells = self._cells(number, row, kinds, filler)
            if cells is None:
                continue
            self._look_beside(row, headed, cells)
            self._fill_down(cells, columns)
            fields = Fields(self.sheet.name, cells, columns, self.sheet.marks, self.findings)
            company = companies.company(fields, county)
            if company is not None:
                yield company

    def _cells(self, number: int, row: Row, kinds: RowKinds, filler: Filler) -> Cells | None:
        """Return the cells of a row of data with what merged cells say; None for a row that is none, which is noted."""
        left, width = self.sheet.left, len(row)
        values = {index: row[index - left] if 0 <= index - left < width else None for index in kinds.indices}
        cells = Cells(number, values)
        kind = kinds.kind(row, values)
        filler.fill_from_above(cells)
        if kind == "nothing" and kinds.name in cells.origins:
            kind = ""  # even its name is covered by a merged cell: one more row of the same company
        if kind:
            if kind != "nothing" or texts_of(row, left):
                self.findings.note(kind, Where(self.sheet.name, number + 1))
            return None
        filler.fill_across(cells, row, left)
        if cells.origins:
            self.findings.note("filled", Where(self.sheet.name, number + 1))
        return cells

    def _look_beside(self, row: Row, headed: frozenset[int], cells: Cells) -> None:
        """Report a column that has values but no heading, once."""
        for index, value in enumerate(row, self.sheet.left):
            if index not in headed and index not in self._unnamed and not blank(value):
                self._unnamed.add(index)
                place = Where(self.sheet.name, cells.row + 1, index + 1)
                self.findings.wrong(place, "column_without_heading", column=letters(index + 1))

    def _fill_down(self, cells: Cells, columns: Mapping[Use, Column]) -> None:
        """Repeat the value above in the columns for which the vocabulary says so."""
        for use in self.lexicon.words.fill_down:
            column = columns.get(use)
            if column is None:
                continue
            value = cells.values.get(column.index)
            if not blank(value):
                self._above[use] = (value, cells.origin(column.index))
            elif use in self._above:
                cells.values[column.index], cells.origins[column.index] = self._above[use]
                self.findings.note("filled_down", Where(self.sheet.name, cells.row + 1), name=column.heading)

    def _county_of_sheet(self, header: Header) -> str:
        """Return the county that a sheet is named after, where it has no column of counties."""
        name = cleaned(self.sheet.name).text
        endings = tuple(folded(word) for word in self.lexicon.words.county_endings)
        if header.column("county") is not None or not endings or not folded(name).endswith(endings):
            return ""
        self.findings.note("county_of_sheet", Where(self.sheet.name), name=name)
        return name

"""The row of headings: found below the titles, in one row or several, and what each column is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lantian.importing.cleaning import cleaned, folded, plain_value
from lantian.importing.fault import Findings, Where, letters
from lantian.importing.lexicon import Lexicon, Use
from lantian.importing.sheet import Merge, Row
from lantian.model.level import LEVEL_ORDER

REQUIRED = ("name", "sector", "grade")
_BESIDE_NAME = frozenset({"code", "county", "sector", "grade"})
_MOST_ROWS = 4


@dataclass(frozen=True, slots=True)
class Column:
    """A column, counted from 0: its heading (parts of several rows with strokes between) and what it is."""

    index: int
    heading: str
    use: Use | None

    @property
    def names(self) -> tuple[str, ...]:
        """Return what the operator may call the column by, folded: the whole heading, its last part, its letters."""
        return tuple(folded(name) for name in (self.heading, self.heading.rpartition("/")[2], letters(self.index + 1)))


@dataclass(frozen=True, slots=True)
class Header:
    """The rows of headings, counted from 0, and the columns that have one."""

    first: int
    last: int
    columns: tuple[Column, ...]

    def column(self, use: Use) -> Column | None:
        """Return the column of a use."""
        return next((column for column in self.columns if column.use == use), None)


@dataclass(frozen=True, slots=True)
class Headings:
    """Looks for the headings of one sheet; `chosen` are uses by folded heading or letter, as the operator gave them."""

    rows: Sequence[Row]
    left: int
    merges: tuple[Merge, ...]
    lexicon: Lexicon
    chosen: Mapping[str, Use]

    def find(self) -> Header | None:
        """Return the first row that names companies and something about them; None if there is none."""
        for first in range(len(self.rows)):
            found = {self._use((text,)): index for index, text in self._texts(first).items()}
            if "name" in found and not _BESIDE_NAME.isdisjoint(found):
                last = self._last(first, found["name"])
                return Header(first, last, tuple(self._columns(first, last)))
        return None

    def _texts(self, row: int) -> dict[int, str]:
        """Return the texts of a row by column."""
        told: dict[int, str] = {}
        for index, value in enumerate(self.rows[row] if row < len(self.rows) else (), self.left):
            text = cleaned(plain_value(value) or "").text
            if text:
                told[index] = text
        return told

    def _last(self, first: int, name: int) -> int:
        """Return the last row of headings: as far as the heading of names is merged, else one more of known words."""
        for merge in self.merges:
            if merge.top == first and merge.left <= name <= merge.right and merge.bottom > first:
                return min(merge.bottom, first + _MOST_ROWS - 1)
        below = self._texts(first + 1)
        known = bool(below) and name not in below and all(self._use((text,)) for text in below.values())
        return first + 1 if known else first

    def _columns(self, first: int, last: int) -> list[Column]:
        parts: dict[int, list[str]] = {}
        for row in range(first, last + 1):
            for index, text in self._spread(row, last).items():
                told = parts.setdefault(index, [])
                if text not in told:
                    told.append(text)
        return [
            Column(index, "/".join(told), self._use(tuple(told), letters(index + 1)))
            for index, told in sorted(parts.items())
        ]

    def _spread(self, row: int, last: int) -> dict[int, str]:
        """Return the texts of a row, each over all columns that it is merged over.

        Where merged cells were lost, as in CSV, a heading that is declared to stand over others reaches to the next.
        """
        texts = self._texts(row)
        spread = dict(texts)
        for merge in self.merges:
            if merge.top == row and merge.left in texts:
                spread |= dict.fromkeys(range(merge.left, merge.right + 1), texts[merge.left])
        if row < last and not self.merges:
            below = self._texts(row + 1)
            groups = {folded(word) for word in self.lexicon.words.groups}
            for index in sorted(below):
                before = max((other for other in texts if other <= index), default=None)
                if index not in texts and before is not None and folded(texts[before]) in groups:
                    spread[index] = texts[before]
        return spread

    def _use(self, parts: tuple[str, ...], letter: str = "") -> Use | None:
        """Return what a column is, from its heading or headings one below the other."""
        uses = [self.lexicon.use_of(part) for part in parts]
        if "personal" in uses:  # whatever the operator says of it
            return "personal"
        for key in ("/".join(parts), parts[-1], letter):
            if key and folded(key) in self.chosen:
                return self.chosen[folded(key)]
        groups = {folded(word) for word in self.lexicon.words.groups}
        leaf = uses[-1]
        above = [use for part, use in zip(parts[:-1], uses[:-1], strict=True) if folded(part) not in groups]
        if leaf in LEVEL_ORDER and any(use != leaf for use in above):
            return "ignore" if "ignore" in above else None
        return leaf if leaf is not None else ("ignore" if "ignore" in above else None)


def judge(header: Header, sheet: str, findings: Findings, *, county_known: bool) -> None:
    """Report columns that are missing, said twice or unknown; note those that are left out."""
    row = header.last + 1
    seen: dict[Use, Column] = {}
    for column in header.columns:
        where = Where(sheet, row, column.index + 1)
        if column.use is None:
            findings.wrong(where, "unknown_column", name=column.heading)
        elif column.use in {"ignore", "personal"}:
            findings.note("ignored_column" if column.use == "ignore" else "personal_column", where, name=column.heading)
        elif column.use in seen:
            first = letters(seen[column.use].index + 1)
            findings.wrong(where, "two_columns", name=column.heading, other=seen[column.use].heading, column=first)
        else:
            seen[column.use] = column
    wanted = REQUIRED if county_known else (*REQUIRED, "county")
    for field in wanted:
        if field not in seen:
            findings.wrong(Where(sheet, row), "missing_column", field=field)

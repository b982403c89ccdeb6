"""Rows of the same company: the same said twice is kept once, two different things said of one are refused."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from lantian.importing.cleaning import folded
from lantian.importing.fault import Findings, Where
from lantian.model.inventory import Enterprise, order

Key = str | tuple[str, str]


@dataclass(slots=True)
class Companions:
    """Takes rows in their order and lets those pass that are kept."""

    findings: Findings
    _by_company: dict[Key, list[Enterprise]] = field(default_factory=dict)
    _codes: dict[tuple[str, str], str | None] = field(default_factory=dict)

    def kept(self, rows: Iterable[Enterprise]) -> Iterator[Enterprise]:
        """Yield the rows that are kept; report contradictions, note what was said twice."""
        for row in rows:
            named = (folded(row.name), folded(row.county))
            earlier = self._by_company.setdefault(row.code or named, [])
            if any(_same(row, other) for other in earlier):
                self.findings.note("repeated_row", _where(row))
                continue
            self._compare(row, earlier)
            earlier.append(row)
            if self._codes.setdefault(named, row.code) != row.code:
                self.findings.note("same_name", _where(row), name=row.name)
            yield row

    def _compare(self, row: Enterprise, earlier: list[Enterprise]) -> None:
        """Report the first thing in which a row contradicts an earlier one of the same company."""
        for other in earlier:
            key = _contradiction(row, other)
            if key:
                said = {"name": row.name, "grade": row.grade, "other": other.grade, "row": _place(other)}
                self.findings.wrong(_where(row), key, **said)
                return
        if earlier:
            self.findings.note("several_rows", _where(row), name=row.name)


def anchored(rows: Iterable[Enterprise]) -> tuple[Enterprise, ...]:
    """Return the rows in their order, each with an anchor of its own; the first of a company has the plain one."""
    taken: set[str] = set()
    told: list[Enterprise] = []
    for row in sorted(rows, key=order):
        anchor = next(one for one in _anchors(row) if one not in taken)
        taken.add(anchor)
        told.append(row if anchor == row.id else replace(row, id=anchor))
    return tuple(told)


def _anchors(row: Enterprise) -> Iterator[str]:
    """Yield anchors for a row, the plainest first."""
    yield row.id
    longer = f"{row.id}-{row.sector}"
    yield longer
    if row.branch is not None:
        longer = f"{longer}-{row.branch}"
        yield longer
    number = 2
    while True:
        yield f"{longer}-{number}"
        number += 1


def _contradiction(row: Enterprise, other: Enterprise) -> str:
    if row.grade != other.grade:
        return "two_grades"
    if folded(row.name) != folded(other.name):
        return "two_names"
    same = (row.county, row.sector, row.branch) == (other.county, other.sector, other.branch)
    return "two_measures" if same else ""


def _same(row: Enterprise, other: Enterprise) -> bool:
    return replace(row, row=other.row, sheet=other.sheet) == other


def _where(row: Enterprise) -> Where:
    return Where(row.sheet, row.row)


def _place(row: Enterprise) -> str:
    return f"[{row.sheet}] {row.row}" if row.sheet else str(row.row)

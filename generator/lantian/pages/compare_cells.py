"""Where two sides ask other things of companies, grade by grade: compared by kind, shares and transport."""

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from lantian.model.citation import Citation
from lantian.model.industry import Cell, Grade, GuidanceRow, SectorRow
from lantian.model.level import LevelId
from lantian.model.reduction_sentence import brief, compose
from lantian.model.text import Text
from lantian.model.view import view
from lantian.pages.compare_asked import Cases, Cells
from lantian.pages.compare_rows import Statement
from lantian.pages.edition import Edition

Say = Callable[[Edition, SectorRow, Cell], Text]
"""Puts a cell into words."""


@view
class CellTally:
    """How many fields both sides fill, how many of them differ, and how many only one side fills.

    In `left_open` of those that agree neither side sets a measure: the company or an inventory of its own does. `lost`
    fields are not among `total`: text of the document is missing there, so that nobody can compare them.
    """

    total: int = 0
    unlike: int = 0
    lone: int = 0
    left_open: int = 0
    lost: int = 0

    def __add__(self, other: "CellTally") -> "CellTally":
        """Return both together."""
        return CellTally(
            self.total + other.total,
            self.unlike + other.unlike,
            self.lone + other.lone,
            self.left_open + other.left_open,
            self.lost + other.lost,
        )


class Field(NamedTuple):
    """A grade in one of the cases, and what each side asks of it."""

    grade: Grade
    case: int
    left: Cells
    right: Cells


@view
class SectorDifference:
    """A sector, and what each side asks of the grades in which they differ, in a few words."""

    names: Text
    left: tuple[Statement, ...]
    right: tuple[Statement, ...]


def differing(grades: tuple[Grade, ...], left: Cases, right: Cases) -> tuple[tuple[Field, ...], CellTally]:
    """Return the fields of a sector that differ in what is compared, and the count."""
    unlike: list[Field] = []
    alike = lone = left_open = lost = 0
    for grade in grades:
        for case, (ours, theirs) in enumerate(zip(left, right, strict=True)):
            one, other = ours[grade], theirs[grade]
            if one is None or other is None:
                lone += (one is None) != (other is None)
            elif one.lost or other.lost:
                lost += 1
            elif one is not other and one.compared != other.compared:
                unlike.append(Field(grade, case, one.cells, other.cells))
            else:
                alike += 1
                left_open += one.left_open
    return tuple(unlike), CellTally(alike + len(unlike), len(unlike), lone, left_open, lost)


def side_statements(
    edition: Edition,
    row: SectorRow,
    told: tuple[tuple[Grade, int, Cells], ...],
    levels: tuple[LevelId, ...],
    say: Say,
) -> tuple[Statement, ...]:
    """Say what one side asks, fields of the same words together; the last statement carries the citation of all.

    `levels` names the level of each case; what holds in every case goes without it.
    """
    by_text: dict[Text, dict[Grade, list[int]]] = {}
    for grade, case, cells in told:
        text = edition.wording.join(tuple(say(edition, row, cell).unstopped for cell in cells), "join.briefs")
        by_text.setdefault(text, {}).setdefault(grade, []).append(case)
    citation = _citation(edition, row, tuple((grade, levels[case]) for grade, case, _ in told))
    statements = [_statement(edition, text, grades, levels) for text, grades in by_text.items()]
    return (*statements[:-1], replace(statements[-1], citation=citation))


def in_brief(edition: Edition, row: SectorRow, cell: Cell) -> Text:
    """Say a cell in a few words, with the branch that it speaks of."""
    text = brief(cell, edition.wording)
    branch = next((one.names for one in row.branches if one.id == cell.branch), None)
    return text if branch is None else edition.say("industry.of_branch", branch=branch, body=text)


def in_full(edition: Edition, row: SectorRow | GuidanceRow, cell: Cell) -> Text:
    """Say all that a cell asks."""
    return compose(cell, row, edition.plan.industry, edition.content.vocabulary, edition.wording)


def _statement(edition: Edition, text: Text, grades: dict[Grade, list[int]], levels: tuple[LevelId, ...]) -> Statement:
    by_cases: dict[tuple[int, ...], list[Grade]] = {}
    for grade, cases in grades.items():
        by_cases.setdefault(tuple(cases), []).append(grade)
    where = tuple(_about(edition, tuple(named), cases, levels) for cases, named in by_cases.items())
    spoken = edition.wording.join(where, "compare.join_conditions")
    return Statement(edition.say("compare_enterprises.at", level=spoken, text=text))


def _about(edition: Edition, grades: tuple[Grade, ...], cases: tuple[int, ...], levels: tuple[LevelId, ...]) -> Text:
    names = edition.content.vocabulary.grades
    spoken = edition.wording.join(tuple(names[grade].names for grade in grades), "join.list")
    if len(cases) == len(levels):
        return spoken
    at = edition.wording.join(tuple(edition.plan.level(levels[case]).names for case in cases), "join.list")
    return edition.say("compare_enterprises.about", grades=spoken, levels=at)


def _citation(edition: Edition, row: SectorRow, fields: tuple[tuple[Grade, LevelId], ...]) -> Citation:
    """Return where fields of a row stand: the row at its levels, or the rules on its grades; each clause once."""
    industry = edition.plan.industry
    clauses: dict[str, None] = {}
    for grade, level in fields:
        own = bool(row.cells.get(level, {}).get(grade))
        stated = industry.row_clause(row, level) if own else industry.clause(row, level, grade)
        clauses |= dict.fromkeys(stated.split("; "))
    return edition.cite("; ".join(clauses))

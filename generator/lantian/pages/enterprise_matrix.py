"""One row of the industry annex as a table: what each grade does at each level, in the words of the one composer."""

from collections.abc import Iterator
from itertools import pairwise

from lantian.model.citation import Citation
from lantian.model.industry import Cell, Grade, SectorRow
from lantian.model.level import Level
from lantian.model.text import Text
from lantian.model.view import view
from lantian.pages.addresses import slug
from lantian.pages.edition import Edition
from lantian.pages.enterprise_entry import Entry, entry_of, kind_of
from lantian.pages.enterprise_now import Mark, marks


@view
class Box:
    """One grade at one level; `column` names its column where the table is shown as cards."""

    tone: str
    mark: str
    column: Text
    entries: tuple[Entry, ...]


@view
class GradeRow:
    """One grade across the levels; `anchor` is its id on the page."""

    anchor: str
    names: Text
    boxes: tuple[Box, ...]


@view
class Column:
    """One level of the table, with its mark if it holds, is announced or is drilled, and its source."""

    tone: str
    names: Text
    response: Text
    mark: Mark | None
    label: Text
    citation: Citation


def columns(edition: Edition, row: SectorRow) -> tuple[Column, ...]:
    """Return the columns, lowest level first."""
    marked = marks(edition)
    return tuple(_column(edition, row, level, marked.get(level.id)) for level in edition.plan.levels)


def grade_rows(edition: Edition, row: SectorRow, heads: tuple[Column, ...]) -> tuple[GradeRow, ...]:
    """Return the table without its heads, best grade first, as the plan has it."""
    chapter = edition.plan.industry
    return tuple(
        GradeRow(
            anchor=slug(grade),
            names=grade_names(edition, (grade,))[0],
            boxes=tuple(
                Box(
                    tone=head.tone, mark=head.mark.kind if head.mark else "", column=head.label,
                    entries=tuple(entry_of(edition, row, cell) for cell in chapter.cells(row, level.id, grade)),
                )
                for level, head in zip(edition.plan.levels, heads, strict=True)
            ),
        )
        for grade in row.grades
    )  # fmt: skip


def grade_names(edition: Edition, grades: tuple[Grade, ...]) -> tuple[Text, ...]:
    """Return what readers call some grades."""
    return tuple(edition.content.vocabulary.grades[grade].names for grade in grades)


def all_cells(edition: Edition, row: SectorRow) -> Iterator[Cell]:
    """Yield what every grade of a row does at every level, level by level."""
    for level in edition.plan.levels:
        for grade in row.grades:
            yield from edition.plan.industry.cells(row, level.id, grade)


def same_as_below(edition: Edition, row: SectorRow) -> tuple[Text, ...]:
    """Say for which grades a level asks just what the level below asks: a higher level is not always stricter."""
    return tuple(
        edition.say(
            "enterprise.same_as", higher=higher.names, lower=lower.names,
            grades=edition.wording.join(grade_names(edition, grades), "join.list"),
        )
        for lower, higher in pairwise(edition.plan.levels)
        if (grades := tuple(grade for grade in row.grades if _same(edition, row, grade, lower, higher)))
    )  # fmt: skip


def _column(edition: Edition, row: SectorRow, level: Level, mark: Mark | None) -> Column:
    label = level.names if mark is None else edition.say("enterprise.column", level=level.names, mark=mark.text)
    return Column(
        tone=level.id,
        names=level.names,
        response=edition.wording.pattern(f"response.{level.response}"),
        mark=mark,
        label=label,
        citation=edition.cite(edition.plan.industry.row_clause(row, level.id)),
    )


def _same(edition: Edition, row: SectorRow, grade: Grade, lower: Level, higher: Level) -> bool:
    chapter = edition.plan.industry
    cells = chapter.cells(row, higher.id, grade)
    if _asked(cells) != _asked(chapter.cells(row, lower.id, grade)):
        return False
    asks = any(cell.actions or cell.transport != "none" for cell in cells)
    return asks and not any(kind_of(cell) == "unclear" for cell in cells)


def _asked(cells: tuple[Cell, ...]) -> tuple[object, ...]:
    return tuple((cell.branch, cell.effective_kind, cell.actions, cell.transport) for cell in cells)

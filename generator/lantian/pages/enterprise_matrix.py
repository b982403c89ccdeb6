"""One row of the industry annex as a table: what each grade does at each level, in the words of the one composer."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from lantian.model.citation import Citation
from lantian.model.industry import Cell, Grade, GradeRule, GuidanceRow, SectorRow
from lantian.model.level import Level
from lantian.model.measure import Measure
from lantian.model.reduction_sentence import compose
from lantian.model.text import Text
from lantian.model.view import view
from lantian.pages.addresses import slug
from lantian.pages.blocks import Doubt, doubt_of
from lantian.pages.edition import Edition
from lantian.pages.enterprise_now import Mark, marks


@view
class Entry:
    """What a cell says to one kind of company; `kind` is an entry of the wording `enterprise_kind`."""

    branch: Text | None
    kind: str
    word: Text
    text: Text
    transport: Text | None
    doubt: Doubt | None


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


def kind_of(cell: Cell) -> str:
    """Return the word for a cell: its kind, or that its text is lost, or that its dash is in doubt."""
    if any(action.do == "unclear" for action in cell.actions):
        return "unclear"
    if cell.effective_kind == "not_applicable" and cell.doubt is not None:
        return "not_listed"
    return cell.effective_kind


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


def transport_sentence(edition: Edition, row: SectorRow | GuidanceRow, cell: Cell) -> Text:
    """Say the transport rule of a cell, alone."""
    return _composed(edition, row, Cell(transport=cell.transport))


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


def entry_of(edition: Edition, row: SectorRow | GuidanceRow, cell: Cell) -> Entry:
    """Return what a cell says to readers; a row of guidance tells no branches apart."""
    kind = kind_of(cell)
    branches = row.branches if isinstance(row, SectorRow) else ()
    return Entry(
        branch=next((branch.names for branch in branches if branch.id == cell.branch), None),
        kind=kind,
        word=edition.wording.pattern(f"enterprise_kind.{kind}"),
        text=_production(edition, row, cell),
        transport=_transport(edition, row, cell),
        doubt=doubt_of(edition.plan, cell.doubt, cell.doubt_note),
    )


def ruled(edition: Edition, row: SectorRow, rule: GradeRule, *, briefly: bool = False) -> tuple[Entry, Citation]:
    """Return what a rule says of a grade, and what the plan says of the vehicles of such companies, with both sources.

    The list or the company decides what stops; that is no silence on transport where a measure speaks of it.
    """
    entry, measure = entry_of(edition, row, rule.cell), _vehicles_measure(edition)
    if entry.transport is not None or measure is None:
        return entry, edition.cite(rule.cite)
    clauses = dict.fromkeys((*rule.cite.split("; "), *measure.clause.split("; ")))
    told = tuple(level.names for level in edition.plan.levels if level.id in measure.levels)
    text = measure.brief if briefly and measure.brief is not None else measure.text
    if len(told) < len(edition.plan.levels):
        text = edition.say("vehicle_page.at_level", level=edition.wording.join(told, "join.list"), sentence=text)
    return replace(entry, transport=text), edition.cite("; ".join(clauses))


def _vehicles_measure(edition: Edition) -> Measure | None:
    named = edition.plan.industry.vehicles_measure
    return next((one for one in edition.plan.measures if one.id == named), None)


def _production(edition: Edition, row: SectorRow | GuidanceRow, cell: Cell) -> Text:
    if cell.effective_kind == "transport_only":
        return edition.say("enterprise.no_stop")
    return _composed(edition, row, cell.model_copy(update={"transport": "none", "branch": None}))


def _transport(edition: Edition, row: SectorRow | GuidanceRow, cell: Cell) -> Text | None:
    if cell.transport != "none":
        return transport_sentence(edition, row, cell)
    # who stops or cuts and reads nothing of trucks must not take that for a permission
    return edition.say("enterprise.no_transport") if cell.actions else None


def _composed(edition: Edition, row: SectorRow | GuidanceRow, cell: Cell) -> Text:
    return compose(cell, row, edition.plan.industry, edition.content.vocabulary, edition.wording)


def _same(edition: Edition, row: SectorRow, grade: Grade, lower: Level, higher: Level) -> bool:
    chapter = edition.plan.industry
    cells = chapter.cells(row, higher.id, grade)
    asks = any(cell.actions or cell.transport != "none" for cell in cells)
    lost = any(kind_of(cell) == "unclear" for cell in cells)
    return asks and not lost and _asked(cells) == _asked(chapter.cells(row, lower.id, grade))


def _asked(cells: tuple[Cell, ...]) -> tuple[object, ...]:
    return tuple((cell.branch, cell.effective_kind, cell.actions, cell.transport) for cell in cells)

"""What a cell of the industry annex says, as all pages show it: what stops, what moves, what is in doubt."""

from dataclasses import replace
from functools import lru_cache

from lantian.model.citation import Citation
from lantian.model.content import Vocabulary
from lantian.model.industry import Cell, GradeRule, GuidanceRow, SectorRow
from lantian.model.measure import Measure
from lantian.model.plan import Plan
from lantian.model.reduction_sentence import sentence
from lantian.model.text import Text
from lantian.model.view import view
from lantian.model.wording import Wording
from lantian.pages.blocks import Doubt, doubt_of
from lantian.pages.edition import Edition


@view
class Entry:
    """What a cell says to one kind of company; `kind` is an entry of the wording `enterprise_kind`."""

    branch: Text | None
    kind: str
    word: Text
    text: Text
    transport: Text | None
    doubt: Doubt | None


def kind_of(cell: Cell) -> str:
    """Return the word for a cell: its kind, or that its text is lost, or that its dash is in doubt."""
    if cell.actions and any(action.do == "unclear" for action in cell.actions):
        return "unclear"
    kind = cell.effective_kind
    return "not_listed" if kind == "not_applicable" and cell.doubt is not None else kind


def entry_of(edition: Edition, row: SectorRow | GuidanceRow, cell: Cell) -> Entry:
    """Return what a cell says to readers; a row of guidance tells no branches apart."""
    return _entry(cell, branch_of(row, cell), edition.plan, edition.content.vocabulary, edition.wording)


def ruled(edition: Edition, row: SectorRow, rule: GradeRule) -> tuple[Entry, Citation]:
    """Return what a rule says of a grade, and what the plan says of the vehicles of such companies, with both sources.

    The list or the company decides what stops; that is no silence on transport where a measure speaks of it.
    """
    branch, vocabulary = branch_of(row, rule.cell), edition.content.vocabulary
    return said_by_rule(rule, branch, edition.plan, vocabulary, edition.wording)


def transport_sentence(edition: Edition, cell: Cell) -> Text:
    """Say the transport rule of a cell, alone."""
    return _transport_alone(cell, edition.plan, edition.content.vocabulary, edition.wording)


def branch_of(row: SectorRow | GuidanceRow, cell: Cell) -> Text | None:
    """Return what the branch is called that a cell speaks of; None if it speaks of all, or the row has no branches."""
    branches = row.branches if isinstance(row, SectorRow) and cell.branch is not None else ()
    return next((branch.names for branch in branches if branch.id == cell.branch), None)


@lru_cache(maxsize=2048)
def _entry(cell: Cell, branch: Text | None, plan: Plan, vocabulary: Vocabulary, wording: Wording) -> Entry:
    """Return what a cell says, once for all rows, grades and pages where its like stands."""
    kind = kind_of(cell)
    return Entry(
        branch=branch,
        kind=kind,
        word=wording.pattern(f"enterprise_kind.{kind}"),
        text=_production(cell, plan, vocabulary, wording),
        transport=_transport(cell, plan, vocabulary, wording),
        doubt=doubt_of(plan, cell.doubt, cell.doubt_note),
    )


def _production(cell: Cell, plan: Plan, vocabulary: Vocabulary, wording: Wording) -> Text:
    if cell.effective_kind == "transport_only":
        return wording.pattern("enterprise.no_stop")
    alone = cell.model_copy(update={"transport": "none", "branch": None})
    return sentence(alone, None, plan.industry, vocabulary, wording)


def _transport(cell: Cell, plan: Plan, vocabulary: Vocabulary, wording: Wording) -> Text | None:
    if cell.transport != "none":
        return _transport_alone(cell, plan, vocabulary, wording)
    # who stops or cuts and reads nothing of trucks must not take that for a permission
    return wording.pattern("enterprise.no_transport") if cell.actions else None


def _transport_alone(cell: Cell, plan: Plan, vocabulary: Vocabulary, wording: Wording) -> Text:
    return sentence(Cell(transport=cell.transport), None, plan.industry, vocabulary, wording)


@lru_cache(maxsize=256)
def said_by_rule(
    rule: GradeRule, branch: Text | None, plan: Plan, vocabulary: Vocabulary, wording: Wording, *, briefly: bool = False
) -> tuple[Entry, Citation]:
    """Return what `ruled` does, of a branch by its name; once for all sectors that the rule binds."""
    entry, measure = _entry(rule.cell, branch, plan, vocabulary, wording), _vehicles_measure(plan)
    if entry.transport is not None or measure is None:
        return entry, plan.cite(rule.cite, wording)
    clauses = dict.fromkeys((*rule.cite.split("; "), *measure.clause.split("; ")))
    told = tuple(level.names for level in plan.levels if level.id in measure.levels)
    text = measure.brief if briefly and measure.brief is not None else measure.text
    if len(told) < len(plan.levels):
        text = wording.say("vehicle_page.at_level", level=wording.join(told, "join.list"), sentence=text)
    return replace(entry, transport=text), plan.cite("; ".join(clauses), wording)


def _vehicles_measure(plan: Plan) -> Measure | None:
    named = plan.industry.vehicles_measure
    return next((one for one in plan.measures if one.id == named), None)

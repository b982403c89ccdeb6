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


class Annex:
    """What the cells and rules of one plan say, put into words once for all rows and pages where their like stands."""

    def __init__(self, plan: Plan, vocabulary: Vocabulary, wording: Wording) -> None:
        """Nothing is said yet."""
        self._plan, self._vocabulary, self._wording = plan, vocabulary, wording
        self._entries: dict[tuple[Cell, Text | None], Entry] = {}
        self._ruled: dict[tuple[GradeRule, Text | None, bool], tuple[Entry, Citation]] = {}

    def entry(self, row: SectorRow | GuidanceRow, cell: Cell) -> Entry:
        """Return what a cell says; a row of guidance tells no branches apart."""
        branch = branch_of(row, cell)
        known = self._entries.get((cell, branch))
        if known is None:
            known = self._entries[cell, branch] = self._made(cell, branch)
        return known

    def ruled(self, row: SectorRow, rule: GradeRule, *, briefly: bool) -> tuple[Entry, Citation]:
        """Return what a rule says of a grade, and what the plan says of vehicles beside it, with both sources."""
        branch = branch_of(row, rule.cell)
        known = self._ruled.get((rule, branch, briefly))
        if known is None:
            known = self._with_vehicles(self.entry(row, rule.cell), rule.cite, briefly=briefly)
            self._ruled[rule, branch, briefly] = known
        return known

    def transport(self, cell: Cell) -> Text:
        """Say the transport rule of a cell, alone."""
        return self._sentence(Cell(transport=cell.transport))

    def _made(self, cell: Cell, branch: Text | None) -> Entry:
        kind = kind_of(cell)
        transport = None if cell.transport == "none" else self.transport(cell)
        if transport is None and cell.actions:
            # who stops or cuts and reads nothing of trucks must not take that for a permission
            transport = self._wording.pattern("enterprise.no_transport")
        return Entry(
            branch=branch,
            kind=kind,
            word=self._wording.pattern(f"enterprise_kind.{kind}"),
            text=self._production(cell),
            transport=transport,
            doubt=doubt_of(self._plan, cell.doubt, cell.doubt_note),
        )

    def _production(self, cell: Cell) -> Text:
        if cell.effective_kind == "transport_only":
            return self._wording.pattern("enterprise.no_stop")
        return self._sentence(cell.model_copy(update={"transport": "none", "branch": None}))

    def _sentence(self, cell: Cell) -> Text:
        return sentence(cell, None, self._plan.industry, self._vocabulary, self._wording)

    def _with_vehicles(self, entry: Entry, cite: str, *, briefly: bool) -> tuple[Entry, Citation]:
        plan, wording, measure = self._plan, self._wording, _vehicles_measure(self._plan)
        if entry.transport is not None or measure is None:
            return entry, plan.cite(cite, wording)
        clauses = dict.fromkeys((*cite.split("; "), *measure.clause.split("; ")))
        told = tuple(level.names for level in plan.levels if level.id in measure.levels)
        text = measure.brief if briefly and measure.brief is not None else measure.text
        if len(told) < len(plan.levels):
            text = wording.say("vehicle_page.at_level", level=wording.join(told, "join.list"), sentence=text)
        return replace(entry, transport=text), plan.cite("; ".join(clauses), wording)


@lru_cache(maxsize=8)
def _annex(plan: Plan, vocabulary: Vocabulary, wording: Wording) -> Annex:
    """Return what is known of a plan; of a few plans, so that memory does not grow with the number of places."""
    return Annex(plan, vocabulary, wording)


def annex_of(edition: Edition) -> Annex:
    """Return what the plan says, the same for the pages that change with the warning and those that do not."""
    return _annex(edition.plan, edition.content.vocabulary, edition.wording)


def entry_of(edition: Edition, row: SectorRow | GuidanceRow, cell: Cell) -> Entry:
    """Return what a cell says to readers."""
    return annex_of(edition).entry(row, cell)


def ruled(edition: Edition, row: SectorRow, rule: GradeRule, *, briefly: bool = False) -> tuple[Entry, Citation]:
    """Return what a rule says of a grade, and what the plan says of the vehicles of such companies, with both sources.

    The list or the company decides what stops; that is no silence on transport where a measure speaks of it.
    """
    return annex_of(edition).ruled(row, rule, briefly=briefly)


def transport_sentence(edition: Edition, cell: Cell) -> Text:
    """Say the transport rule of a cell, alone."""
    return annex_of(edition).transport(cell)


def branch_of(row: SectorRow | GuidanceRow, cell: Cell) -> Text | None:
    """Return what the branch is called that a cell speaks of; None if it speaks of all, or the row has no branches."""
    branches = row.branches if isinstance(row, SectorRow) and cell.branch is not None else ()
    return next((branch.names for branch in branches if branch.id == cell.branch), None)


def _vehicles_measure(plan: Plan) -> Measure | None:
    named = plan.industry.vehicles_measure
    return next((one for one in plan.measures if one.id == named), None)

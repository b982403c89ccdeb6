"""What each kind of enterprise stops or cuts: sector, grade, level."""

from functools import lru_cache
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from lantian.model.citation import Clause
from lantian.model.level import LevelId, Percent
from lantian.model.text import Duty, Id, Record, Text

Grade = Literal[
    "A", "B", "B-", "C", "D", "leading", "non_leading", "other", "livelihood_exempt", "long_term_shutdown", "all",
]  # fmt: skip
CellKind = Literal[
    "not_applicable", "self_directed", "transport_only", "partial", "full_stop", "see_inventory",
]  # fmt: skip
Do = Literal["stop", "limit", "cap", "forbid", "unclear"]
Transport = Literal[
    "none", "stop_heavy_trucks_china4", "stop_heavy_trucks_china4_gas5", "stop_heavy_trucks_china5",
    "stop_road_transport", "stop_all_transport",
]  # fmt: skip
"""`china4_gas5`: China IV and older, and gas-fueled ones up to China V."""


class Action(Record):
    """One thing an enterprise does.

    `scope` names an entry of `processes` (or is absent: the whole enterprise); `counted_by` and `baseline` name
    entries of the vocabulary; `percent` is the share to stop or cut, for `cap` the most that may remain.
    """

    do: Do
    scope: Id | None = None
    percent: Percent | None = None
    at_least: bool = False
    counted_by: Id | None = None
    baseline: Id | None = None
    condition: Id | None = None
    """An entry of `conditions`: when, or in which manner."""
    unmeasured: bool = False
    """Of `limit`: the document names no share; `condition` says by what production is cut."""

    @model_validator(mode="after")
    def _say_no_more(self) -> Self:
        """Refuse a guessed share where the text is lost, and a ban of nothing or of a share."""
        if self.do == "unclear" and self.percent is not None:
            raise ValueError("an unclear action has no percent: what is lost is not guessed")
        if self.do == "forbid" and (self.scope is None or self.percent is not None):
            raise ValueError("forbid names what is forbidden in `scope` and takes no percent")
        return self


class Cell(Record):
    """What one grade of one sector (or one branch of it) does at one level."""

    branch: Id | None = None
    kind: CellKind | None = None
    """Only where actions do not say it: `not_applicable`, `self_directed`, `see_inventory`."""
    encouraged: bool = True
    """Of `self_directed`: the document encourages own measures; false where it merely states them."""
    actions: tuple[Action, ...] = ()
    transport: Transport = "none"
    doubt: Id | None = None
    doubt_note: Text | None = None
    """What is wrong in this very cell of the document and how it was read."""

    @property
    def effective_kind(self) -> CellKind:
        """Return the kind, worked out from the actions where it was not given."""
        if self.kind is not None:
            return self.kind
        if not self.actions:
            return "transport_only"
        whole = any(action.do == "stop" and action.scope is None and action.percent is None for action in self.actions)
        return "full_stop" if whole else "partial"


class Branch(Record):
    """A kind of enterprise inside a sector for which a cell speaks apart."""

    id: Id
    names: Text
    grades: tuple[Grade, ...]


class SectorRow(Record):
    """One row of the annex: level → grade → the cells that stand there (several if branches differ)."""

    sector: Id
    number: Annotated[int, Field(ge=1)]
    names: Text
    branches: tuple[Branch, ...] = ()
    grades: tuple[Grade, ...]
    cells: dict[LevelId, dict[Grade, tuple[Cell, ...]]] = Field(default_factory=dict)
    """What stands in the annex; what does not is said by the chapter's `grade_rules`."""
    note: Text | None = None
    doubts: tuple[Id, ...] = ()
    """Anomalies that concern the whole row; those of a cell stand in the cell."""


Unlisted = Literal["may_continue", "common", "same_kind"]
"""What may hold for a company on no list: it may keep running, common measures bind it, or those of its kind do."""


class EnterpriseClass(Record):
    """A rule for enterprises that is not a row: micro, unlisted, guarantee, key project."""

    id: Id
    names: Text
    text: Text
    duty: Duty
    conditions: tuple[Text, ...] = ()
    unlisted: Unlisted | None = None
    """Which of the three questions of a company on no list it answers, if any (ux.md P5)."""
    cite: Clause
    doubt: Id | None = None


class GradeRule(Record):
    """What a plan says of a grade in all sectors and at all levels, where it has no cell for each."""

    cell: Cell
    note: Text | None = None
    """What else the plan says of this grade, such as what its measures must not fall behind."""
    cite: Clause


class GuidanceLevel(Record):
    """What one kind of enterprise outside the key sectors does at one level."""

    duty: Duty
    cells: tuple[Cell, ...] = Field(min_length=1)
    cite: Clause


class GuidanceRow(Record):
    """A kind of enterprise outside the key sectors; a level that is not named is silence and never inherited."""

    id: Id
    names: Text
    group: Text | None = None
    """The heading under which the document lists it."""
    levels: dict[LevelId, GuidanceLevel] = Field(min_length=1)
    silence: Text | None = None
    """What is to be said of the levels that the document leaves out."""
    doubts: tuple[Id, ...] = ()


class IndustryChapter(Record):
    """What a plan says on industry, whole: rows, the words of their processes and conditions, rules beside the rows."""

    annex: Annotated[int, Field(ge=1)] | None
    """The annex whose rows are the sectors, if they stand in one."""
    source: Clause | None = None
    """Where the sectors stand, if not in an annex."""
    grades: tuple[Grade, ...]
    grade_rules: dict[Grade, GradeRule] = Field(default_factory=dict)
    vehicles_measure: Id | None = None
    """The measure that says what the vehicles of a company go by where only a rule speaks of its grade."""
    processes: dict[Id, Text] = Field(default_factory=dict)
    conditions: dict[Id, Text] = Field(default_factory=dict)
    sectors: tuple[SectorRow, ...]
    guidance: tuple[GuidanceRow, ...] = ()
    guidance_text: Text | None = None
    """What the guidance is and whom it binds, where a plan has any."""
    guidance_cite: Clause | None = None
    classes: tuple[EnterpriseClass, ...]
    note: Text | None = None
    """What must be known of all rows together."""

    __hash__ = object.__hash__  # chapters are told apart by identity, as plans are

    def cells(self, row: SectorRow, level: LevelId, grade: Grade) -> tuple[Cell, ...]:
        """Return what a grade of a sector does at a level; empty only where neither a cell nor a rule says it."""
        found = row.cells.get(level, {}).get(grade, ())
        return found if found or grade not in self.grade_rules else (self.grade_rules[grade].cell,)

    def clause(self, row: SectorRow, level: LevelId, grade: Grade) -> str:
        """Return where that stands: the cell of the annex, or the rule on the grade with the row of the sector."""
        if row.cells.get(level, {}).get(grade):
            return f"{self._row(row, level)}{'' if grade == 'all' else f' grade {grade}'}"
        return _joined(self.grade_rules[grade].cite, self._row(row))

    def row_clause(self, row: SectorRow, level: LevelId) -> str:
        """Return where everything on a row at a level stands."""
        if row.cells:
            return self._row(row, level)
        return _joined(*(rule.cite for rule in self.grade_rules.values()), self._row(row))

    def _row(self, row: SectorRow, level: LevelId | None = None) -> str:
        if self.annex is None:
            return self.source or "head"
        return f"annex {self.annex}{'' if level is None else f' level {level}'} row {row.number}"


@lru_cache(maxsize=512)
def _joined(*clauses: str) -> str:
    """Put clauses behind each other, each once; a rule stands with the same row at every level and on many pages."""
    return "; ".join(dict.fromkeys(one for several in clauses for one in several.split("; ")))

"""What each kind of enterprise stops or cuts: sector, grade, level."""

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
    "none", "stop_heavy_trucks_china4", "stop_heavy_trucks_china5", "stop_road_transport", "stop_all_transport",
]  # fmt: skip


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
    cells: dict[LevelId, dict[Grade, tuple[Cell, ...]]]
    note: Text | None = None
    doubts: tuple[Id, ...] = ()
    """Anomalies that concern the whole row; those of a cell stand in the cell."""


class EnterpriseClass(Record):
    """A rule for enterprises that is not a row: micro, unlisted, guarantee, key project."""

    id: Id
    names: Text
    text: Text
    duty: Duty
    conditions: tuple[Text, ...] = ()
    cite: Clause
    doubt: Id | None = None


class IndustryChapter(Record):
    """The annex on industry, whole: rows, the words of their processes and conditions, footnotes."""

    annex: Annotated[int, Field(ge=1)]
    grades: tuple[Grade, ...]
    processes: dict[Id, Text]
    conditions: dict[Id, Text]
    sectors: tuple[SectorRow, ...]
    classes: tuple[EnterpriseClass, ...]

"""Warning levels and advisory tracks as a plan defines them."""

from typing import Annotated, Literal

from pydantic import Field

from lantian.model.citation import Clause
from lantian.model.text import Duty, Record, Text
from lantian.model.trigger import Expression

LevelId = Literal["blue", "yellow", "orange", "red"]
LEVEL_ORDER: tuple[LevelId, ...] = ("blue", "yellow", "orange", "red")
TrackId = Literal["notice", "ozone", "so2"]
Response = Literal["I", "II", "III", "IV"]
Percent = Annotated[int, Field(ge=0, le=100)]


class ReductionShares(Record):
    """Least reduction of each pollutant in percent; whose percent is said by the plan, `null` where it says nothing.

    `so2_plus_nox` is a further rule that few plans have, so it may be left out.
    """

    so2: Percent | None
    nox: Percent | None
    pm: Percent | None
    voc: Percent | None
    so2_plus_nox: Percent | None = None
    as_a_rule: bool = False
    """The plan asks for these shares as a rule (一般, 原则上), which leaves room for less."""


class Level(Record):
    """One warning level of a plan; `rank` counts from the lowest, 1."""

    id: LevelId
    rank: Annotated[int, Field(ge=1, le=4)]
    names: Text
    response: Response
    trigger: Expression
    trigger_text: Text
    trigger_cite: Clause
    approver: Text | None
    approver_cite: Clause | None
    reduction: ReductionShares
    reduction_text: Text
    reduction_cite: Clause


class Track(Record):
    """A line beside the levels: advice, or an emergency response without levels; it never has a level colour."""

    id: TrackId
    kind: Literal["advisory", "response"] = "advisory"
    names: Text
    trigger: Expression
    trigger_text: Text
    consequence: Text
    duty: Duty
    cite: Clause
    reduction: ReductionShares | None = None
    """Least shares that the plan sets for this line, where it sets any."""
    reduction_text: Text | None = None
    reduction_cite: Clause | None = None

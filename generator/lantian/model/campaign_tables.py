"""The tables of a seasonal campaign: targets, households, coal and tasks, row by row as the document prints them."""

from typing import Annotated

from pydantic import Field, StringConstraints

from lantian.model.citation import Clause
from lantian.model.text import Id, Record, Text

Figure = Annotated[str, StringConstraints(pattern=r"^-?\d+(?:\.\d+)?$")]
"""A number as it is printed, with its decimals: `15.0` stays `15.0`."""


class TargetRow(Record):
    """Least falls in percent against the season before, for one district."""

    id: Id
    names: Text
    pm25: Figure
    heavy_days: Figure
    cite: Clause


class HouseholdRow(Record):
    """Households that turn from coal to gas or electricity in one district."""

    id: Id
    names: Text
    households: Annotated[int, Field(ge=0)]
    doubts: tuple[Id, ...] = ()
    cite: Clause


class CoalRow(Record):
    """Coal of one district, or of the whole city, in units of 10,000 tonnes; `cap` is the target of the year."""

    id: Id
    names: Text
    whole: bool = False
    """The row of the whole city, which stands beside its parts."""
    used_2012: Figure
    used_2016: Figure
    growth: Figure
    cut_against_2012: Figure
    net_cut: Figure
    cap: Figure
    doubts: tuple[Id, ...] = ()
    cite: Clause


class TaskCategory(Record):
    """A heading of the task table."""

    id: Id
    names: Text


class TaskRow(Record):
    """One row of the task table; `departments` are ids of public bodies."""

    id: Id
    category: Id
    work: Text
    task: Text
    departments: tuple[Id, ...] = Field(min_length=1)
    due: Text
    measure: Text
    doubts: tuple[Id, ...] = ()
    cite: Clause


class Tables(Record):
    """All tables, each with the clause of its heading."""

    targets_cite: Clause
    targets: tuple[TargetRow, ...]
    households_cite: Clause
    households_total: Text
    """What the document says of all districts together, in its own figure."""
    households: tuple[HouseholdRow, ...]
    coal_cite: Clause
    coal_note: Text
    """Unit and coverage of the figures."""
    coal: tuple[CoalRow, ...]
    tasks_cite: Clause
    task_categories: tuple[TaskCategory, ...]
    tasks: tuple[TaskRow, ...]

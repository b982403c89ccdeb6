"""What a plan provides beside levels, measures, vehicles and industry: its paper, rules of time, duties, doubts."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from lantian.model.citation import Clause
from lantian.model.level import LevelId
from lantian.model.text import Duty, Id, Record, Text

Hours = Annotated[int, Field(gt=0)]
AirClass = Literal["excellent", "good", "lightly", "moderately", "heavily", "severely"]


class Repeal(Record):
    """An earlier document that this one ends."""

    title: Text
    number: str


class Document(Record):
    """The official paper itself."""

    title: Text
    short: Text
    number: Text | None
    issuer: Text
    issued_on: date
    cite: Clause
    repeals: tuple[Repeal, ...] = ()
    interpreter: Text
    revision: Text
    scope: Text
    basis: tuple[Text, ...] = ()


class TimedRule(Record):
    """A rule about a warning that hangs on a number of hours or an air quality class (chapters 3 and 4)."""

    hours: Hours | None = None
    category: AirClass | None = None
    duty: Duty
    text: Text
    cite: Clause


class Deadline(Record):
    """A time by which somebody must have done something; `begins` says from when it runs."""

    id: Id
    hours: Hours | None = None
    clock: Annotated[str, StringConstraints(pattern=r"^\d\d:\d\d$")] | None = None
    limit: Text | None = None
    """A limit in words where it is neither hours nor a time of day: working days, a month, a least time."""
    actor: Text
    text: Text
    begins: Text
    cite: Clause


class Statement(Record):
    """Any further statement of the plan, by the subject under which it is shown."""

    id: Id
    subject: Id
    actor: Text | None = None
    duty: Duty | None = None
    """Absent where the plan states a fact and asks for nothing."""
    text: Text
    condition: Text | None = None
    cite: Clause


class Subject(Record):
    """A heading under which statements stand together."""

    id: Id
    names: Text


class Approval(Record):
    """Who must sign what."""

    action: Literal["issue", "lift"]
    levels: tuple[LevelId, ...]
    role: Text
    text: Text
    cite: Clause


class WarningItem(Record):
    """One thing that a warning message must contain."""

    id: Id
    names: Text
    cite: Clause


class Channel(Record):
    """A way by which warnings reach the public."""

    text: Text
    duty: Duty
    cite: Clause


class Anomaly(Record):
    """Something doubtful in the document: the disputed words, what is wrong, how it was read."""

    id: Id
    clause: Clause
    words: Annotated[str, StringConstraints(max_length=40)]
    note: Text
    reading: Text

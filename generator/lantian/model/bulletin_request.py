"""What an operator asks for: the next message of a chain, not yet written; and why there is none."""

from dataclasses import field
from datetime import datetime
from typing import Literal

from pydantic import AwareDatetime, Field

from lantian.model.bulletin import COMMENTS, Action, Facts, Forecast, Line, Pollutant
from lantian.model.level import LevelId
from lantian.model.text import Id, Record, Text
from lantian.model.view import view

Asked = Literal["level", "lift", "withdraw", "extend", "suspend", "resume", "correct"]


class Request(Record):
    """What the operator says; `starts_at` is the moment of effect and falls to the moment of issue.

    `level` as what is asked for begins or changes what the line carries; on an advisory line it has no level.
    For a correction the times and the facts are those of the message `about`, as they should have read.
    """

    asked: Asked
    line: Line = "level"
    level: LevelId | None = None
    issued_at: AwareDatetime
    starts_at: AwareDatetime | None = None
    expected_end: AwareDatetime | None = None
    resumes_at: AwareDatetime | None = None
    exercise: bool = False
    about: Id | None = None
    number: str | None = None
    issuer: Text | None = None
    approved_by: Text | None = None
    pollutant: Pollutant | None = None
    forecast: Forecast = ()
    area: Text | None = None
    reason: Text | None = None
    contents: dict[Id, Text] = Field(default_factory=dict)
    official_text: str | None = None

    @property
    def effective(self) -> datetime:
        """Return the moment of effect; a correction counts from its issue."""
        return self.issued_at if self.asked == "correct" else self.starts_at or self.issued_at

    @property
    def subject(self) -> Id | None:
        """Return the message that the asked one is about; only a correction and a withdrawal have one."""
        return self.about if self.asked in COMMENTS else None

    @property
    def facts(self) -> Facts:
        """Return what a correction corrects."""
        names = set(Facts.model_fields) & set(Request.model_fields) - {"level"}
        return Facts.model_validate({name: value for name in names if (value := getattr(self, name))})


@view
class Refusal:
    """Why there is no next message: a key of the sentence patterns and its fields."""

    key: str
    fields: dict[str, str | Text] = field(default_factory=dict)


@view
class Step:
    """What was worked out: the action, the message that it replaces, and the one that it is about."""

    action: Action
    replaces: Id | None = None
    about: Id | None = None

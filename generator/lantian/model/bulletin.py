"""Official messages: an append-only chain, issued and effective apart."""

from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from lantian.model.level import LevelId, TrackId
from lantian.model.text import Id, Record, Text

Action = Literal["issue", "raise", "lower", "extend", "suspend", "resume", "lift", "withdraw", "correct", "exercise"]
Line = Literal["level"] | TrackId
"""`level` is the line of coloured warnings; an advisory track is a line of its own."""
Pollutant = Literal["pm25", "pm10", "ozone", "so2", "no2", "co"]
Forecast = tuple[Annotated[int, Field(ge=0, le=500)], ...]
STARTS: frozenset[Action] = frozenset({"issue", "exercise"})
CHANGES_LEVEL: frozenset[Action] = frozenset({"issue", "raise", "lower", "exercise"})
STATES_END: frozenset[Action] = CHANGES_LEVEL | {"extend"}
"""Messages that say when the warning is expected to end, or that nobody knows."""
COMMENTS: frozenset[Action] = frozenset({"withdraw", "correct"})
"""Messages about another message; they begin and end nothing themselves."""


class Facts(Record):
    """What a correction puts in the place of what an earlier message said; what is absent stays as it was.

    A level is no fact to be corrected: the message that named a wrong one is withdrawn, and another is issued.
    """

    level: LevelId | None = None
    """Always refused, with a sentence that says what to do instead."""
    starts_at: AwareDatetime | None = None
    expected_end: AwareDatetime | None = None
    resumes_at: AwareDatetime | None = None
    number: str | None = None
    issuer: Text | None = None
    pollutant: Pollutant | None = None
    forecast: Forecast | None = None
    area: Text | None = None
    reason: Text | None = None
    contents: dict[Id, Text] = Field(default_factory=dict)
    official_text: str | None = None

    @property
    def given(self) -> frozenset[str]:
        """Return the names of the fields that are corrected."""
        return frozenset(name for name in type(self).model_fields if getattr(self, name))


class Bulletin(Record):
    """One official message, as published; it is added and never edited.

    `starts_at` is when it takes effect (for a lift: when the warning ends; for a suspension: from when nothing of it
    is in force); `replaces` is the message before it in its chain, absent for the first. Times carry an offset.
    """

    id: Id
    place: Id
    action: Action
    line: Line = "level"
    level: LevelId | None = None
    issued_at: AwareDatetime
    starts_at: AwareDatetime
    expected_end: AwareDatetime | None = None
    resumes_at: AwareDatetime | None = None
    """For a suspension: when the warning applies again without a further message; absent if that is open."""
    replaces: Id | None = None
    about: Id | None = None
    """The message that a correction corrects or a withdrawal takes back; for the latter `replaces` if absent."""
    number: str | None = None
    issuer: Text
    approved_by: Text | None = None
    pollutant: Pollutant | None = None
    forecast: Forecast = ()
    """Daily mean AQI of consecutive 24 hours, as the message states them."""
    area: Text | None = None
    reason: Text | None = None
    contents: dict[Id, Text] = Field(default_factory=dict)
    """What the plan wants in a warning and no other field carries, by the ids of its `warning_contents`."""
    corrected: Facts | None = None
    official_text: str | None = None
    """The notice as issued, in Chinese, where the operator gives it."""

    @property
    def key(self) -> str:
        """Return what tells the message apart where those of several places stand together: ids are a place's own."""
        return f"{self.place}/{self.id}"

    @property
    def replaces_key(self) -> str | None:
        """Return the key of the message before it; a chain never leaves its place."""
        return None if self.replaces is None else f"{self.place}/{self.replaces}"

    @property
    def about_key(self) -> str | None:
        """Return the key of the message that it corrects or takes back; None for every other message."""
        about = self.about or (self.replaces if self.action == "withdraw" else None)
        return None if about is None or self.action not in COMMENTS else f"{self.place}/{about}"

"""Official messages: an append-only chain, issued and effective apart."""

from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from lantian.model.level import LevelId, TrackId
from lantian.model.text import Id, Record, Text

Action = Literal["issue", "raise", "lower", "extend", "lift", "withdraw", "exercise"]
Line = Literal["level"] | TrackId
"""`level` is the line of coloured warnings; an advisory track is a line of its own."""
STARTS: frozenset[Action] = frozenset({"issue", "exercise"})
CHANGES_LEVEL: frozenset[Action] = frozenset({"issue", "raise", "lower", "exercise"})


class Bulletin(Record):
    """One official message, as published; it is added and never edited.

    `starts_at` is when it takes effect (for a lift: when the warning ends); `replaces` is the message before it in its
    chain, absent for the first. Times carry an offset (RFC 3339).
    """

    id: Id
    place: Id
    action: Action
    line: Line = "level"
    level: LevelId | None = None
    issued_at: AwareDatetime
    starts_at: AwareDatetime
    expected_end: AwareDatetime | None = None
    replaces: Id | None = None
    number: str | None = None
    issuer: Text
    approved_by: Text | None = None
    pollutant: Literal["pm25", "pm10", "ozone", "so2", "no2", "co"] | None = None
    forecast: tuple[Annotated[int, Field(ge=0, le=500)], ...] = ()
    """Daily mean AQI of consecutive 24 hours, as the message states them."""
    area: Text | None = None
    reason: Text | None = None
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

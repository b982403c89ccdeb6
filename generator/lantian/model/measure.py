"""What an audience must, may or should do at a level."""

from typing import Literal

from pydantic import Field

from lantian.model.citation import Clause
from lantian.model.level import LevelId, TrackId
from lantian.model.text import Duty, Id, Record, Text

MeasureKind = Literal["health", "advisory", "mandatory", "guidance"]
Topic = Literal[
    "health", "school", "event", "medical", "vehicle", "nonroad", "dust", "construction", "fireworks",
    "transport", "industry", "publicity", "energy", "work",
]  # fmt: skip

DRIVING: tuple[Topic, ...] = ("vehicle", "nonroad", "transport")
"""Topics that a driver has to know of, whomever a measure binds."""
INDUSTRY: tuple[Topic, ...] = ("industry",)


class Audience(Record):
    """A group we speak to; `slug` is its address below `health/` if it has a health page of its own."""

    id: Id
    names: Text
    slug: Id | None = None


class Measure(Record):
    """One thing to do; `levels` and `tracks` name, for each at which it holds, the clause that says so."""

    id: Id
    kind: MeasureKind
    topic: Topic
    audiences: tuple[Id, ...] = Field(min_length=1)
    duty: Duty
    permission: bool = False
    """A `may` that leaves its audience free to do something, and is no power of an authority."""
    levels: dict[LevelId, Clause] = Field(default_factory=dict)
    tracks: dict[TrackId, Clause] = Field(default_factory=dict)
    text: Text
    brief: Text | None = None
    """A few words for first screens; the full statement is `text`."""
    condition: Text | None = None
    begins: Text | None = None
    cumulative: bool = False
    """It is stated at its lowest level, and the plan adds higher levels to it; `levels` names them all the same."""
    replaces: Id | None = None
    """The measure of the level below whose place this one takes."""
    doubt: Id | None = None
    """The anomaly that makes this statement doubtful."""
    exceptions: tuple[Text, ...] = ()

    @property
    def clause(self) -> str:
        """Return every clause that states the measure, each once, in the order of the levels."""
        stated = (*self.levels.values(), *self.tracks.values())
        return "; ".join(dict.fromkeys(clause for clauses in stated for clause in clauses.split("; ")))

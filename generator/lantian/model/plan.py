"""One city's emergency plan: all that does not change with the weather."""

from datetime import date
from functools import lru_cache
from typing import Literal

from pydantic import Field

from lantian.model.citation import Citation, Clause, cite
from lantian.model.industry import IndustryChapter
from lantian.model.level import Level, LevelId, Track, TrackId
from lantian.model.measure import Measure
from lantian.model.organisation import Organisation, WorkingGroup
from lantian.model.provision import (
    Anomaly,
    Approval,
    Channel,
    Deadline,
    Document,
    Statement,
    Subject,
    TimedRule,
    WarningItem,
)
from lantian.model.text import Id, Record, Text
from lantian.model.vehicle import VehicleChapter
from lantian.model.wording import Wording


class Plan(Record):
    """A whole plan; rules of chapter 3 to 5 as records, everything else as statements."""

    id: Id
    place: Id
    document: Document
    valid_from: date
    valid_until: date | None = None
    superseded_by: Id | None = None
    parts: dict[Id, Text] = Field(default_factory=dict)
    levels: tuple[Level, ...]
    tracks: tuple[Track, ...] = ()
    newer: Text | None = None
    """What is known of a newer plan that is not loaded here, and from where; it is shown with the plan's name."""
    follows: TimedRule | None = None
    """How warnings of another place are taken over, for a plan whose place issues none."""
    tightening: TimedRule | None = None
    """That this place may apply a stricter level than the place it follows."""
    raising: TimedRule | None
    lowering: TimedRule | None
    lifting: TimedRule | None
    merging: TimedRule | None
    early_start: TimedRule | None
    lead_time: TimedRule | None
    school_begins: Literal["day_of_notice", "start_of_response"]
    deadlines: tuple[Deadline, ...]
    approvals: tuple[Approval, ...]
    warning_contents: tuple[WarningItem, ...]
    channels: tuple[Channel, ...]
    subjects: tuple[Subject, ...]
    statements: tuple[Statement, ...]
    organisations: tuple[Organisation, ...]
    working_groups: tuple[WorkingGroup, ...]
    anomalies: tuple[Anomaly, ...]
    measures: tuple[Measure, ...]
    vehicles: VehicleChapter
    industry: IndustryChapter

    def level(self, level: LevelId) -> Level:
        """Return one level of this plan; KeyError if the plan has no such level."""
        for candidate in self.levels:
            if candidate.id == level:
                return candidate
        raise KeyError(level)

    def has_level(self, level: LevelId) -> bool:
        """Tell whether this plan defines the level."""
        return any(candidate.id == level for candidate in self.levels)

    def level_below(self, level: LevelId) -> LevelId | None:
        """Return the next lower level of this plan, or None for the lowest."""
        rank = self.level(level).rank
        return next((candidate.id for candidate in self.levels if candidate.rank == rank - 1), None)

    def levels_below(self, level: LevelId) -> tuple[LevelId, ...]:
        """Return all lower levels of this plan, the next lower one first."""
        rank = self.level(level).rank
        lower = sorted((one for one in self.levels if one.rank < rank), key=lambda one: -one.rank)
        return tuple(one.id for one in lower)

    def measures_at(self, level: LevelId) -> tuple[Measure, ...]:
        """Return the measures that hold at a level, in the order of the plan."""
        return tuple(measure for measure in self.measures if level in measure.levels)

    def measures_on(self, track: TrackId) -> tuple[Measure, ...]:
        """Return the measures that belong to an advisory track."""
        return tuple(measure for measure in self.measures if track in measure.tracks)

    def anomaly(self, anomaly: Id) -> Anomaly:
        """Return one doubt by its id; KeyError if it is not listed."""
        for candidate in self.anomalies:
            if candidate.id == anomaly:
                return candidate
        raise KeyError(anomaly)

    def cite(self, clause: Clause, wording: Wording) -> Citation:
        """Spell out a clause of this plan."""
        return _cited(self, clause, wording)

    __hash__ = object.__hash__  # told apart by identity: what one says is far too much to hash for each citation


@lru_cache(maxsize=8192)
def _cited(plan: Plan, clause: Clause, wording: Wording) -> Citation:
    number = plan.document.number or plan.document.short
    return cite(plan.id, number, plan.parts, clause, wording)

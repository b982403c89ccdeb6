"""The parts of a situation: the message it rests on, the advisories beside it, the changes of the last 24 hours."""

from dataclasses import dataclass
from datetime import datetime

from lantian.model.bulletin import Bulletin
from lantian.model.in_force import InForce, LineInForce
from lantian.model.level import LevelId, TrackId
from lantian.model.state import State, advisories_now, entry_before, is_news, lifted_lately, withdrawn_lately
from lantian.model.timeline import Entry


@dataclass(frozen=True, slots=True)
class Advisory:
    """Advice without a level: it holds from `start`, until `until` where the message or a lifting says so."""

    track: TrackId
    start: datetime
    until: datetime | None
    bulletin: Bulletin


@dataclass(frozen=True, slots=True)
class Change:
    """A change of level that has happened; None for no level."""

    at: datetime
    before: LevelId | None
    after: LevelId | None
    bulletin: Bulletin


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What the state speaks of."""

    source: Bulletin | None = None
    first: Bulletin | None = None
    taken_back: Bulletin | None = None
    """The message sent in error, in state `withdrawn`."""
    starts_at: datetime | None = None
    since: datetime | None = None
    expected_end: datetime | None = None
    pollutant: str | None = None
    previous_level: LevelId | None = None

    @property
    def issued_at(self) -> datetime | None:
        """Return when the message was issued that the state rests on."""
        return self.source.issued_at if self.source is not None else None


def subject_of(state: State, force: InForce) -> Subject:
    """Return what the state speaks of: the warning, the one that ended, the mistake, the drill or the advisory."""
    live = force.warnings.live or lifted_lately(force.warnings)
    if live is not None:
        return _about(force.warnings, live)
    if state == "withdrawn":
        withdrawal, mistake = withdrawn_lately(force) or (None, None)
        return Subject(source=withdrawal, taken_back=mistake)
    if state == "exercise" and force.exercises.live is not None:
        return _about(force.exercises, force.exercises.live)
    for track, advisory in advisories_now(force):
        return _about(force.advisories[track], advisory)
    return Subject()


def advisories(force: InForce) -> tuple[Advisory, ...]:
    """Return the advisories that hold or are announced, in the order of the tracks."""
    return tuple(
        Advisory(track, entry.start, _end(force.advisories[track], entry), entry.bulletin)
        for track, entry in advisories_now(force)
    )


def changes_lately(force: InForce) -> tuple[Change, ...]:
    """Return the changes of level that are less than 24 hours old, oldest first."""
    return tuple(
        Change(entry.start, before.holds[1] if before is not None else None, entry.holds[1], entry.bulletin)
        for before, entry in force.warnings.changes
        if is_news(entry.start, force.as_of)
    )


def _about(line: LineInForce, entry: Entry) -> Subject:
    episode = line.episode(entry.episode)
    before = entry_before(line, entry)
    held_before = before.level if before is not None and before.live else None
    return Subject(
        source=entry.bulletin,
        first=episode.first,
        starts_at=entry.start if entry.live else None,
        since=next(other.start for other in line.entries if other.episode == entry.episode),
        expected_end=episode.expected_end,
        pollutant=episode.pollutant,
        previous_level=held_before if entry.live else entry.level,
    )


def _end(line: LineInForce, entry: Entry) -> datetime | None:
    lifted = next((other.start for other in line.upcoming if not other.live and other.start > entry.start), None)
    return lifted or line.episode(entry.episode).expected_end

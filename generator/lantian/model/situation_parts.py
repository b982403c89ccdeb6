"""The parts of a situation: the message it rests on, the advisories beside it, the changes of the last 24 hours."""

from dataclasses import dataclass
from datetime import datetime

from lantian.model.bulletin import Bulletin
from lantian.model.in_force import InForce, LineInForce
from lantian.model.level import LevelId, TrackId
from lantian.model.state import State, advisories_now, entry_before, is_news, lifted_lately, withdrawn_lately
from lantian.model.timeline import Entry
from lantian.model.view import view


@view
class Advisory:
    """Advice without a level: it holds from `start`, until `until` where the message or a lifting says so."""

    track: TrackId
    start: datetime
    until: datetime | None
    bulletin: Bulletin


@view
class Change:
    """A change of level that has happened; None for no level. A suspended level is named with that mark."""

    at: datetime
    before: LevelId | None
    after: LevelId | None
    bulletin: Bulletin
    before_suspended: bool = False
    after_suspended: bool = False


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
    line = force.warnings
    spoken_of = line.holding or line.suspended or line.announced or lifted_lately(line)
    if spoken_of is not None:
        return _about(line, spoken_of)
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
        Change(
            at=entry.start,
            before=_level(before),
            after=_level(entry),
            bulletin=entry.bulletin,
            before_suspended=before is not None and before.kind == "suspended",
            after_suspended=entry.kind == "suspended",
        )
        for before, entry in force.warnings.changes
        if is_news(entry.start, force.as_of)
    )


def _level(entry: Entry | None) -> LevelId | None:
    """Return the level that an entry puts in force or suspends."""
    return None if entry is None or entry.ends else entry.level


def _about(line: LineInForce, entry: Entry) -> Subject:
    episode = line.episode(entry.episode)
    before = entry_before(line, entry)
    held_before = before.level if before is not None and before.live else None
    return Subject(
        source=entry.bulletin,
        first=episode.first,
        starts_at=_start(line, entry),
        since=next(other.start for other in line.entries if other.episode == entry.episode),
        expected_end=episode.expected_end,
        pollutant=episode.pollutant,
        previous_level=held_before if entry.live else entry.level,
    )


def _start(line: LineInForce, entry: Entry) -> datetime | None:
    """Return the start of what is in force or announced; of a suspended warning when something is in force again."""
    if entry.kind != "suspended":
        return entry.start if entry.live else None
    then = line.coming
    return then.start if then is not None and then.live else None


def _end(line: LineInForce, entry: Entry) -> datetime | None:
    lifted = next((other.start for other in line.upcoming if other.ends and other.start > entry.start), None)
    return lifted or line.episode(entry.episode).expected_end

"""The moments at which something shown must differ, and the segments between them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from lantian.model.bulletin import Bulletin
from lantian.model.clock import RECENT, next_midnight, next_new_year
from lantian.model.in_force import InForce, LineInForce, in_force
from lantian.model.level import LevelId
from lantian.model.state import State, state_of


@dataclass(frozen=True, slots=True)
class Segment:
    """A half-open span in which one state and level holds, with what is known now; `until` is None if it is open."""

    start: datetime
    until: datetime | None
    level: LevelId | None
    state: State


def next_boundary(force: InForce, *, every_midnight: bool) -> datetime | None:
    """Return the earliest future moment at which a page must differ, None if nothing is to come.

    Dates name their year as soon as it is not the present one; `every_midnight` is for rules that change with the day.
    """
    ahead = [moment for moment in _marks(force) if moment > force.as_of]
    if every_midnight:
        ahead.append(next_midnight(force.as_of))
    if state_of(force) != "none":
        ahead.append(next_new_year(force.as_of))
    return min(ahead, default=None)


def segments(messages: tuple[Bulletin, ...], force: InForce) -> tuple[Segment, ...]:
    """Return the present segment and all that are known to follow; no messages, no segments.

    `messages` are those known now; each segment says what they say of its start.
    """
    marks = sorted({*_marks(force), *(message.issued_at for message in messages)})
    ahead = [moment for moment in marks if moment > force.as_of]
    back = [moment for moment in reversed(marks) if moment <= force.as_of]
    if not back:
        return ()
    now = _says(force)
    start = back[0]
    for moment in back[1:]:
        if _says(in_force(messages, moment)) != now:
            break
        start = moment
    turns = [(start, now)]
    for moment in ahead:
        said = _says(in_force(messages, moment))
        if said != turns[-1][1]:
            turns.append((moment, said))
    ends = [*(moment for moment, _ in turns[1:]), None]
    return tuple(Segment(at, end, level, state) for (at, (state, level)), end in zip(turns, ends, strict=True))


def _says(force: InForce) -> tuple[State, LevelId | None]:
    holding = force.warnings.holding
    return state_of(force), holding.level if holding is not None else None


def _marks(force: InForce) -> Iterator[datetime]:
    for line in (force.warnings, *force.advisories.values(), force.exercises):
        yield from _line_marks(line)
    yield from (withdrawal.issued_at + RECENT for withdrawal, _ in force.withdrawals)


def _line_marks(line: LineInForce) -> Iterator[datetime]:
    for entry in line.entries:
        yield entry.start
        yield entry.start + RECENT
    for episode in line.episodes:
        end = episode.expected_end
        then = line.at(end).current if end is not None else None
        if end is not None and then is not None and then.live and then.episode == episode.key:
            yield end

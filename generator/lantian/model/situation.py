"""What a place is told at a moment: one record, from which every page and file takes its status."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from lantian.model.boundaries import Segment, next_boundary, segments
from lantian.model.bulletin import Bulletin
from lantian.model.clock import next_check
from lantian.model.content import Content, PlaceContent
from lantian.model.in_force import InForce, in_force
from lantian.model.level import LevelId, Response
from lantian.model.place import Place
from lantian.model.plan import Plan
from lantian.model.situation_parts import Advisory, Change, Subject, advisories, changes_lately, subject_of
from lantian.model.state import State, lifted_lately, state_of, withdrawn_lately
from lantian.model.text import Id
from lantian.model.timeline import Entry, known


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation(Subject):
    """The situation of one place; all moments are in the place's own time or carry their offset.

    Nothing holds unless `level` says so: what is only announced, drilled or over is told by `state`, `next_entry`,
    `exercise_level` and `previous_level`. `source` is the message that the state rests on, `first` the one that began
    its chain; `starts_at` is the start of the level that holds, is announced or is drilled, `since` that of the whole
    episode. `expected_end` is an estimate. `next_boundary` is None when nothing is to come.
    """

    place: Id
    as_of: datetime
    state: State
    level: LevelId | None = None
    rank: int | None = None
    levels_total: int
    response: Response | None = None
    exercise_level: LevelId | None = None
    lifted_at: datetime | None = None
    next_entry: Entry | None = None
    suspended: Entry | None = None
    """The suspension that keeps a warning from being in force; the state is `pending`."""
    timeline: tuple[Entry, ...] = ()
    """The whole line of coloured warnings, past and announced."""
    segments: tuple[Segment, ...] = ()
    advisories: tuple[Advisory, ...] = ()
    changes: tuple[Change, ...] = ()
    """Changes of level within the last 24 hours, oldest first."""
    follows: Id | None = None
    """The place whose warnings are taken over."""
    followed_level: LevelId | None = None
    """The level that the messages of that place alone make hold; a stricter one of this place stands in `level`."""
    withdrawal: tuple[Bulletin, Bulletin] | None = None
    """The latest withdrawal of the last 24 hours and the message sent in error, in whatever state."""
    exercise: Bulletin | None = None
    """The drill that runs or is announced, in whatever state."""
    next_boundary: datetime | None = None
    next_check_by: datetime
    overdue: bool = False
    """What holds or is suspended goes on past its expected end."""

    @property
    def holds(self) -> bool:
        """Tell whether a warning level holds now."""
        return self.level is not None

    @property
    def pending_level(self) -> LevelId | None:
        """Return the level that is announced while none holds."""
        announced = self.next_entry if self.state == "pending" else None
        return announced.level if announced is not None and announced.live else None

    @property
    def suspended_level(self) -> LevelId | None:
        """Return the level that is suspended: not in force, and not lifted."""
        return self.suspended.level if self.suspended is not None else None

    @property
    def suspends_next(self) -> bool:
        """Tell whether the next change of what holds is an announced suspension."""
        return self.holds and self.next_entry is not None and self.next_entry.kind == "suspended"

    @property
    def announcement(self) -> Bulletin | None:
        """Return the message that a reader should see: the announced change where there is one, else the source."""
        announced = self.suspends_next or self.state in {"raising", "lowering", "lifting"}
        return self.next_entry.bulletin if announced and self.next_entry is not None else self.source

    @property
    def shown_level(self) -> LevelId | None:
        """Return the level whose colour and rules are shown: it holds, is announced, or is drilled."""
        return self.level or self.pending_level or self.exercise_level


def situation_of(content: Content, entry: PlaceContent, as_of: datetime) -> Situation:
    """Return the situation of a place by its own messages and those of the place that it follows."""
    return situation(entry.place, entry.plan, content.messages(entry), as_of)


def situation(place: Place, plan: Plan, bulletins: Iterable[Bulletin], as_of: datetime) -> Situation:
    """Return the situation of a place at a moment; messages issued later are not known."""
    now = as_of.astimezone(ZoneInfo(place.timezone))
    messages = known(bulletins, now)
    force = in_force(messages, now)
    state, line, drill = state_of(force), force.warnings, force.exercises.live
    ended = lifted_lately(line) if state in {"lifted", "lifted_early"} else None
    subject = subject_of(state, force)
    return Situation(
        **_fields(subject),
        **_level_fields(plan, line.holding),
        place=place.id,
        as_of=now,
        state=state,
        exercise_level=drill.level if state == "exercise" and drill is not None else None,
        lifted_at=ended.start if ended is not None else None,
        next_entry=line.coming,
        suspended=line.suspended if line.holding is None else None,
        timeline=line.entries,
        segments=segments(messages, force),
        advisories=advisories(force),
        changes=changes_lately(force),
        follows=place.follows,
        followed_level=_followed_level(place, messages, now),
        withdrawal=withdrawn_lately(force),
        exercise=drill.bulletin if drill is not None else None,
        next_boundary=next_boundary(force, every_midnight=_changes_daily(plan, force)),
        next_check_by=next_check(now, live=state != "none"),
        overdue=(line.holding or line.suspended) is not None and _has_passed(subject.expected_end, now),
    )


def _has_passed(end: datetime | None, now: datetime) -> bool:
    return end is not None and end <= now


def _fields(subject: Subject) -> dict[str, Any]:
    return {field.name: getattr(subject, field.name) for field in fields(subject)}


def _level_fields(plan: Plan, holding: Entry | None) -> dict[str, Any]:
    level = plan.level(holding.level) if holding is not None and holding.level is not None else None
    return {
        "level": level.id if level is not None else None,
        "rank": level.rank if level is not None else None,
        "levels_total": len(plan.levels),
        "response": level.response if level is not None else None,
    }


def _followed_level(place: Place, messages: tuple[Bulletin, ...], now: datetime) -> LevelId | None:
    if place.follows is None:
        return None
    holding = in_force((message for message in messages if message.place == place.follows), now).warnings.holding
    return holding.level if holding is not None else None


def _changes_daily(plan: Plan, force: InForce) -> bool:
    """Tell whether a rule by the day (odd and even plates) belongs to the level that holds or is drilled."""
    live = force.warnings.live or force.exercises.live
    plates = plan.vehicles.plates
    return live is not None and plates is not None and live.level in plates.levels

"""When schools stop outdoor lessons: spans of the line of warnings, from the moment that the plan names."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from itertools import zip_longest

from lantian.model.clock import day_start
from lantian.model.measure import Measure
from lantian.model.plan import Plan
from lantian.model.text import Text
from lantian.model.timeline import Entry
from lantian.model.view import view


@view
class SchoolStop:
    """A half-open span in which the plan requires schools to stop outdoors; `until` is None while no lift is known."""

    start: datetime
    until: datetime | None
    clause: str
    brief: Text | None
    """What stops, in the plan's own short words; None where it has none."""


def school_stops(timeline: tuple[Entry, ...], as_of: datetime, plan: Plan) -> tuple[SchoolStop, ...]:
    """Return the spans of a line of warnings in order of time; `as_of` is a moment in the place's own time.

    Spans that touch are one, under the clause and words of the moment.

    A span that a lifting has ended stays apart from the next warning's, whose own notice begins it anew.
    """
    joined: list[SchoolStop] = []
    lifted = {entry.start for entry in timeline if entry.ends}
    for stop in _single(timeline, as_of, plan):
        last = joined[-1] if joined else None
        if last is None or (last.until is not None and (last.until < stop.start or last.until in lifted)):
            joined.append(stop)
            continue
        over = last.until is not None and last.until <= as_of
        told = stop if over else last
        joined[-1] = replace(last, until=stop.until, clause=told.clause, brief=told.brief)
    return tuple(joined)


def _single(timeline: tuple[Entry, ...], as_of: datetime, plan: Plan) -> Iterator[SchoolStop]:
    for entry, following in zip_longest(timeline, timeline[1:]):
        rule = _rule(entry, plan) if entry.live else None
        if rule is not None and entry.level is not None:
            until = following.start if following is not None else None
            yield SchoolStop(_begin(entry, as_of, plan), until, rule.levels[entry.level], rule.brief)


def _begin(entry: Entry, as_of: datetime, plan: Plan) -> datetime:
    """Return the start of the level, or of the day of the notice where the plan lets schools begin with it."""
    resumed = entry.bulletin.action in {"suspend", "resume"}
    if plan.school_begins == "start_of_response" or resumed:
        return entry.start
    notice = day_start(entry.bulletin.issued_at.astimezone(as_of.tzinfo))
    return min(entry.start, notice)


def _rule(entry: Entry, plan: Plan) -> Measure | None:
    """Return what requires it at the level of the entry, None if the plan requires nothing."""
    required = (one for one in plan.measures if one.topic == "school" and one.duty == "required")
    return next((one for one in required if entry.level in one.levels), None)

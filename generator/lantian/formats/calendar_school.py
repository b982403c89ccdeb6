"""Days without outdoor lessons in the calendar of schools."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from lantian.formats.calendar_events import CalendarEvent, Making, Moment, days, ending, source
from lantian.formats.calendar_spans import Closing, closing, spans
from lantian.model.school_days import SchoolStop, school_stops
from lantian.model.school_status import stop_words
from lantian.model.situation_parts import Subject, subject_of
from lantian.model.state import state_of
from lantian.model.text import Text

_SATURDAY = 5


def school_events(told: Moment) -> Iterator[tuple[str, Making]]:
    """Yield every weekday on which schools stop outdoor lessons, as far as anything is known of it."""
    expected = _subject(told).expected_end
    seen: dict[str, int] = {}
    for stop in school_stops(told.force.warnings.entries, told.now, told.plan):
        end = closing(stop.start, stop.until, expected, told.now)
        for start, until in days(stop.start, end.end, told.now):
            if start.weekday() >= _SATURDAY:
                continue
            day = f"{start:%Y%m%d}"
            seen[day] = seen.get(day, 0) + 1
            uid = f"{told.place.id}-school-{day}-{seen[day]}"
            yield uid, partial(_day, told, stop, uid, (start, until), end)


def _day(told: Moment, stop: SchoolStop, uid: str, day: tuple[datetime, datetime], end: Closing) -> CalendarEvent:
    start, until = day
    sure = "known" if until <= told.now else end.sure
    return CalendarEvent(
        uid=uid,
        start=start,
        end=until,
        sure=sure,
        summary=told.say(sure, summary=_stop_summary(told, stop, start, until)),
        description=_description(told, ending(told, end.end, end.sure)),
    )


def _stop_summary(told: Moment, stop: SchoolStop, start: datetime, until: datetime) -> Text:
    """Say what stops, under the level of that day; before the level begins, under the one that is announced."""
    words = stop_words(stop.brief, told.wording)
    live = [span.entry for span in spans(told.force.warnings, told.place.id) if span.entry.live]
    begun = [entry for entry in live if entry.start < until]
    entry = next(iter(begun[-1:] or [one for one in live if one.start >= start]), None)
    level = entry.level if entry is not None else None
    names = told.plan.level(level).names if level is not None else told.wording.pattern("calendar.bare")
    return told.say("schools", level=names, stop=words)


def _description(told: Moment, end: Text) -> Text:
    bulletin = _subject(told).source
    told_by = () if bulletin is None else (source(told, bulletin),)
    return told.wording.join((end, *told_by, told.say("school_days")))


def _subject(told: Moment) -> Subject:
    return subject_of(state_of(told.force), told.force)

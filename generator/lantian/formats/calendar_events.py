"""What each audience finds in its calendar, from the situation of a place: known times alone, and no all-clear."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Literal

from lantian.formats.calendar_spans import Span, closing, spans
from lantian.model.bulletin import Bulletin
from lantian.model.clock import day_start
from lantian.model.in_force import InForce
from lantian.model.moment_sentence import moment
from lantian.model.place import Place
from lantian.model.plan import Plan
from lantian.model.school_days import SchoolStop, school_stops
from lantian.model.school_status import stop_words
from lantian.model.situation import Situation
from lantian.model.text import Text
from lantian.model.view import view
from lantian.model.wording import Wording

Audience = Literal["event", "drivers", "schools", "enterprises"]
AUDIENCES: tuple[Audience, ...] = ("event", "drivers", "schools", "enterprises")
_DAY = timedelta(days=1)
_SATURDAY = 5
_MOST_DAYS = 62
"""How many single days of one span a calendar lists, counted from its end: a subscriber needs no more."""


@view
class CalendarEvent:
    """One event in both languages; `sure` tells how sure its end is, `drill` that nothing of it is real."""

    uid: str
    start: datetime
    end: datetime
    sure: str
    summary: Text
    description: Text
    drill: bool = False
    cancelled: bool = False


@view
class Moment:
    """A place as it was known at a moment."""

    place: Place
    plan: Plan
    situation: Situation
    force: InForce
    wording: Wording

    @property
    def now(self) -> datetime:
        """Return the moment, in the place's own time."""
        return self.situation.as_of

    def say(self, key: str, /, **fields: Text | str | int) -> Text:
        """Fill a sentence pattern of the calendars."""
        return self.wording.say(f"calendar.{key}", **fields)


def events(told: Moment, audience: Audience) -> Iterator[CalendarEvent]:
    """Yield what an audience is told, spans of real warnings first, then drills."""
    for span in spans(told.force.warnings, told.place.id):
        if audience != "schools":
            yield span_event(told, span, _summary(told, span, audience))
        if audience == "drivers":
            yield from _plate_days(told, span)
    if audience == "schools":
        yield from _school_days(told)
    for span in spans(told.force.exercises, told.place.id):
        yield _drill(told, span_event(told, span, _summary(told, span, "event")))


def span_event(told: Moment, span: Span, summary: Text) -> CalendarEvent:
    """Return a span as an event: its times, how sure its end is, and its source."""
    end, sure = span.closing.end, span.closing.sure
    return CalendarEvent(
        uid=span.uid,
        start=span.entry.start,
        end=end,
        sure=sure,
        summary=told.say(sure, summary=summary),
        description=_description(told, span.entry.bulletin, _ending(told, end, sure)),
    )


def _summary(told: Moment, span: Span, audience: Audience) -> Text:
    """Say the level first, then what it means to the audience."""
    level = span.entry.level
    names = told.plan.level(level).names if level is not None else told.wording.pattern("calendar.bare")
    if not span.entry.live:
        return told.say("suspended", level=names)
    if audience == "drivers":
        duties = {rule.duty for rule in told.plan.vehicles.rules if level in rule.levels}
        plates = told.plan.vehicles.plates
        required = "required" in duties or (plates is not None and level in plates.levels)
        return told.say(f"drivers_{'required' if required else 'may' if 'may' in duties else 'unsaid'}", level=names)
    if audience == "enterprises" and told.plan.industry.sectors:
        return told.say("enterprises", level=names)
    return told.say("event", level=names)


def _plate_days(told: Moment, span: Span) -> Iterator[CalendarEvent]:
    """Yield each day of an odd-even rule, with the last digits that may drive."""
    plates, level = told.plan.vehicles.plates, span.entry.level
    if plates is None or not span.entry.live or level is None or level not in plates.levels:
        return
    whole = span_event(told, span, told.say("event", level=told.plan.level(level).names))
    for start, end in _days(span.entry.start, span.closing.end, told.now):
        even = plates.even_digits
        digits = even if start.day % 2 == 0 else tuple(digit for digit in range(10) if digit not in even)
        key, pattern = ("even", "plates") if plates.assigned else ("usual", "plates_by_notice")
        allowed = told.wording.say(f"vehicle_page.plates_{key}", digits=" ".join(map(str, digits)))
        summary = told.say(pattern, level=told.plan.level(level).names, digits=allowed)
        uid = f"{span.uid}-plates-{start:%Y%m%d}"
        yield replace(whole, uid=uid, start=start, end=end, summary=told.say(span.closing.sure, summary=summary))


def _school_days(told: Moment) -> Iterator[CalendarEvent]:
    """Yield every weekday on which schools stop outdoor lessons, as far as anything is known of it."""
    seen: dict[str, int] = {}
    for stop in school_stops(told.situation, told.plan):
        end = closing(stop.start, stop.until, told.situation.expected_end, told.now)
        for start, until in _days(stop.start, end.end, told.now):
            if start.weekday() >= _SATURDAY:
                continue
            day = f"{start:%Y%m%d}"
            seen[day] = seen.get(day, 0) + 1
            sure = "known" if until <= told.now else end.sure
            yield CalendarEvent(
                uid=f"{told.place.id}-school-{day}-{seen[day]}",
                start=start,
                end=until,
                sure=sure,
                summary=told.say(sure, summary=_stop_summary(told, stop, start, until)),
                description=_school_description(told, _ending(told, end.end, end.sure)),
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


def _school_description(told: Moment, ending: Text) -> Text:
    source = told.situation.source
    days = told.say("school_days")
    told_by = () if source is None else (_source(told, source),)
    return told.wording.join((ending, *told_by, days))


def _days(start: datetime, end: datetime, now: datetime) -> list[tuple[datetime, datetime]]:
    """Cut a span at every midnight of the place's own time; of a very long one the last days."""
    found: list[tuple[datetime, datetime]] = []
    cursor, last = start.astimezone(now.tzinfo), end.astimezone(now.tzinfo)
    while cursor < last:
        following = min(day_start(cursor) + _DAY, last)
        found.append((cursor, following))
        cursor = following
    return found[-_MOST_DAYS:]


def _drill(told: Moment, event: CalendarEvent) -> CalendarEvent:
    note = told.wording.join((told.say("drill_note"), event.description))
    return replace(event, drill=True, summary=told.say("drill", summary=event.summary), description=note)


def _description(told: Moment, bulletin: Bulletin, ending: Text) -> Text:
    return told.wording.join((ending, _source(told, bulletin)))


def _source(told: Moment, bulletin: Bulletin) -> Text:
    issued = moment(bulletin.issued_at, told.now, "full", told.wording)
    return told.say("source", issuer=bulletin.issuer, issued=issued)


def _ending(told: Moment, end: datetime, sure: str) -> Text:
    return told.say(f"end_{sure}", end=moment(end, told.now, "full", told.wording))

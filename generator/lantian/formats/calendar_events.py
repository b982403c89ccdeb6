"""What each audience finds in its calendar, from the situation of a place: known times alone, and no all-clear.

An event is told by its number and by what makes it: of all that was known in the course of a long chain of messages
only the last word on each event is ever put into words.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache, partial
from typing import Literal

from lantian.formats.calendar_spans import Span, spans
from lantian.model.bulletin import Bulletin
from lantian.model.clock import day_start
from lantian.model.in_force import InForce
from lantian.model.moment_sentence import moment
from lantian.model.place import Place
from lantian.model.plan import Plan
from lantian.model.text import Text
from lantian.model.view import view
from lantian.model.wording import Wording

Audience = Literal["event", "drivers", "schools", "enterprises"]
AUDIENCES: tuple[Audience, ...] = ("event", "drivers", "schools", "enterprises")
_DAY = timedelta(days=1)
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


Making = Callable[[], CalendarEvent]
"""Puts one event into words."""


@view
class Moment:
    """A place as it was known at a moment."""

    place: Place
    plan: Plan
    force: InForce
    wording: Wording

    @property
    def now(self) -> datetime:
        """Return the moment, in the place's own time."""
        return self.force.as_of

    def say(self, key: str, /, **fields: Text | str | int) -> Text:
        """Fill a sentence pattern of the calendars."""
        return self.wording.say(f"calendar.{key}", **fields)


def events(told: Moment, audience: Audience) -> Iterator[tuple[str, Making]]:
    """Yield the number of each event of a warning or a drill for an audience, and what makes it."""
    for span in spans(told.force.warnings, told.place.id):
        if audience != "schools":
            yield span.uid, partial(_warning, told, span, audience)
        if audience == "drivers":
            yield from _plate_days(told, span)
    for span in spans(told.force.exercises, told.place.id):
        yield span.uid, partial(_drill, told, span)


def _warning(told: Moment, span: Span, audience: Audience) -> CalendarEvent:
    return span_event(told, span, _summary(told, span, audience))


def span_event(told: Moment, span: Span, summary: Text) -> CalendarEvent:
    """Return a span as an event: its times, how sure its end is, and its source."""
    end, sure = span.closing.end, span.closing.sure
    return CalendarEvent(
        uid=span.uid,
        start=span.entry.start,
        end=end,
        sure=sure,
        summary=told.say(sure, summary=summary),
        description=_description(told, span.entry.bulletin, ending(told, end, sure)),
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


def _plate_days(told: Moment, span: Span) -> Iterator[tuple[str, Making]]:
    """Yield each day of an odd-even rule, with the last digits that may drive."""
    plates, level = told.plan.vehicles.plates, span.entry.level
    if plates is None or not span.entry.live or level is None or level not in plates.levels:
        return
    names = told.plan.level(level).names
    whole = cache(lambda: span_event(told, span, told.say("event", level=names)))

    def made(uid: str, start: datetime, end: datetime) -> CalendarEvent:
        even = plates.even_digits
        digits = even if start.day % 2 == 0 else tuple(digit for digit in range(10) if digit not in even)
        key, pattern = ("even", "plates") if plates.assigned else ("usual", "plates_by_notice")
        allowed = told.wording.say(f"vehicle_page.plates_{key}", digits=" ".join(map(str, digits)))
        summary = told.say(pattern, level=names, digits=allowed)
        return replace(whole(), uid=uid, start=start, end=end, summary=told.say(span.closing.sure, summary=summary))

    for start, end in days(span.entry.start, span.closing.end, told.now):
        uid = f"{span.uid}-plates-{start:%Y%m%d}"
        yield uid, partial(made, uid, start, end)


def days(start: datetime, end: datetime, now: datetime) -> list[tuple[datetime, datetime]]:
    """Cut a span at every midnight of the place's own time; of a very long one the last days."""
    found: list[tuple[datetime, datetime]] = []
    cursor, last = start.astimezone(now.tzinfo), end.astimezone(now.tzinfo)
    while cursor < last:
        following = min(day_start(cursor) + _DAY, last)
        found.append((cursor, following))
        cursor = following
    return found[-_MOST_DAYS:]


def _drill(told: Moment, span: Span) -> CalendarEvent:
    event = _warning(told, span, "event")
    note = told.wording.join((told.say("drill_note"), event.description))
    return replace(event, drill=True, summary=told.say("drill", summary=event.summary), description=note)


def _description(told: Moment, bulletin: Bulletin, ending: Text) -> Text:
    return told.wording.join((ending, source(told, bulletin)))


def source(told: Moment, bulletin: Bulletin) -> Text:
    """Say who issued a message, and when."""
    issued = moment(bulletin.issued_at, told.now, "full", told.wording)
    return told.say("source", issuer=bulletin.issuer, issued=issued)


def ending(told: Moment, end: datetime, sure: str) -> Text:
    """Say when something ends, and how sure that is."""
    return told.say(f"end_{sure}", end=moment(end, told.now, "full", told.wording))

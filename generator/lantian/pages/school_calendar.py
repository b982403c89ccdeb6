"""What is known for schools on this date and on the next weekday, split by the hour where something changes."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from lantian.model.clock import day_start
from lantian.model.moment_sentence import moment
from lantian.model.school_days import school_stops
from lantian.model.school_status import stop_words
from lantian.model.text import Text
from lantian.model.view import view
from lantian.pages.edition import Edition

DAY = timedelta(days=1)
SATURDAY = 5


@view
class DayLine:
    """A stretch of a day; `icon` is a verdict shape or empty."""

    text: Text
    icon: str = ""


@view
class DayColumn:
    """One date and what is known for it."""

    date: Text
    lines: tuple[DayLine, ...]


def day_columns(edition: Edition) -> tuple[DayColumn, ...]:
    """Return this date and the next weekday; holidays are not known here, pages say so."""
    first = day_start(edition.situation.as_of)
    following = first + DAY
    while following.weekday() >= SATURDAY:
        following += DAY
    return tuple(
        DayColumn(
            date=moment(day, edition.situation.as_of, "day", edition.wording),
            lines=(*_stretches(edition, day), *_advice(edition, day)),
        )
        for day in (first, following)
    )


def _stretches(edition: Edition, day: datetime) -> Iterator[DayLine]:
    """Yield stops and what lies between them, without a gap over the whole day."""
    cursor, end = day, day + DAY
    for stop in school_stops(edition.situation.timeline, edition.situation.as_of, edition.plan):
        begins, ends = max(stop.start, cursor), min(stop.until or end, end)
        if begins >= ends:
            continue
        if cursor < begins:
            yield DayLine(_line(edition, "free", day, cursor, begins))
        yield DayLine(_line(edition, "stop", day, begins, ends, stop_words(stop.brief, edition.wording)), "no")
        if stop.until is None:
            yield DayLine(_end_note(edition, end))
        cursor = ends
    if cursor < end:
        yield DayLine(_line(edition, "free", day, cursor, end))


def _line(edition: Edition, kind: str, day: datetime, begins: datetime, ends: datetime, stop: Text | str = "") -> Text:
    """Say a stretch: all day, from, until, or between two clocks."""
    span = {(True, True): "all_day", (False, True): "from", (True, False): "until", (False, False): "between"}
    name = span[begins == day, ends == day + DAY]
    now = edition.situation.as_of
    start, end = (moment(at, now, "clock", edition.wording) for at in (begins, ends))
    return edition.say(f"school_day.{kind}_{name}", start=start, end=end, stop=stop)


def _end_note(edition: Edition, end_of_day: datetime) -> Text:
    """Say how sure an open end is; an estimate never ends a stop, and once it is past it is told as past."""
    now, expected = edition.situation.as_of, edition.situation.expected_end
    if expected is None or expected >= end_of_day:
        return edition.say("school_day.open")
    kind = "expected" if expected > now else "overdue"
    return edition.say(f"school_day.{kind}", end=moment(expected, now, "full", edition.wording))


def _advice(edition: Edition, day: datetime) -> Iterator[DayLine]:
    """Yield what advisories of this day say to schools."""
    for advisory in edition.situation.advisories:
        if advisory.start >= day + DAY or (advisory.until is not None and advisory.until <= day):
            continue
        for measure in edition.plan.measures_on(advisory.track):
            if measure.topic == "school":
                yield DayLine(edition.say("school_day.track", text=measure.text))

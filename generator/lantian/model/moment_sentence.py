"""Moments in words: a date with its weekday in both languages, never a bare today or tomorrow.

Every function takes `now` in the place's own zone: it says the zone, and the year that need not be named.
"""

from datetime import UTC, datetime, tzinfo
from functools import lru_cache
from typing import Literal

from babel.dates import format_datetime

from lantian.model.blank import BlankMoment
from lantian.model.text import LANGUAGES, Language, Text, composed
from lantian.model.wording import Wording

Form = Literal["full", "short", "day", "date", "clock"]
Span = Literal["full", "short"]
LOCALES: dict[Language, str] = {"zh": "zh_Hans_CN", "en": "en"}


def moment(at: datetime, now: datetime, form: Form, wording: Wording) -> Text:
    """Say a moment: `full` day, weekday and clock; `short` day and clock; `day` and weekday; `date`; `clock`.

    Of a blank one the mark is said; whoever fills it in says the moment with the same `now`.
    """
    if isinstance(at, BlankMoment):
        mark = at.mark(form)
        return composed(mark, mark)
    local = at.astimezone(now.tzinfo)
    dated = form != "clock" and local.year != now.year
    pattern = wording.pattern(f"time.{form}_year" if dated else f"time.{form}")
    return _written(local.replace(tzinfo=None), local.fold, local.tzinfo, pattern)


@lru_cache(maxsize=1024)
def _written(clock: datetime, fold: int, zone: tzinfo | None, pattern: Text) -> Text:
    """Write a moment, told by a clock in a zone: equal moments of two zones are written differently.

    The same few moments stand on page after page.
    """
    local = clock.replace(tzinfo=zone, fold=fold)
    zh, en = (format_datetime(local, pattern.speak(language), locale=LOCALES[language]) for language in LANGUAGES)
    return Text(zh=zh, en=en)


def learn_locales() -> None:
    """Let Babel read what it knows of both languages, which takes its time, before the first moment is said."""
    for locale in LOCALES.values():
        format_datetime(datetime(2000, 1, 1, tzinfo=UTC), "y MMMM d EEEE HH:mm", locale=locale)


def period(start: datetime, end: datetime, now: datetime, form: Span, wording: Wording) -> Text:
    """Say a half-open span, `full` or `short`: with the day once if it lies on one day."""
    if not _same_day(start, end, now):
        begins, ends = moment(start, now, form, wording), moment(end, now, form, wording)
        return wording.say("time.range", start=begins, end=ends)
    unit: Form = "day" if form == "full" else "date"
    clocks = {name: moment(at, now, "clock", wording) for name, at in (("start", start), ("end", end))}
    return wording.say(f"time.hours_of_{unit}", day=moment(start, now, unit, wording), **clocks)


def beside(at: datetime, other: datetime, now: datetime, wording: Wording) -> Text:
    """Say a moment that stands beside another: its clock alone if both lie on one day."""
    return moment(at, now, "clock" if _same_day(at, other, now) else "short", wording)


def _same_day(one: datetime, other: datetime, now: datetime) -> bool:
    return one.astimezone(now.tzinfo).date() == other.astimezone(now.tzinfo).date()

"""Moments in words: a date with its weekday in both languages, never a bare today or tomorrow.

Every function takes `now` in the place's own zone: it says the zone, and the year that need not be named.
"""

from datetime import datetime

from babel.dates import format_datetime

from lantian.model.text import LANGUAGES, Language, Text
from lantian.model.wording import Wording

LOCALES: dict[Language, str] = {"zh": "zh_Hans_CN", "en": "en"}


def moment(at: datetime, now: datetime, form: str, wording: Wording) -> Text:
    """Say a moment: `full` day, weekday and clock; `short` day and clock; `day` day and weekday; `clock` alone.

    KeyError for a form that the wording does not have.
    """
    local = at.astimezone(now.tzinfo)
    dated = form != "clock" and local.year != now.year
    pattern = wording.pattern(f"time.{form}_year" if dated else f"time.{form}")
    zh, en = (format_datetime(local, pattern.speak(language), locale=LOCALES[language]) for language in LANGUAGES)
    return Text(zh=zh, en=en)


def period(start: datetime, end: datetime, now: datetime, wording: Wording) -> Text:
    """Say a half-open span: on one day with its day once, else with both moments in full."""
    if _same_day(start, end, now):
        clocks = {name: moment(at, now, "clock", wording) for name, at in (("start", start), ("end", end))}
        return wording.say("time.hours_of_day", day=moment(start, now, "day", wording), **clocks)
    return wording.say("time.range", start=moment(start, now, "full", wording), end=moment(end, now, "full", wording))


def beside(at: datetime, other: datetime, now: datetime, wording: Wording) -> Text:
    """Say a moment that stands beside another: its clock alone if both lie on one day."""
    return moment(at, now, "clock" if _same_day(at, other, now) else "short", wording)


def _same_day(one: datetime, other: datetime, now: datetime) -> bool:
    return one.astimezone(now.tzinfo).date() == other.astimezone(now.tzinfo).date()

"""Days and promises in a place's own time; the present moment is given, in that time, and never asked for."""

from datetime import datetime, time, timedelta

RECENT = timedelta(hours=24)
"""How long a change is news (ux.md 3.1); half-open, so at its end the news is over."""
HEARTBEAT = timedelta(minutes=60)
CALM_CHECKS = (time(6, 30), time(12, 0), time(17, 0), time(21, 0))
"""When a place without anything live is checked again; 06:30 is for schools (ux.md 3.5)."""


def day_start(moment: datetime) -> datetime:
    """Return midnight at the beginning of the day of a moment."""
    return datetime.combine(moment.date(), time(), moment.tzinfo)


def next_midnight(moment: datetime) -> datetime:
    """Return the midnight that ends the day of a moment."""
    return datetime.combine(moment.date() + timedelta(days=1), time(), moment.tzinfo)


def next_new_year(moment: datetime) -> datetime:
    """Return the moment at which dates of this year begin to need their year."""
    return datetime(moment.year + 1, 1, 1, tzinfo=moment.tzinfo)


def next_check(moment: datetime, *, live: bool) -> datetime:
    """Return by when the page promises to be checked again, always later than the moment itself."""
    if live:
        return moment + HEARTBEAT
    days = (moment.date(), moment.date() + timedelta(days=1))
    checks = (datetime.combine(day, at, moment.tzinfo) for day in days for at in CALM_CHECKS)
    return next(check for check in checks if check > moment)

"""Days and promises in a place's own time; the present moment is given, in that time, and never asked for."""

from datetime import datetime, time, timedelta

RECENT = timedelta(hours=24)
"""How long a change is news (ux.md 3.1); half-open, so at its end the news is over."""
HEARTBEAT = timedelta(minutes=60)
"""How often a place is checked in which something is live, on the hour."""
MARGIN = timedelta(minutes=5)
"""How long before the promised time a check is made: a publication takes a while, and pages are cached for a minute."""
CALM_CHECKS = (time(6, 25), time(11, 55), time(16, 55), time(20, 55))
"""When a place without anything live is checked; what is promised is 06:30 (for schools), 12:00, 17:00, 21:00
(ux.md 3.5)."""


def day_start(moment: datetime) -> datetime:
    """Return midnight at the beginning of the day of a moment."""
    return datetime.combine(moment.date(), time(), moment.tzinfo)


def next_midnight(moment: datetime) -> datetime:
    """Return the midnight that ends the day of a moment."""
    return datetime.combine(moment.date() + timedelta(days=1), time(), moment.tzinfo)


def next_new_year(moment: datetime) -> datetime:
    """Return the moment at which dates of this year begin to need their year."""
    return datetime(moment.year + 1, 1, 1, tzinfo=moment.tzinfo)


def next_tick(moment: datetime, *, live: bool) -> datetime:
    """Return when the place is checked again, always later than the moment itself."""
    if live:
        return moment.replace(minute=0, second=0, microsecond=0) + HEARTBEAT
    days = (moment.date(), moment.date() + timedelta(days=1))
    ticks = (datetime.combine(day, at, moment.tzinfo) for day in days for at in CALM_CHECKS)
    return next(tick for tick in ticks if tick > moment)


def next_check(moment: datetime, *, live: bool) -> datetime:
    """Return by when the page promises to be checked again: a margin after the next check."""
    return next_tick(moment, live=live) + MARGIN

"""The moment that a section speaks for: the same until something in it must differ or its promised check is due."""

from datetime import datetime, timedelta
from itertools import takewhile
from zoneinfo import ZoneInfo

from lantian.model.clock import CALM_CHECKS, day_start, next_tick
from lantian.model.content import Content, PlaceContent
from lantian.model.situation import situation_of


def section_moment(content: Content, entry: PlaceContent, now: datetime) -> datetime:
    """Return the latest of: the last tick, the last boundary that has passed, the last message; never after now.

    Nothing that a page shows differs between this moment and now, and a promise counted from it has not run out.
    """
    now = now.astimezone(ZoneInfo(entry.place.timezone))
    situation = situation_of(content, entry, now)
    known = (message.issued_at for message in content.messages(entry) if message.issued_at <= now)
    tick = calm_tick(now) if situation.state == "none" else now.replace(minute=0, second=0, microsecond=0)
    moment = max((tick, *known)).astimezone(now.tzinfo)
    while (ahead := situation_of(content, entry, moment).next_boundary) is not None and ahead <= now:
        moment = ahead.astimezone(now.tzinfo)
    return moment


def next_moment(content: Content, entry: PlaceContent, now: datetime) -> datetime:
    """Return the earliest moment after now at which the section of a place speaks for another one.

    That is its next boundary, its next check (a margin before the page's promise runs out), or the issue of a message
    that lies there already and is dated later.
    """
    here = now.astimezone(ZoneInfo(entry.place.timezone))
    situation = situation_of(content, entry, here)
    ahead = [message.issued_at for message in content.messages(entry) if message.issued_at > now]
    if situation.next_boundary is not None:
        ahead.append(situation.next_boundary)
    return min((next_tick(here, live=situation.state != "none"), *ahead))


def calm_tick(now: datetime) -> datetime:
    """Return the last of the four checks of a day on which nothing is live."""
    passed = tuple(takewhile(lambda at: at <= now.timetz().replace(tzinfo=None), CALM_CHECKS))
    if not passed:
        return datetime.combine((day_start(now) - timedelta(days=1)).date(), CALM_CHECKS[-1], now.tzinfo)
    return datetime.combine(now.date(), passed[-1], now.tzinfo)

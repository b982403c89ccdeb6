"""The moment that a section speaks for: the same until something in it must differ or its promised check is due."""

from datetime import datetime, timedelta
from itertools import takewhile
from zoneinfo import ZoneInfo

from lantian.model.clock import CALM_CHECKS, day_start, next_tick
from lantian.model.content import Content, PlaceContent
from lantian.model.situation import situation_of
from lantian.model.view import view


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


@view
class Ahead:
    """What is to come of a place without a change of any file."""

    check: datetime
    """When it is checked again: a margin before the page's promise runs out."""
    differs: datetime | None
    """The next boundary, or the issue of a message that lies there already and is dated later; None without either."""

    @property
    def first(self) -> datetime:
        """Return the first of both: until then the section of the place speaks for the same moment."""
        return self.check if self.differs is None else min(self.check, self.differs)


def ahead_of(content: Content, entry: PlaceContent, now: datetime) -> Ahead:
    """Return what is to come of a place after a moment."""
    here = now.astimezone(ZoneInfo(entry.place.timezone))
    situation = situation_of(content, entry, here)
    marks = [message.issued_at for message in content.messages(entry) if message.issued_at > now]
    if situation.next_boundary is not None:
        marks.append(situation.next_boundary)
    return Ahead(next_tick(here, live=situation.state != "none"), min(marks, default=None))


def calm_tick(now: datetime) -> datetime:
    """Return the last of the four checks of a day on which nothing is live."""
    passed = tuple(takewhile(lambda at: at <= now.timetz().replace(tzinfo=None), CALM_CHECKS))
    if not passed:
        return datetime.combine((day_start(now) - timedelta(days=1)).date(), CALM_CHECKS[-1], now.tzinfo)
    return datetime.combine(now.date(), passed[-1], now.tzinfo)

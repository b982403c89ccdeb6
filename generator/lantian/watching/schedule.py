"""Which moment is next at which the site must differ or be checked; pure."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from lantian.model.clock import next_tick
from lantian.model.content import Content
from lantian.model.situation import situation_of


def next_moment(content: Content, now: datetime) -> datetime:
    """Return the earliest moment after now at which a publication differs from one made now.

    That is the next boundary of any place, its next check (a margin before the page's promise runs out), and the issue
    of a message that lies there already and is dated later.
    """
    return min(_moments(content, now))


def _moments(content: Content, now: datetime) -> Iterator[datetime]:
    for entry in content.places:
        here = now.astimezone(ZoneInfo(entry.place.timezone))
        situation = situation_of(content, entry, here)
        yield next_tick(here, live=situation.state != "none")
        if situation.next_boundary is not None:
            yield situation.next_boundary
        yield from (message.issued_at for message in entry.bulletins if message.issued_at > now)

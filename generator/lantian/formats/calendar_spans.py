"""What a line of warnings makes of time for a calendar: one span per level or suspension, and how sure its end is."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import zip_longest
from typing import Literal

from lantian.model.clock import next_midnight
from lantian.model.in_force import LineInForce
from lantian.model.timeline import Entry
from lantian.model.view import view

Sure = Literal["known", "estimated", "open", "overdue"]
"""A message names the end; names it as expected; names none; named one that has passed without a lift."""
_DAY = timedelta(days=1)


@view
class Closing:
    """Where a span ends in a calendar, which can not show an open one, and how sure that is."""

    end: datetime
    sure: Sure


@view
class Span:
    """From `entry.start` on something is in force or suspended; `uid` stays the same whatever is said of it later."""

    uid: str
    entry: Entry
    closing: Closing


def spans(line: LineInForce, place: str, track: str = "") -> Iterator[Span]:
    """Yield the spans of a line in order of time; what is over leaves no span, so that nothing says "all clear".

    The line of a `track` ends with the hours that its message states; a warning never ends with an estimate.
    """
    turns = tuple(entry for _, entry in line.changes)
    seen: dict[str, int] = {}
    for entry, following in zip_longest(turns, turns[1:]):
        if entry.ends:
            continue
        kind = track or ("x" if line.episode(entry.episode).exercise else "w")
        name = "-".join((kind, entry.bulletin.key.replace("/", "-")))
        words = f"{place}-{name}-{entry.kind}-{entry.level or 'none'}"
        seen[words] = seen.get(words, 0) + 1
        expected = line.episode(entry.episode).expected_end if entry.live else None
        stated = expected if track else None
        until = following.start if following is not None else stated
        yield Span(f"{words}-{seen[words]}", entry, closing(entry.start, until, expected, line.as_of))


def closing(start: datetime, until: datetime | None, expected: datetime | None, now: datetime) -> Closing:
    """Return where a span ends: at what a message names, else at the estimate, else two days ahead of what is known.

    What has no end, or has outlasted its estimate, still holds: it reaches to the end of the next day, and further as
    soon as that day comes. So a calendar that is read a day late shows it, too.
    """
    if until is not None:
        return Closing(until, "known")
    latest = max(start.astimezone(now.tzinfo), now)
    if expected is not None and expected > latest:
        return Closing(expected, "estimated")
    return Closing(next_midnight(latest) + _DAY, "open" if expected is None else "overdue")

"""Hours of a rule on the clock: `07:00-20:00` is half-open, `22:00-06:00` goes over midnight."""

from collections.abc import Iterable

DAY = 24 * 60
"""Minutes."""


def lies_within(minute: int, hours: str) -> bool:
    """Tell whether a minute of the day lies in the hours; the same clock twice is the whole day."""
    start, end = (minutes(clock) for clock in hours.split("-"))
    return start <= minute < end if start < end else minute >= start or minute < end


def minutes(clock: str) -> int:
    """Return the minutes after midnight of `HH:MM`; `24:00` is the end of the day."""
    hour, minute = clock.split(":")
    return int(hour) * 60 + int(minute)


def turns(every: Iterable[str]) -> tuple[int, ...]:
    """Return the minutes of the day at which any of these hours begins or ends, midnight first."""
    return tuple(sorted({0, *(minutes(clock) % DAY for hours in every for clock in hours.split("-"))}))

"""Moments as operators write them: a time without an offset is the place's own."""

import re
from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from lantian.model.checks.finding import Finding, below
from lantian.reading.yaml_source import Data

MOMENTS = ("issued_at", "starts_at", "expected_end", "resumes_at")
CORRECTED = "corrected"
"""The field of a correction whose own fields may be moments, too."""
_DATE = r"\d{4}-\d\d-\d\d"
_TIME = r"\d{1,2}:\d\d(?::\d\d)?"
_OFFSET = r"(?:Z|z|[+-]\d\d:\d\d)"
_MOMENT = re.compile(rf"({_DATE})[Tt ](\d\d:\d\d(?::\d\d)?)({_OFFSET})?")
_MISTAKES = (
    (re.compile(rf"{_TIME} ?{_OFFSET}?"), "time_without_date"),
    (re.compile(_DATE), "date_without_time"),
)


def zone_of(name: str) -> ZoneInfo | None:
    """Return the time zone of that name, None if there is none."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # unknown, not a key at all, or the name of a folder of zones
        return None


def with_offsets(data: dict[str, Data], zone: ZoneInfo) -> dict[str, Data]:
    """Return the fields of a message with the zone's offset on every moment that has none."""
    zoned = {name: _with_offset(value, zone) if name in MOMENTS else value for name, value in data.items()}
    corrected = zoned.get(CORRECTED)
    return {**zoned, CORRECTED: with_offsets(corrected, zone)} if isinstance(corrected, dict) else zoned


def moment_findings(data: dict[str, Data]) -> Iterator[Finding]:
    """Yield moments that are none: no date, no time, or no calendar day."""
    for name in MOMENTS:
        value = data.get(name)
        if isinstance(value, str) and _read(value) is None:
            mistakes = (key for pattern, key in _MISTAKES if pattern.fullmatch(value.strip()))
            yield Finding((name,), next(mistakes, "no_moment"), {"name": name, "value": value})
    corrected = data.get(CORRECTED)
    if isinstance(corrected, dict):
        yield from below((CORRECTED,), moment_findings(corrected))


def _with_offset(value: Data, zone: ZoneInfo) -> Data:
    moment = _read(value) if isinstance(value, str) else None
    if moment is None:
        return value
    return (moment if moment.tzinfo is not None else moment.replace(tzinfo=zone)).isoformat()


def _read(value: str) -> datetime | None:
    found = _MOMENT.fullmatch(value.strip())
    if found is None:
        return None
    day, time, offset = found.groups()
    try:
        return datetime.fromisoformat(f"{day}T{time}{(offset or '').upper()}")
    except ValueError:
        return None

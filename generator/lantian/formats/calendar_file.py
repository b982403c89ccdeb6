"""The spelling of a calendar (RFC 5545): properties, escapes, lines of at most 75 octets that end with CRLF.

`icalendar` would take as long to import as a quarter of a build takes; the tests read every calendar with it instead.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from lantian.model.view import view

Status = Literal["TENTATIVE", "CONFIRMED", "CANCELLED"]
_OCTETS = 75
_KIND, _WITHIN = 0b11_000000, 0b10_000000
"""What the first two bits of an octet tell in UTF-8: it stands within a character."""
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")
_HOUR = timedelta(hours=1)


@view
class IcsEvent:
    """One event as a calendar writes it, from `start` until just before `end`; it blocks nobody's time."""

    uid: str
    sequence: int
    start: datetime
    end: datetime
    status: Status
    summary: str
    description: str
    location: str
    categories: tuple[str, ...]
    url: str | None = None


def calendar_bytes(name: str, told: str, zone: str, events: Iterable[IcsEvent], generated: datetime) -> bytes:
    """Return a calendar to subscribe to; without events it still has one component, as the standard asks."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//lantian//heavy pollution warnings//ZH",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(name)}",
        f"X-WR-CALDESC:{_text(told)}",
        f"X-WR-TIMEZONE:{zone}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        "X-PUBLISHED-TTL:PT1H",
        *_zone(zone, generated),
    ]
    for event in events:
        lines.extend(_event(event, generated))
    lines.append("END:VCALENDAR")
    return b"".join(part + b"\r\n" for line in lines for part in _folded(line.encode()))


def _event(event: IcsEvent, generated: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{event.uid}"
    yield f"SEQUENCE:{event.sequence}"
    yield f"DTSTAMP:{_moment(generated)}"
    yield f"DTSTART:{_moment(event.start)}"
    yield f"DTEND:{_moment(event.end)}"
    yield f"SUMMARY:{_text(event.summary)}"
    yield f"DESCRIPTION:{_text(event.description)}"
    yield f"LOCATION:{_text(event.location)}"
    yield f"CATEGORIES:{','.join(_text(one) for one in event.categories)}"
    yield f"STATUS:{event.status}"
    yield "TRANSP:TRANSPARENT"
    if event.url is not None:
        yield f"URL:{event.url}"
    yield "END:VEVENT"


def _zone(name: str, at: datetime) -> Iterator[str]:
    """Yield the zone of the place as it is now; events are told in UTC, so nothing depends on it."""
    offset = at.astimezone(ZoneInfo(name)).utcoffset() or timedelta()
    sign, minutes = ("-" if offset < timedelta() else "+"), abs(offset) // (_HOUR / 60)
    written = f"{sign}{minutes // 60:02d}{minutes % 60:02d}"
    yield "BEGIN:VTIMEZONE"
    yield f"TZID:{name}"
    yield "BEGIN:STANDARD"
    yield "DTSTART:19700101T000000"
    yield f"TZOFFSETFROM:{written}"
    yield f"TZOFFSETTO:{written}"
    yield "END:STANDARD"
    yield "END:VTIMEZONE"


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(words: str) -> str:
    """Escape what a text value must escape; characters that nobody sees are left out."""
    return _CONTROLS.sub("", words.replace("\r\n", "\n")).translate(_ESCAPED)


def _folded(line: bytes) -> Iterator[bytes]:
    """Yield a line in parts of at most 75 octets; a character is never cut, each part but the first is indented."""
    while len(line) > _OCTETS:
        cut = _OCTETS
        while line[cut] & _KIND == _WITHIN:
            cut -= 1
        yield line[:cut]
        line = b" " + line[cut:]
    yield line

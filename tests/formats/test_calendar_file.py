"""The spelling of calendars: an independent reader finds in them what was put in, and every line keeps the rules."""

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from lantian.formats.calendar_file import IcsEvent, calendar_bytes

NOON = datetime(2026, 11, 21, 4, tzinfo=UTC)
ZONE = "Asia/Shanghai"
WORDS = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n;,\\:\"'污染"), min_size=1, max_size=200
)


def event(**changed: object) -> IcsEvent:
    """Return an event with some of its fields changed."""
    fields: dict[str, object] = {
        "uid": "one@lantian", "sequence": 3, "start": NOON, "end": NOON + timedelta(hours=5), "status": "TENTATIVE",
        "summary": "Orange warning", "description": "Until further notice", "location": "Yangquan",
        "categories": ("WARNING",), "url": "https://www.example.gov.cn/en/",
    }  # fmt: skip
    return IcsEvent(**{**fields, **changed})  # type: ignore[arg-type]


def written(*events: IcsEvent) -> bytes:
    """Return the bytes of a calendar."""
    return calendar_bytes("Warnings", "Known times alone", ZONE, events, NOON)


@given(WORDS, WORDS, WORDS)
def test_any_words_come_back_as_they_were(summary: str, description: str, location: str) -> None:
    """Commas, semicolons, backslashes, new lines and any script survive escapes and folding."""
    found: Any = Calendar.from_ical(written(event(summary=summary, description=description, location=location)))
    (one,) = found.events
    assert (str(one["SUMMARY"]), str(one["DESCRIPTION"])) == (summary, description)
    assert str(one["LOCATION"]) == location


@given(WORDS)
def test_lines_have_at_most_75_octets_and_end_with_crlf(summary: str) -> None:
    """Counted on the bytes: no line is longer, every one ends with CRLF, no part of one is a broken character."""
    data = written(event(summary=summary))
    assert data.endswith(b"END:VCALENDAR\r\n")
    lines = data.split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert b"\r" not in b"".join(lines)
    assert max(len(line) for line in lines) <= 75
    assert [line.decode() for line in lines]


def test_control_characters_are_left_out() -> None:
    """What nobody sees, and the standard forbids, is not written; a new line of any kind is an escaped one."""
    data = written(event(summary="a\x00b\x07c\td\x7f", description="one\r\ntwo"))
    assert b"SUMMARY:abcd\r\n" in data
    assert b"DESCRIPTION:one\\ntwo\r\n" in data


def test_an_event_says_when_and_which_version_it_is() -> None:
    """Times are told in UTC, the stamp is the moment of the publication, and numbers and status are kept."""
    found: Any = Calendar.from_ical(written(event()))
    (one,) = found.events
    assert (one.start, one.end) == (NOON, NOON + timedelta(hours=5))
    assert (one["UID"], one["SEQUENCE"], one["STATUS"], one["TRANSP"]) == ("one@lantian", 3, "TENTATIVE", "TRANSPARENT")
    assert one["DTSTAMP"].dt == NOON
    assert str(one["URL"]) == "https://www.example.gov.cn/en/"
    assert b"URL" not in written(event(url=None))


def test_a_calendar_without_events_is_whole() -> None:
    """It has the version, the method, how often to ask again, and one component, as the standard demands."""
    found: Any = Calendar.from_ical(written())
    assert (found["VERSION"], found["METHOD"], found["X-WR-CALNAME"]) == ("2.0", "PUBLISH", "Warnings")
    assert found["REFRESH-INTERVAL"].dt == timedelta(hours=1)
    assert not found.events
    (zone,) = found.timezones
    assert zone.tz_name == ZONE
    (standard,) = zone.subcomponents
    assert standard["TZOFFSETTO"].td == timedelta(hours=8)

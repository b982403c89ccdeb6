"""Calendars in made-up situations, read with a library that is not ours."""

from typing import Any

from icalendar import Calendar
from tests.real_site import edition_at

from lantian.formats.calendars import calendar_documents
from lantian.pages.edition import Edition


def calendars(told: Edition) -> dict[str, bytes]:
    """Return all calendars of a place by file name."""
    documents = calendar_documents(told, told.as_of)
    return {document.address.rpartition("/")[2]: document.data for document in documents}


def events(told: Edition, file: str = "event.ics") -> list[Any]:
    """Return the events of one calendar, as an independent reader finds them."""
    found: Any = Calendar.from_ical(calendars(told)[file])
    assert not found.errors
    return list(found.events)


def said(moment: str, *messages: dict[str, Any], file: str = "event.ics") -> list[tuple[str, str, str, str]]:
    """Return what each event says: start, end, status and summary, times as clocks of the place."""
    told = edition_at(moment, *messages)
    zone = told.as_of.tzinfo
    return [
        (
            f"{event.start.astimezone(zone):%m-%d %H:%M}",
            f"{event.end.astimezone(zone):%m-%d %H:%M}",
            str(event["STATUS"]),
            str(event["SUMMARY"]).removeprefix("DEMO: "),
        )
        for event in events(told, file)
    ]

"""The real content with warnings of the test laid into it: what a place's pages and files say in each situation."""

from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from lantian.model.bulletin import Bulletin
from lantian.model.content import Content
from lantian.pages.edition import Edition, edition
from lantian.reading.content import read_content

CONTENT = Path(__file__).resolve().parents[1] / "content"
PLACE = "yangquan"
NOON = datetime.fromisoformat("2026-11-21T12:00:00+08:00")

ORANGE: dict[str, Any] = {
    "id": "2026-11-20-01",
    "place": PLACE,
    "action": "issue",
    "level": "orange",
    "issued_at": "2026-11-20T10:00:00+08:00",
    "starts_at": "2026-11-21T12:00:00+08:00",
    "expected_end": "2026-11-24T12:00:00+08:00",
    "number": "2026-7",
    "issuer": {"zh": "测试办公室", "en": "Test office"},
    "pollutant": "pm25",
}
RED: dict[str, Any] = {
    **ORANGE,
    "id": "2026-11-21-01",
    "action": "raise",
    "level": "red",
    "issued_at": "2026-11-21T15:00:00+08:00",
    "starts_at": "2026-11-21T18:00:00+08:00",
    "replaces": ORANGE["id"],
}
LIFT: dict[str, Any] = {
    "id": "2026-11-23-01",
    "place": PLACE,
    "action": "lift",
    "issued_at": "2026-11-23T09:00:00+08:00",
    "starts_at": "2026-11-23T10:00:00+08:00",
    "replaces": ORANGE["id"],
    "issuer": ORANGE["issuer"],
}
OZONE: dict[str, Any] = {
    "id": "2026-07-01-01",
    "place": PLACE,
    "action": "issue",
    "line": "ozone",
    "issued_at": "2026-07-01T08:00:00+08:00",
    "starts_at": "2026-07-01T12:00:00+08:00",
    "expected_end": "2026-07-01T18:00:00+08:00",
    "issuer": ORANGE["issuer"],
}


@cache
def real_content() -> Content:
    """Return the content of the repository, with the drill that it ships."""
    return read_content(CONTENT)


def content_with(*messages: dict[str, Any]) -> Content:
    """Return the real content with these messages instead of the drill, each in the log of the place that it names."""
    content = real_content()
    bulletins = tuple(Bulletin.model_validate(message) for message in messages)
    places = tuple(
        entry.model_copy(update={"bulletins": tuple(one for one in bulletins if one.place == entry.place.id)})
        for entry in content.places
    )
    assert {one.place for one in bulletins} <= {entry.place.id for entry in places}
    return content.model_copy(update={"places": places})


def only_place(content: Content, place: str = PLACE, /, **plan: object) -> Content:
    """Return the content cut down to one place that follows nobody, its plans changed in these fields."""
    entry = content.place(place)
    plans = tuple(one.model_copy(update=plan) for one in entry.plans)
    site = content.site.model_copy(update={"compare": ()})
    return content.model_copy(update={"site": site, "places": (entry.model_copy(update={"plans": plans}),)})


def changed_plan(moment: str, *messages: dict[str, Any], **plan: object) -> Edition:
    """Return the edition at a moment of a site that has only the place, its plans changed in these fields."""
    content = only_place(content_with(*messages), **plan)
    return edition(content, content.place(PLACE), at(moment))


def at(moment: str) -> datetime:
    """Return a moment in the place's time, `11-21 12:00`."""
    return datetime.fromisoformat(f"2026-{moment.replace(' ', 'T')}:00+08:00")


def edition_at(moment: str, *messages: dict[str, Any]) -> Edition:
    """Return the edition of the place at a moment with these messages."""
    content = content_with(*messages)
    return edition(content, content.place(PLACE), at(moment))


def drilled(moment: str = "11-22 12:05") -> Edition:
    """Return the edition of the place with the drill that the repository ships."""
    content = real_content()
    return edition(content, content.place(PLACE), at(moment))

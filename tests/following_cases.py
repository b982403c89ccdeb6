"""A city and the district that follows it, in every state; and the same district as a county that may be stricter."""

from datetime import datetime
from typing import Any

from tests.real_site import LIFT, ORANGE, RED, at, content_with

from lantian.model.content import Content
from lantian.model.provision import TimedRule
from lantian.model.text import Text
from lantian.pages.edition import Edition, edition

CITY, DISTRICT = "liaocheng", "liaocheng-resort"
CITY_ORANGE = {**ORANGE, "place": CITY}
CITY_RED = {**RED, "place": CITY}
CITY_LIFT = {**LIFT, "place": CITY}
CITY_YELLOW = {**CITY_RED, "action": "lower", "level": "yellow"}
OPEN = {**CITY_ORANGE, "expected_end": None}
WITHDRAWN = {**CITY_LIFT, "action": "withdraw", "starts_at": CITY_LIFT["issued_at"]}
DRILL = {**CITY_ORANGE, "action": "exercise"}
NOTICE = {**CITY_ORANGE, "line": "notice", "level": None}

STATES: tuple[tuple[str, str, tuple[dict[str, Any], ...]], ...] = (
    ("none", "11-22 12:05", ()),
    ("advisory", "11-22 12:05", (NOTICE,)),
    ("pending", "11-21 09:00", (CITY_ORANGE,)),
    ("active", "11-22 12:05", (CITY_ORANGE,)),
    ("active_open", "11-22 12:05", (OPEN,)),
    ("raising", "11-21 16:00", (CITY_ORANGE, CITY_RED)),
    ("raised", "11-21 18:00", (CITY_ORANGE, CITY_RED)),
    ("lowering", "11-21 16:00", (CITY_ORANGE, CITY_YELLOW)),
    ("lowered", "11-21 18:00", (CITY_ORANGE, CITY_YELLOW)),
    ("lifting", "11-23 09:30", (CITY_ORANGE, CITY_LIFT)),
    ("lifted", "11-23 10:00", (OPEN, CITY_LIFT)),
    ("lifted_early", "11-23 10:00", (CITY_ORANGE, CITY_LIFT)),
    ("overdue", "11-24 12:00", (CITY_ORANGE,)),
    ("withdrawn", "11-23 09:30", (CITY_ORANGE, WITHDRAWN)),
    ("exercise", "11-22 12:05", (DRILL,)),
)
"""State, moment, and the city's messages that lead to it; the district has none of its own."""


def both(moment: str, *messages: dict[str, Any]) -> tuple[Edition, Edition]:
    """Return the editions of the city and of the district at a moment."""
    content = content_with(*messages)
    return told(content, CITY, at(moment)), told(content, DISTRICT, at(moment))


def told(content: Content, place: str, moment: datetime) -> Edition:
    """Return the edition of a place."""
    return edition(content, content.place(place), moment)


def county_content(*messages: dict[str, Any]) -> Content:
    """Return the site in which the district is a county whose plan lets it be stricter than the city."""
    content = content_with(*messages)
    rule = TimedRule(duty="may", text=Text(zh="可以从严。", en="It may be stricter."), cite="chapter 3 sec 5")
    entry = content.place(DISTRICT)
    plans = tuple(plan.model_copy(update={"tightening": rule}) for plan in entry.plans)
    county = entry.model_copy(update={"place": entry.place.model_copy(update={"kind": "county"}), "plans": plans})
    places = tuple(county if one.place.id == DISTRICT else one for one in content.places)
    return content.model_copy(update={"places": places})


def county(moment: str, *messages: dict[str, Any]) -> Edition:
    """Return the edition of the county at a moment."""
    return told(county_content(*messages), DISTRICT, at(moment))


def own(message: dict[str, Any], **fields: object) -> dict[str, Any]:
    """Return a message of the city as one of the county, under the same id, changed in some fields."""
    return {**message, "place": DISTRICT, **fields}

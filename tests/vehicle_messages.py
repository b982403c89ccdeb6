"""Invented warnings for the vehicle checker: every kind of message and the moments at which something differs."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from tests.lab import FOUR, lab
from tests.real_site import LIFT, ORANGE, OZONE, RED, content_with

from lantian.model.content import Content
from lantian.model.text import Text
from lantian.model.vehicle import Plates, VehicleChapter, VehicleRule
from lantian.pages.edition import Edition, edition

SUSPENDED: dict[str, Any] = {
    **LIFT, "id": "2026-11-22-01", "action": "suspend", "issued_at": "2026-11-22T08:00:00+08:00",
    "starts_at": "2026-11-22T10:00:00+08:00", "resumes_at": "2026-11-23T06:00:00+08:00",
}  # fmt: skip
LOWERED: dict[str, Any] = {
    **RED, "id": "2026-11-22-02", "action": "lower", "level": "yellow", "replaces": RED["id"],
    "issued_at": "2026-11-22T20:00:00+08:00", "starts_at": "2026-11-23T00:00:00+08:00",
}  # fmt: skip
AT_ONCE: dict[str, Any] = {**ORANGE, "level": "red", "starts_at": ORANGE["issued_at"]}
OPEN: dict[str, Any] = {**AT_ONCE, "expected_end": None}
LATE: dict[str, Any] = {**AT_ONCE, "expected_end": "2026-11-21T00:00:00+08:00"}
DRILL: dict[str, Any] = {**ORANGE, "action": "exercise", "level": "red"}
WITHDRAWN: dict[str, Any] = {**LIFT, "action": "withdraw", "starts_at": LIFT["issued_at"]}
RESPONSE: dict[str, Any] = {
    **OZONE, "issued_at": "2026-11-21T08:00:00+08:00", "starts_at": "2026-11-21T12:00:00+08:00",
    "expected_end": "2026-11-22T18:00:00+08:00", "id": "2026-11-21-09",
}  # fmt: skip
CHAINS: tuple[tuple[dict[str, Any], ...], ...] = (
    (), (ORANGE,), (ORANGE, RED), (ORANGE, RED, LOWERED), (ORANGE, SUSPENDED), (ORANGE, LIFT), (AT_ONCE,), (OPEN,),
    (LATE,), (DRILL,), (ORANGE, WITHDRAWN), (RESPONSE,), (ORANGE, RESPONSE), (OPEN, {**RESPONSE, "expected_end": None}),
)  # fmt: skip
MOMENTS = tuple(
    datetime.fromisoformat(f"2026-11-{moment}:00+08:00")
    for moment in ("20T12:05", "21T11:59", "21T16:00", "22T00:00", "22T12:05", "23T09:30", "24T12:00")
)
CITIES = ("yangquan", "liaocheng")
WORDS = Text(zh="例", en="Example")


def editions() -> Iterator[Edition]:
    """Yield every place of the real site and of the lab in every situation; the district follows its city."""
    for chain in CHAINS:
        real = content_with(*({**one, "place": city} for city in CITIES for one in chain))
        levels = lab(*({**one, "place": FOUR, "level": _with_blue(one)} for one in chain))
        for content in (real, levels, with_hours(real)):
            for entry in content.places:
                yield from (edition(content, entry, moment) for moment in MOMENTS)


def _with_blue(message: dict[str, Any]) -> str | None:
    return "blue" if message.get("level") == "yellow" else message.get("level")


def with_hours(content: Content) -> Content:
    """Return the site of one place whose plan bans trucks by day and by night and has an odd-even rule with hours."""
    entry = content.place("yangquan")
    site = content.site.model_copy(update={"compare": ()})
    plans = tuple(plan.model_copy(update={"vehicles": hourly(plan.vehicles)}) for plan in entry.plans)
    return content.model_copy(update={"site": site, "places": (entry.model_copy(update={"plans": plans}),)})


def hourly(chapter: VehicleChapter) -> VehicleChapter:
    """Return a chapter with rules for some hours, and with digits for one of its areas."""
    levels = {"orange": "5.3.2", "red": "5.3.3"}
    told: dict[str, Any] = {"levels": levels, "fuels": None, "stages": None, "duty": "required", "text": WORDS}
    rules = (
        {**told, "id": "day", "effect": "hours", "hours": "07:00-20:00", "classes": ["light_truck"]},
        {**told, "id": "night", "effect": "ban", "hours": "22:00-06:00", "classes": ["medium_truck", "light_truck"]},
        {**told, "id": "even", "effect": "odd_even", "hours": "06:00-22:00", "classes": ["small_passenger"]},
        {**told, "id": "even-all-day", "effect": "odd_even", "classes": ["motorcycle"], "duty": "may"},
    )
    areas = tuple(area.id for area in chapter.areas[:2])
    kept = {"light_truck", "medium_truck", "small_passenger", "motorcycle"}
    own = tuple(VehicleRule.model_validate({**rule, "areas": areas}) for rule in rules)
    releases = tuple(one for one in chapter.releases if not kept & set(one.classes))
    plates = Plates(levels={"red": "5.3.3"}, area=areas[0], rule="odd_even", even_digits=(0, 2, 4, 6, 8), text=WORDS)
    return chapter.model_copy(update={"rules": (*chapter.rules, *own), "releases": releases, "plates": plates})


def asked_at(one: Edition, number: int) -> datetime:
    """Return when somebody asks: at once, or so late that the promised check is overdue."""
    return one.as_of + timedelta(minutes=(0, 1, 59, 60, 61, 26 * 60)[number % 6])

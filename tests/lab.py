"""Plans that no real city has here, made from Yangquan's: one with four levels, one with none, and one that follows."""

from datetime import datetime
from typing import Any

from tests.real_site import ORANGE, content_with

from lantian.model.bulletin import Bulletin
from lantian.model.content import Content, PlaceContent
from lantian.model.level import Level, Response
from lantian.model.plan import Plan
from lantian.model.text import Text
from lantian.model.trigger import Threshold

FOUR, NONE, WARD = "four-levels", "no-levels", "ward-of-four"
NAMES = {
    FOUR: Text(zh="四级市", en="Fourtown"),
    NONE: Text(zh="无级市", en="Nonetown"),
    WARD: Text(zh="四级区", en="Fourward"),
}
RESPONSES: tuple[Response, ...] = ("IV", "III", "II", "I")
BLUE: dict[str, Any] = {**ORANGE, "place": FOUR, "level": "blue"}
YELLOW: dict[str, Any] = {
    **BLUE, "id": "2026-11-21-01", "action": "raise", "level": "yellow", "replaces": BLUE["id"],
    "issued_at": "2026-11-21T15:00:00+08:00", "starts_at": "2026-11-21T18:00:00+08:00",
}  # fmt: skip
DRILL: dict[str, Any] = {**BLUE, "action": "exercise"}


def lab(*messages: dict[str, Any]) -> Content:
    """Return a site of the three places, none of them an administrative division, set side by side."""
    real = content_with()
    entry = real.place("yangquan")
    plans = {FOUR: with_blue(entry.plan), NONE: without_levels(entry.plan), WARD: with_blue(entry.plan)}
    places = tuple(_place(entry, name, plan, messages) for name, plan in plans.items())
    site = real.site.model_copy(update={"compare": (tuple(plans),)})
    return real.model_copy(update={"site": site, "places": places})


def _place(entry: PlaceContent, name: str, plan: Plan, messages: tuple[dict[str, Any], ...]) -> PlaceContent:
    told = {
        "id": name, "code": "none", "names": NAMES[name], "pinyin": name.replace("-", " "), "plan": f"{name}-plan",
        "follows": FOUR if name == WARD else None, "kind": "district" if name == WARD else "city",
    }  # fmt: skip
    own = tuple(Bulletin.model_validate(message) for message in messages if message["place"] == name)
    plan = plan.model_copy(update={"id": f"{name}-plan", "place": name})
    return PlaceContent(place=entry.place.model_copy(update=told), plans=(plan,), bulletins=own)


def with_blue(plan: Plan) -> Plan:
    """Return the plan with a fourth level below yellow, at which everything of yellow holds; it is typed anew."""
    told = plan.model_dump()
    told["levels"] = [_blue(plan.level("yellow")), *told["levels"]]
    for rank, (level, response) in enumerate(zip(told["levels"], RESPONSES, strict=True), start=1):
        level |= {"rank": rank, "response": response}
    vehicles = told["vehicles"]
    for rule in (*told["measures"], *vehicles["rules"], *vehicles["releases"], *vehicles["silences"]):
        rule["levels"] = _with_blue(rule["levels"])
    for sector in told["industry"]["sectors"]:
        sector["cells"] = _with_blue(sector["cells"])
    return Plan.model_validate(told)


def _blue(yellow: Level) -> dict[str, Any]:
    trigger = Threshold(metric="aqi_daily", over=150, hours=24)
    names = Text(zh="蓝色预警", en="Blue warning")
    return yellow.model_copy(update={"id": "blue", "names": names, "trigger": trigger}).model_dump()


def _with_blue(by_level: dict[str, Any]) -> dict[str, Any]:
    return {"blue": by_level["yellow"], **by_level} if "yellow" in by_level else by_level


def without_levels(plan: Plan) -> Plan:
    """Return the plan without levels and without anything that hangs on one; its tracks and statements stay."""
    told = plan.model_dump()
    told["levels"] = ()
    told["measures"] = [{**one, "levels": {}, "replaces": None} for one in told["measures"] if one["tracks"]]
    told["vehicles"] |= {"rules": (), "releases": (), "silences": (), "plates": None}
    told["industry"]["sectors"] = ()
    told["approvals"] = ()
    return Plan.model_validate(told)


def noon(day: str) -> datetime:
    """Return noon of a day of November 2026 in the place's time."""
    return datetime.fromisoformat(f"2026-11-{day}T12:05:00+08:00")

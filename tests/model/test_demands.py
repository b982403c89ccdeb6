"""Who must have approved a message and what a warning must say, by the plan of each place."""

from typing import Any

import pytest
from tests.real_site import LIFT, ORANGE, content_with, real_content

from lantian.model.bulletin import Bulletin
from lantian.model.checks.demands import demand_findings
from lantian.model.demands import plan_in_force

DEPUTY = {"yangquan": "市应急指挥部副总指挥（分管副市长）", "liaocheng": "市指挥部副指挥长（分管副市长）"}
MAYOR = {"yangquan": "市应急指挥部总指挥（市长）", "liaocheng": "市指挥部指挥长（市长）"}
OFFICE = "市指挥部办公室主任"
SAID: dict[str, Any] = {"forecast": (210, 220), "pollutant": "pm25", "official_text": "原文"}


def found(place: str, *messages: dict[str, Any]) -> list[str]:
    """Return the findings of the last of these messages of a place, by key and id of the item."""
    log = tuple(Bulletin.model_validate({**message, "place": place}) for message in messages)
    plan = real_content().place(place).plan
    told = demand_findings(log[-1], log, plan.approvals, plan.warning_contents)
    return [
        " ".join((one.key, *(str(one.fields[name]) for name in ("id", "name") if name in one.fields))) for one in told
    ]


def signed(role: str | None, **message: Any) -> dict[str, Any]:  # noqa: ANN401 - any field of a message
    """Return a message that the Chinese name of a role approved."""
    return {**message, **({} if role is None else {"approved_by": {"zh": role, "en": "somebody"}})}


@pytest.mark.parametrize("place", DEPUTY)
@pytest.mark.parametrize("action", ["issue", "raise", "lower"])
@pytest.mark.parametrize(
    ("level", "role", "key"),
    [
        ("yellow", DEPUTY, None), ("orange", DEPUTY, None), ("red", MAYOR, None),
        ("yellow", MAYOR, "approval_not_allowed"), ("orange", MAYOR, "approval_not_allowed"),
        ("red", DEPUTY, "approval_not_allowed"), ("red", None, "approval_missing"),
    ],
)  # fmt: skip
def test_each_level_has_its_approver(
    place: str, action: str, level: str, role: dict[str, str] | None, key: str | None
) -> None:
    """Yellow and orange are the deputy's, red is the commander's, whatever the message does."""
    message = signed(role[place] if role else None, **{**ORANGE, **SAID, "action": action, "level": level})
    assert found(place, message) == ([key] if key else [])


@pytest.mark.parametrize(
    ("place", "role", "key"),
    [
        ("yangquan", DEPUTY["yangquan"], None), ("yangquan", MAYOR["yangquan"], "approval_not_allowed"),
        ("yangquan", None, "approval_missing"), ("liaocheng", OFFICE, None), ("liaocheng", DEPUTY["liaocheng"], None),
        ("liaocheng", MAYOR["liaocheng"], "approval_not_allowed"), ("liaocheng", None, "approval_missing"),
    ],
)  # fmt: skip
def test_a_lift_is_approved_for_the_level_that_it_ends(place: str, role: str | None, key: str | None) -> None:
    """The level of a lift is that of its chain; Liaocheng's plan names two procedures, and either is enough."""
    assert found(place, ORANGE, signed(role, **LIFT)) == ([key] if key else [])


@pytest.mark.parametrize(
    ("place", "lacking"),
    [
        ("yangquan", ["content_missing weather", "content_field_missing forecast", "content_field_missing forecast",
                      "content_field_missing pollutant"]),
        ("liaocheng", ["content_missing weather", "content_field_missing pollutant", "content_missing trend"]),
    ],
)  # fmt: skip
def test_each_missing_item_is_named(place: str, lacking: list[str]) -> None:
    """Every item of the plan that the message does not say is a finding of its own, in the order of the plan."""
    bare = {name: value for name, value in ORANGE.items() if name != "pollutant"}
    assert found(place, signed(DEPUTY[place], **bare)) == lacking


def test_contents_say_what_no_field_carries() -> None:
    """An item under `contents` is said, the official text is trusted, and the resort's plan demands nothing."""
    told = {name: {"zh": "静稳", "en": "Calm"} for name in ("weather", "trend")}
    assert found("liaocheng", signed(DEPUTY["liaocheng"], **ORANGE, contents=told)) == []
    assert found("liaocheng", signed(DEPUTY["liaocheng"], **ORANGE, official_text="原文")) == []
    assert found("liaocheng-resort", ORANGE) == []


@pytest.mark.parametrize("action", ["extend", "withdraw", "suspend", "resume", "correct"])
def test_other_messages_need_no_approval_by_the_plan(action: str) -> None:
    """Where the plan names nobody for a message nobody is demanded."""
    later = {**LIFT, "action": action, "about": ORANGE["id"], "corrected": {"number": "8"}}
    assert found("yangquan", ORANGE, later) == []


def test_a_drill_is_asked_for_nothing() -> None:
    """An exercise and every message of its chain go without approval and contents; so does an advisory."""
    drill = {**ORANGE, "action": "exercise"}
    assert found("yangquan", drill) == []
    assert found("yangquan", drill, {**ORANGE, "id": "m-2", "action": "raise", "replaces": ORANGE["id"]}) == []
    assert found("yangquan", drill, {**LIFT, "replaces": ORANGE["id"]}) == []
    bare = {name: value for name, value in ORANGE.items() if name != "level"}
    assert found("yangquan", {**bare, "line": "ozone"}) == []


def test_a_message_is_judged_by_the_plan_of_its_day() -> None:
    """Before the plan was valid an earlier one counts, and none where none is known."""
    plan = content_with().place("yangquan").plan
    early = plan.model_copy(update={"id": "older", "valid_from": plan.valid_from.replace(year=2017)})
    first = plan.valid_from
    assert plan_in_force((plan, early), plan.id, first) is plan
    assert plan_in_force((plan, early), plan.id, first.replace(year=2020)) is early
    assert plan_in_force((plan,), plan.id, first.replace(year=2016)) is None

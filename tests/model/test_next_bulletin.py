"""Writing the next message: its action, id and chain, why there may be none, and what the operator is told."""

from datetime import datetime, timedelta
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.plan_frame import read_wording
from tests.warning_messages import ISSUER, PLACE, at, logs, messages, plan

from lantian.model.bulletin import Bulletin
from lantian.model.bulletin_request import Asked, Refusal, Request
from lantian.model.checks.bulletins import chain_findings
from lantian.model.next_bulletin import next_bulletin

PLAN = plan()
WORDING = read_wording()
ISSUED = {"action": "issue", "level": "orange", "issued": "11-20 08:00", "starts": "11-21 12:00", "end": "11-24 12:00"}
LIFT = {"action": "lift", "issued": "11-23 08:00", "starts": "11-23 10:00", "after": 1}
WITHDRAW = {"action": "withdraw", "issued": "11-20 08:30", "after": 1}
SUSPEND = {"action": "suspend", "issued": "11-21 13:00", "resumes": "11-22 13:00", "after": 1}
CORRECT = {"action": "correct", "issued": "11-20 09:00", "after": 1, "about": 1, "corrected": {"number": "8"}}
OZONE = {"action": "issue", "line": "ozone", "issued": "11-19 08:00", "end": "11-19 20:00"}
DRILL = {"action": "exercise", "level": "yellow", "issued": "11-19 08:00"}


def ask(log: list[dict[str, Any]], asked: Any, issued: str, **told: Any) -> Bulletin | Refusal:  # noqa: ANN401
    """Return the answer to a request after a log; `starts` and `end` are written as in the cases."""
    starts, end = told.pop("starts", None), told.pop("end", None)
    request = Request(
        asked=asked, issued_at=at(issued), starts_at=at(starts) if starts else None,
        expected_end=at(end) if end else None, **told,
    )  # fmt: skip
    return next_bulletin(messages(log), PLACE, PLAN, request)


@pytest.mark.parametrize(
    ("log", "asked", "issued", "told", "action", "replaces"),
    [
        ([], "level", "11-21 10:00", {"level": "orange"}, "issue", None),
        ([ISSUED], "level", "11-21 13:00", {"level": "red"}, "raise", "m-1"),
        ([ISSUED], "level", "11-21 13:00", {"level": "yellow"}, "lower", "m-1"),
        ([ISSUED], "level", "11-21 13:00", {"level": "orange", "end": "11-25 12:00"}, "extend", "m-1"),
        ([ISSUED], "extend", "11-21 13:00", {"end": "11-25 12:00"}, "extend", "m-1"),
        ([ISSUED], "lift", "11-21 13:00", {"starts": "11-22 10:00"}, "lift", "m-1"),
        ([ISSUED], "withdraw", "11-21 13:00", {}, "withdraw", "m-1"),
        ([ISSUED], "suspend", "11-21 13:00", {"resumes_at": at("11-22 13:00")}, "suspend", "m-1"),
        ([ISSUED, SUSPEND], "resume", "11-21 18:00", {}, "resume", "m-2"),
        ([ISSUED, SUSPEND], "suspend", "11-21 18:00", {}, "suspend", "m-2"),
        ([ISSUED, SUSPEND], "level", "11-21 18:00", {"level": "red"}, "raise", "m-2"),
        ([ISSUED, SUSPEND], "lift", "11-21 18:00", {}, "lift", "m-2"),
        ([ISSUED], "correct", "11-21 13:00", {"about": "m-1", "number": "8"}, "correct", "m-1"),
        ([ISSUED, LIFT], "correct", "11-23 09:00", {"about": "m-1", "number": "8"}, "correct", "m-2"),
        ([ISSUED, CORRECT], "withdraw", "11-21 13:00", {"about": "m-2"}, "withdraw", "m-2"),
        ([ISSUED, CORRECT], "withdraw", "11-21 13:00", {"about": "m-1"}, "withdraw", "m-2"),
        ([DRILL], "correct", "11-19 09:00", {"about": "m-1", "number": "8"}, "correct", "m-1"),
        ([ISSUED, SUSPEND], "withdraw", "11-21 18:00", {"about": "m-2"}, "withdraw", "m-2"),
        ([ISSUED, LIFT], "withdraw", "11-23 09:00", {}, "withdraw", "m-2"),
        ([ISSUED, LIFT], "level", "11-23 09:00", {"level": "red"}, "issue", None),
        ([ISSUED, WITHDRAW], "level", "11-20 09:00", {"level": "yellow"}, "issue", None),
        ([DRILL], "level", "11-19 09:00", {"level": "red"}, "issue", None),
        ([], "level", "11-19 09:00", {"level": "red", "exercise": True}, "exercise", None),
        ([DRILL], "level", "11-19 09:00", {"level": "red", "exercise": True}, "raise", "m-1"),
        ([DRILL], "lift", "11-19 09:00", {"exercise": True}, "lift", "m-1"),
        ([DRILL, {**LIFT, "issued": "11-19 09:00", "starts": "11-19 09:00"}], "level", "11-19 10:00",
         {"level": "red", "exercise": True}, "exercise", None),
        ([OZONE], "level", "11-19 10:00", {"level": "red"}, "issue", None),
    ],
)  # fmt: skip
def test_action_and_chain(
    log: list[dict[str, Any]], asked: str, issued: str, told: dict[str, Any], action: str, replaces: str | None
) -> None:
    """The request and the chain give the action; the real line and the drills never continue each other."""
    found = ask(log, asked, issued, **told)
    assert isinstance(found, Bulletin)
    assert (found.action, found.replaces) == (action, replaces)
    assert (found.level is not None) == (action in {"issue", "raise", "lower", "exercise"})
    assert not [*chain_findings((*messages(log), found))]


@pytest.mark.parametrize(
    ("log", "asked", "told", "action", "replaces"),
    [
        ([], "level", {}, "issue", None),
        ([DRILL, ISSUED], "level", {}, "issue", None),
        ([OZONE], "level", {"end": "11-27 20:00"}, "extend", "m-1"),
        ([OZONE], "extend", {"end": "11-27 20:00"}, "extend", "m-1"),
        ([OZONE, ISSUED], "lift", {}, "lift", "m-1"),
        ([ISSUED, {**OZONE, "issued": "11-21 08:00", "end": "11-21 20:00"}], "withdraw", {}, "withdraw", "m-2"),
    ],
)
def test_advisories(log: list[dict[str, Any]], asked: str, told: dict[str, Any], action: str, replaces: str) -> None:
    """An advisory continues its own line, carries no level, and leaves warnings and drills alone."""
    found = ask(log, asked, "11-26 08:00", line="ozone", **told)
    assert isinstance(found, Bulletin)
    assert (found.action, found.line, found.replaces, found.level) == (action, "ozone", replaces, None)
    assert not [*chain_findings((*messages(log), found))]


@pytest.mark.parametrize(
    ("log", "asked", "issued", "told", "key"),
    [
        ([ISSUED], "lift", "11-20 08:00", {}, "issued_before_last"),
        ([ISSUED], "suspend", "11-20 13:00", {}, "suspend_before_start"),
        ([DRILL], "suspend", "11-20 08:00", {"exercise": True}, "suspend_exercise"),
        ([], "suspend", "11-20 08:00", {}, "nothing_in_force"),
        ([ISSUED], "suspend", "11-21 13:00", {"resumes_at": at("11-21 13:00")}, "resumes_before_start"),
        ([ISSUED], "resume", "11-21 13:00", {}, "nothing_suspended"),
        ([ISSUED], "correct", "11-21 13:00", {"about": "m-9", "number": "8"}, "correct_unknown"),
        ([ISSUED], "correct", "11-21 13:00", {"about": "m-1"}, "nothing_corrected"),
        ([ISSUED, SUSPEND], "withdraw", "11-21 18:00", {"about": "m-1"}, "not_the_last"),
        (
            [ISSUED, LIFT, {**ISSUED, "issued": "11-23 12:00", "starts": "11-23 12:00"}],
            "withdraw",
            "11-23 13:00",
            {"about": "m-2"},
            "not_the_last",
        ),
        ([ISSUED, CORRECT], "correct", "11-21 13:00", {"about": "m-2", "number": "9"}, "correct_comment"),
        ([], "level", "11-20 08:00", {"level": "red", "starts": "11-20 07:00"}, "starts_before_issued"),
        ([], "level", "11-20 08:00", {"level": "red", "end": "11-20 08:00"}, "ends_before_start"),
        ([], "level", "11-20 08:00", {}, "level_missing"),
        ([], "level", "11-20 08:00", {"level": "blue"}, "level_unknown"),
        ([], "lift", "11-20 08:00", {}, "nothing_in_force"),
        ([DRILL], "extend", "11-20 08:00", {"end": "11-21 08:00"}, "nothing_in_force"),
        ([ISSUED, WITHDRAW], "lift", "11-20 09:00", {}, "nothing_in_force"),
        ([DRILL], "withdraw", "11-20 08:00", {}, "nothing_to_withdraw"),
        ([ISSUED, WITHDRAW], "withdraw", "11-20 09:00", {}, "already_withdrawn"),
        ([ISSUED, LIFT], "lift", "11-23 09:00", {}, "already_lifted"),
        ([ISSUED], "extend", "11-20 09:00", {}, "end_missing"),
        ([ISSUED], "extend", "11-20 09:00", {"end": "11-24 12:00"}, "same_end"),
        ([ISSUED], "level", "11-20 09:00", {"level": "orange", "starts": "11-22 12:00"}, "same_level"),
        ([], "level", "11-20 08:00", {"line": "notice"}, "advisory_unknown"),
        ([], "level", "11-20 08:00", {"line": "ozone", "exercise": True}, "advisory_exercise"),
        ([OZONE], "suspend", "11-20 08:00", {"line": "ozone"}, "advisory_suspended"),
        ([OZONE], "level", "11-19 09:00", {"line": "ozone"}, "same_advisory"),
        ([ISSUED], "lift", "11-21 13:00", {"line": "ozone"}, "nothing_in_force"),
    ],
)
def test_refusals(log: list[dict[str, Any]], asked: str, issued: str, told: dict[str, Any], key: str) -> None:
    """What cannot be issued is refused with a sentence that the wording has, and fields that fill it."""
    found = ask(log, asked, issued, **told)
    assert isinstance(found, Refusal)
    assert found.key == f"warn.{key}"
    assert "{" not in WORDING.say(found.key, **found.fields).en


def test_ids_count_within_the_day_of_the_place() -> None:
    """The id is the day of issue in the place's time, and the next number that nobody has taken."""
    evening = datetime.fromisoformat("2026-11-20T16:30:00+00:00")
    request = Request(asked="level", level="red", issued_at=evening)
    (first,) = messages([DRILL])
    taken = tuple(first.model_copy(update={"id": name}) for name in ("2026-11-21-07", "2026-11-21-x", "2026-11-20-09"))
    found = next_bulletin(taken, PLACE, PLAN, request)
    assert isinstance(found, Bulletin)
    assert found.id == "2026-11-21-08"


def test_facts_are_carried_over() -> None:
    """What the operator says stands in the message; a lift has no expected end."""
    found = ask([], "level", "11-20 08:00", level="red", number="7", approved_by=ISSUER, forecast=(310,), area=ISSUER)
    assert isinstance(found, Bulletin)
    assert (found.number, found.approved_by, found.forecast, found.area) == ("7", ISSUER, (310,), ISSUER)
    assert (found.issuer, found.place, found.starts_at) == (PLACE.issuer, PLACE.id, at("11-20 08:00"))
    lift = ask([ISSUED], "lift", "11-20 09:00", end="11-25 12:00")
    assert isinstance(lift, Bulletin)
    assert lift.expected_end is None


@given(logs(interrupted=True), st.data())
def test_whatever_is_minted_passes_the_checks(log: tuple[Bulletin, ...], data: st.DataObject) -> None:
    """After any log a request gives a message that adds nothing to the problems of the chain, or a reason."""
    issued = log[-1].issued_at + timedelta(hours=data.draw(st.integers(1, 50)))
    end = issued + timedelta(hours=data.draw(st.integers(50, 90)))
    request = Request(
        asked=data.draw(st.sampled_from(get_args(Asked))), line=data.draw(st.sampled_from(("level", "ozone"))),
        about=data.draw(st.sampled_from((None, *(one.id for one in log)))), number="9",
        resumes_at=data.draw(st.sampled_from((None, end))),
        level=data.draw(st.sampled_from(("yellow", "orange", "red"))), issued_at=issued,
        starts_at=issued + timedelta(hours=data.draw(st.integers(0, 40))), expected_end=end,
    )  # fmt: skip
    found = next_bulletin(log, PLACE, PLAN, request)
    if isinstance(found, Refusal):
        assert WORDING.say(found.key, **found.fields).zh
    else:
        assert [name for name, _ in chain_findings((*log, found)) if name == found.id] == []

"""Suspensions, corrections and named withdrawals: each case is a short history and what is wrong with its last step."""

from typing import Any

import pytest
from tests.warning_messages import messages

from lantian.model.checks.bulletins import chain_findings
from lantian.model.checks.messages import message_findings

ISSUE: dict[str, Any] = {"action": "issue", "level": "orange", "issued": "11-20 08:00", "starts": "11-20 12:00"}
RAISE: dict[str, Any] = {"action": "raise", "level": "red", "issued": "11-20 14:00", "after": 1}
SUSPEND: dict[str, Any] = {"action": "suspend", "issued": "11-20 16:00", "resumes": "11-21 16:00", "after": 1}
LIFT: dict[str, Any] = {"action": "lift", "issued": "11-20 18:00", "after": 1}
WITHDRAW: dict[str, Any] = {"action": "withdraw", "issued": "11-20 15:00", "after": 2}
DRILL: dict[str, Any] = {**ISSUE, "action": "exercise"}
OZONE: dict[str, Any] = {"action": "issue", "line": "ozone", "issued": "11-20 08:00"}


def correct(about: int, after: int, **facts: Any) -> dict[str, Any]:  # noqa: ANN401 - any fact
    """Return a correction."""
    return {"action": "correct", "issued": "11-20 20:00", "after": after, "about": about, "corrected": facts}


SOUND = {
    "a suspension and its end": [ISSUE, SUSPEND, {"action": "resume", "issued": "11-21 08:00", "after": 2}],
    "a suspension that is moved": [ISSUE, SUSPEND, {**SUSPEND, "issued": "11-21 08:00", "after": 2}],
    "a raise while suspended": [ISSUE, SUSPEND, {**RAISE, "issued": "11-21 08:00", "after": 2}],
    "an extension to no end while suspended": [
        {**ISSUE, "end": "11-22 08:00"}, SUSPEND, {"action": "extend", "issued": "11-21 08:00", "after": 2},
    ],
    "a lift while suspended": [ISSUE, SUSPEND, {**LIFT, "after": 2}],
    "a suspension taken back": [ISSUE, SUSPEND, {**WITHDRAW, "issued": "11-20 17:00"}],
    "a suspension from a later moment": [ISSUE, {**SUSPEND, "issued": "11-20 09:00", "starts": "11-20 13:00"}],
    "a correction": [ISSUE, correct(1, 1, number="8")],
    "a correction of an earlier message": [ISSUE, RAISE, correct(1, 2, end="11-24 08:00")],
    "a correction of a lift": [ISSUE, LIFT, correct(2, 2, starts="11-20 22:00")],
    "a second correction": [ISSUE, correct(1, 1, number="8"), {**correct(1, 2, number="9"), "issued": "11-20 21:00"}],
    "a correction of a resumption's time": [ISSUE, SUSPEND, correct(2, 2, resumes="11-22 16:00")],
    "a correction of a drill": [DRILL, correct(1, 1, number="8")],
    "a correction of an advisory": [OZONE, {**correct(1, 1, number="8"), "line": "ozone"}],
    "a correction taken back": [ISSUE, correct(1, 1, number="8"), {**WITHDRAW, "issued": "11-20 21:00"}],
    "a corrected message taken back": [
        ISSUE, correct(1, 1, number="8"), {**WITHDRAW, "issued": "11-20 21:00", "about": 1},
    ],
    "a message taken back after a withdrawal": [
        ISSUE, RAISE, WITHDRAW, {**WITHDRAW, "issued": "11-20 16:00", "after": 3, "about": 1},
    ],
}  # fmt: skip
WRONG = {
    "a suspension before the start": ([ISSUE, {**SUSPEND, "issued": "11-20 09:00"}], "suspended_before_start"),
    "a suspension of a drill": ([DRILL, SUSPEND], "no_suspended_exercise"),
    "a suspension after the end": ([ISSUE, LIFT, {**SUSPEND, "issued": "11-20 19:00", "after": 2}], "after_the_end"),
    "a resumption of nothing": ([ISSUE, {**SUSPEND, "action": "resume", "resumes": None}], "nothing_suspended"),
    "a resumption after the scheduled one": (
        [ISSUE, SUSPEND, {"action": "resume", "issued": "11-21 17:00", "after": 2}], "nothing_suspended",
    ),
    "a correction of nothing": ([ISSUE, correct(7, 1, number="8")], "nothing_to_correct"),
    "a correction of a correction": (
        [ISSUE, correct(1, 1, number="8"), {**correct(2, 2, number="9"), "issued": "11-20 21:00"}],
        "nothing_to_correct",
    ),
    "a correction of what was taken back": ([ISSUE, RAISE, WITHDRAW, correct(2, 3, number="8")], "nothing_to_correct"),
    "a correction to before the issue": ([ISSUE, correct(1, 1, starts="11-19 08:00")], "starts_before_issued"),
    "a correction to an end before the start": ([ISSUE, correct(1, 1, end="11-20 11:00")], "ends_before_start"),
    "a resumption for what was not suspended": ([ISSUE, correct(1, 1, resumes="11-24 08:00")], "resumes_not_wanted"),
    "a resumption corrected to before the suspension": (
        [ISSUE, SUSPEND, correct(2, 2, resumes="11-20 16:00")], "resumes_before_start",
    ),
    "a withdrawal of a withdrawal": (
        [ISSUE, RAISE, WITHDRAW, {**WITHDRAW, "issued": "11-20 16:00", "after": 3}], "withdrawal_withdrawn",
    ),
    "a withdrawal out of turn": ([ISSUE, RAISE, {**WITHDRAW, "about": 1}], "withdrawn_out_of_turn"),
}  # fmt: skip


def given(steps: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the steps without times that are given as absent."""
    return [{name: value for name, value in step.items() if value is not None} for step in steps]


@pytest.mark.parametrize("steps", SOUND.values(), ids=SOUND.keys())
def test_what_an_office_may_do(steps: list[dict[str, Any]]) -> None:
    """Interruptions, corrections and withdrawals in their right place are accepted."""
    log = messages(given(steps))
    assert list(chain_findings(log)) == []
    assert [one.key for message in log for one in message_findings(message, None, None)] == []


@pytest.mark.parametrize(("steps", "key"), WRONG.values(), ids=WRONG.keys())
def test_what_makes_no_sense(steps: list[dict[str, Any]], key: str) -> None:
    """Each impossible step is told once, of the message that takes it."""
    log = messages(given(steps))
    assert [(message, finding.key) for message, finding in chain_findings(log)] == [(log[-1].id, key)]


@pytest.mark.parametrize("action", ["suspend", "resume"])
def test_an_advisory_is_not_suspended(action: str) -> None:
    """Only coloured warnings are interrupted."""
    (message,) = messages([{**OZONE, "action": action}])
    assert [one.key for one in message_findings(message, (), ("ozone",))] == ["track_not_suspended"]

"""The known times: only what messages name, with their own starts, and estimates as estimates."""

from typing import Any

from tests.warning_messages import PLACE, at, messages, plan

from lantian.model.situation import Situation, situation

ISSUED = {"action": "issue", "level": "orange", "issued": "11-21 11:40", "starts": "11-21 12:00", "end": "11-24 12:00"}
RAISED = {**ISSUED, "action": "raise", "level": "red", "issued": "11-21 15:00", "starts": "11-21 18:00", "after": 1}
LIFT = {"action": "lift", "issued": "11-22 09:00", "starts": "11-22 10:00", "after": 1}
DRILL = {
    "action": "exercise",
    "level": "orange",
    "issued": "11-16 08:00",
    "starts": "11-16 09:00",
    "end": "11-16 17:00",
}
OZONE = {"action": "issue", "line": "ozone", "issued": "07-01 08:00", "starts": "07-01 09:00", "end": "07-01 18:00"}


def told(as_of: str, *given: dict[str, Any]) -> list[tuple[str, str]]:
    """Return the start and the sentence of each segment."""
    return [(f"{one.start:%m-%d %H:%M}", one.told) for one in _now(as_of, *given).segments]


def _now(as_of: str, *given: dict[str, Any]) -> Situation:
    return situation(PLACE, plan(), messages(list(given)), at(as_of))


def test_a_lifting_is_not_followed_by_the_end_of_its_news() -> None:
    """After a lift the last known time is the lift; a day later pages are built anew, but nobody announced that."""
    now = _now("11-22 12:00", ISSUED, LIFT)
    assert told("11-22 12:00", ISSUED, LIFT) == [("11-22 10:00", "lifted_early")]
    assert now.next_boundary == at("11-23 10:00")
    assert told("11-22 09:30", ISSUED, LIFT)[1:] == [("11-22 10:00", "lifted_early")]


def test_a_withdrawal_is_not_followed_by_the_end_of_its_news() -> None:
    """A message taken back leaves one known time, the withdrawal."""
    back = {"action": "withdraw", "issued": "11-21 13:00", "after": 1}
    assert told("11-21 14:00", ISSUED, back) == [("11-21 13:00", "withdrawn")]


def test_a_raised_level_is_one_span_from_its_start() -> None:
    """A raise splits nothing 24 hours later, before as after, and an expected end stays told as one."""
    for as_of, state in (("11-21 20:00", "raised"), ("11-23 20:00", "active")):
        assert told(as_of, ISSUED, RAISED) == [("11-21 18:00", state), ("11-24 12:00", "overdue")]
    assert told("11-21 16:00", ISSUED, RAISED)[1:] == [("11-21 18:00", "raised"), ("11-24 12:00", "overdue")]


def test_a_drill_has_its_own_start_and_end() -> None:
    """A drill issued at eight for nine is announced, begins at nine, and its expected end is told as expected."""
    assert told("11-16 08:30", DRILL) == [
        ("11-16 08:00", "exercise_announced"), ("11-16 09:00", "exercise"), ("11-16 17:00", "exercise_expected_end"),
    ]  # fmt: skip
    over = {"action": "lift", "issued": "11-16 11:00", "starts": "11-16 12:00", "after": 1}
    assert told("11-16 11:30", DRILL, over) == [("11-16 09:00", "exercise"), ("11-16 12:00", "exercise_over")]


def test_an_advisory_promises_no_end() -> None:
    """An advisory begins at its own hour, and its estimated end is no promise of no warning."""
    assert told("07-01 08:30", OZONE) == [
        ("07-01 08:00", "advisory_announced"), ("07-01 09:00", "advisory"), ("07-01 18:00", "advisory_expected_end"),
    ]  # fmt: skip
    over = {"action": "lift", "line": "ozone", "issued": "07-01 15:00", "starts": "07-01 16:00", "after": 1}
    assert told("07-01 15:30", OZONE, over)[-1] == ("07-01 16:00", "advisory_over")


def test_an_advisory_that_follows_a_lift_is_still_listed() -> None:
    """News of a lift does not hide an advisory that begins while it is shown."""
    later = {**OZONE, "issued": "11-22 09:00", "starts": "11-22 13:00", "end": "11-22 18:00"}
    assert told("11-22 12:00", ISSUED, LIFT, later)[1:] == [
        ("11-22 13:00", "advisory"), ("11-22 18:00", "advisory_expected_end"),
    ]  # fmt: skip


def test_a_drill_that_is_announced_does_not_hide_a_lift() -> None:
    """Where a warning ends while a drill waits to begin, the lift is told, and the drill at its own start."""
    drill = {**DRILL, "issued": "11-22 09:00", "starts": "11-22 14:00", "end": "11-22 16:00"}
    assert told("11-22 09:30", ISSUED, LIFT, drill)[1:3] == [
        ("11-22 10:00", "lifted_early"), ("11-22 14:00", "exercise"),
    ]  # fmt: skip

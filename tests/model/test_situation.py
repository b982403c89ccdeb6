"""The record of a situation: facts that the cases do not name, advisories beside warnings, checks."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import strategies as st
from tests.plan_frame import read_wording
from tests.warning_messages import PLACE, at, messages, plan

from lantian.model.bulletin import Bulletin
from lantian.model.in_force import in_force
from lantian.model.situation import Situation, situation

CASES = Path(__file__).resolve().parents[1] / "cases" / "bulletins.yaml"
PLAN = plan()
WORDING = read_wording()
HOUR = st.integers(-5, 700)
SECOND = timedelta(seconds=1)


def told(log: tuple[Bulletin, ...], as_of: datetime) -> Situation:
    """Return the situation of the test place."""
    return situation(PLACE, PLAN, log, as_of)


def test_facts_of_a_raised_warning() -> None:
    """Level, rank, response, both starts, previous level, source and changes of a warning raised this day."""
    log = messages([
        {"action": "issue", "level": "yellow", "issued": "11-20 10:00", "starts": "11-20 12:00", "pollutant": "pm25"},
        {"action": "raise", "level": "orange", "issued": "11-21 08:00", "starts": "11-21 12:00", "after": 1},
        {"action": "lift", "issued": "11-21 13:00", "starts": "11-22 09:00", "after": 2},
    ])  # fmt: skip
    now = told(log, at("11-21 12:30"))
    assert (now.state, now.level, now.rank, now.levels_total, now.response) == ("raised", "orange", 2, 3, "II")
    assert (now.issued_at, now.starts_at, now.since) == (at("11-21 08:00"), at("11-21 12:00"), at("11-20 12:00"))
    assert (now.previous_level, now.pollutant, now.source, now.first) == ("yellow", "pm25", log[1], log[0])
    assert [(one.before, one.after) for one in now.changes] == [("yellow", "orange")]
    assert now.shown_level == "orange"
    lifted = told(log, at("11-22 09:00"))
    assert (lifted.lifted_at, lifted.previous_level, lifted.shown_level) == (at("11-22 09:00"), "orange", None)


def test_shown_level() -> None:
    """An announced level and a drilled one are shown, though none holds."""
    log = messages([{"action": "issue", "level": "red", "issued": "11-20 10:00", "starts": "11-20 12:00"}])
    drill = messages([{"action": "exercise", "level": "yellow", "issued": "11-20 10:00"}])
    assert (told(log, at("11-20 11:00")).shown_level, told(log, at("11-20 11:00")).holds) == ("red", False)
    assert (told(drill, at("11-20 11:00")).shown_level, told(drill, at("11-20 11:00")).holds) == ("yellow", False)


def test_overlapping_chains() -> None:
    """Where two chains hold at once the stricter level does, and an unknown chain cannot be asked for."""
    log = messages([
        {"action": "issue", "level": "red", "issued": "11-20 10:00"},
        {"action": "issue", "level": "yellow", "issued": "11-20 12:00"},
    ])  # fmt: skip
    force = in_force(log, at("11-21 12:00"))
    assert told(log, at("11-21 12:00")).level == "red"
    with pytest.raises(KeyError):
        force.warnings.episode("m-9")


def test_advisories_stand_beside_a_warning() -> None:
    """Advisories are listed in every state with their end: the lift if there is one, else the hours they name."""
    log = messages([
        {"action": "issue", "level": "yellow", "issued": "11-20 10:00"},
        {"action": "issue", "line": "ozone", "issued": "11-20 11:00", "starts": "11-20 12:00", "end": "11-20 18:00"},
        {"action": "issue", "line": "so2", "issued": "11-20 11:30", "end": "11-20 20:00"},
        {"action": "lift", "line": "so2", "issued": "11-20 12:00", "starts": "11-20 14:00", "after": 3},
    ])  # fmt: skip
    found = told(log, at("11-20 13:00")).advisories
    assert [(one.track, one.until) for one in found] == [("ozone", at("11-20 18:00")), ("so2", at("11-20 14:00"))]
    assert told(log, at("11-20 19:00")).advisories == ()


def test_a_lift_without_a_warning_says_nothing() -> None:
    """If the only warning was taken back, the lift that followed it ends nothing."""
    log = messages([
        {"action": "issue", "level": "yellow", "issued": "11-20 10:00"},
        {"action": "withdraw", "issued": "11-20 11:00", "after": 1},
        {"action": "lift", "issued": "11-20 12:00", "after": 2},
    ])  # fmt: skip
    assert told(log, at("11-20 13:00")).state == "withdrawn"


@pytest.mark.parametrize(
    ("now", "check"),
    [("11-21 06:24", "11-21 06:30"), ("11-21 06:25", "11-21 12:00"), ("11-21 20:54", "11-21 21:00"),
     ("11-21 20:55", "11-22 06:30"), ("11-21 21:00", "11-22 06:30"), ("12-31 22:00", "2027-01-01 06:30")],
)  # fmt: skip
def test_calm_checks(now: str, check: str) -> None:
    """Without anything live the next of four fixed times is promised; a check just before it keeps the promise."""
    assert told((), at(now)).next_check_by == at(check)


@pytest.mark.parametrize(
    ("now", "check"), [("11-20 11:00", "11-20 12:05"), ("11-20 11:10", "11-20 12:05"), ("11-20 23:59", "11-21 00:05")]
)
def test_hourly_checks(now: str, check: str) -> None:
    """Anything live is checked again on the hour; the page promises five minutes more than that."""
    log = messages([{"action": "issue", "level": "red", "issued": "11-20 10:00", "starts": "11-21 12:00"}])
    assert told(log, at(now)).next_check_by == at(check)

"""What is in force: cases as sentences, and what must hold for every log of messages."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.plan_frame import read_wording
from tests.warning_messages import PLACE, at, hours, logs, messages, plan

from lantian.model.bulletin import Bulletin
from lantian.model.content import PlaceContent
from lantian.model.in_force import in_force
from lantian.model.situation import Situation, situation, situation_of
from lantian.model.status_sentence import headline, second_line
from lantian.model.timeline import episodes, known

CASES = Path(__file__).resolve().parents[1] / "cases" / "bulletins.yaml"
PLAN = plan()
WORDING = read_wording()
HOUR = st.integers(-5, 700)
SECOND = timedelta(seconds=1)


def told(log: tuple[Bulletin, ...], as_of: datetime) -> Situation:
    """Return the situation of the test place."""
    return situation(PLACE, PLAN, log, as_of)


def said(log: tuple[Bulletin, ...], as_of: datetime) -> tuple[object, ...]:
    """Return all that a reader sees of the state."""
    now = told(log, as_of)
    return now.state, now.level, now.changes, headline(now, PLAN, WORDING), second_line(now, PLAN, WORDING)


def cases() -> list[Any]:
    """Return every case of the table."""
    found: list[Any] = yaml.load(CASES.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 - text only
    assert len(found) == 33
    return found


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["name"])
def test_cases(case: dict[str, Any]) -> None:
    """Each log gives the state, level, next boundary and words that were worked out by hand."""
    now = told(messages(case["given"]), at(case["as_of"]))
    expect = case["expect"]
    spoken = headline(now, PLAN, WORDING)
    assert (now.state, now.level or "null") == (expect["state"], expect["level"])
    assert (spoken.zh, spoken.en) == (expect["zh"], expect["en"])
    assert now.next_boundary == (None if expect["until"] == "null" else at(expect["until"]))
    assert now.holds == (now.level is not None)


def test_every_state_has_a_case() -> None:
    """No state of the contract goes without a case."""
    assert {case["expect"]["state"] for case in cases()} == {
        "none", "advisory", "pending", "active", "active_open", "raising", "raised", "lowering", "lowered", "lifting",
        "lifted", "lifted_early", "overdue", "withdrawn", "exercise",
    }  # fmt: skip


@given(logs(), HOUR)
def test_an_unlifted_level_always_shows(log: tuple[Bulletin, ...], hour: int) -> None:
    """While the last chain stands without a lift and has begun, a level holds: no clock ends a warning."""
    now = hours(hour)
    standing = [one for chain in episodes(known(log, now))[-1:] for one in chain.standing]
    begun = any(one.level is not None and one.starts_at <= now for one in standing)
    if begun and all(one.action != "lift" for one in standing):
        assert told(log, now).holds


@given(logs(), HOUR)
def test_segments_join_and_say_the_new_state(log: tuple[Bulletin, ...], hour: int) -> None:
    """Segments follow each other without a gap, the first holds now, and each says what holds at its very start."""
    now = told(log, hours(hour))
    parts = now.segments
    assert [one.until for one in parts[:-1]] == [one.start for one in parts[1:]]
    if not parts:
        assert now.state == "none"
        return
    assert parts[0].start <= now.as_of
    assert (parts[0].state, parts[0].level, parts[-1].until) == (now.state, now.level, None)
    later = [told(known(log, now.as_of), one.start) for one in parts[1:]]
    assert [(one.state, one.level) for one in parts[1:]] == [(one.state, one.level) for one in later]
    assert all(one.start < one.until for one in parts if one.until is not None)


@given(logs(), HOUR)
def test_nothing_changes_between_boundaries(log: tuple[Bulletin, ...], hour: int) -> None:
    """The next boundary lies ahead, and one second before it every word is still the same."""
    now = hours(hour)
    boundary = told(log, now).next_boundary
    shown = known(log, now)
    assert boundary is None or boundary > now
    assert said(shown, now) == said(shown, now + timedelta(days=40) if boundary is None else boundary - SECOND)


@given(logs(withdrawals=False), st.data())
def test_a_withdrawal_restores_what_was(log: tuple[Bulletin, ...], data: st.DataObject) -> None:
    """A last message that is taken back leaves the line of warnings exactly as if it had never been."""
    last = log[-1]
    issued = last.issued_at + timedelta(hours=data.draw(st.integers(0, 30)), minutes=1)
    back = Bulletin(
        id="back", place=last.place, issuer=last.issuer, action="withdraw", issued_at=issued, starts_at=issued,
        replaces=last.id,
    )  # fmt: skip
    now = issued + timedelta(hours=data.draw(st.integers(0, 60)))
    before, after = in_force(log[:-1], now), in_force((*log, back), now)
    assert after.warnings.entries == before.warnings.entries
    old, new = told(log[:-1], now), told((*log, back), now)
    if old.state != "none":
        assert replace(new, segments=(), next_boundary=None) == replace(old, segments=(), next_boundary=None)


@given(logs(), logs(exercise=True), HOUR)
def test_an_exercise_touches_nothing_real(log: tuple[Bulletin, ...], drill: tuple[Bulletin, ...], hour: int) -> None:
    """With any drill beside it, level, line and changes stay, and the state too while there is a real one."""
    alone, beside = told(log, hours(hour)), told((*log, *drill), hours(hour))
    assert (beside.level, beside.timeline, beside.changes) == (alone.level, alone.timeline, alone.changes)
    assert beside.state == alone.state or (alone.state, beside.state) == ("none", "exercise")


@given(logs(exercise=True), HOUR)
def test_in_an_exercise_no_level_holds(drill: tuple[Bulletin, ...], hour: int) -> None:
    """A drill has no level but the drilled one, in the status as in its segments."""
    now = told(drill, hours(hour))
    assert (now.level, now.rank, now.response) == (None, None, None)
    assert {one.level for one in now.segments} <= {None}
    assert (now.exercise_level is not None) == (now.state == "exercise")


@given(logs(), HOUR)
def test_the_future_is_not_known(log: tuple[Bulletin, ...], hour: int) -> None:
    """Messages issued later change nothing that is in force now."""
    assert told(log, hours(hour)) == told(known(log, hours(hour)), hours(hour))


def test_facts_of_a_raised_warning() -> None:
    """Level, rank, response, both starts, previous level, source and changes of a warning raised this day."""
    log = messages([
        {"action": "issue", "level": "yellow", "issued": "11-20 10:00", "starts": "11-20 12:00", "pollutant": "pm25"},
        {"action": "raise", "level": "orange", "issued": "11-21 08:00", "starts": "11-21 12:00", "after": 1},
        {"action": "lift", "issued": "11-21 13:00", "starts": "11-22 09:00", "after": 2},
    ])  # fmt: skip
    now = situation_of(PlaceContent(place=PLACE, plans=(PLAN,), bulletins=log), at("11-21 12:30"))
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
    [("11-21 06:29", "11-21 06:30"), ("11-21 06:30", "11-21 12:00"), ("11-21 20:59", "11-21 21:00"),
     ("11-21 21:00", "11-22 06:30"), ("12-31 22:00", "2027-01-01 06:30")],
)  # fmt: skip
def test_calm_checks(now: str, check: str) -> None:
    """Without anything live the next check is the next of four fixed times, never the moment itself."""
    assert told((), at(now)).next_check_by == at(check)


def test_hourly_checks() -> None:
    """Anything live is checked again within the hour."""
    log = messages([{"action": "issue", "level": "red", "issued": "11-20 10:00", "starts": "11-21 12:00"}])
    assert told(log, at("11-20 11:10")).next_check_by == at("11-20 12:10")

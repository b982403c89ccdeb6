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
from tests.warning_messages import LEVELS, PLACE, at, hours, logs, messages, plan

from lantian.model.bulletin import Bulletin, Facts
from lantian.model.in_force import in_force
from lantian.model.situation import Situation, situation
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
    assert len(found) == 62
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


@given(logs(interrupted=True), HOUR)
def test_an_unlifted_level_always_shows(log: tuple[Bulletin, ...], hour: int) -> None:
    """While the last chain stands without a lift and has begun, a level holds or is suspended: no clock ends it."""
    now = hours(hour)
    standing = [one for chain in episodes(known(log, now))[-1:] for one in chain.standing]
    if standing and all(one.action != "lift" for one in standing):
        shown = told(log, now)
        assert shown.holds or shown.state == "pending"
        if any(one.level is not None and one.starts_at <= now for one in standing):
            assert shown.holds or shown.suspended is not None


@given(logs(interrupted=True), HOUR)
def test_a_suspension_hides_a_level_and_changes_none(log: tuple[Bulletin, ...], hour: int) -> None:
    """A suspended warning is pending and holds nowhere; outside suspensions all is as if there had been none."""
    now, plain = told(log, hours(hour)), told(tuple(map(_uninterrupted, log)), hours(hour))
    if now.suspended is None:
        assert (now.level, now.lifted_at) == (plain.level, plain.lifted_at)
    else:
        assert (now.state, now.level, now.rank, now.response, now.lifted_at) == ("pending", None, None, None, None)
        assert now.suspended_level is not None
        assert "没有解除" in headline(now, PLAN, WORDING).zh or now.next_entry is not None


@given(logs(interrupted=True), logs(interrupted=True), HOUR)
def test_of_two_places_neither_ends_the_other(city: tuple[Bulletin, ...], own: tuple[Bulletin, ...], hour: int) -> None:
    """Where two places' messages count, the strictest level holds, and while either is suspended nothing is over."""
    now = hours(hour)
    county = tuple(one.model_copy(update={"place": "county"}) for one in own)
    both, apart = told((*city, *county), now), (told(city, now), told(county, now))
    held = [one.level for one in apart if one.level is not None]
    assert both.level == max(held, key=LEVELS.index, default=None)
    if not held and any(one.suspended is not None for one in apart):
        assert (both.state, both.lifted_at) == ("pending", None)


@given(logs(), st.data())
def test_a_correction_counts_as_if_it_had_been_said_at_once(log: tuple[Bulletin, ...], data: st.DataObject) -> None:
    """From its issue on a correction makes of a message what it should have said, and the level is never touched."""
    chain = episodes(log)[-1]
    if not chain.standing:
        return
    wrong = data.draw(st.sampled_from([one for one in log if one.key in {other.key for other in chain.standing}]))
    issued = log[-1].issued_at + timedelta(minutes=1)
    right = wrong.issued_at + timedelta(hours=data.draw(st.integers(0, 90)))
    correction = Bulletin(
        id="right", place=wrong.place, issuer=wrong.issuer, action="correct", issued_at=issued, starts_at=issued,
        replaces=log[-1].id, about=wrong.id, corrected=Facts(starts_at=right, number="9"),
    )  # fmt: skip
    at_once = tuple(one.model_copy(update={"starts_at": right, "number": "9"}) if one == wrong else one for one in log)
    now = issued + timedelta(hours=data.draw(st.integers(0, 200)))
    corrected, plain = in_force((*log, correction), now), in_force(at_once, now)
    assert corrected.warnings.entries == plain.warnings.entries
    assert [one.level for one in chain.standing] == [one.level for one in episodes(at_once)[-1].standing]


def _uninterrupted(message: Bulletin) -> Bulletin:
    """Return a message in whose place a suspension or its end is another that changes no level."""
    if message.action not in {"suspend", "resume"}:
        return message
    return message.model_copy(update={"action": "extend", "resumes_at": None})


@given(logs(interrupted=True), HOUR)
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


@given(logs(interrupted=True), HOUR)
def test_nothing_changes_between_boundaries(log: tuple[Bulletin, ...], hour: int) -> None:
    """The next boundary lies ahead, and one second before it every word is still the same."""
    now = hours(hour)
    boundary = told(log, now).next_boundary
    shown = known(log, now)
    assert boundary is None or boundary > now
    assert said(shown, now) == said(shown, now + timedelta(days=40) if boundary is None else boundary - SECOND)


@given(logs(withdrawals=False, interrupted=True), st.data())
def test_a_withdrawal_restores_what_was(log: tuple[Bulletin, ...], data: st.DataObject) -> None:
    """A last message that is taken back leaves the line of warnings as if it had never been, and is told for a day."""
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
        aside: dict[str, Any] = {"segments": (), "next_boundary": None, "withdrawal": None}
        assert replace(new, **aside) == replace(old, **aside)
        assert (new.withdrawal is None) == (now - issued >= timedelta(days=1))


@given(logs(interrupted=True), logs(exercise=True), HOUR)
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


@given(logs(interrupted=True), HOUR)
def test_the_future_is_not_known(log: tuple[Bulletin, ...], hour: int) -> None:
    """Messages issued later change nothing that is in force now."""
    assert told(log, hours(hour)) == told(known(log, hours(hour)), hours(hour))

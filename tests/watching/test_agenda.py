"""Waiting is arithmetic on two clocks: what is next, whether files hold still, whether somebody set the clock."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantian.watching.agenda import (
    LONGEST_PAUSE,
    PATIENCE,
    QUIET,
    STEP,
    Agenda,
    Reading,
    clock_was_set,
    pause_after,
    quiet_left,
)

NOW = datetime.fromisoformat("2026-11-21T23:59:59.250000+08:00")
HERE = Reading(NOW, 1000.0)


def later(seconds: float) -> datetime:
    """Return a moment after now."""
    return NOW + timedelta(seconds=seconds)


@pytest.mark.parametrize(
    ("agenda", "left"),
    [
        (Agenda(), STEP),
        (Agenda(moment=later(3600)), STEP),
        (Agenda(moment=later(0.75)), 0.75),
        (Agenda(moment=NOW), 0.0),
        (Agenda(moment=later(-3600)), 0.0),
        (Agenda(again=1000.5), 0.5),
        (Agenda(again=999.0), 0.0),
        (Agenda(moment=later(0.75), again=1000.5), 0.5),
        (Agenda(moment=later(-1), again=1000.5), 0.0),
    ],
)
def test_what_comes_first_ends_the_wait(agenda: Agenda, left: float) -> None:
    """A wait ends at the earliest of the moment, the next try, and a step; what has passed is due at once."""
    assert agenda.left(HERE) == pytest.approx(left)


@given(st.floats(0, 1e6), st.floats(0, 1e6))
def test_no_wait_is_longer_than_a_step(moment: float, again: float) -> None:
    """Whatever is on the agenda, the clocks are read again within a second."""
    assert 0.0 <= Agenda(moment=later(moment), again=HERE.ticks + again).left(HERE) <= STEP


@pytest.mark.parametrize(
    ("wall", "ticks", "was_set"),
    [(1.0, 1.0, False), (60.0, 60.0, False), (1.5, 0.0, False), (-1.0, 1.0, False), (0.0, 1.0, False),
     (3600.0, 1.0, True), (-3600.0, 1.0, True), (0.0, 30.0, True), (-5.0, 0.0, True)],
)  # fmt: skip
def test_a_clock_that_was_set_is_seen(wall: float, ticks: float, *, was_set: bool) -> None:
    """Set forward, set back or stopped: seen; small corrections and a slow machine: not."""
    assert clock_was_set(HERE, Reading(later(wall), HERE.ticks + ticks)) is was_set


@pytest.mark.parametrize(
    ("first", "last", "ticks", "left"),
    [
        (10.0, 10.0, 10.0, QUIET),
        (10.0, 10.0, 10.0 + QUIET / 2, QUIET / 2),
        (10.0, 10.0, 10.0 + QUIET, 0.0),
        (10.0, 11.0, 11.0, QUIET),
        (10.0, 10.0 + PATIENCE, 10.0 + PATIENCE, 0.0),
    ],
)
def test_a_change_is_complete_when_nothing_more_comes(first: float, last: float, ticks: float, left: float) -> None:
    """Each further step of an editor begins the quiet time anew, but not for ever."""
    assert quiet_left(first, last, ticks) == pytest.approx(left)


def test_pauses_grow() -> None:
    """Each failure doubles the pause, up to five minutes, after however many."""
    assert [pause_after(number) for number in (1, 2, 3, 4)] == [1.0, 2.0, 4.0, 8.0]
    assert {pause_after(number) for number in (10, 100, 100_000)} == {LONGEST_PAUSE}

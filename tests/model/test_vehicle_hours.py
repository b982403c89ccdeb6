"""Hours of rules on the clock."""

import pytest

from lantian.model.vehicle_hours import DAY, lies_within, turns


@pytest.mark.parametrize(
    ("hours", "minutes"),
    [
        ("07:00-20:00", 13 * 60),
        ("22:00-06:00", 8 * 60),
        ("00:00-24:00", DAY),
        ("00:00-00:00", DAY),
        ("23:59-00:00", 1),
    ],
)
def test_hours_are_half_open_and_may_go_over_midnight(hours: str, minutes: int) -> None:
    """As many minutes of the day lie within as the clocks are apart, and the first of them is the start."""
    within = [minute for minute in range(DAY) if lies_within(minute, hours)]
    assert len(within) == minutes
    start = int(hours[:2]) * 60 + int(hours[3:5])
    assert start in within
    assert minutes == DAY or (start - 1) % DAY not in within


def test_turns_are_every_begin_and_end() -> None:
    """Midnight comes first, each turn once; the end of the day is its beginning."""
    assert turns(("07:00-20:00", "20:00-24:00", "22:00-06:00")) == (0, 360, 420, 1200, 1320)
    assert turns(()) == (0,)

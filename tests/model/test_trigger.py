"""Triggers: bounds, runs, alternatives, and how they are put into words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from tests.plan_frame import read_frame, read_wording

from lantian.model.trigger import (
    AllOf,
    AnyOf,
    Expression,
    Threshold,
    finding,
    holds,
    longest_run_hours,
    thresholds,
)
from lantian.model.trigger_sentence import compose_trigger

AQI = st.integers(min_value=0, max_value=500)
FORECAST = st.lists(AQI, max_size=10).map(tuple)
WORDING = read_wording()
PLAN = read_frame("yangquan")


def over(number: int, hours: int | None = None) -> Threshold:
    """Return a threshold on the daily AQI that leaves its number out."""
    return Threshold(metric="aqi_daily", over=number, hours=hours)


@pytest.mark.parametrize("bounds", [{}, {"over": 200, "at_least": 200}])
def test_needs_one_bound(bounds: dict[str, int]) -> None:
    """A threshold with no bound, or with two, is refused."""
    with pytest.raises(ValidationError, match="one_bound"):
        Threshold.model_validate({"metric": "aqi_daily", **bounds})


@given(number=AQI)
def test_over_excludes_and_at_least_includes(number: int) -> None:
    """The number itself does not count for `over` and counts for `at_least`; the next one counts for both."""
    at_least = Threshold(metric="aqi_daily", at_least=number)
    assert not over(number).reached_by(number)
    assert over(number).reached_by(number + 1)
    assert at_least.reached_by(number)
    assert not at_least.reached_by(number - 1)


@pytest.mark.parametrize(
    ("means", "hours"),
    [((), 0), ((200,), 0), ((201,), 24), ((201, 200, 201), 24), ((201, 201, 199, 201), 48), ((1, 300, 300, 300), 72)],
)
def test_longest_run(means: tuple[int, ...], hours: int) -> None:
    """A run is unbroken: a day at the number or below begins it anew."""
    assert longest_run_hours(over(200), means) == hours


def test_without_hours_one_mean_is_enough() -> None:
    """A threshold without hours holds as soon as one 24-hour mean reaches it; with hours it must last."""
    assert finding(over(200), (201,)).holds
    assert not finding(over(200, 48), (201,)).holds
    assert not holds(over(200), ())


@given(means=FORECAST)
def test_any_and_all(means: tuple[int, ...]) -> None:
    """Alternatives hold if one part holds, conditions together if all parts hold."""
    parts = (over(200, 48), over(150, 72))
    each = [holds(part, means) for part in parts]
    assert holds(AnyOf(any_of=parts), means) == any(each)
    assert holds(AllOf(all_of=parts), means) == all(each)


def test_thresholds_from_left_to_right() -> None:
    """Every threshold of a nested rule is found, in its order."""
    first, second, third = over(1), over(2), over(3)
    assert list(thresholds(AnyOf(any_of=(AllOf(all_of=(first, second)), third)))) == [first, second, third]


NESTED = AllOf(all_of=(over(200), AnyOf(any_of=(over(300), Threshold(metric="aqi_daily", at_least=500, hours=24)))))


@pytest.mark.parametrize(
    ("expression", "chinese", "english"),
    [
        (over(200), "AQI日均值超过200", "daily mean AQI over 200"),
        (Threshold(metric="aqi_daily", at_least=500), "AQI日均值达到500", "daily mean AQI of at least 500"),
        (
            PLAN.level("orange").trigger,
            "AQI日均值连续48小时及以上超过200，或AQI日均值连续72小时及以上超过150",
            (
                "daily mean AQI over 200 for at least 48 hours in a row, "
                "or daily mean AQI over 150 for at least 72 hours in a row"
            ),
        ),
        (
            PLAN.level("red").trigger,
            "AQI日均值连续72小时及以上超过200，且AQI日均值连续24小时及以上超过300",
            (
                "daily mean AQI over 200 for at least 72 hours in a row, "
                "and daily mean AQI over 300 for at least 24 hours in a row"
            ),
        ),
        (PLAN.tracks[1].trigger, "二氧化硫小时浓度超过150微克/立方米", "hourly sulfur dioxide over 150 µg/m³"),
        (
            NESTED,
            "AQI日均值超过200，且（AQI日均值超过300，或AQI日均值连续24小时及以上达到500）",
            (
                "daily mean AQI over 200, and (daily mean AQI over 300, "
                "or daily mean AQI of at least 500 for at least 24 hours in a row)"
            ),
        ),
    ],
)
def test_sentence(expression: Expression, chinese: str, english: str) -> None:
    """`over` and `at least`, hours in a row, or and and are said apart in both languages."""
    spoken = compose_trigger(expression, WORDING)
    assert (spoken.zh, spoken.en) == (chinese, english)

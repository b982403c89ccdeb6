"""A forecast against the plan's criteria: cases as sentences, and what must hold for every forecast."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.plan_frame import read_frame, read_wording

from lantian.model.assessment import Pollutant, assess
from lantian.model.text import LANGUAGES
from lantian.model.trigger import AllOf, AnyOf, Threshold

CASES = Path(__file__).resolve().parents[1] / "cases" / "assessment.yaml"
PLAN = read_frame("yangquan")
WORDING = read_wording()
RANK = {None: 0, "ozone": 1, "yellow": 1, "orange": 2, "red": 3}
AQI = st.integers(min_value=0, max_value=500)
FORECAST = st.lists(AQI, min_size=1, max_size=7)
POLLUTANT: st.SearchStrategy[Pollutant] = st.sampled_from(("pm25", "ozone"))


def cases() -> list[Any]:
    """Return every case of the table."""
    found: list[Any] = yaml.safe_load(CASES.read_text(encoding="utf-8"))
    assert len(found) == 15
    return found


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["name"])
def test_cases(case: dict[str, Any]) -> None:
    """Each forecast gives the level and the runs that were worked out by hand from clauses 3.1 and 3.2."""
    found = assess(PLAN, tuple(case["given"]["means"]), case["given"]["pollutant"], WORDING)
    runs = {step.about: [found.longest_hours for found in step.findings] for step in found.trace if step.about}
    assert found.level == case["expect"]["level"]
    assert runs == case["expect"]["runs"]


def test_trace_says_it_is_no_warning() -> None:
    """The first line says cross-check and not a warning, and no line of the result gives an all-clear."""
    found = assess(PLAN, (30,), "pm25", WORDING)
    assert "不是预警" in found.trace[0].text.zh
    assert "not a warning" in found.trace[0].text.en
    assert "不表示空气好" in found.trace[-1].text.zh
    assert "does not mean that the air is good" in found.trace[-1].text.en


def test_trace_is_spoken_whole() -> None:
    """The trace of an orange forecast has its values, each level from the highest, every threshold and the result."""
    spoken = [step.text.en for step in assess(PLAN, (160, 170, 155), "pm25", WORDING).trace]
    assert spoken[1].endswith("AQI as means of 24 hours each: 160, 170, 155.")
    assert spoken[3:] == [
        (
            "Red warning: the criteria do not hold (all conditions must hold): "
            "daily mean AQI over 200 for at least 72 hours in a row: longest run in the forecast 0 hours, not met; "
            "daily mean AQI over 300 for at least 24 hours in a row: longest run in the forecast 0 hours, not met."
        ),
        (
            "Orange warning: the criteria hold (one condition is enough): "
            "daily mean AQI over 200 for at least 48 hours in a row: longest run in the forecast 0 hours, not met; "
            "daily mean AQI over 150 for at least 72 hours in a row: longest run in the forecast 72 hours, met."
        ),
        (
            "Yellow warning: the criteria hold (one condition is enough): "
            "daily mean AQI over 200 for at least 24 hours in a row: longest run in the forecast 0 hours, not met; "
            "daily mean AQI over 150 for at least 48 hours in a row: longest run in the forecast 72 hours, met."
        ),
        "Result: the highest level whose criteria hold is Orange warning.",
    ]


def test_plan_without_rule_on_a_pollutant() -> None:
    """A plan that says nothing on ozone gets no level and a line that says so, not a line that no criteria hold."""
    silent = PLAN.model_copy(update={"tracks": ()})
    found = assess(silent, (400,), "ozone", WORDING)
    assert found.level is None
    assert found.trace[-1].text == WORDING.pattern("assess.no_rule")


def test_notice_only_below_the_levels() -> None:
    """A plan's public notice is found only where no level holds."""
    notice = PLAN.tracks[0].model_copy(update={"id": "notice", "trigger": Threshold(metric="aqi_daily", over=140)})
    plan = PLAN.model_copy(update={"tracks": (notice,)})
    assert assess(plan, (145,), "pm25", WORDING).level == "notice"
    assert assess(plan, (145, 300), "pm25", WORDING).level == "yellow"


def test_nested_rule_is_spelled_out() -> None:
    """A rule of alternatives inside a rule is shown whole, since neither `any` nor `all` would describe it."""
    over, top = Threshold(metric="aqi_daily", over=200, hours=96), Threshold(metric="aqi_daily", at_least=500)
    nested = AnyOf(any_of=(AllOf(all_of=(over, Threshold(metric="aqi_daily", over=300, hours=48))), top))
    plan = PLAN.model_copy(update={"levels": (PLAN.level("red").model_copy(update={"trigger": nested}),)})
    found = assess(plan, (500,), "pm25", WORDING)
    assert found.level == "red"
    assert "), or daily mean AQI of at least 500)" in found.trace[3].text.en


def test_empty_forecast_is_refused() -> None:
    """Nothing is said about a forecast without values."""
    with pytest.raises(ValueError, match="no_forecast"):
        assess(PLAN, (), "pm25", WORDING)


@given(data=st.data(), means=FORECAST, pollutant=POLLUTANT)
def test_raising_every_value_never_lowers(data: st.DataObject, means: list[int], pollutant: Pollutant) -> None:
    """Worse air on every day never gives a lower level."""
    worse = tuple(data.draw(st.integers(min_value=mean, max_value=500)) for mean in means)
    before, after = (assess(PLAN, values, pollutant, WORDING).level for values in (tuple(means), worse))
    assert RANK[after] >= RANK[before]


@given(means=FORECAST, more=FORECAST, pollutant=POLLUTANT)
def test_longer_forecast_never_lowers(means: list[int], more: list[int], pollutant: Pollutant) -> None:
    """Further days never take a level away that the first days already give."""
    before = assess(PLAN, tuple(means), pollutant, WORDING).level
    assert RANK[assess(PLAN, tuple(means + more), pollutant, WORDING).level] >= RANK[before]


@given(means=FORECAST, pollutant=POLLUTANT)
def test_trace_agrees_with_the_level(means: list[int], pollutant: Pollutant) -> None:
    """The level is the first step of the trace that holds, and every line is filled in both languages."""
    found = assess(PLAN, tuple(means), pollutant, WORDING)
    assert found.level == next((step.about for step in found.trace if step.holds), None)
    lines = [step.text.speak(language) for step in found.trace for language in LANGUAGES]
    assert len(lines) == (14 if pollutant == "pm25" else 10)
    assert not any("{" in line for line in lines)

"""One forecast held against every plan: the levels were worked out by hand from the clauses of each document."""

import json
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.cli.calls import ROOT, run
from tests.real_site import real_content

from lantian.model.assessment import Pollutant, assess

PLACES = ("yangquan", "liaocheng-resort", "liaocheng")
RANK = {None: 0, "notice": 1, "ozone": 1, "yellow": 2, "orange": 3, "red": 4}
PLANS = {place: real_content().place(place).plan for place in PLACES}
WORDING = real_content().wording
POLLUTANT: st.SearchStrategy[Pollutant] = st.sampled_from(("pm25", "ozone"))


def cases() -> list[Any]:
    """Return every case of the table."""
    found: list[Any] = yaml.safe_load((ROOT / "tests" / "cases" / "assessment_plans.yaml").read_text("utf-8"))
    assert len(found) == 19
    return found


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["name"])
def test_case(case: dict[str, Any]) -> None:
    """Each forecast gives each plan the level of its own criteria."""
    means, pollutant = tuple(case["given"]["means"]), case["given"]["pollutant"]
    assert tuple(case["expect"]) == PLACES
    assert {place: assess(PLANS[place], means, pollutant, WORDING).level for place in PLACES} == case["expect"]


def test_a_plan_without_ozone_says_that_it_has_no_rule() -> None:
    """For ozone the city's plan of 2020 gives no level and does not say that its criteria do not hold."""
    found = assess(PLANS["liaocheng"], (500, 500), "ozone", WORDING)
    assert found.trace[-1].text == WORDING.pattern("assess.no_rule")


@given(
    means=st.lists(st.integers(0, 500), min_size=1, max_size=7), place=st.sampled_from(PLACES), pollutant=POLLUTANT,
    data=st.data(),
)  # fmt: skip
def test_raising_every_value_never_lowers(
    means: list[int], place: str, pollutant: Pollutant, data: st.DataObject
) -> None:
    """Whatever the plan, worse air on every day never gives a lower level."""
    worse = tuple(data.draw(st.integers(min_value=mean, max_value=500)) for mean in means)
    before, after = (assess(PLANS[place], one, pollutant, WORDING).level for one in (tuple(means), worse))
    assert RANK[after] >= RANK[before]


@pytest.mark.parametrize(("place", "level"), [("liaocheng", "red"), ("liaocheng-resort", "yellow")])
def test_the_command_gives_the_level_of_the_place(place: str, level: str) -> None:
    """`lantian assess` of a single day at 500 answers by the plan of the place that it is asked for."""
    done = run("assess", place, "--aqi", "500", "--json")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert (told["place"], told["level"]) == (place, level)

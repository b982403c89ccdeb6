"""Can pupils be outdoors: the answer for schools in every situation."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.plan_frame import read_wording
from tests.warning_messages import PLACE, STOP, at, hours, logs, messages, plan

from lantian.model.bulletin import Bulletin
from lantian.model.measure import Measure
from lantian.model.plan import Plan
from lantian.model.school_status import SchoolStatus, school_status
from lantian.model.situation import situation
from lantian.model.text import Text

PLAN = plan()
WORDING = read_wording()
BARE = re.compile(r"\b(today|tomorrow|yesterday|tonight)\b|今天|明天|今日|明日|昨天|即日", re.IGNORECASE)
ISSUED = {"action": "issue", "level": "orange", "issued": "11-21 11:40", "starts": "11-21 12:00", "end": "11-24 12:00"}
LIFT = {"action": "lift", "issued": "11-24 07:00", "starts": "11-24 10:00", "after": 1}
OPEN = {"action": "issue", "level": "orange", "issued": "11-21 11:40", "starts": "11-21 12:00"}
DRILL = {"action": "exercise", "level": "orange", "issued": "11-16 08:00", "starts": "11-16 09:00"}
OZONE = {"action": "issue", "line": "ozone", "issued": "11-21 08:00", "starts": "11-21 12:00", "end": "11-21 18:00"}


def school(given: list[dict[str, Any]], as_of: str, rules: Plan = PLAN) -> SchoolStatus:
    """Return the answer for schools after a log."""
    return school_status(situation(PLACE, rules, messages(given), at(as_of)), rules, WORDING)


def measure(duty: Any, *, levels: dict[Any, str], **fields: Any) -> Measure:  # noqa: ANN401 - fields of a measure
    """Return a school measure of another strength or reach."""
    return STOP.model_copy(update={"id": f"school-{duty}", "duty": duty, "levels": levels, **fields})


@given(logs(), st.integers(-5, 700))
def test_school_follows_the_level(log: tuple[Bulletin, ...], hour: int) -> None:
    """Where every level stops outdoor lessons, they are stopped while a level holds or is announced, and only then."""
    now = situation(PLACE, PLAN, log, hours(hour))
    found = school_status(now, PLAN, WORDING)
    assert (found.outdoor == "stopped") == (now.shown_level is not None)
    assert found.until is None or found.until > now.as_of
    assert found.start is None or found.start <= now.as_of


def test_school_stops_on_the_day_of_the_notice() -> None:
    """An announced warning stops outdoor lessons for the whole day of its notice and until it is lifted (5.2)."""
    found = school([ISSUED], "11-21 11:40")
    assert (found.outdoor, found.classes) == ("stopped", "as_usual")
    assert (found.start, found.until) == (at("11-21 00:00"), None)
    assert found.headline.zh == "不能。11月21日（周六）起停止室外活动，正常上课。"
    assert found.headline.en == (
        "No. No outdoor activities from Saturday 21 November until the warning is lifted. School is open."
    )
    assert found.citation is not None
    assert found.citation.document == PLAN.id
    assert "5.3.2" in found.citation.clause


def test_school_waits_for_the_response_where_the_plan_says_so() -> None:
    """A plan that ties schools to the start of the response leaves the hours before it free, with advice."""
    rules = plan(school_begins="start_of_response")
    found = school([ISSUED], "11-21 11:40", rules)
    assert (found.outdoor, found.start, found.until) == ("advised_indoors", None, at("11-21 12:00"))
    assert found.headline.zh == "11月21日（周六）12:00 起不能；此前可以，空气可能已较差，建议改在室内。"
    begun = school([ISSUED], "11-21 12:00", rules)
    assert (begun.outdoor, begun.start) == ("stopped", at("11-21 12:00"))


def test_school_knows_an_announced_lift() -> None:
    """With a lift announced the answer says until when, and at that moment outdoor activities may resume."""
    before, after = school([ISSUED, LIFT], "11-24 09:59:59"), school([ISSUED, LIFT], "11-24 10:00")
    assert (before.outdoor, before.until) == ("stopped", at("11-24 10:00"))
    assert before.headline.zh == "不能。11月21日（周六）起停止室外活动，到 11月24日（周二）10:00 为止，正常上课。"
    assert (after.outdoor, after.start) == ("allowed", at("11-24 10:00"))
    assert after.headline.zh == "预警已于 11月24日（周二）10:00 解除，学校可以恢复室外活动，请先看实时空气质量。"


def test_school_in_an_exercise() -> None:
    """A drill stops nothing: the answer starts with the mark and says what a real warning would do."""
    found = school([DRILL], "11-16 10:00")
    assert found.outdoor == "allowed"
    assert found.headline.zh.startswith("【演练】")
    assert found.headline.en.startswith("EXERCISE")
    assert "Orange warning" in found.headline.en
    mild = school([DRILL], "11-16 10:00", plan(measure("advised", levels={"orange": "5.3.2"})))
    assert (mild.outdoor, mild.citation) == ("allowed", None)


def test_school_without_a_warning_gives_no_all_clear() -> None:
    """Without a warning nothing is required, and the reader is sent to the current air quality."""
    found = school([], "11-21 10:00")
    assert (found.outdoor, found.citation) == ("allowed", None)
    assert found.headline == WORDING.pattern("school.none")


def test_school_at_a_level_that_only_advises() -> None:
    """Advice is not a stop, a rule that only may be applied suspends nothing, and silence is told as silence."""
    rules = plan(
        measure("advised", levels={"yellow": "5.3.1"}),
        measure("may", levels={"red": "5.3.3"}),
        measure("required", levels={"red": "5.3.3"}),
    )
    yellow, orange, red = (
        school([{**OPEN, "level": level}], "11-21 12:00", rules) for level in ("yellow", "orange", "red")
    )
    assert (yellow.outdoor, yellow.citation is None) == ("advised_indoors", False)
    assert (orange.outdoor, orange.citation) == ("allowed", None)
    assert "没有要求" in orange.headline.zh
    assert (red.outdoor, red.classes) == ("stopped", "may_be_suspended")
    assert "没有收到停课通知" in red.headline.zh


def test_school_over_several_levels() -> None:
    """The stop begins with the notice of the first level that requires it and ends with the last."""
    rules = plan(measure("required", levels={"orange": "5.3.2", "red": "5.3.3"}))
    log: list[dict[str, Any]] = [
        {"action": "issue", "level": "yellow", "issued": "11-20 10:00"},
        {"action": "raise", "level": "orange", "issued": "11-21 10:00", "after": 1},
        {"action": "raise", "level": "red", "issued": "11-22 10:00", "after": 2},
        {"action": "lower", "level": "yellow", "issued": "11-22 20:00", "starts": "11-23 08:00", "after": 3},
    ]
    found = school(log, "11-22 21:00", rules)
    assert (found.start, found.until) == (at("11-21 00:00"), at("11-23 08:00"))
    assert found.citation is not None
    assert "5.3.3" in found.citation.clause
    assert school(log, "11-23 08:00", rules).outdoor == "allowed"
    again = [*log[:2], {"action": "lift", "issued": "11-21 12:00", "after": 2}]
    again.append({"action": "issue", "level": "red", "issued": "11-25 10:00", "starts": "11-26 00:00"})
    assert school(again, "11-25 10:00", rules).start == at("11-25 00:00")


@pytest.mark.parametrize(("duty", "outdoor"), [("required", "stopped"), ("advised", "advised_indoors")])
def test_school_on_an_advisory(duty: str, outdoor: str) -> None:
    """An advisory gives schools what the plan says of its track, for its own hours."""
    found = school([OZONE], "11-21 09:00", plan(measure(duty, levels={}, tracks={"ozone": "3.2"})))
    assert (found.outdoor, found.start, found.until) == (outdoor, at("11-21 12:00"), at("11-21 18:00"))
    assert found.headline.zh.endswith("停止室外活动。")


def test_school_is_told_in_the_words_of_the_plan() -> None:
    """What stops is said as the plan says it in short: lessons are named only where it names them."""
    rules = plan(
        STOP.model_copy(update={"brief": Text(zh="停止室外课程和活动", en="No outdoor lessons or activities")})
    )
    assert "停止室外课程和活动" in school([ISSUED], "11-21 12:00", rules).headline.zh
    assert "No outdoor lessons or activities" in school([DRILL], "11-16 10:00", rules).headline.en
    for log, as_of in (([ISSUED], "11-21 12:00"), ([DRILL], "11-16 10:00")):
        assert "课程" not in school(log, as_of).headline.zh

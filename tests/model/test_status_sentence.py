"""The words of a situation: second lines, the answer for schools, moments, and what no sentence may say."""

import re
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.plan_frame import read_wording
from tests.warning_messages import PLACE, STOP, at, hours, logs, messages, plan

from lantian.model.bulletin import Bulletin
from lantian.model.measure import Measure
from lantian.model.moment_sentence import moment, period
from lantian.model.plan import Plan
from lantian.model.school_status import SchoolStatus, school_status
from lantian.model.situation import situation
from lantian.model.status_sentence import headline, second_line
from lantian.model.text import Text
from lantian.model.vehicle import Plates

PLAN = plan()
WORDING = read_wording()
BARE = re.compile(r"\b(today|tomorrow|yesterday|tonight)\b|今天|明天|今日|明日|昨天|即日", re.IGNORECASE)
ISSUED = {"action": "issue", "level": "orange", "issued": "11-21 11:40", "starts": "11-21 12:00", "end": "11-24 12:00"}
LIFT = {"action": "lift", "issued": "11-24 07:00", "starts": "11-24 10:00", "after": 1}
OPEN = {"action": "issue", "level": "orange", "issued": "11-21 11:40", "starts": "11-21 12:00"}
DRILL = {"action": "exercise", "level": "orange", "issued": "11-16 08:00", "starts": "11-16 09:00"}
OZONE = {"action": "issue", "line": "ozone", "issued": "11-21 08:00", "starts": "11-21 12:00", "end": "11-21 18:00"}


def line(given: list[dict[str, Any]], as_of: str) -> Text:
    """Return the second line after a log."""
    return second_line(situation(PLACE, PLAN, messages(given), at(as_of)), PLAN, WORDING)


def school(given: list[dict[str, Any]], as_of: str, rules: Plan = PLAN) -> SchoolStatus:
    """Return the answer for schools after a log."""
    return school_status(situation(PLACE, rules, messages(given), at(as_of)), rules, WORDING)


def measure(duty: Any, *, levels: dict[Any, str], **fields: Any) -> Measure:  # noqa: ANN401 - fields of a measure
    """Return a school measure of another strength or reach."""
    return STOP.model_copy(update={"id": f"school-{duty}", "duty": duty, "levels": levels, **fields})


@pytest.mark.parametrize(
    ("given", "as_of", "zh", "en"),
    [
        ([], "11-21 12:00", "没有预警不等于空气好，请查看实时空气质量。",
         "No warning does not mean the air is clean. Check the current air quality."),
        ([ISSUED], "11-21 11:40", "11月21日（周六）12:00 起。预计 11月24日（周二）12:00 前后结束，以解除通知为准。",
         ("From 12:00 on Saturday 21 November. Expected to end around 12:00 on Tuesday 24 November. "
         "It stays in force until officially lifted.")),
        ([OPEN], "11-21 12:00", "11月21日（周六）12:00 起。结束时间尚未确定，以解除通知为准。",
         "From 12:00 on Saturday 21 November. No end time has been set. It stays in force until officially lifted."),
        ([ISSUED], "11-24 12:00", "11月21日（周六）12:00 起。原预计 11月24日（周二）12:00 前后结束，以解除通知为准。",
         ("From 12:00 on Saturday 21 November. It was expected to end around 12:00 on Tuesday 24 November. "
         "It stays in force until officially lifted.")),
        ([ISSUED, LIFT], "11-24 07:00", "11月21日（周六）12:00 起。解除时间已由解除通知确定：11月24日（周二）10:00。",
         "From 12:00 on Saturday 21 November. The lifting notice sets the end: 10:00 on Tuesday 24 November."),
        ([ISSUED, LIFT], "11-24 10:00", "应急措施同时停止。没有预警不等于空气好，请查看实时空气质量。",
         "Emergency measures have ended. No warning does not mean the air is clean. Check the current air quality."),
        ([DRILL], "11-16 08:00",
         "演练内容：橙色预警，11月16日（周一）9:00 起。演练结束时间另行通知。当前没有真实的重污染天气预警。",
         ("What is practiced: Orange warning, from 09:00 on Monday 16 November. No end time has been set for the "
         "exercise. No real heavy air pollution warning is in force.")),
        ([{**DRILL, "line": "ozone", "level": None, "end": "11-16 11:00"}], "11-16 10:00",
         "演练预计 11月16日（周一）11:00 前后结束。当前没有真实的重污染天气预警。",
         ("The exercise is expected to end around 11:00 on Monday 16 November. "
         "No real heavy air pollution warning is in force.")),
        ([OZONE], "11-21 09:00", "这是健康提示，不是预警。没有预警不等于空气好，请查看实时空气质量。",
         "This is an advisory, not a warning. " + WORDING.pattern("state.line_none").en),
    ],
)  # fmt: skip
def test_second_lines(given: list[dict[str, Any]], as_of: str, zh: str, en: str) -> None:
    """The second line says start, expected end and how sure, or what follows where nothing holds."""
    assert line(given, as_of) == Text(zh=zh, en=en)


@given(logs(), logs(exercise=True), st.integers(-5, 700))
def test_no_sentence_leans_on_the_day_of_reading(
    log: tuple[Bulletin, ...], drill: tuple[Bulletin, ...], hour: int
) -> None:
    """Whatever was issued, no sentence says today or tomorrow, and none is left with an open field."""
    now = situation(PLACE, PLAN, (*log, *drill), hours(hour))
    spoken = (headline(now, PLAN, WORDING), second_line(now, PLAN, WORDING), school_status(now, PLAN, WORDING).headline)
    words = " ".join(f"{one.zh} {one.en}" for one in spoken)
    assert BARE.search(words) is None
    assert "{" not in words


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
    assert found.headline.zh == "不能。11月21日（周六）起停止室外课程和活动，正常上课。"
    assert found.headline.en == (
        "No. No outdoor lessons or activities from Saturday 21 November until the warning is lifted. School is open."
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
    assert before.headline.zh == "不能。11月21日（周六）起停止室外课程和活动，到 11月24日（周二）10:00 为止，正常上课。"
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
    assert "没有停课通知" in red.headline.zh


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


def test_odd_and_even_days_change_at_midnight() -> None:
    """Where plates decide by the day, every midnight is a boundary, in the place's own time."""
    rules = PLAN.vehicles.model_copy(update={"plates": plates()})
    daily = plan(vehicles=rules)
    log = messages([{**OPEN, "level": "red"}])
    assert situation(PLACE, daily, log, at("11-23 12:00")).next_boundary == at("11-24 00:00")


def plates() -> Plates:
    """Return an odd-even rule at red."""
    text = Text(zh="单双号", en="odd-even")
    return Plates(levels={"red": "5.3.3"}, area="city", rule="odd_even", even_digits=(0, 2, 4, 6, 8), text=text)


@pytest.mark.parametrize(
    ("form", "zh", "en"),
    [("full", "11月1日（周日）8:05", "08:05 on Sunday 1 November"), ("short", "11月1日 8:05", "08:05 on 1 November"),
     ("day", "11月1日（周日）", "Sunday 1 November"), ("date", "11月1日", "1 November"), ("clock", "8:05", "08:05")],
)  # fmt: skip
def test_moments(form: Any, zh: str, en: str) -> None:  # noqa: ANN401 - one of the forms
    """Each form in both languages, in the zone of the reader's place whatever the offset of the message."""
    when = datetime.fromisoformat("2026-11-01T00:05:00+00:00")
    assert moment(when, at("11-21 10:00"), form, WORDING) == Text(zh=zh, en=en)
    other = moment(when, at("2027-01-01 10:00"), form, WORDING)
    assert ("2026" in other.zh, "2026" in other.en) == ((form != "clock"),) * 2


def test_spans_name_one_day_once() -> None:
    """A span inside one day says the day once, with its weekday where there is room."""
    span = period(at("11-21 12:00"), at("11-21 18:00"), at("11-21 10:00"), "full", WORDING)
    assert span == Text(zh="11月21日（周六）12:00–18:00", en="12:00–18:00 on Saturday 21 November")

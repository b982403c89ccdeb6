"""The words of a situation: second lines, the answer for schools, moments, and what no sentence may say."""

import re
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.plan_frame import read_wording
from tests.warning_messages import PLACE, at, hours, logs, messages, plan

from lantian.model.bulletin import Bulletin
from lantian.model.moment_sentence import moment, period
from lantian.model.school_status import school_status
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
         "演练内容：橙色预警，11月16日（周一）9:00 起。演练结束时间另行通知。当前没有真实预警。",
         ("What is practiced: Orange warning, from 09:00 on Monday 16 November. No end time has been set for the "
         "exercise. No real heavy air pollution warning is in force.")),
        ([{**DRILL, "line": "ozone", "level": None, "end": "11-16 11:00"}], "11-16 10:00",
         "演练预计 11月16日（周一）11:00 前后结束。当前没有真实预警。",
         ("The exercise is expected to end around 11:00 on Monday 16 November. "
         "No real heavy air pollution warning is in force.")),
        ([OZONE], "11-21 09:00", "这不是分级预警，没有颜色级别。没有颜色预警不等于空气好，请查看实时空气质量。",
         ("This is not a graded warning and has no color. "
         "No colored warning does not mean the air is clean. Check the current air quality.")),
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

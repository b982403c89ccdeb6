"""A district that issues no warning shows the city's in every state (words of ux.md 3.2) and its own measures."""

from typing import Any

import pytest
from tests.following_cases import CITY, CITY_LIFT, CITY_ORANGE, CITY_RED, DISTRICT, STATES, both

from lantian.model.school_status import school_status
from lantian.model.status_sentence import headline, second_line
from lantian.model.text import Text
from lantian.model.vehicle_verdict import Question, answer
from lantian.pages.edition import Edition

NO_WARNING = (
    "本区不单独发布预警，以聊城市发布的为准；措施按本区预案。",
    "This district issues no warnings of its own: Liaocheng City does. Measures are those of the district's own plan.",
)
PENDING = (
    "本区将执行聊城市已发布的橙色预警，措施按本区预案。",
    (
        "This district will follow Liaocheng City's Orange warning, which is issued but not yet in force. "
        "Measures are those of the district's own plan."
    ),
)
ORANGE = (
    "本区执行聊城市发布的橙色预警，措施按本区预案。",
    "This district follows Liaocheng City's Orange warning. Measures are those of the district's own plan.",
)
RED = (ORANGE[0].replace("橙色", "红色"), ORANGE[1].replace("Orange", "Red"))
YELLOW = (ORANGE[0].replace("橙色", "黄色"), ORANGE[1].replace("Orange", "Yellow"))
EXERCISE = (
    "本区跟随聊城市的预警；现在是演练，没有真实预警。",
    "This district follows Liaocheng City's warnings. This is an exercise; no real warning is in force.",
)
SAID = {
    "none": NO_WARNING, "advisory": NO_WARNING, "pending": PENDING, "active": ORANGE, "active_open": ORANGE,
    "raising": ORANGE, "raised": RED, "lowering": ORANGE, "lowered": YELLOW, "lifting": ORANGE, "lifted": NO_WARNING,
    "lifted_early": NO_WARNING, "overdue": ORANGE, "withdrawn": NO_WARNING, "exercise": EXERCISE,
}  # fmt: skip
EVERY_STATE = pytest.mark.parametrize(("state", "moment", "messages"), STATES, ids=[state for state, *_ in STATES])


def inherited(one: Edition) -> Text:
    """Return the sentence that says whose warnings are taken over."""
    assert one.live_frame.inheritance is not None
    return one.live_frame.inheritance.text


@EVERY_STATE
def test_the_district_says_whose_warning_it_is(state: str, moment: str, messages: tuple[dict[str, Any], ...]) -> None:
    """In every state one sentence says what is followed and whose measures apply; the city says nothing of the kind."""
    city, district = both(moment, *messages)
    assert (inherited(district).zh, inherited(district).en) == SAID[state]
    assert city.live_frame.inheritance is None
    assert district.still_frame.inheritance is None


@EVERY_STATE
def test_state_level_and_times_are_the_city_s(state: str, moment: str, messages: tuple[dict[str, Any], ...]) -> None:
    """What holds in the city holds in the district, from the same moment, by the same message, in the same words."""
    city, district = (one.situation for one in both(moment, *messages))
    assert district.state == city.state == state
    for name in (
        "level", "source", "first", "issued_at", "starts_at", "since", "expected_end", "lifted_at", "exercise_level",
        "next_entry", "timeline", "segments", "changes", "withdrawal", "exercise", "next_check_by", "pollutant",
    ):  # fmt: skip
        assert getattr(district, name) == getattr(city, name), name
    assert (district.follows, city.follows) == (CITY, None)
    assert (district.followed_level, city.followed_level) == (city.level, None)
    tell = [(headline(one.situation, one.plan, one.wording), second_line(one.situation, one.plan, one.wording))
            for one in both(moment, *messages)]  # fmt: skip
    assert tell[0] == tell[1]


def test_every_state_is_tried() -> None:
    """No state of the contract is left out."""
    assert {state for state, *_ in STATES} == SAID.keys()
    assert len(STATES) == 15


def test_measures_are_the_district_s_own() -> None:
    """Under one Orange warning a China VI heavy diesel truck is banned in the city's streets, not the district's."""
    verdicts = []
    for one in both("11-22 12:05", CITY_ORANGE):
        question = Question(
            level=one.situation.level, vehicle_class="heavy_truck", fuel="diesel", stage="6", area="urban_area"
        )
        verdicts.append(answer(question, one.plan.vehicles, one.content.vocabulary.vehicle_classes).verdict)
    assert verdicts == ["banned", "allowed"]


def test_the_stop_at_schools_cites_the_plan_that_applies_here() -> None:
    """Both places stop outdoor lessons, each by a clause of its own plan."""
    cited = [school_status(one.situation, one.plan, one.wording).citation for one in both("11-22 12:05", CITY_ORANGE)]
    assert [one.document for one in cited if one is not None] == ["liaocheng-2020", "liaocheng-resort-2023"]


def test_messages_of_both_count_and_a_drill_of_the_district_is_its_own() -> None:
    """A drill of the district is no business of the city, and never hides the city's real warning."""
    drill = {**CITY_ORANGE, "place": DISTRICT, "action": "exercise", "level": "red"}
    city, district = (one.situation for one in both("11-22 12:05", drill))
    assert (city.state, district.state, district.level) == ("none", "exercise", None)
    city, district = (one.situation for one in both("11-22 12:05", drill, CITY_ORANGE))
    assert (city.state, district.state, district.level) == ("active", "active", "orange")
    assert district.exercise is not None
    assert city.exercise is None


def test_the_end_of_a_drill_under_the_same_ids_ends_no_warning() -> None:
    """The district's drill and the city's warning bear the same ids; the lift of the one leaves the other."""
    drill = [{**one, "place": DISTRICT} for one in ({**CITY_ORANGE, "action": "exercise"}, CITY_LIFT)]
    city, district = both("11-23 12:05", CITY_ORANGE, *drill)
    assert [message.key for message in district.messages] == [
        f"{CITY}/{CITY_ORANGE['id']}", f"{DISTRICT}/{CITY_ORANGE['id']}", f"{DISTRICT}/{CITY_LIFT['id']}",
    ]  # fmt: skip
    assert (city.situation.level, district.situation.level) == ("orange", "orange")
    assert district.situation.state == "active"


def test_a_place_that_follows_nobody_sees_only_its_own() -> None:
    """Neither the third place nor the city hears of others; the city knows who follows it."""
    content = both("11-21 18:00", CITY_ORANGE, CITY_RED)[0].content
    assert content.messages(content.place("yangquan")) == ()
    assert [one.place for one in content.messages(content.place(CITY))] == [CITY, CITY]
    assert [entry.place.id for entry in content.followers(CITY)] == [DISTRICT]
    assert content.followers(DISTRICT) == content.followers("yangquan") == ()

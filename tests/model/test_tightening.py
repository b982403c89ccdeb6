"""A county that may be stricter than its city: both levels are told, and no lift of one ends what the other said."""

from datetime import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.following_cases import CITY, CITY_LIFT, CITY_ORANGE, CITY_RED, CITY_YELLOW, DISTRICT, county, own
from tests.warning_messages import LEVELS, PLACE, hours, logs, plan

from lantian.model.bulletin import Bulletin
from lantian.model.situation import Situation, situation
from lantian.pages.edition import Edition

OWN_RED = own({**CITY_ORANGE, "level": "red"}, number="County 1")
OWN_YELLOW = {**OWN_RED, "level": "yellow"}
OWN_LIFT = own(CITY_LIFT, number="County 2")
STRICTER = (
    "市级橙色，本县按红色执行（县级加严）。",
    "City: Orange. This county applies Red measures (stricter locally).",
)
ALONE = (
    "市级没有发布预警，本县按红色执行（县级加严）。",
    "City: no warning. This county applies Red measures (stricter locally).",
)
FOLLOWS = (
    "本县执行聊城市发布的{zh}预警，措施按本县预案。",
    "This county follows Liaocheng City's {en} warning. Measures are those of the county's own plan.",
)
ORANGE, RED = (tuple(text.format(zh=zh, en=en) for text in FOLLOWS) for zh, en in (("橙色", "Orange"), ("红色", "Red")))
ITS_OWN = (
    "本县已自行发布红色预警，措施按本县预案；聊城市的预警另外有效。",
    (
        "This county has issued its own Red warning. "
        "Measures are those of the county's own plan; Liaocheng City's warnings count as well."
    ),
)
CALM = (
    "本县执行聊城市发布的预警，预案允许本县从严；措施按本县预案。",
    "This county follows Liaocheng City's warnings and may be stricter. Measures are those of the county's own plan.",
)
WARD = PLACE.model_copy(update={"id": "ward", "kind": "county", "follows": PLACE.id})
PLAN = plan()
RANK: dict[str | None, int] = {None: 0, **{level: number for number, level in enumerate(LEVELS, start=1)}}


def inherited(one: Edition) -> tuple[str, str]:
    """Return the sentence on whose warnings hold, in both languages."""
    assert one.live_frame.inheritance is not None
    return one.live_frame.inheritance.text.zh, one.live_frame.inheritance.text.en


@pytest.mark.parametrize(
    ("moment", "messages", "state", "level", "said"),
    [
        ("11-22 12:05", (), "none", None, CALM),
        ("11-22 12:05", (CITY_ORANGE,), "active", "orange", ORANGE),
        ("11-22 12:05", (CITY_ORANGE, OWN_RED), "active", "red", STRICTER),
        ("11-22 12:05", (OWN_RED,), "active", "red", ALONE),
        ("11-20 12:05", (OWN_RED,), "pending", None, ITS_OWN),
        ("11-22 12:05", (CITY_ORANGE, OWN_YELLOW), "active", "orange", ORANGE),
        ("11-23 12:05", (CITY_ORANGE, CITY_LIFT, OWN_RED), "active", "red", ALONE),
        ("11-23 12:05", (CITY_ORANGE, OWN_RED, OWN_LIFT), "lowered", "orange", ORANGE),
        ("11-23 12:05", (CITY_ORANGE, CITY_LIFT, OWN_RED, OWN_LIFT), "lifted_early", None, CALM),
        ("11-23 09:30", (CITY_ORANGE, OWN_RED, OWN_LIFT), "lowering", "red", STRICTER),
        ("11-23 09:30", (CITY_ORANGE, CITY_LIFT, OWN_RED), "active", "red", STRICTER),
        ("11-22 12:05", (CITY_ORANGE, CITY_RED, OWN_RED), "active", "red", RED),
        ("11-22 12:05", (CITY_ORANGE, CITY_YELLOW, OWN_RED), "active", "red",
         tuple(text.replace("橙色", "黄色").replace("Orange", "Yellow") for text in STRICTER)),
        ("11-24 12:00", (CITY_ORANGE, OWN_RED), "overdue", "red", STRICTER),
    ],
    ids=[
        "nothing", "city only", "stricter", "county only", "county announced", "milder than the city",
        "lift of the city", "lift of the county", "both lifts", "lift of the county announced",
        "lift of the city announced", "the city catches up", "the city goes down", "both overdue",
    ],
)  # fmt: skip
def test_both_levels_are_told(
    moment: str, messages: tuple[dict[str, Any], ...], state: str, level: str | None, said: tuple[str, str]
) -> None:
    """The stricter level holds, and the sentence names what each of the two says."""
    one = county(moment, *messages)
    assert (one.situation.state, one.situation.level) == (state, level)
    assert inherited(one) == said


def test_a_withdrawal_takes_back_the_message_of_its_own_place() -> None:
    """Both messages bear the same id; the county's withdrawal leaves the city's warning as it was."""
    gone = own(CITY_LIFT, action="withdraw", starts_at=CITY_LIFT["issued_at"], number="County 2")
    one = county("11-23 12:05", CITY_ORANGE, OWN_RED, gone)
    assert (one.situation.level, one.situation.followed_level) == ("orange", "orange")
    assert one.situation.source is not None
    assert one.situation.source.place == CITY
    assert inherited(one) == ORANGE
    assert one.situation.withdrawal is not None
    assert {message.place for message in one.situation.withdrawal} == {DISTRICT}


@pytest.mark.parametrize(("messages", "place"), [((CITY_ORANGE,), CITY), ((CITY_ORANGE, OWN_RED), DISTRICT)])
def test_the_source_is_who_issued_the_level(messages: tuple[dict[str, Any], ...], place: str) -> None:
    """The message that the state rests on is the city's, or the county's own where that is stricter."""
    source = county("11-22 12:05", *messages).situation.source
    assert source is not None
    assert source.key == f"{place}/{CITY_ORANGE['id']}"


def moved(log: tuple[Bulletin, ...]) -> tuple[Bulletin, ...]:
    """Return a log as the county's own, under the same ids."""
    return tuple(message.model_copy(update={"place": WARD.id}) for message in log)


def alone(log: tuple[Bulletin, ...], now: datetime) -> Situation:
    """Return the situation of a place that follows nobody."""
    return situation(PLACE, PLAN, log, now)


@settings(deadline=None)  # a busy machine decides nothing
@given(theirs=logs(), ours=logs(), hour=st.integers(-5, 900))
def test_the_strictest_holds_whatever_both_say(
    theirs: tuple[Bulletin, ...], ours: tuple[Bulletin, ...], hour: int
) -> None:
    """At any moment the county applies the stricter of what city and county say, each heard alone."""
    now = hours(hour)
    city, county_alone = alone(theirs, now), alone(ours, now)
    found = situation(WARD, PLAN, (*theirs, *moved(ours)), now)
    assert RANK[found.level] == max(RANK[city.level], RANK[county_alone.level])
    assert found.followed_level == city.level
    if found.level is not None:
        assert found.source is not None
        assert found.source.place in {
            place for place, said in ((PLACE.id, city), (WARD.id, county_alone)) if said.level == found.level
        }


@settings(deadline=None)  # a busy machine decides nothing
@given(theirs=logs(), ours=logs(), hour=st.integers(-5, 900))
def test_no_all_clear_without_the_lifts_of_all(
    theirs: tuple[Bulletin, ...], ours: tuple[Bulletin, ...], hour: int
) -> None:
    """A level holds as long as one of the two has not ended; lifted or none is said only where both say so."""
    now = hours(hour)
    found = situation(WARD, PLAN, (*theirs, *moved(ours)), now)
    apart = (alone(theirs, now), alone(ours, now))
    assert found.holds == any(one.holds for one in apart)
    if found.state in {"lifted", "lifted_early", "none", "withdrawn"}:
        assert not any(one.holds or one.pending_level for one in apart)
        assert found.lifted_at is None or found.lifted_at >= max(one.lifted_at or hours(-1) for one in apart)


@settings(deadline=None)  # a busy machine decides nothing
@given(theirs=logs(), ours=logs(), hour=st.integers(-5, 900))
def test_the_order_of_reading_changes_nothing(
    theirs: tuple[Bulletin, ...], ours: tuple[Bulletin, ...], hour: int
) -> None:
    """The situation hangs on the messages and their times, not on whose log is read first."""
    log = (*theirs, *moved(ours))
    assert situation(WARD, PLAN, log, hours(hour)) == situation(WARD, PLAN, reversed(log), hours(hour))

"""The front page: status, four answers, changes, known times, source."""

from typing import Any

import pytest
from tests.real_site import LIFT, ORANGE, OZONE, RED, at, changed_plan, drilled, edition_at

from lantian.model.school_status import school_status
from lantian.model.text import Text
from lantian.pages.edition import Edition
from lantian.pages.home import HomeView, home_pages

SO2: dict[str, Any] = {**OZONE, "line": "so2", "id": "2026-07-01-02"}


def view(edition: Edition) -> HomeView:
    """Return the view of the front page."""
    (page,) = home_pages(edition)
    assert isinstance(page.shown, HomeView)
    return page.shown


def words(edition: Edition) -> tuple[str, ...]:
    """Return the four answers in a word."""
    return tuple(row.word.en for row in view(edition).rows)


def test_in_force_the_answers_are_plain() -> None:
    """While orange holds, the school row says no and the sentences carry no condition."""
    rows = view(edition_at("11-22 12:05", ORANGE)).rows
    assert [row.word.zh for row in rows] == ["不能", "少外出", "查一查", "查一查"]
    assert rows[0].icon == "no"
    assert not any(row.sentence.en.startswith(("From", "Exercise")) for row in rows)
    assert "国四" in rows[2].sentence.zh


def test_pending_answers_name_their_start() -> None:
    """Before the start each sentence begins with the moment from which it will hold."""
    rows = view(edition_at("11-21 09:00", ORANGE)).rows
    assert all("12:00 on Saturday 21 November" in row.sentence.en for row in rows[1:3])


def test_pending_the_school_row_agrees_with_the_page_for_schools() -> None:
    """Schools stop on the day of the notice, so the row names no later start and allows nothing until then."""
    found = edition_at("11-20 12:05", ORANGE)
    row = view(found).rows[0]
    assert row.word.en == "No"
    assert "21 November" not in row.sentence.en
    assert school_status(found.situation, found.plan, found.wording).outdoor == "stopped"


def test_a_withdrawn_rise_is_no_silent_change() -> None:
    """When a rise sent in error is taken back, the level before it holds on, and the front page says what happened."""
    mistake = {**RED, "issued_at": "2026-11-22T09:00:00+08:00", "starts_at": "2026-11-22T09:00:00+08:00"}
    withdrawal = {**LIFT, "action": "withdraw", "issued_at": "2026-11-22T09:30:00+08:00", "replaces": RED["id"]}
    withdrawal["starts_at"] = withdrawal["issued_at"]
    found = view(edition_at("11-22 12:05", ORANGE, mistake, withdrawal))
    assert found.strip.state == "active"
    assert found.changes[0].text.en == (
        "The message of 09:00 on Sunday 22 November was sent in error and has been withdrawn"
    )
    assert found.changes[0].address.endswith(f"/{withdrawal['id']}/")


def test_short_advice_on_health_says_whom_it_is_for() -> None:
    """What a rise changes stands on the front page in short words, so each piece of advice carries its group."""
    advice = [one for one in view(edition_at("11-21 18:30", ORANGE, RED)).now_new if one.topic == "health"]
    whom = {one.brief.en: one.whom.en for one in advice if one.brief is not None and one.whom is not None}
    assert whom["Do not go out"] == "Children, older people and patients"
    assert len(whom) == len({one.brief for one in advice}) > 1


def test_without_a_warning_rules_are_called_rules() -> None:
    """With no warning nothing is ordered: the words say so, and the sentences name the level."""
    calm = view(edition_at("11-22 12:05"))
    assert calm.rows[0].word.en == "No stop ordered"
    assert calm.rows_note is not None
    assert all("Yellow" in row.sentence.en for row in calm.rows[:3])


def test_a_drill_orders_nothing() -> None:
    """In an exercise no answer is a no, and every sentence says that it is an exercise."""
    found = view(drilled())
    assert found.strip.tone == "exercise"
    assert found.rows[0].word.en == "No stop ordered"
    assert all(row.sentence.zh.startswith("演练") for row in found.rows[:3])
    assert found.source_address is not None
    assert "/drill/" in found.source_address


@pytest.mark.parametrize(
    ("moment", "messages", "tone", "pending"),
    [
        ("11-21 09:00", (ORANGE,), "orange", True),
        ("11-21 12:00", (ORANGE,), "orange", False),
        ("11-21 19:00", (ORANGE, RED), "red", False),
        ("11-23 11:00", (ORANGE, LIFT), "lifted", False),
        ("07-01 13:00", (OZONE,), "advice", False),
        ("11-22 12:05", (), "none", False),
    ],
)
def test_the_block_takes_the_colour_of_what_is_told(
    moment: str, messages: tuple[dict[str, Any], ...], tone: str, *, pending: bool
) -> None:
    """A level gives its colour, outlined until it starts; an advisory never does."""
    strip = view(edition_at(moment, *messages)).strip
    assert (strip.tone, strip.pending) == (tone, pending)


def test_a_rise_is_told_with_what_it_adds() -> None:
    """Within 24 hours after a rise, the change and the new statements stand on the front page."""
    found = view(edition_at("11-21 19:00", ORANGE, RED))
    assert [change.text.en for change in found.changes] == [
        "18:00 on Saturday 21 November: Orange warning → Red warning",
        "12:00 on Saturday 21 November: no warning → Orange warning",
    ]
    assert found.now_new
    assert {row.mark for row in found.now_new} <= {"new", "changed"}


def test_an_advisory_stands_apart() -> None:
    """Ozone has its line beside the status and leads to its own page."""
    (line,) = view(edition_at("07-01 13:00", OZONE)).advisories
    assert line.address == "yangquan/ozone/"
    assert "ozone" in line.text.en


def test_after_the_day_of_the_lift_the_last_warning_is_named() -> None:
    """When the news is over the front page still says which warning was the last and when it ended."""
    found = view(edition_at("11-25 12:00", ORANGE, LIFT))
    assert found.strip.state == "none"
    assert found.last_episode is not None
    assert "10:00 on Monday 23 November" in found.last_episode.en


def test_known_times_are_only_those_that_a_message_names() -> None:
    """After a lift the lift alone is listed, without a warning nothing; an announced drill names its own start."""
    lifted = view(edition_at("11-23 12:05", ORANGE, LIFT))
    assert [one.text.zh for one in lifted.segments] == ["预警提前解除"]
    assert view(edition_at("11-25 12:05", ORANGE, LIFT)).segments == ()
    drill = {**ORANGE, "action": "exercise"}
    announced, begun, end = view(edition_at("11-20 12:05", drill)).segments
    assert announced.text.zh.startswith("演练已发布，11月21日（周六）12:00 起")
    assert (begun.starts, end.starts) == (at("11-21 12:00"), at("11-24 12:00"))
    assert "Expected end" in end.text.en


def test_a_line_beside_the_levels_is_named_only_before_its_own_measures() -> None:
    """With ozone and SO2 messages out, clause 5.3.4 is told of ozone alone: on SO2 the plan asks companies nothing."""
    row = view(edition_at("07-01 13:00", OZONE, SO2)).rows[3]
    assert row.sentence.zh.startswith("臭氧预警提示：减排主要靠调控")
    assert "二氧化硫" not in row.sentence.zh
    assert "SO2" not in row.sentence.en
    assert view(edition_at("07-01 13:00", SO2)).rows[3] == view(edition_at("07-01 13:00")).rows[3]


def test_two_lines_beside_the_levels_each_stand_before_what_they_ask() -> None:
    """If the plan asked something of companies on SO2, too, each name would stand before its own measure."""
    measures = changed_plan("07-01 13:00").plan.measures
    ozone = next(one for one in measures if one.id == "ozone-production-control")
    words = Text(zh="减少排放", en="Emit less")
    so2 = ozone.model_copy(update={"id": "so2-less", "tracks": {"so2": "3.3"}, "text": words})
    sentence = view(changed_plan("07-01 13:00", OZONE, SO2, measures=(so2, ozone))).rows[3].sentence
    first, second = sentence.zh.split("二氧化硫浓度预警：")
    assert first.startswith("臭氧预警提示：减排主要靠调控")
    assert "减少排放" not in first
    assert second.startswith("减少排放。")

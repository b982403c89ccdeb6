"""The pages for schools: the answer, two dates, the text for parents, the notice for the gate."""

from dataclasses import replace
from typing import Any

import pytest
from tests.real_site import LIFT, ORANGE, OZONE, PLACE, RED, at, content_with, drilled, edition_at, only_place

from lantian.pages.edition import Edition, edition
from lantian.pages.school import SchoolView, school_pages
from lantian.pages.school_notice import NoticeView

OFFICIAL = {"mode": "official", "address": "https://www.example.gov.cn/warning/"}
LATE_LIFT = {**LIFT, "issued_at": "2026-11-22T20:00:00+08:00"}


def views(one: Edition) -> tuple[SchoolView, NoticeView]:
    """Return the page and the notice."""
    page, notice = school_pages(one)
    assert isinstance(page.shown, SchoolView)
    assert isinstance(notice.view, NoticeView)
    return page.shown, notice.view


def official(moment: str, *messages: dict[str, Any], **plan: object) -> Edition:
    """Return an edition of an official site with an address, its plan changed if need be."""
    content = only_place(content_with(*messages), **plan)
    content = content.model_copy(update={"site": content.site.model_copy(update=OFFICIAL)})
    return edition(content, content.place(PLACE), at(moment))


def lines(view: SchoolView) -> list[list[str]]:
    """Return the Chinese lines of both dates."""
    return [[line.text.zh for line in day.lines] for day in view.days]


def test_in_force_the_answer_is_no_on_both_dates() -> None:
    """While orange holds, page and notice say no, and both dates stop all day with the doubt about the end named."""
    page, notice = views(edition_at("11-23 06:30", ORANGE))
    assert page.answer.zh.startswith("不能。11月20日")
    assert page.icon == "no"
    assert [day.date.zh for day in page.days] == ["11月23日（周一）", "11月24日（周二）"]
    assert [day[0] for day in lines(page)] == ["全天停止室外课程和活动"] * 2
    assert "12:00 前后结束，以解除通知为准" in lines(page)[1][1]
    assert (notice.verdict.zh, notice.tone, notice.rank, notice.levels_total) == ("不能到室外活动", "orange", 2, 3)


def test_a_saturday_is_followed_by_monday() -> None:
    """The second date is the next weekday: from a Saturday and from a Sunday it is Monday."""
    for moment in ("11-21 12:05", "11-22 12:05"):
        page, _ = views(edition_at(moment, ORANGE))
        assert page.days[1].date.en == "Monday 23 November"


def test_the_day_of_the_notice_counts_where_the_plan_says_so() -> None:
    """Announced for the next day, schools stop on the day of the notice, and the level is shown as announced."""
    page, notice = views(edition_at("11-20 12:05", ORANGE))
    assert page.icon == "no"
    assert [tag.mark.en for tag in page.rules[0].levels if tag.mark] == ["Issued, not yet in effect"]
    assert notice.verdict.en == "No outdoor activities"


def test_a_plan_that_waits_for_the_response_says_from_when() -> None:
    """Where schools begin with the response, the answer names the hour and the date is split there."""
    page, notice = views(official("11-21 08:00", ORANGE, school_begins="start_of_response"))
    assert page.icon == "calendar"
    assert lines(page)[0][:2] == [
        "12:00 前没有预警要求停止，空气可能已较差，建议改在室内。",
        "12:00 起停止室外课程和活动",
    ]
    assert "12:00" in notice.verdict.zh


def test_a_known_lift_splits_the_day() -> None:
    """With a lift announced for ten o'clock the date stops until ten, and the text for parents says so."""
    page, notice = views(edition_at("11-23 06:30", ORANGE, LATE_LIFT))
    assert lines(page)[0] == ["10:00 前停止室外课程和活动", "10:00 起没有预警要求停止，先看实时空气质量。"]
    assert page.parents is not None
    assert "到 11月23日（周一）10:00 为止" in page.parents.zh
    assert notice.lines[1].en.endswith("until 10:00 on Monday 23 November.")


def test_after_a_lift_the_next_notice_begins_the_stop_anew() -> None:
    """A new warning on the day of a lift stops schools from that day, not from the warning that was lifted."""
    new = {**ORANGE, "id": "2026-11-23-02", "issued_at": "2026-11-23T13:00:00+08:00", "expected_end": None}
    new["starts_at"] = "2026-11-24T12:00:00+08:00"
    page, _ = views(edition_at("11-23 14:00", ORANGE, LIFT, new))
    assert "from Monday 23 November" in page.answer.en
    assert lines(page)[0][0] == "10:00 前停止室外课程和活动"
    assert not any("全天" in line for line in lines(page)[0][1:])


def test_nothing_is_allowed_in_so_many_words_without_a_warning() -> None:
    """Without a warning no shape says yes, rules are called idle, and there is no text to send."""
    page, notice = views(edition_at("11-22 12:05"))
    assert (page.icon, page.parents, page.citation, notice.tone) == ("", None, None, "none")
    assert page.rules_note is not None
    assert not any(line.icon for day in page.days for line in day.lines)
    assert "No warning requires" in notice.verdict.en


def test_after_a_lift_parents_hear_that_it_is_over() -> None:
    """After the lift the text says that outdoor lessons may resume, not that the air is clean."""
    page, notice = views(edition_at("11-23 12:05", ORANGE, LIFT))
    assert page.parents is not None
    assert "可以恢复" in page.parents.zh
    assert "实时空气质量" in page.parents.zh
    assert notice.verdict.zh == "预警已解除"


def test_a_drill_stops_nothing_and_says_so_everywhere() -> None:
    """In an exercise every text that can leave the page begins with the mark, and no date stops."""
    page, notice = views(drilled())
    assert page.parents is not None
    assert "【演练】" in page.parents.zh
    assert "EXERCISE" in page.parents.en
    assert notice.verdict.zh.startswith("【演练】")
    assert notice.level_line.zh == "演练内容：橙色预警"
    assert (page.icon, notice.tone, notice.rank) == ("", "exercise", None)
    assert not any(line.icon for day in page.days for line in day.lines)
    assert page.rules_note is not None
    assert page.rules_note.en.startswith("EXERCISE")


def test_ozone_changes_no_school_day() -> None:
    """An ozone advisory stops nothing, but its difference from particles is told."""
    page, _ = views(edition_at("07-01 12:05", OZONE))
    assert page.ozone
    assert page.icon == ""
    assert views(edition_at("11-23 06:30", ORANGE))[0].ozone == ()


@pytest.mark.parametrize(
    ("moment", "messages", "plan"),
    [
        ("11-23 06:30", (ORANGE,), {}),
        ("11-23 06:30", (ORANGE, RED), {}),
        ("11-23 06:30", (ORANGE, LATE_LIFT), {}),
        ("11-23 12:05", (ORANGE, LIFT), {}),
        ("11-21 08:00", (ORANGE,), {"school_begins": "start_of_response"}),
        ("11-21 13:00", ({**ORANGE, "action": "exercise"},), {}),
        ("11-21 13:00", ({**ORANGE, "action": "exercise"},), {"measures": ()}),
    ],
)
def test_the_text_for_parents_fits_a_message(
    moment: str, messages: tuple[dict[str, Any], ...], plan: dict[str, object]
) -> None:
    """On an official site the text for parents has 60 to 100 characters in Chinese in every case."""
    page, _ = views(official(moment, *messages, **plan))
    assert page.parents is not None
    assert 60 <= len(page.parents.zh) <= 100


def test_a_demo_marks_the_text_that_can_be_copied() -> None:
    """What is copied from a demo says that it is one; an official text does not."""
    demo, _ = views(edition_at("11-23 06:30", ORANGE))
    real, _ = views(official("11-23 06:30", ORANGE))
    assert demo.parents is not None
    assert real.parents is not None
    assert demo.parents.en == f"DEMO DATA, NOT OFFICIAL. {real.parents.en}"


def test_no_mask_is_asked_for_against_ozone() -> None:
    """A warning for ozone asks for no mask; one for particles does."""
    ozone, _ = views(official("11-23 06:30", {**ORANGE, "pollutant": "ozone"}))
    particles, _ = views(official("11-23 06:30", ORANGE))
    assert ozone.parents is not None
    assert particles.parents is not None
    assert "口罩" in particles.parents.zh
    assert "口罩" not in ozone.parents.zh


def test_suspension_of_classes_is_never_invented() -> None:
    """A plan that says nothing of it leads to the sentence that it says nothing; a `may` of a plan is shown as one."""
    silent, _ = views(edition_at("11-23 06:30", ORANGE))
    assert silent.suspension == ()
    assert "没有写停课" in silent.suspension_note.zh
    plan = content_with().place(PLACE).plan
    stop = next(one for one in plan.measures if one.topic == "school")
    may = stop.model_copy(update={"id": "classes", "duty": "may", "levels": {"red": "5.3.3"}})
    spoken, _ = views(official("11-23 06:30", ORANGE, RED, measures=(stop, may)))
    assert [one.duty for one in spoken.suspension] == ["may"]
    assert "预案允许在一定条件下停课" in spoken.answer.zh


def test_the_code_needs_an_address() -> None:
    """Without an address of the site there is no code; with one it leads to the page in the language of the sheet."""
    _, bare = views(edition_at("11-23 06:30", ORANGE))
    _, coded = views(official("11-23 06:30", ORANGE))
    assert bare.qr is None
    assert coded.qr is not None
    assert coded.qr["en"].address == "https://www.example.gov.cn/warning/en/yangquan/school/"
    assert coded.qr["zh"] != replace(coded.qr["en"], address=coded.qr["zh"].address)

"""Calendars to subscribe to: known times alone, estimates marked, nothing that vanishes silently, no all-clear."""

from datetime import timedelta
from typing import Any

import pytest
from tests.formats.calendar_cases import calendars, events, said
from tests.real_site import LIFT, ORANGE, OZONE, RED, at, content_with, drilled, edition_at

from lantian.pages.edition import Edition, edition

ISSUER = ORANGE["issuer"]
OPEN = {name: value for name, value in ORANGE.items() if name != "expected_end"}
FILES = {
    "event.ics", "drivers.zh.ics", "drivers.en.ics", "schools.zh.ics", "schools.en.ics", "enterprises.zh.ics",
    "enterprises.en.ics",
}  # fmt: skip


def message(action: str, issued: str, **more: object) -> dict[str, Any]:
    """Return a message of the chain that `ORANGE` began, in effect at once unless told."""
    moment = at(issued).isoformat()
    return {
        "id": f"2026-{issued[:5]}-09", "place": "yangquan", "action": action, "issued_at": moment,
        "starts_at": moment, "replaces": ORANGE["id"], "issuer": ISSUER, **more,
    }  # fmt: skip


def warned(place: str, level: str = "red") -> Edition:
    """Return a place while its city is under a warning with an estimated end."""
    content = content_with({**ORANGE, "place": "liaocheng", "level": level})
    return edition(content, content.place(place), at("11-22 10:00"))


def test_without_a_warning_every_calendar_is_there_and_empty() -> None:
    """Whoever subscribes in summer finds a whole calendar without events, in each language and for each audience."""
    told = edition_at("11-21 10:00")
    assert set(calendars(told)) == FILES
    assert all(not events(told, file) for file in FILES)


@pytest.mark.parametrize(
    ("moment", "messages", "expected"),
    [
        ("11-21 10:00", [ORANGE], [("11-21 12:00", "11-24 12:00", "TENTATIVE", "Orange warning (estimate)")]),
        ("11-22 10:00", [OPEN], [("11-21 12:00", "11-24 00:00", "TENTATIVE", "Orange warning (no end set)")]),
        (
            "11-25 10:00",
            [ORANGE],
            [("11-21 12:00", "11-27 00:00", "TENTATIVE", "Orange warning (expected end passed, not lifted)")],
        ),
        (
            "11-21 16:00",
            [ORANGE, RED],
            [
                ("11-21 12:00", "11-21 18:00", "CONFIRMED", "Orange warning"),
                ("11-21 18:00", "11-24 12:00", "TENTATIVE", "Red warning (estimate)"),
            ],
        ),
        ("11-23 12:00", [ORANGE, LIFT], [("11-21 12:00", "11-23 10:00", "CONFIRMED", "Orange warning")]),
        (
            "11-22 10:00",
            [ORANGE, message("withdraw", "11-21 13:00")],
            [("11-21 12:00", "11-24 12:00", "CANCELLED", "Cancelled: Orange warning (estimate)")],
        ),
        (
            "11-21 10:00",
            [ORANGE, message("lift", "11-21 09:00")],
            [("11-21 12:00", "11-24 12:00", "CANCELLED", "Cancelled: Orange warning (estimate)")],
        ),
        (
            "11-22 10:00",
            [ORANGE, message("suspend", "11-22 09:00", resumes_at="2026-11-23T09:00:00+08:00")],
            [
                ("11-21 12:00", "11-22 09:00", "CONFIRMED", "Orange warning"),
                ("11-22 09:00", "11-23 09:00", "CONFIRMED", "Orange warning suspended, not lifted"),
                ("11-23 09:00", "11-24 12:00", "TENTATIVE", "Orange warning (estimate)"),
            ],
        ),
    ],
)
def test_known_times_and_how_sure_they_are(
    moment: str, messages: list[dict[str, Any]], expected: list[tuple[str, str, str, str]]
) -> None:
    """An estimate is marked, an open or outlasted end reaches beyond the next day, what was taken back is cancelled."""
    english = [(start, end, status, summary.partition(" / DEMO: ")[2]) for start, end, status, summary in
               said(moment, *messages)]  # fmt: skip
    assert english == expected


def test_an_ended_warning_leaves_no_word_of_an_all_clear() -> None:
    """After a lifting the event keeps its real end, and nothing begins there."""
    told = edition_at("11-23 12:00", ORANGE, LIFT)
    lifted = at("11-23 10:00")
    for file in FILES:
        assert all(event.start < lifted for event in events(told, file) if event["STATUS"] != "CANCELLED")
        assert b"all clear" not in calendars(told)[file].lower()


def test_the_last_chain_leaves_after_thirty_days() -> None:
    """A calendar is no archive: a month after the lifting nothing of the warning is left in it."""
    assert events(edition_at("12-23 09:00", ORANGE, LIFT))
    assert not events(edition_at("12-24 09:00", ORANGE, LIFT))


def test_schools_find_the_weekdays_on_which_outdoor_lessons_stop() -> None:
    """From the day of the notice, Monday to Friday only; a day that is over is certain, one ahead is an estimate."""
    found = said("11-21 16:00", ORANGE, file="schools.en.ics")
    assert [(start, end, status) for start, end, status, _ in found] == [
        ("11-20 00:00", "11-21 00:00", "CONFIRMED"),
        ("11-23 00:00", "11-24 00:00", "TENTATIVE"),
        ("11-24 00:00", "11-24 12:00", "TENTATIVE"),
    ]
    assert all(summary.startswith("Orange warning: ") for *_, summary in found)


def test_a_school_day_that_falls_away_is_cancelled() -> None:
    """Lifted on Monday: Monday keeps its morning, and Tuesday, which was announced, stands there as cancelled."""
    found = said("11-23 12:00", ORANGE, LIFT, file="schools.en.ics")
    assert [(start, end, status) for start, end, status, _ in found][1:] == [
        ("11-23 00:00", "11-23 10:00", "CONFIRMED"),
        ("11-24 00:00", "11-24 12:00", "CANCELLED"),
    ]


def test_drivers_find_the_digits_of_each_day() -> None:
    """Where the plan has an odd-even rule at the level, each day names its digits, cut at midnight."""
    days = [event for event in events(warned("liaocheng"), "drivers.en.ics") if "-plates-" in event["UID"]]
    zone = at("11-22 10:00").tzinfo
    assert [event.start.astimezone(zone).day for event in days] == [21, 22, 23, 24]
    assert ["1 3 5 7 9" in event["SUMMARY"] for event in days] == [True, False, True, False]
    assert all("the notice of the day decides. Usually" in event["SUMMARY"] for event in days)
    assert not [one for one in events(warned("liaocheng", "orange"), "drivers.en.ics") if "-plates-" in one["UID"]]


def test_a_follower_has_the_events_of_its_city_under_its_own_name() -> None:
    """The district's calendar carries the city's warning, with ids of its own."""
    (city,), (district,) = (events(warned(place)) for place in ("liaocheng", "liaocheng-resort"))
    assert (city.start, city.end) == (district.start, district.end)
    assert city["UID"] != district["UID"]


def test_advisories_stand_apart_and_end_with_their_hours() -> None:
    """An ozone advisory is an event of its own without a level; schools read what the plan says, and how strongly."""
    found = events(edition_at("07-01 13:00", OZONE))
    assert [(str(one["STATUS"]), one.end - one.start) for one in found] == [("CONFIRMED", timedelta(hours=6))]
    assert "warning" not in str(found[0]["SUMMARY"]).lower()
    content = content_with({**OZONE, "place": "liaocheng"})
    city = edition(content, content.place("liaocheng"), at("07-01 13:00"))
    concerned = {file for file in FILES if events(city, file)}
    topics = {measure.topic for measure in city.plan.measures_on("ozone")}
    for file, topic in (
        ("schools.en.ics", "school"),
        ("drivers.en.ics", "vehicle"),
        ("enterprises.en.ics", "industry"),
    ):
        assert (file in concerned) is (topic in topics)
    assert "event.ics" in concerned


def test_an_advisory_leaves_thirty_days_after_its_hours() -> None:
    """Nobody lifts an advisory whose hours are over, and it does not stay for ever."""
    assert events(edition_at("07-31 12:00", OZONE))
    assert not events(edition_at("07-31 18:00", OZONE))


def test_drills_are_marked_and_name_no_measure() -> None:
    """An exercise says so first in every calendar, in its category and in its words, and asks nothing of anybody."""
    for file in FILES:
        (one,) = events(drilled(), file)
        assert "演练" in one["SUMMARY"] or "EXERCISE: Orange warning (" in one["SUMMARY"]
        assert one.categories == ["EXERCISE"]
        assert "不是真实预警" in one["DESCRIPTION"] or "No real warning" in one["DESCRIPTION"]


def test_demo_is_marked_in_the_name_and_in_every_event() -> None:
    """A demo that somebody subscribes to can not be taken for a warning."""
    for file, data in calendars(edition_at("11-22 10:00", ORANGE)).items():
        assert data.decode().count("演示" if file == "event.ics" or ".zh." in file else "DEMO: ") >= 2

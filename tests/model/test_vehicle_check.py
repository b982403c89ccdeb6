"""One question with a moment: what is known then, what plates and hours decide, and that nothing unknown is allowed."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from tests.real_site import LIFT, ORANGE, RED, at, content_with
from tests.vehicle_messages import AT_ONCE, DRILL, LATE, OPEN, RESPONSE, SUSPENDED, with_hours

from lantian.model.vehicle_check import Certainty, Drive, Reply, reply
from lantian.pages.advised import driving_tracks
from lantian.pages.edition import Edition, edition

TRUCK = Drive("heavy_truck", "diesel", "4", "urban_area", "unknown", at("11-22 12:05"))
CAR = Drive("small_passenger", "petrol", "5", "ring_road", "unknown", at("11-22 12:05"))
NOW = "11-22 12:05"


def told(place: str, moment: str, *messages: dict[str, Any]) -> Edition:
    """Return the edition of a place with messages of its own."""
    content = content_with(*({**one, "place": place} for one in messages))
    return edition(content, content.place(place), at(moment))


def ask(one: Edition, drive: Drive, moment: str, asked_at: datetime | None = None) -> Reply:
    """Return the reply at a moment, asked when the edition was made unless said otherwise."""
    return reply(
        replace(drive, at=at(moment)), one.situation, one.decisions, driving_tracks(one), asked_at or one.as_of
    )


@pytest.mark.parametrize(
    ("moment", "messages", "verdict", "certainty"),
    [
        (NOW, (ORANGE,), "banned", "known"),
        ("11-21 11:59", (ORANGE,), "unknown", "past"),
        ("11-24 11:59", (ORANGE,), "banned", "known"),
        ("11-24 12:00", (ORANGE,), "unknown", "not_yet"),
        ("11-22 13:05", (OPEN,), "banned", "known"),
        ("11-22 13:06", (OPEN,), "unknown", "not_yet"),
        ("11-22 13:05", (LATE,), "banned", "known"),
        ("11-22 13:05", (), "allowed", "known"),
        ("11-22 17:01", (), "unknown", "not_yet"),
        ("11-23 05:59", (ORANGE, SUSPENDED), "allowed", "known"),
        ("11-23 06:00", (ORANGE, SUSPENDED), "banned", "known"),
        (NOW, (DRILL,), "allowed", "known"),
    ],
)
def test_what_is_known_at_a_moment(
    moment: str, messages: tuple[dict[str, Any], ...], verdict: str, certainty: Certainty
) -> None:
    """Announced spans are known to their end, open ones to the promised check; what follows is unknown."""
    found = ask(told("liaocheng", NOW, *messages), TRUCK, moment)
    assert (found.verdict, found.certainty) == (verdict, certainty)


def test_what_the_level_asks_is_kept_where_it_is_not_known_to_hold() -> None:
    """After the expected end the reply is unknown and names the level with its answer, in case it still holds."""
    found = ask(told("liaocheng", NOW, ORANGE), TRUCK, "11-24 18:00")
    assert found.answer is not None
    assert (found.verdict, found.level, found.answer.verdict) == ("unknown", "orange", "banned")


@pytest.mark.parametrize("messages", [(), (ORANGE,), (ORANGE, RED), (ORANGE, LIFT), (DRILL,)])
def test_data_that_are_late_answer_nothing_after_the_promise(messages: tuple[dict[str, Any], ...]) -> None:
    """Once the promised check is overdue, every moment behind it is unknown, announced or not."""
    one = told("liaocheng", NOW, *messages)
    late = one.situation.next_check_by + timedelta(minutes=1)
    found = ask(one, TRUCK, "11-22 21:00", late)
    assert (found.verdict, found.certainty) == ("unknown", "stale")
    assert ask(one, TRUCK, "11-22 12:30", late).certainty == "known"


@pytest.mark.parametrize(
    ("plate", "moment", "verdict", "reason"),
    [
        ("3", "11-23 09:00", "allowed", "vehicle.reason_plate_day"),
        ("3", "11-24 09:00", "banned", "vehicle.reason_not_plate_day"),
        ("0", "11-24 09:00", "allowed", "vehicle.reason_plate_day"),
        ("0", "11-23 23:59", "banned", "vehicle.reason_not_plate_day"),
        ("letter", "11-23 09:00", "by_plate", "vehicle_check.plate_letter"),
        ("temporary", "11-23 09:00", "by_plate", "vehicle_check.plate_temporary"),
        ("unknown", "11-23 09:00", "by_plate", "vehicle.reason_by_plate"),
    ],
)
def test_odd_and_even_plates(plate: Any, moment: str, verdict: str, reason: str) -> None:  # noqa: ANN401 - a literal
    """Last digits drive on their dates; letters and temporary plates, of which the plan says nothing, stay open."""
    found = ask(told("liaocheng", NOW, AT_ONCE), replace(CAR, plate=plate), moment)
    assert (found.verdict, found.reason) == (verdict, reason)


def test_a_plate_frees_nobody_from_a_ban() -> None:
    """An even digit on an even date does not help a truck that is banned whatever the day."""
    truck = replace(TRUCK, plate="2")
    assert ask(told("liaocheng", NOW, AT_ONCE), truck, "11-24 09:00").verdict == "banned"


@pytest.mark.parametrize(
    ("moment", "verdict", "reason"),
    [
        ("11-22 19:59", "banned", "vehicle.reason_banned"),
        ("11-22 20:00", "unknown", "vehicle.reason_outside_hours"),
        ("11-22 22:00", "banned", "vehicle.reason_banned"),
        ("11-23 05:59", "banned", "vehicle.reason_banned"),
        ("11-23 06:00", "unknown", "vehicle.reason_outside_hours"),
        ("11-23 07:00", "banned", "vehicle.reason_banned"),
    ],
)
def test_hours_of_a_rule(moment: str, verdict: str, reason: str) -> None:
    """A ban by hours binds in its hours, over midnight too; outside them nothing is allowed by silence."""
    content = with_hours(content_with({**AT_ONCE, "level": "orange"}))
    one = edition(content, content.place("yangquan"), at(NOW))
    found = ask(one, replace(TRUCK, vehicle_class="light_truck", area="open_roads"), moment)
    assert (found.verdict, found.reason) == (verdict, reason)


def test_a_response_without_levels_leaves_no_free_passage() -> None:
    """While a line that asks something of drivers holds, what no level forbids is unknown and not allowed."""
    one = told("liaocheng-resort", NOW, RESPONSE)
    assert driving_tracks(one).keys() == {"ozone"}
    inside, after = (ask(one, TRUCK, moment) for moment in ("11-22 12:05", "11-22 18:00"))
    assert (inside.verdict, inside.reason) == ("unknown", "vehicle_page.reason_beside_levels")
    assert after.certainty == "not_yet"


@pytest.mark.parametrize(
    "drive",
    [
        replace(TRUCK, area="nowhere"),
        replace(TRUCK, stage=None),
        replace(TRUCK, vehicle_class="tractor", fuel="petrol"),
        replace(TRUCK, vehicle_class="tractor", stage="6"),
    ],
)
def test_a_vehicle_that_does_not_exist_gets_no_answer(drive: Drive) -> None:
    """A class with a fuel, a standard or a place that it can not have is unknown, with a warning and without."""
    for messages in ((), (ORANGE,)):
        found = ask(told("liaocheng", NOW, *messages), drive, NOW)
        assert (found.verdict, found.certainty, found.answer) == ("unknown", "no_such_vehicle", None)

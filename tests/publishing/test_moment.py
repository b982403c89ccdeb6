"""Which moment is next: starts, lifts, midnights, ends of news, messages dated later, checks that were promised."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from tests.lab import lab
from tests.real_site import LIFT, ORANGE, OZONE, RED, at, content_with, only_place

from lantian.model.content import Content
from lantian.model.situation import situation_of
from lantian.publication.moment import ahead_of, section_moment


def alone(*messages: dict[str, object]) -> Content:
    """Return a site of the one place, with these messages."""
    return only_place(content_with(*messages))


def first_moment(content: Content, now: datetime) -> datetime:
    """Return the first moment at which any place must be published again."""
    return min(ahead_of(content, entry, now).first for entry in content.places)


@pytest.mark.parametrize(
    ("messages", "now", "moment"),
    [
        ((), "11-21 06:24", "11-21 06:25"),
        ((), "11-21 06:25", "11-21 11:55"),
        ((), "11-21 20:55", "11-22 06:25"),
        ((ORANGE,), "11-20 09:30", "11-20 10:00"),
        ((ORANGE,), "11-21 11:00", "11-21 12:00"),
        ((ORANGE,), "11-21 11:59", "11-21 12:00"),
        ((ORANGE,), "11-21 12:00", "11-21 13:00"),
        ((ORANGE, {**RED, "starts_at": "2026-11-21T18:20:00+08:00"}), "11-21 18:05", "11-21 18:20"),
        ((ORANGE, {**LIFT, "starts_at": "2026-11-23T10:10:00+08:00"}), "11-23 10:00", "11-23 10:10"),
        ((ORANGE, {**LIFT, "starts_at": "2026-11-23T10:10:00+08:00"}), "11-24 10:00", "11-24 10:10"),
        ((ORANGE, {**LIFT, "starts_at": "2026-11-23T10:10:00+08:00"}), "11-24 10:10", "11-24 11:55"),
        (({**ORANGE, "expected_end": "2026-11-24T12:30:00+08:00"},), "11-24 12:00", "11-24 12:30"),
        ((OZONE,), "07-01 07:00", "07-01 08:00"),
    ],
)  # fmt: skip
def test_the_next_moment(messages: tuple[dict[str, object], ...], now: str, moment: str) -> None:
    """The earliest of all that is known to come in a place."""
    assert first_moment(alone(*messages), at(now)) == at(moment)


def test_the_day_turns_at_midnight_while_plates_alternate() -> None:
    """Under red with odd and even plates the site says at midnight which plates may drive."""
    assert first_moment(alone(RED), at("11-21 23:30")) == at("11-22 00:00")


def test_the_first_of_all_places_counts() -> None:
    """A message of one place wakes the publisher, whatever the others promise."""
    start = "2026-11-21T12:07:00+08:00"
    message = {**ORANGE, "place": "liaocheng", "starts_at": start, "issued_at": "2026-11-21T12:00:00+08:00"}
    assert first_moment(content_with(message), at("11-21 12:01")) == datetime.fromisoformat(start)
    assert first_moment(lab(), at("11-21 12:01")) == at("11-21 16:55")


def test_promises_are_kept_all_day_long() -> None:
    """Published at every next moment and never else, no promise of a page runs out, nor comes nearer than a margin."""
    content = alone(ORANGE, LIFT)
    entry = content.places[0]
    now, until, visited = at("11-20 00:10"), at("11-25 00:10"), 0
    while now < until:
        moment = section_moment(content, entry, now)
        promised = _promise(content, moment)
        following = ahead_of(content, entry, now).first
        assert now < following <= promised - timedelta(minutes=5)
        now, visited = following, visited + 1
    assert visited > 90


def _promise(content: Content, moment: datetime) -> datetime:
    here = moment.astimezone(ZoneInfo(content.places[0].place.timezone))
    return situation_of(content, content.places[0], here).next_check_by

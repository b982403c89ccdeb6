"""The segments of `status.json`: states and levels between times that messages name."""

from typing import Any

from tests.real_site import LIFT, ORANGE, edition_at

from lantian.formats.status import status_body

DRILL = {**ORANGE, "action": "exercise"}


def spans(moment: str, *messages: dict[str, Any]) -> list[tuple[str, str | None, str]]:
    """Return start, end and state of each segment."""
    return [(one["from"], one["to"], one["state"]) for one in status_body(edition_at(moment, *messages))["segments"]]


def test_the_end_of_news_is_no_segment() -> None:
    """A lift leaves one open segment; that its news is over a day later is only in the next boundary."""
    assert spans("11-23 12:05", ORANGE, LIFT) == [("2026-11-23T10:00:00+08:00", None, "lifted_early")]
    assert status_body(edition_at("11-23 12:05", ORANGE, LIFT))["next_boundary"] == "2026-11-24T10:00:00+08:00"


def test_a_drill_is_one_segment() -> None:
    """Announced, begun and past its expected end are one state to programs, so neighbors never say the same."""
    assert spans("11-20 12:05", DRILL) == [("2026-11-20T10:00:00+08:00", None, "exercise")]

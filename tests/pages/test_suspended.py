"""Every page while a warning is suspended: nothing is said to hold, nothing is said to be over."""

import json
from typing import Any

import pytest
from tests.real_site import LIFT, ORANGE, at, content_with, edition_at

from lantian.formats.json_file import data_file
from lantian.formats.status import status_body
from lantian.model.school_status import school_status
from lantian.pages.edition import Edition, editions
from lantian.pages.home import HomeView, home_pages
from lantian.pages.standing import portal_group
from lantian.pages.vehicle_notes import page_notes

NEXT: dict[str, Any] = {"replaces": ORANGE["id"], "issuer": ORANGE["issuer"], "place": ORANGE["place"]}
OPEN: dict[str, Any] = {
    **NEXT,
    "id": "2026-11-22-01",
    "action": "suspend",
    "issued_at": "2026-11-22T08:00:00+08:00",
    "starts_at": "2026-11-22T10:00:00+08:00",
}
TIMED: dict[str, Any] = {**OPEN, "resumes_at": "2026-11-23T10:00:00+08:00"}
LATER: dict[str, Any] = {**LIFT, "replaces": OPEN["id"]}


def home(edition: Edition) -> HomeView:
    """Return the view of the front page."""
    view = next(iter(home_pages(edition))).shown
    assert isinstance(view, HomeView)
    return view


def status(edition: Edition) -> dict[str, Any]:
    """Return the status file, which has to fit its schema."""
    document = data_file("status", status_body(edition), edition.place.id, "demo", edition.as_of)
    found: dict[str, Any] = json.loads(document.data)
    return found


@pytest.mark.parametrize("suspension", [OPEN, TIMED], ids=["open", "until a moment"])
def test_no_level_holds_and_none_is_lifted(suspension: dict[str, Any]) -> None:
    """The status is pending without a level; strip, notes and school say suspended, and nobody says lifted or none."""
    edition = edition_at("11-22 12:00", ORANGE, suspension)
    told = status(edition)
    assert (told["state"], told["level"], told["response"], told["lifted_at"]) == ("pending", None, None, None)
    assert told["starts_at"] == suspension.get("resumes_at")
    assert told["school"]["outdoor"] in {"allowed", "advised_indoors"}
    view = home(edition)
    assert "没有解除" in view.strip.headline.zh
    assert (view.strip.tone, view.strip.pending) == ("orange", True)
    assert view.rows_note is not None
    assert view.rows_note.en.startswith("Suspended, not lifted: Orange warning.")
    assert portal_group(edition) == "suspended"
    assert any("没有解除" in note.zh for note in page_notes(edition, same=True)) or edition.situation.pending_level


def test_schools_are_told_of_the_resumption() -> None:
    """Before a timed resumption schools hear from when outdoor lessons stop again, not from the day of the message."""
    edition = edition_at("11-22 12:00", ORANGE, TIMED)
    found = school_status(edition.situation, edition.plan, edition.wording)
    assert "10:00 on Monday 23 November" in found.headline.en
    open_end = edition_at("11-22 12:00", ORANGE, OPEN)
    told = school_status(open_end.situation, open_end.plan, open_end.wording).headline
    assert told.en.startswith("Suspended, not lifted: Orange warning.")


def test_the_front_page_lists_what_changed_and_what_is_known() -> None:
    """The suspension is a change of the last day, and the known times name it and the resumption."""
    view = home(edition_at("11-22 12:00", ORANGE, TIMED))
    assert view.changes[0].text.en.endswith("Orange warning → Orange warning (suspended, not lifted)")
    assert [(segment.text.en, segment.starts) for segment in view.segments][:2] == [
        ("Warning suspended, not lifted", at("11-22 10:00")),
        ("Orange warning in force", at("11-23 10:00")),
    ]


@pytest.mark.parametrize(
    ("moment", "state", "level"),
    [
        ("11-22 09:59", "active", "orange"), ("11-22 10:00", "pending", None), ("11-23 09:59", "pending", None),
        ("11-23 10:00", "lifted_early", None),
    ],
)  # fmt: skip
def test_the_files_follow_the_clock(moment: str, state: str, level: str | None) -> None:
    """Up to a lift that is announced while suspended the state is right at each turn."""
    told = status(edition_at(moment, ORANGE, OPEN, LATER))
    assert (told["state"], told["level"]) == (state, level)


def test_a_follower_says_that_the_city_s_warning_is_suspended() -> None:
    """The district shows the city's suspension with the sentence on whose warning it is."""
    messages = ({**one, "place": "liaocheng"} for one in (ORANGE, OPEN))
    found = {one.place.id: one for one in editions(content_with(*messages), at("11-22 12:00"))}
    district = found["liaocheng-resort"]
    assert (district.situation.state, district.situation.level) == ("pending", None)
    assert district.live_frame.inheritance is not None
    assert "is suspended, not lifted" in district.live_frame.inheritance.text.en

"""Pages that were written before the message came are, once their moments are filled in, what would be rendered."""

from copy import deepcopy
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.real_site import LIFT, NOON, ORANGE, OZONE, RED, at, content_with, only_place
from tests.warning_messages import START, logs

from lantian.build import THEME
from lantian.model.blank import BLANK, BlankMoment, BlankReadError
from lantian.model.bulletin import Bulletin
from lantian.model.content import Content
from lantian.pages.blanks import blank_edition, blank_kind
from lantian.pages.edition import Edition, edition
from lantian.pages.page import Page
from lantian.pages.site import pages_by_kind, site_frame
from lantian.publication.likely import likely_situations
from lantian.publication.place_kind import filled_pages
from lantian.publication.place_section import PlaceSection, place_section
from lantian.publication.site_parts import ground_of
from lantian.rendering.spoken import spoken

OPEN = {**ORANGE, "expected_end": None}
DRILL = {**ORANGE, "action": "exercise"}
CITY = {**ORANGE, "place": "liaocheng"}
LATER = timedelta(days=1, hours=3, minutes=7)
"""How much later the same happens again: another day, another hour."""


def section(content: Content, place: str, moment: str) -> PlaceSection:
    """Return the section of a place at a moment."""
    return place_section(ground_of(content, "theme"), content.place(place), at(moment))


def moved(message: dict[str, Any]) -> dict[str, Any]:
    """Return a message of which everything happens later, as two members of one kind differ."""
    times = ("issued_at", "starts_at", "expected_end")
    told = {name: (NOON.fromisoformat(message[name]) + LATER).isoformat() for name in times if message.get(name)}
    return {**message, **told}


def rendered(planned: PlaceSection) -> dict[str, bytes]:
    """Return the pages as they are rendered when nothing was written ahead."""
    content = planned.content
    own = edition(content, planned.entry, planned.moment)
    frame = site_frame(content, planned.moment)
    return dict(spoken(pages_by_kind(own), frame, content.wording, THEME))


def with_log(log: tuple[Bulletin, ...]) -> Content:
    """Return the real content of one place with a log of messages."""
    content = only_place(content_with())
    entry = content.places[0].model_copy(update={"bulletins": log})
    return content.model_copy(update={"places": (entry,)})


def one_of_each(own: Edition) -> tuple[Page, ...]:
    """Return the last page of each template among those that can be written ahead."""
    return tuple({page.template: page for page in pages_by_kind(own)}.values())


@pytest.mark.parametrize(
    ("place", "moment", "messages"),
    [
        ("yangquan", "11-20 08:00", ()),
        ("yangquan", "11-21 11:00", (ORANGE,)),
        ("yangquan", "11-21 13:00", (OPEN,)),
        ("yangquan", "11-21 16:00", (ORANGE, RED)),
        ("yangquan", "11-24 13:00", (ORANGE,)),
        ("yangquan", "11-21 13:00", (DRILL,)),
        ("liaocheng", "11-21 13:00", (CITY,)),
        ("liaocheng-resort", "11-21 13:00", (CITY,)),
    ],
)
def test_filled_in_they_are_what_would_be_rendered(
    place: str, moment: str, messages: tuple[dict[str, Any], ...]
) -> None:
    """Written for one message, and filled in for another of the same kind at another time, every page is the same."""
    first = section(content_with(*messages), place, moment)
    later = f"{at(moment) + LATER:%m-%d %H:%M}"
    second = section(content_with(*map(moved, messages)), place, later)
    assert first.kind.key == second.kind.key
    blank = first.kind.texts(THEME)
    assert blank
    assert filled_pages(blank, second.edition) == rendered(second)


@settings(max_examples=60)
@given(log=logs(interrupted=True), minutes=st.integers(0, 12 * 24 * 60))
def test_whatever_is_announced(log: tuple[Bulletin, ...], minutes: int) -> None:
    """Of any chain of messages, a page of each template is what would be rendered, or cannot be written ahead."""
    content = with_log(log)
    entry = content.places[0]
    own = edition(content, entry, START + timedelta(minutes=minutes))
    quiet = with_log(())
    frame = site_frame(content, own.as_of)
    try:
        blank = blank_edition(quiet, quiet.places[0], own.situation)
        ahead = dict(spoken(one_of_each(blank), frame, content.wording, THEME))
    except BlankReadError:
        return
    assert filled_pages(ahead, own) == dict(spoken(one_of_each(own), frame, content.wording, THEME))


def test_a_lift_with_an_end_that_was_announced_is_not_written_ahead() -> None:
    """Its sentence tells whether two moments lie on one day, which no blank can tell: it is rendered each time."""
    ended = section(content_with(ORANGE, LIFT), "yangquan", "11-23 12:00")
    assert ended.kind.texts(THEME) == {}
    beside = section(content_with(OZONE), "yangquan", "07-01 13:00")
    assert beside.kind.texts(THEME) == {}


def test_a_blank_moment_tells_nothing_but_its_mark() -> None:
    """Its mark stands for it in each form; compared, moved, taken apart or written otherwise it refuses."""
    blank = BlankMoment.of("starts_at", NOON)
    assert BLANK.findall(blank.mark("full") + blank.isoformat()) == [("starts_at", "full"), ("starts_at", "iso")]
    for ask in (
        lambda: blank < NOON, lambda: blank == NOON, lambda: blank - NOON, lambda: blank + LATER, lambda: f"{blank}",
        lambda: str(blank), blank.date, blank.timestamp, lambda: blank.replace(hour=1), lambda: blank.astimezone(None),
        lambda: deepcopy(blank),
    ):  # fmt: skip
        with pytest.raises(BlankReadError):
            ask()


def test_next_messages_are_of_kinds_that_were_thought_of() -> None:
    """Whatever level is raised or lowered to, from now or later, with an end or without, its pages are there."""
    content = content_with(ORANGE)
    entry = content.place("yangquan")
    kinds = {blank_kind(one) for one in likely_situations(content, entry, at("11-21 15:30"))}
    raised = {**RED, "starts_at": RED["issued_at"]}
    for message in (RED, raised, {**RED, "expected_end": None}, {**raised, "expected_end": None}):
        own = content_with(ORANGE, message)
        assert blank_kind(edition(own, own.place("yangquan"), at("11-21 16:10")).situation) in kinds

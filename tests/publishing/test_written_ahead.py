"""Pages that were written before the message came are, once their moments are filled in, what would be rendered."""

import os
from copy import deepcopy
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.publishing.fake_site import live_tree
from tests.publishing.small_site import order_at, published, small_content
from tests.real_site import LIFT, NOON, ORANGE, OZONE, RED, at, content_with, only_place
from tests.rendering.alone import alone
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
from lantian.publication.write_ahead import write_ahead
from lantian.publication.written_ahead import FOLDER, MOST, WrittenAhead
from lantian.publishing.output import Output
from lantian.rendering.spoken import spoken
from lantian.watching.writing_ahead import WritingAhead

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


def rendered(planned: PlaceSection) -> dict[str, str]:
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


def ahead_of(content: Path, output: Path) -> WrittenAhead:
    """Write what is likely to come for a small site, and return where it lies."""
    write_ahead(order_at(content, output), ())
    return WrittenAhead(Output(output))


def test_a_site_is_the_same_with_them_and_without(tmp_path: Path) -> None:
    """Published with pages that were written ahead, damaged ones or none, the live files are the same."""
    content = small_content(tmp_path)
    published(content, tmp_path / "plain")
    for name, change in (("whole", b""), ("damaged", b"x")):
        output = tmp_path / name
        ahead_of(content, output)
        sets = [path for path in (output / FOLDER).rglob("*") if path.is_file()]
        assert sum(path.stat().st_size for path in sets) > len(sets) * 1000
        for path in sets if change else ():
            path.write_bytes(path.read_bytes().replace(b"<main", change))
        published(content, output)
        assert live_tree(output) == live_tree(tmp_path / "plain")


def test_what_was_written_ahead_is_used(tmp_path: Path) -> None:
    """A text that was changed there, with its hash, is what is published: it was not rendered again."""
    content, output = small_content(tmp_path), tmp_path / "output"
    store = ahead_of(content, output)
    for path in (output / FOLDER).rglob("*"):
        texts = store.take(path.name) if path.is_file() else None
        if texts is not None:
            store.put(path.name, {file: text.replace("</main>", "<p>ahead</p></main>") for file, text in texts.items()})
    published(content, output)
    marked = [file for file, data in live_tree(output).items() if b"<p>ahead</p>" in data]
    assert len(marked) > 20
    assert all(file.startswith(("zh/sample/", "en/sample/")) for file in marked)


def test_only_so_many_sets_are_kept(tmp_path: Path) -> None:
    """The oldest go, and so does all that another program left."""
    output = Output(tmp_path)
    other = tmp_path / FOLDER / "another"
    other.mkdir(parents=True)
    store = WrittenAhead(output)
    for number in range(MOST + 2):
        store.put(f"set-{number}", {"zh/x.html": "text"})
        os.utime(next((tmp_path / FOLDER).glob(f"*/set-{number}")), ns=(number, number))
    store.tidy()
    assert [store.has(f"set-{number}") for number in (0, 1, 2, MOST + 1)] == [False, False, True, True]
    assert not other.exists()


def waited(folder: str) -> None:
    """Publish a small site and let a child write ahead; then end another one that has hardly begun."""
    content, output = small_content(Path(folder)), Path(folder) / "output"
    done = published(content, output)
    child = WritingAhead()
    child.begin(order_at(content, output), done)
    os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOWAIT)
    child.look()
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
    assert any(path.is_file() for path in (output / FOLDER).rglob("*"))
    child.begin(order_at(content, output), done)
    child.end()
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, 0)


def test_a_child_writes_them_while_nothing_happens(tmp_path: Path) -> None:
    """It ends by itself or is ended, and leaves no process behind."""
    alone(waited, str(tmp_path))

"""A content of which only messages have changed since it was surveyed is found to be what reading all of it finds."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from tests.reading.surveys import edit, kept_content, read, shelf_of, surveyed
from tests.reading.test_mutations import mutations
from tests.reading.test_survey import CHANGES
from tests.sites.layout import lay_out

from lantian.model.content import Content
from lantian.reading.looks import NANOSECONDS, Look, Sight, look_at
from lantian.reading.shelf import Shelf
from lantian.reading.survey import survey
from lantian.reading.surveyed import Surveyed

Change = Callable[[Path], None]


def settled(look: Look) -> int:
    """Return a time at which nothing has been touched within the last second."""
    stamps = (*look.files.values(), *look.folders.values())
    return max(stamp[4] for stamp in stamps) + NANOSECONDS + 1


def known_content(folder: Path, shelf: Shelf) -> Surveyed:
    """Return a content of which nothing is in motion."""
    look = look_at(folder)
    return survey(folder, shelf, Sight(look, settled(look)))


def again(known: Surveyed, folder: Path, shelf: Shelf) -> Content | None:
    """Return the whole content of a later look; None if it has to be surveyed anew."""
    assert known.again is not None
    found = known.again(look_at(folder), shelf)
    if found is None:
        return None
    return found.common.model_copy(update={"places": tuple(one.load() for one in found.places)})


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the real content, a message in it, and what is kept of it."""
    return kept_content(tmp_path_factory.mktemp("real"))


@pytest.fixture
def content(kept: Path, tmp_path: Path) -> Path:
    """Return a copy of the content; what is kept of it lies beside."""
    shutil.copytree(kept, tmp_path / "real")
    return tmp_path / "real" / "content"


def messages(content: Path) -> Path:
    """Return the folder of the messages that there are."""
    return content / "bulletins" / "yangquan"


def nothing(content: Path) -> None:
    """Leave everything as it is."""


def reword(content: Path) -> None:
    """Say something else in a message."""
    file = next(messages(content).glob("*.yaml"))
    file.write_text(f"{file.read_text('utf-8')}\n# looked at again\n", "utf-8")


def add(content: Path) -> None:
    """Rename a further message into the folder."""
    file = next(messages(content).glob("*.yaml"))
    shutil.copy(file, content.parent / "fresh")
    edit(content.parent / "fresh", "action: exercise\nlevel: orange", "action: lift\nreplaces: 2026-11-16-01")
    edit(content.parent / "fresh", "issued_at: 2026-11-16T08", "issued_at: 2026-11-17T08")
    edit(content.parent / "fresh", "starts_at: 2026-11-16T09", "starts_at: 2026-11-17T09")
    (content.parent / "fresh").rename(messages(content) / "2026-11-17-01.yaml")


def remove(content: Path) -> None:
    """Remove all messages of a place."""
    for file in messages(content).glob("*.yaml"):
        file.unlink()


def draft(content: Path) -> None:
    """Leave a hidden file, as editors do."""
    (messages(content) / ".2019-01-01-01.yaml.swp").write_text("half", "utf-8")


@pytest.mark.parametrize("change", [nothing, reword, add, remove, draft])
def test_changed_messages_are_read(change: Change, content: Path) -> None:
    """The content is what reading all of it finds."""
    shelf = shelf_of(content.parent)
    known = known_content(content, shelf)
    change(content)
    found = again(known, content, shelf)
    assert found is not None
    assert found == read(content)


def test_who_follows_is_read_too(content: Path) -> None:
    """The first message of a place changes what its followers show, whose own files are the same."""
    shelf = shelf_of(content.parent)
    known = known_content(content, shelf)
    before = {one.place.id: one.key for one in known.places}
    warning = next(messages(content).glob("*.yaml"))
    (content / "bulletins" / "liaocheng").mkdir()
    shutil.copy(warning, content / "bulletins" / "liaocheng" / warning.name)
    assert known.again is not None
    found = known.again(look_at(content), shelf)
    assert found is not None
    assert {one.place.id for one in found.places if one.key != before[one.place.id]} == {
        "liaocheng",
        "liaocheng-resort",
    }
    assert again(known, content, shelf) == read(content)


def broken(content: Path) -> None:
    """Break a message."""
    edit(next(messages(content).glob("*.yaml")), "action:", "acton:")


def stray(content: Path) -> None:
    """Lay a file beside the messages that nobody reads."""
    (messages(content) / "notes.txt").write_text("x", "utf-8")


def strange_folder(content: Path) -> None:
    """Lay a folder behind a link beside the messages."""
    (messages(content) / "more").symlink_to(content / "places")


def empty_folder(content: Path) -> None:
    """Make a folder that nobody reads."""
    (content / "drafts").mkdir()


def first_of_nobody(content: Path) -> None:
    """Make the folder of the first message of a place that there is not."""
    (content / "bulletins" / "nowhere").mkdir()


def message_of_nobody(content: Path) -> None:
    """Lay a message beside the folders of the places."""
    shutil.copy(next(messages(content).glob("*.yaml")), content / "bulletins")


def strange_top(content: Path) -> None:
    """Lay a folder behind a link into the content."""
    (content / "more").symlink_to(content / "places")


def strange_place(content: Path) -> None:
    """Lay a folder behind a link among those of the places."""
    (content / "bulletins" / "liaocheng").symlink_to(messages(content))


def no_messages(content: Path) -> None:
    """Take away a whole folder of messages."""
    shutil.rmtree(messages(content))


def other_title(content: Path) -> None:
    """Change a running text."""
    file = next((content / "pages" / "en").glob("*.md"))
    edit(file, "Title:", "Title: Our")


@pytest.mark.parametrize(
    "change",
    [
        *CHANGES,
        broken,
        stray,
        strange_folder,
        strange_top,
        strange_place,
        empty_folder,
        first_of_nobody,
        message_of_nobody,
        no_messages,
        other_title,
    ],
)
def test_anything_else_is_surveyed_anew(change: Change, content: Path) -> None:
    """Whatever may have changed more than messages, and whatever is wrong in them, is left to a whole survey."""
    shelf = shelf_of(content.parent)
    known = known_content(content, shelf)
    change(content)
    assert again(known, content, shelf) is None
    assert surveyed(content, shelf) == read(content)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=mutations())
def test_mutated_sites_are_found_the_same(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[str, str]]
) -> None:
    """Whatever is cut out of a sound site or put into it: the same content, or none and the same problems."""
    folder = tmp_path_factory.mktemp("site")
    content, shelf = lay_out(folder), shelf_of(folder)
    known = known_content(content, shelf)
    for name, text in changes:
        (content / name).write_bytes(text.encode())
    whole = read(content)
    found = again(known, content, shelf)
    assert found is None or found == whole


def test_what_was_just_touched_is_read_again(content: Path) -> None:
    """A message that could have changed again within the tick of its time is read whatever it looks like."""
    shelf = shelf_of(content.parent)
    look = look_at(content)
    file = next(messages(content).glob("*.yaml"))
    name = f"bulletins/yangquan/{file.name}"
    assert look_at(content).changed_since(look, settled(look)) == set()
    now = look.files[name][4] + NANOSECONDS
    changed = look_at(content).changed_since(look, now)
    assert name in changed
    assert changed == {
        one for one, stamp in (*look.files.items(), *look.folders.items()) if stamp[4] >= now - NANOSECONDS
    }
    known = survey(content, shelf, Sight(look))
    assert again(known, content, shelf) is None


def test_a_file_that_changes_its_look_is_changed(content: Path) -> None:
    """Size, time, or another file of the same size and time of writing; the folder around it if it is new or gone."""
    look = look_at(content)
    now, file = settled(look), next(messages(content).glob("*.yaml"))
    name, facts = f"bulletins/yangquan/{file.name}", file.stat()
    shutil.copy(file, content.parent / "fresh")
    os.utime(content.parent / "fresh", ns=(facts.st_atime_ns, facts.st_mtime_ns))
    (content.parent / "fresh").rename(file)
    assert look_at(content).changed_since(look, now) == {name, "bulletins/yangquan"}
    file.unlink()
    assert look_at(content).changed_since(look, now) == {name, "bulletins/yangquan"}

"""Changes of files are seen however they are made: in place, by rename, by exchanging whole folders, by going away."""

import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest

from lantian.watching.agenda import Seen
from lantian.watching.changes import LOOK_SECONDS, Changes
from lantian.watching.complete import is_complete

SECONDS = 30


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with two files, one of them below another folder."""
    folder = tmp_path / "content"
    (folder / "places").mkdir(parents=True)
    (folder / "site.yaml").write_text("a")
    (folder / "places" / "city.yaml").write_text("a")
    return folder


@pytest.fixture
def changes(folder: Path) -> Iterator[Changes]:
    """Return what watches the folder."""
    watching = Changes((folder,), Event(), time.monotonic)
    yield watching
    watching.close()


def seen(changes: Changes) -> Seen:
    """Return what is seen within a generous time."""
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        if told := changes.wait(1.0):
            return told
    return Seen.NOTHING


def write(folder: Path) -> None:
    """Write a file in place."""
    (folder / "places" / "city.yaml").write_text("b")


def rename(folder: Path) -> None:
    """Write beside the folder and rename into it, as careful editors and `warn` do."""
    fresh = folder.parent / "fresh"
    fresh.write_text("b")
    fresh.replace(folder / "places" / "city.yaml")


def link(folder: Path) -> None:
    """Give a finished file a second name."""
    fresh = folder.parent / "fresh"
    fresh.write_text("b")
    (folder / "places" / "town.yaml").hardlink_to(fresh)


def new_folder(folder: Path) -> None:
    """Add a file in a folder that was not there."""
    (folder / "bulletins" / "city").mkdir(parents=True)
    (folder / "bulletins" / "city" / "1.yaml").write_text("b")


def remove(folder: Path) -> None:
    """Remove a file."""
    (folder / "site.yaml").unlink()


def exchange(folder: Path) -> None:
    """Put another folder in the place of this one."""
    other = folder.parent / "other"
    shutil.copytree(folder, other)
    folder.rename(folder.parent / "old")
    other.rename(folder)


def vanish(folder: Path) -> None:
    """Take the folder away."""
    folder.rename(folder.parent / "gone")


def begin(folder: Path) -> None:
    """Make a file of which nothing is written yet."""
    (folder / "places" / "town.yaml").touch()


def move(folder: Path) -> None:
    """Give a file another name, as editors do with the one that they replace."""
    (folder / "site.yaml").rename(folder / "site.yaml~")


def both(folder: Path) -> None:
    """Rename one file into place and write another one in place."""
    rename(folder)
    (folder / "site.yaml").write_text("b")


def folder_in(folder: Path) -> None:
    """Move a whole folder in."""
    (folder.parent / "city").mkdir()
    (folder.parent / "city" / "1.yaml").write_text("b")
    (folder.parent / "city").rename(folder / "city")


CHANGES: dict[Callable[[Path], None], Seen] = {
    rename: Seen.WHOLE,
    link: Seen.WHOLE,
    **dict.fromkeys((write, begin, move, both, folder_in, new_folder, remove, exchange, vanish), Seen.CHANGE),
}


@pytest.mark.parametrize("change", CHANGES)
def test_every_kind_of_change_is_seen(changes: Changes, folder: Path, change: Callable[[Path], None]) -> None:
    """And for what it is: complete where finished files appeared and nothing else happened, or it may go on."""
    change(folder)
    assert seen(changes) is CHANGES[change]


def test_a_new_file_that_somebody_still_writes_is_not_complete(changes: Changes, folder: Path) -> None:
    """It has something in it already and is open for more; closed, it is what a renamed file is."""
    file = folder / "places" / "town.yaml"
    with file.open("w") as stream:
        stream.write("half")
        stream.flush()
        assert seen(changes) is Seen.CHANGE
        assert not is_complete(str(file))
    assert is_complete(str(file))


def test_a_folder_that_comes_back_is_watched_again(changes: Changes, folder: Path) -> None:
    """Gone, back, and changed after that: three changes; while it is away nothing is seen and nothing fails."""
    vanish(folder)
    assert seen(changes)
    assert not changes.wait(0.01)
    (folder.parent / "gone").rename(folder)
    assert seen(changes)
    while changes.wait(0.05):
        pass
    write(folder)
    assert seen(changes)


def test_a_link_that_leads_elsewhere_is_a_change(folder: Path, tmp_path: Path) -> None:
    """Content behind a link that is switched, as some deployments do, is read from the new folder."""
    link, other = tmp_path / "link", tmp_path / "second"
    shutil.copytree(folder, other)
    link.symlink_to(folder)
    watching = Changes((link,), Event(), time.monotonic)
    (tmp_path / "fresh").symlink_to(other)
    (tmp_path / "fresh").replace(link)
    assert seen(watching)
    write(other)
    assert seen(watching)
    watching.close()


def test_hidden_files_are_none_of_ours(changes: Changes, folder: Path) -> None:
    """Swap files and drafts, which no reader of the content opens, wake nobody."""
    (folder / "places" / ".city.yaml.swp").write_text("b")
    assert not changes.wait(0.3)


def test_what_the_system_does_not_tell_is_found_by_looking(folder: Path) -> None:
    """Where events are lost, the files are looked at every half minute; without a change nothing is found."""
    clock = [0.0]
    watching = Changes((folder,), Event(), lambda: clock[0])
    watching.close()  # deaf from now on
    write(folder)
    assert not watching.wait(0.01)
    clock[0] = LOOK_SECONDS
    assert watching.wait(0.01)
    clock[0] = 2 * LOOK_SECONDS
    assert not watching.wait(0.01)


def test_it_wakes_to_end(folder: Path) -> None:
    """When it is time to end nobody waits."""
    stop = Event()
    stop.set()
    watching = Changes((folder,), stop, time.monotonic)
    began = time.monotonic()
    assert not watching.wait(SECONDS)
    assert time.monotonic() - began < SECONDS / 2
    watching.close()

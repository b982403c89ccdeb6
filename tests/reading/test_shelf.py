"""What is kept is taken for what it is: found by its hash, never trusted where it is damaged or may be old."""

import shutil
from pathlib import Path, PurePosixPath

import pytest
from tests.reading.surveys import edit, kept_content, surveyed
from tests.sites.layout import ONE_CITY, lay_out

from lantian.reading.content import read_content
from lantian.reading.fingerprints import ContentMovedError, Fingerprints, hash_bytes
from lantian.reading.looks import NANOSECONDS
from lantian.reading.shelf import Shelf
from lantian.reading.survey import survey


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the real content and what is kept of it."""
    return kept_content(tmp_path_factory.mktemp("real"))


def test_what_is_kept_is_not_read_again(kept: Path, tmp_path: Path) -> None:
    """The records of a place come from the shelf, of which this shows: another text with its own hash is taken."""
    shutil.copytree(kept, tmp_path / "real")
    shelf = tmp_path / "real" / "kept" / "here"
    plan = next(file for file in shelf.glob("plan-*") if b'"id":"yangquan-2023"' in file.read_bytes())
    text = plan.read_bytes().partition(b"\n")[2].replace(b'"id":"yangquan-2023"', b'"id":"from-the-shelf"')
    plan.write_bytes(hash_bytes(text).encode() + b"\n" + text)
    places = {one.place.id: one for one in survey(tmp_path / "real" / "content", Shelf(shelf)).places}
    assert places["yangquan"].load().plans[0].id == "from-the-shelf"
    assert places["liaocheng"].load().plan.id == "liaocheng-2020"


@pytest.mark.parametrize("damage", [b"", b"x", b"{}"])
def test_a_damaged_shelf_changes_nothing(damage: bytes, kept: Path, tmp_path: Path) -> None:
    """Whatever lies in the place of what was kept: the content is read from its files."""
    shutil.copytree(kept, tmp_path / "real")
    content, shelf = tmp_path / "real" / "content", tmp_path / "real" / "kept" / "here"
    files = list(shelf.iterdir())
    assert files
    for file in files:
        file.write_bytes(damage)
    assert surveyed(content, Shelf(shelf)) == read_content(content)


def test_a_file_that_changes_meanwhile_is_noticed(tmp_path: Path) -> None:
    """Records are never kept under the hash of other bytes: a file that moves between two looks stops the survey."""
    content = lay_out(tmp_path)
    sound = survey(content, Shelf(None))
    edit(content / "plans" / "sample" / "plan.yaml", "sample-2024", "sample-2025")
    with pytest.raises(ContentMovedError):
        sound.places[0].load()


def test_only_marks_that_time_has_settled_are_trusted() -> None:
    """A file that was touched within the last second is hashed again, whatever its size and times say."""
    path = PurePosixPath("site.yaml")
    prints = Fingerprints(ONE_CITY, {})
    assert prints.of(path)
    changed = (ONE_CITY / path).stat().st_ctime_ns
    assert not prints.settled(changed + NANOSECONDS)
    assert prints.settled(changed + NANOSECONDS + 1)

"""A file that just appeared is complete if nobody writes to it any more, as far as the system says so."""

import os
from pathlib import Path

import pytest

from lantian.watching.complete import has_no_writer, is_complete


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a file and another folder."""
    (tmp_path / "places").mkdir()
    (tmp_path / "site.yaml").write_text("a")
    return tmp_path


@pytest.mark.parametrize("name", ["nothing-there", "places"])
def test_what_is_no_file_is_not_complete(folder: Path, name: str) -> None:
    """A name that is gone again, a folder, a link, whatever it leads to."""
    assert not is_complete(str(folder / name))
    (folder / "link").symlink_to(folder / "site.yaml")
    assert not is_complete(str(folder / "link"))


def test_where_nobody_tells_of_writers_times_do(folder: Path) -> None:
    """A file that was renamed after its last byte was written is complete; of any other nobody knows."""
    file = folder / "places" / "town.yaml"
    file.write_text("b")
    assert not is_complete(str(file), lambda _: None)
    written = file.stat().st_mtime_ns - 1_000_000
    os.utime(file, ns=(written, written))
    file.rename(folder / "places" / "other.yaml")
    assert is_complete(str(folder / "places" / "other.yaml"), lambda _: None)


def test_nobody_tells_of_a_pipe() -> None:
    """Where the system refuses to tell for another reason than a writer, nothing is known."""
    pipe, end = os.pipe()
    assert has_no_writer(pipe) is None
    os.close(pipe)
    os.close(end)

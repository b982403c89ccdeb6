"""Files below a folder are written whole, whatever folders are there already."""

import os
from pathlib import Path

import pytest

from lantian.rendering.new_files import NewFiles


def test_folders_are_made_as_they_are_needed(tmp_path: Path) -> None:
    """The folder itself, one in another, one that is there, and one that another writer made meanwhile."""
    files = NewFiles(tmp_path / "site")
    files.write("zh/east/level/red/index.html", b"red")
    files.write("zh/east/index.html", b"east")
    (tmp_path / "site" / "en").mkdir()
    files.write("en/index.html", b"en")
    files.write("index.html", b"root")
    found = {path.relative_to(tmp_path / "site").as_posix(): path.read_bytes() for path in tmp_path.rglob("*.html")}
    assert found == {
        "zh/east/level/red/index.html": b"red",
        "zh/east/index.html": b"east",
        "en/index.html": b"en",
        "index.html": b"root",
    }


def test_a_file_that_is_written_again_is_the_new_one(tmp_path: Path) -> None:
    """Nothing of a longer one is left behind it."""
    files = NewFiles(tmp_path)
    files.write("a/index.html", b"a long text")
    files.write("a/index.html", b"short")
    assert (tmp_path / "a" / "index.html").read_bytes() == b"short"


def test_a_system_that_writes_a_part_is_asked_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is whole, though each call takes three bytes."""
    write = os.write
    monkeypatch.setattr(os, "write", lambda file, data: write(file, data[:3]))
    NewFiles(tmp_path).write("page.html", "蓝天, blue sky".encode())
    assert (tmp_path / "page.html").read_bytes() == "蓝天, blue sky".encode()


def test_a_file_in_the_way_of_a_folder_is_an_error(tmp_path: Path) -> None:
    """It is not overwritten."""
    (tmp_path / "zh").write_bytes(b"here first")
    with pytest.raises(NotADirectoryError):
        NewFiles(tmp_path).write("zh/index.html", b"page")
    assert (tmp_path / "zh").read_bytes() == b"here first"

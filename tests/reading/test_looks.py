"""What changed is known by what files and folders look like; nothing that may have changed is taken for the same."""

import os
import shutil
from pathlib import Path

import pytest
from tests.reading.surveys import settled

from lantian.reading.looks import NANOSECONDS, look_at

NAME = "bulletins/city/1.yaml"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return a folder with a file some folders below, and a hidden one."""
    (tmp_path / "content" / "bulletins" / "city").mkdir(parents=True)
    (tmp_path / "content" / NAME).write_text("a")
    (tmp_path / "content" / ".hidden").write_text("a")
    return tmp_path / "content"


def test_files_and_folders_are_looked_at(content: Path) -> None:
    """By their names below the folder, which has none itself; nothing hidden, nothing behind a link to a folder."""
    (content / "link").symlink_to(content / "bulletins")
    look = look_at(content)
    assert set(look.files) == {NAME}
    assert set(look.folders) == {"", "bulletins", "bulletins/city"}
    assert not look_at(content / "nowhere").folders


def test_what_was_just_touched_counts_as_changed(content: Path) -> None:
    """A file that could have changed again within the tick of its time is not the same, whatever it looks like."""
    look = look_at(content)
    assert look_at(content).changed_since(look, settled(look)) == set()
    assert look_at(content).changed_since(look, 0) == {NAME, "", "bulletins", "bulletins/city"}
    assert NAME in look_at(content).changed_since(look, look.files[NAME][4] + NANOSECONDS)


def test_a_file_that_changes_its_look_is_changed(content: Path) -> None:
    """Another file of the same size and time of writing too; the folder around it with it if it is new or gone."""
    look, file = look_at(content), content / NAME
    now, facts = settled(look), file.stat()
    shutil.copy(file, content.parent / "fresh")
    os.utime(content.parent / "fresh", ns=(facts.st_atime_ns, facts.st_mtime_ns))
    (content.parent / "fresh").rename(file)
    assert look_at(content).changed_since(look, now) >= {NAME}
    file.unlink()
    assert look_at(content).changed_since(look, now) == {NAME, "bulletins/city"}

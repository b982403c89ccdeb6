"""What is made of a theme is made again as soon as one of its files is another, and not before."""

from pathlib import Path

import pytest

from lantian.rendering.unchanged import while_unchanged


def test_made_once_until_a_file_changes(tmp_path: Path) -> None:
    """The same files give the same thing; a written, added, replaced or removed file gives another."""
    (tmp_path / "words" / "deep").mkdir(parents=True)
    file = tmp_path / "words" / "deep" / "a.txt"
    file.write_text("one")
    (tmp_path / "other.txt").write_text("one")

    @while_unchanged("words", "nowhere")
    def read(theme: Path) -> list[str]:
        return [path.read_text() for path in sorted(theme.glob("words/*/*"))]

    first = read(tmp_path)
    (tmp_path / "other.txt").write_text("two")
    assert read(tmp_path) is first
    file.write_text("three")
    assert read(tmp_path) == ["three"]
    (tmp_path / "new").write_text("four!")
    (tmp_path / "new").replace(file)
    assert read(tmp_path) == ["four!"]
    (file.parent / "b.txt").write_text("five")
    assert read(tmp_path) == ["four!", "five"]
    file.unlink()
    assert read(tmp_path) == ["five"]


def test_an_error_is_raised_each_time(tmp_path: Path) -> None:
    """What could not be made is tried again."""

    @while_unchanged("words")
    def fail(theme: Path) -> None:
        raise ValueError(theme.name)

    for _ in range(2):
        with pytest.raises(ValueError, match=tmp_path.name):
            fail(tmp_path)

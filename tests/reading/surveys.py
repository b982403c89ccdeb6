"""Contents read whole and by their hashes, to be compared."""

import shutil
from pathlib import Path

from lantian.model.content import Content
from lantian.problems import Problem, ProblemsFound
from lantian.reading.content import read_content
from lantian.reading.looks import NANOSECONDS, Look
from lantian.reading.shelf import Shelf
from lantian.reading.survey import survey

REAL = Path(__file__).resolve().parents[2] / "content"
Found = Content | tuple[Problem, ...]


def read(folder: Path) -> Found:
    """Return the whole content, or what is wrong in it."""
    try:
        return read_content(folder)
    except ProblemsFound as found:
        return found.problems


def surveyed(folder: Path, shelf: Shelf) -> Found:
    """Return the same by hashes; what is known afterwards is kept."""
    try:
        found = survey(folder, shelf)
    except ProblemsFound as problems:
        return problems.problems
    found.keep()
    return found.common.model_copy(update={"places": tuple(one.load() for one in found.places)})


def settled(look: Look) -> int:
    """Return a time at which nothing has been touched within the last second."""
    stamps = (*look.files.values(), *look.folders.values())
    return max(stamp[4] for stamp in stamps) + NANOSECONDS + 1


def shelf_of(folder: Path) -> Shelf:
    """Return a shelf beside a folder."""
    return Shelf(folder / "kept" / "here")


def kept_content(folder: Path) -> Path:
    """Lay out the real content in a folder, with what is kept of it; return the folder."""
    shutil.copytree(REAL, folder / "content")
    assert isinstance(surveyed(folder / "content", shelf_of(folder)), Content)
    return folder


def edit(file: Path, find: str, put: str) -> None:
    """Replace the first of some words in a file."""
    text = file.read_text("utf-8")
    assert find in text
    file.write_text(text.replace(find, put, 1), "utf-8")

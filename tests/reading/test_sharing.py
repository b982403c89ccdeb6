"""A first look at many places by several processes finds what one process finds, whatever becomes of them."""

from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from tests.bench.republish.places import make_content
from tests.reading.surveys import REAL, edit
from tests.rendering.alone import alone

from lantian.model.content import Content
from lantian.problems import Problem, ProblemsFound
from lantian.publishing.workers import share_out
from lantian.reading.content import read_content
from lantian.reading.sharing import Message, Send, Share
from lantian.reading.shelf import Shelf
from lantian.reading.survey import survey
from lantian.watching.apart import apart

PLACES = 25
SECONDS = 60
Work = Callable[[Any, Send], None]


class Crew:
    """Has each piece worked on by a child of its own, all but the last ones where it `fails` after so many."""

    def __init__(self, fails: int | None = None) -> None:
        """Nothing is done yet."""
        self.fails, self.pieces = fails, 0

    def __call__(self, pieces: Sequence[Any], work: Work, hear: Send) -> bool:
        """Work, and hear what comes of it."""
        for piece in islice(pieces, self.fails):
            self.pieces += 1
            for told in apart(lambda piece=piece: _told(piece, work), lambda: None, SECONDS):  # type: ignore[misc]
                hear(told)
        return self.fails is None


def _told(piece: object, work: Work) -> list[Message]:
    told: list[Message] = []
    work(piece, told.append)
    return told


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a content of many places."""
    folder = tmp_path_factory.mktemp("many") / "content"
    make_content(REAL, folder, PLACES)
    return folder


def found(content: Path, shelf: Shelf, share: Share | None) -> Content | tuple[Problem, ...]:
    """Return the whole content, or what is wrong in it."""
    try:
        known = survey(content, shelf, share=share)
    except ProblemsFound as problems:
        return problems.problems
    known.keep()
    return known.common.model_copy(update={"places": tuple(one.load() for one in known.places)})


@pytest.mark.parametrize("fails", [None, 0, 3])
def test_what_others_read_is_what_is_there(content: Path, tmp_path: Path, fails: int | None) -> None:
    """However much of it they do; afterwards nothing has to be read."""
    crew, shelf = Crew(fails), Shelf(tmp_path / "kept" / "here")
    assert found(content, shelf, crew) == read_content(content)
    assert bool(crew.pieces) is (fails != 0)
    again = Crew()
    assert found(content, shelf, again) == read_content(content)
    assert not again.pieces


def test_every_mistake_is_found(tmp_path: Path) -> None:
    """In a plan, in a place, and between two places that are far apart in the list."""
    broken = tmp_path / "content"
    make_content(REAL, broken, PLACES)
    edit(broken / "plans" / "example-004" / "plan.yaml", "title:", "titel:")
    edit(broken / "places" / "example-010.yaml", "hotline:", "hotlin:")
    edit(broken / "places" / "example-025.yaml", "990025", "990001")
    with pytest.raises(ProblemsFound) as told:
        read_content(broken)
    assert found(broken, Shelf(tmp_path / "kept" / "here"), Crew()) == told.value.problems
    assert {problem.file for problem in told.value.problems} >= {
        "content/plans/example-004/plan.yaml", "content/places/example-010.yaml", "content/places/example-025.yaml",
    }  # fmt: skip


def shared(content: str, folder: str) -> None:
    """Read a content by real processes."""
    assert found(Path(content), Shelf(Path(folder) / "here"), share_out) == read_content(Path(content))


def test_real_processes_share_the_reading(content: Path, tmp_path: Path) -> None:
    """One per core, as a first publication has them."""
    alone(shared, str(content), str(tmp_path))

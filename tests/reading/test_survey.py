"""A content that is known by its hashes is found to be exactly what reading all of it finds, whatever is done to it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from tests.reading.surveys import edit, kept_content, read, shelf_of, surveyed
from tests.reading.test_mutations import mutations
from tests.sites.layout import SITES, lay_out

from lantian.model.content import Content
from lantian.problems import Problem
from lantian.reading.shelf import Shelf

INVALID = sorted(folder.name for folder in (SITES / "invalid").iterdir())
Change = Callable[[Path], None]


@pytest.mark.parametrize("name", INVALID)
def test_every_problem_is_found(name: str, tmp_path: Path) -> None:
    """With nothing kept, with the sound city kept, and once more: the same problems; mended, the same content."""
    shelf, overlay = shelf_of(tmp_path), SITES / "invalid" / name
    broken = lay_out(tmp_path / "broken", overlay)
    problems = read(broken)
    assert isinstance(problems, tuple)
    assert surveyed(broken, Shelf(None)) == problems
    content = lay_out(tmp_path / "sound")
    sound = surveyed(content, shelf)
    assert sound == read(content)
    shutil.rmtree(content)
    shutil.copytree(broken, content)
    assert surveyed(content, shelf) == problems
    assert surveyed(content, shelf) == problems
    shutil.rmtree(content)
    lay_out(tmp_path / "again").rename(content)
    assert surveyed(content, shelf) == sound


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=mutations())
def test_mutated_sites_are_found_the_same(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[str, str]]
) -> None:
    """Whatever is cut out of a sound site or put into it, looking at what changed finds what reading all finds."""
    folder = tmp_path_factory.mktemp("site")
    content, shelf = lay_out(folder), shelf_of(folder)
    surveyed(content, shelf)
    for name, text in changes:
        (content / name).write_bytes(text.encode())
    assert surveyed(content, shelf) == read(content)


def no_followed(content: Path) -> None:
    """Take away the place that another follows."""
    (content / "places" / "liaocheng.yaml").unlink()


def other_plan(content: Path) -> None:
    """Let a place apply a plan that there is not."""
    edit(content / "places" / "yangquan.yaml", "plan: yangquan-2023", "plan: yangquan-2033")


def same_code(content: Path) -> None:
    """Give a place the code of another."""
    edit(content / "places" / "liaocheng.yaml", "371500", "140300")


def same_plan(content: Path) -> None:
    """Let a second plan have the id of the first."""
    edit(content / "plans" / "yangquan" / "plan.yaml", "id: yangquan-2023", "id: liaocheng-2020")


def no_plan(content: Path) -> None:
    """Take a whole plan away."""
    shutil.rmtree(content / "plans" / "yangquan")


def lost_level(content: Path) -> None:
    """Change the level that a follower's plan must know."""
    edit(content / "plans" / "liaocheng-resort" / "plan.yaml", "id: yellow", "id: blue")


def broken_plan(content: Path) -> None:
    """Leave a plan that can not even be read."""
    edit(content / "plans" / "liaocheng" / "plan.yaml", "id: liaocheng-2020", "id: [")


def stray_message(content: Path) -> None:
    """Add a message of a place that there is not."""
    shutil.copytree(content / "bulletins" / "yangquan", content / "bulletins" / "nowhere")


def other_word(content: Path) -> None:
    """Take a word of the vocabulary away that a plan uses."""
    edit(content / "vocabulary" / "audiences.yaml", "id: children", "id: small-ones")


def compared_with_nobody(content: Path) -> None:
    """Compare with a place that there is not."""
    (content / "site.yaml").write_text((content / "site.yaml").read_text("utf-8") + "\ncompare: [[yangquan, x]]\n")


CHANGES = (
    no_followed, other_plan, same_code, same_plan, no_plan, lost_level, broken_plan, stray_message, other_word,
    compared_with_nobody,
)  # fmt: skip


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the real content and what is kept of it."""
    return kept_content(tmp_path_factory.mktemp("real"))


@pytest.mark.parametrize("change", CHANGES)
def test_what_spoils_another_place_is_found(change: Change, kept: Path, tmp_path: Path) -> None:
    """A change of one place that makes another one unsound, of which no byte changed, is found as in a full reading."""
    shutil.copytree(kept, tmp_path / "real")
    content = tmp_path / "real" / "content"
    change(content)
    problems = read(content)
    assert isinstance(problems, tuple)
    assert problems
    assert surveyed(content, shelf_of(tmp_path / "real")) == problems


def test_a_new_place_with_the_short_code_of_another_is_found(kept: Path, tmp_path: Path) -> None:
    """Both ids have the same code for short addresses, which is told of the one of which nothing changed."""
    shutil.copytree(kept, tmp_path / "real")
    content, shelf = tmp_path / "real" / "content", shelf_of(tmp_path / "real")
    place = (content / "places" / "yangquan.yaml").read_text("utf-8").replace('"140300"', "none")
    (content / "places" / "a8447.yaml").write_text(place, "utf-8")
    assert isinstance(surveyed(content, shelf), Content)
    (content / "places" / "a10341.yaml").write_text(place, "utf-8")
    problems = surveyed(content, shelf)
    assert problems == read(content)
    assert [problem.file for problem in problems if isinstance(problem, Problem)] == ["content/places/a8447.yaml"]

"""What changes rarely is a part of its section: built once, checked with it, linked from it, kept as long as it is."""

import json
import os
import shutil
from pathlib import Path

import pytest
from tests.publishing.fake_site import FakePlace, live_tree, page, plan_of, publish

from lantian.publishing.collect import collect
from lantian.publishing.failure import PublishingFailedError
from lantian.publishing.output import Output

WEST = FakePlace("west", 0)


def both(name: str, text: str) -> tuple[tuple[str, str], ...]:
    """Return a file in both languages."""
    return tuple((f"{language}/east/{name}", text) for language in ("zh", "en"))


def links(section: Path) -> dict[str, str]:
    """Return the links of a section with where they lead."""
    found = {path.relative_to(section).as_posix(): path for path in section.rglob("*") if path.is_symlink()}
    return {name: os.readlink(path) for name, path in found.items()}  # noqa: PTH115 - what it resolves to is not asked


def test_a_part_is_linked_by_its_outermost_folders(tmp_path: Path) -> None:
    """A folder in which nothing else lies is one link, a file beside others is one; both name the part."""
    publish(tmp_path, plan_of(1))
    assert links(tmp_path / "sections" / "east-1") == {
        "data/east/plan.json": "../../../east-still-0/data/east/plan.json",
        "zh/east/plan": "../../../east-still-0/zh/east/plan",
        "en/east/plan": "../../../east-still-0/en/east/plan",
    }
    assert live_tree(tmp_path).keys() >= {"zh/east/plan/more/index.html", "data/east/plan.json"}


def test_a_folder_that_both_use_is_entered(tmp_path: Path) -> None:
    """Where the section has a file below a folder of its part, single files of the part are linked."""
    east = FakePlace("east", 1, both("plan/now/index.html", page("east 1", version=1)))
    publish(tmp_path, plan_of(1, east, WEST))
    found = links(tmp_path / "sections" / "east-1")
    assert found["zh/east/plan/more"] == "../../../../east-still-0/zh/east/plan/more"
    assert found["zh/east/plan/index.html"] == "../../../../east-still-0/zh/east/plan/index.html"
    assert {"zh/east/plan/now/index.html", "zh/east/plan/index.html"} <= live_tree(tmp_path).keys()


def test_a_part_is_built_once(tmp_path: Path) -> None:
    """A change leaves every byte of the part alone; another plan builds part and section."""
    publish(tmp_path, plan_of(1))
    still = tmp_path / "sections" / "east-still-0"
    before = {path: path.stat().st_mtime_ns for path in still.rglob("*")}
    assert publish(tmp_path, plan_of(2)).built == ("east", "portal")
    assert {path: path.stat().st_mtime_ns for path in still.rglob("*")} == before
    done = publish(tmp_path, plan_of(3, FakePlace("east", 3, still=1, content="other"), WEST))
    assert done.built == ("east-still", "east", "portal")
    assert json.loads(live_tree(tmp_path)["data/east/plan.json"])["plan"] == 1


def test_a_part_is_kept_with_its_release(tmp_path: Path) -> None:
    """What a kept release shows stays, and goes with the last release that shows it."""
    publish(tmp_path, plan_of(0))
    for version in (1, 2, 3):
        publish(tmp_path, plan_of(version, FakePlace("east", version, still=1), WEST, messages=0))
    gone = collect(Output(tmp_path), kept=0)
    assert "east-still-0" in gone
    names = {path.name for path in (tmp_path / "sections").iterdir()}
    assert {"east-still-1", "west-still-0"} <= names
    assert all(path.exists() for path in (tmp_path / "current").resolve().rglob("*"))


def test_a_part_that_went_lost_is_built_again(tmp_path: Path) -> None:
    """If somebody removes the part alone, the next publication puts it back, and the links to it hold again."""
    publish(tmp_path, plan_of(1))
    before = live_tree(tmp_path)
    shutil.rmtree(tmp_path / "sections" / "east-still-0")
    assert publish(tmp_path, plan_of(1)).built == ("east-still",)
    assert live_tree(tmp_path) == before


def leads(way: str) -> tuple[tuple[str, str], ...]:
    """Return a page in both languages that leads somewhere."""
    return both("a/index.html", page("a", way))


WRONG = {
    "link from the part to nowhere in the section": ("part", leads("../b/"), "dead_link"),
    "anchor from the part to nowhere": ("part", leads("../#b"), "dead_link"),
    "link from the section to nowhere in the part": ("section", leads("../plan/b/"), "dead_link"),
    "anchor from the section to nowhere in the part": ("section", leads("../plan/#b"), "dead_link"),
    "anchor inside of the part": ("part", leads("#b"), "dead_link"),
    "link from the part to nowhere in another section": ("part", leads("../../west/b/"), "dead_link"),
    "link from the part out of the site": ("part", leads("/zh/"), "link_outside"),
    "file of both": ("section", both("plan/index.html", page("a")), "foreign_file"),
    "file of another section in the part": ("part", (("data/west/a.json", "{}"),), "foreign_file"),
    "no twin in the part": ("part", leads("../")[:1], "missing_twin"),
}


@pytest.mark.parametrize(("where", "files", "key"), WRONG.values(), ids=WRONG.keys())
def test_what_is_wrong_in_or_around_a_part_is_found(
    tmp_path: Path, where: str, files: tuple[tuple[str, str], ...], key: str
) -> None:
    """A part is checked like any section, and so are all ways between it and the section that shows it."""
    publish(tmp_path, plan_of(1))
    before = live_tree(tmp_path)
    extra, more = ((), files) if where == "part" else (files, ())
    with pytest.raises(PublishingFailedError) as failed:
        publish(tmp_path, plan_of(2, FakePlace("east", 2, extra, still=1, more=more), WEST))
    assert failed.value.key == key
    assert live_tree(tmp_path) == before


def test_a_section_that_loses_what_its_part_links_to_is_found(tmp_path: Path) -> None:
    """The part stays as it is, and the section that is built anew lacks a page that the part leads to."""
    more = both("plan/odd/index.html", page("odd", "../../now/"))
    with_page = FakePlace("east", 1, both("now/index.html", page("now")), still=1, more=more)
    publish(tmp_path, plan_of(1, with_page, WEST))
    with pytest.raises(PublishingFailedError, match="dead_link"):
        publish(tmp_path, plan_of(2, FakePlace("east", 2, still=1, content="other", more=more), WEST))


def test_another_section_keeps_its_way_into_a_part(tmp_path: Path) -> None:
    """A link from elsewhere into the part holds, and is found to lead nowhere when the part loses the page."""
    way = page("a", "../../east/plan/odd/#top")
    west = FakePlace("west", 0, tuple((f"{language}/west/a/index.html", way) for language in ("zh", "en")))
    odd = both("plan/odd/index.html", page("odd"))
    publish(tmp_path, plan_of(1, FakePlace("east", 1, still=1, more=odd), west))
    assert publish(tmp_path, plan_of(2, FakePlace("east", 2, still=1, more=odd), west)).built == ("east", "portal")
    with pytest.raises(PublishingFailedError) as failed:
        publish(tmp_path, plan_of(3, FakePlace("east", 3, still=2, content="other"), west))
    assert (failed.value.key, failed.value.fields["page"]) == ("dead_link", "west")


def test_a_page_that_moves_into_the_part_is_not_lost(tmp_path: Path) -> None:
    """From the section to its part or back: readers find the page where it was, so nothing is refused."""
    extra = both("more/index.html", page("more"))
    publish(tmp_path, plan_of(1, FakePlace("east", 1, extra), WEST))
    assert publish(tmp_path, plan_of(2, FakePlace("east", 2, still=1, more=extra), WEST)).lost == ()
    assert publish(tmp_path, plan_of(3, FakePlace("east", 3, extra, still=2), WEST)).lost == ()
    with pytest.raises(PublishingFailedError, match="lost_page"):
        publish(tmp_path, plan_of(4, FakePlace("east", 4, still=2), WEST))

"""What says something wrong, leads nowhere or is missing never goes live."""

import json
from pathlib import Path

import pytest
from tests.publishing.fake_site import FakePlace, live_tree, page, plan_of, publish, write_files

from lantian.publishing.failure import PublishingFailedError
from lantian.publishing.link_targets import NOWHERE, target
from lantian.publishing.page_links import Pages

HOME = "zh/east/index.html"
WORDS = "east 2"
SECTIONS = ["east-1", "east-still-0", "portal-1-0", "west-0", "west-still-0"]


def both(name: str, text: str) -> tuple[tuple[str, str], ...]:
    """Return a file in both languages."""
    return tuple((f"{language}/{name}", text) for language in ("zh", "en"))


WRONG = {
    "dead link inside": ("dead_link", both("east/more/index.html", page(WORDS, "../nowhere/"))),
    "dead anchor inside": ("dead_link", both("east/more/index.html", page(WORDS, "../#nothing"))),
    "dead link to another section": ("dead_link", both("east/more/index.html", page(WORDS, "../../west/more/"))),
    "dead anchor of another section": ("dead_link", both("east/more/index.html", page(WORDS, "../../west/#nothing"))),
    "dead link to the portal": ("dead_link", both("east/more/index.html", page(WORDS, "../../more/"))),
    "link out of the site": ("link_outside", both("east/more/index.html", page(WORDS, "../../../../"))),
    "link from the root": ("link_outside", both("east/more/index.html", page(WORDS, "/zh/"))),
    "no twin": ("missing_twin", (("zh/east/more/index.html", page(WORDS)),)),
    "file of another section": ("foreign_file", both("west/more/index.html", page(WORDS))),
    "other state": ("wrong_state", both("east/index.html", page(WORDS, state="active", version=2))),
    "other words": ("not_shown", both("east/index.html", page("east 1", version=2))),
    "other moment": ("wrong_moment", both("east/index.html", page(WORDS, version=1))),
    "no promise": ("wrong_moment", both("east/index.html", f"<p>{WORDS}</p>")),
    "broken data": ("bad_data", (("data/east/status.json", "{"),)),
    "data of no schema": ("not_of_schema", (("data/east/a.json", '{"$schema": "../schemas/nothing.json"}'),)),
    "data unlike their schema": ("not_of_schema", (("data/east/a.json", '{"$schema": "../schemas/status.json"}'),)),
    "data that can not be read": ("bad_data", (("data/east/a.json", '{"$schema": '),)),
    "other data": ("wrong_data", (("data/east/status.json", json.dumps({"version": 1})),)),
}


@pytest.mark.parametrize(("key", "extra"), WRONG.values(), ids=WRONG.keys())
def test_what_is_wrong_keeps_the_earlier_site(tmp_path: Path, key: str, extra: tuple[tuple[str, str], ...]) -> None:
    """Each mistake ends with its own sentence; the earlier site is live, and nothing unfinished lies about."""
    publish(tmp_path, plan_of(1))
    before = live_tree(tmp_path)
    with pytest.raises(PublishingFailedError) as failed:
        publish(tmp_path, plan_of(2, FakePlace("east", 2, extra), FakePlace("west", 0)))
    assert failed.value.key == key
    assert live_tree(tmp_path) == before
    assert sorted(path.name for path in (tmp_path / "sections").iterdir()) == SECTIONS


def test_a_broken_section_is_never_linked_later(tmp_path: Path) -> None:
    """What failed once was not sealed, so the same inputs are built and checked again."""
    extra = WRONG["dead link to another section"][1]
    for _ in range(2):
        with pytest.raises(PublishingFailedError, match="dead_link"):
            publish(tmp_path, plan_of(2, FakePlace("east", 2, extra), FakePlace("west", 0)))


def test_a_place_that_goes_takes_links_to_it_along(tmp_path: Path) -> None:
    """An unchanged section that links to a place that is no longer there is found, though it is not built again."""
    extra = both("west/more/index.html", page("west 0", "../../east/#top"))
    west = FakePlace("west", 0, extra)
    publish(tmp_path, plan_of(1, FakePlace("east", 1), west))
    with pytest.raises(PublishingFailedError) as failed:
        publish(tmp_path, plan_of(2, west))
    assert (failed.value.key, failed.value.fields["page"]) == ("dead_link", "west")


LINKS = {
    ("", "zh/a"): ("zh/a/index.html", ""),
    ("../b/", "zh/a"): ("zh/b/index.html", ""),
    ("./", ""): ("index.html", ""),
    ("../../", "zh/a"): ("index.html", ""),
    ("../c.html#x%20y", "zh/a"): ("zh/c.html", "x y"),
    ("d.json?v=1", "zh"): ("zh/d.json", ""),
    ("..", "zh/a"): ("zh/index.html", ""),
    ("../../../", "zh/a"): (NOWHERE, ""),
    ("/zh/", "zh/a"): (NOWHERE, ""),
}


@pytest.mark.parametrize(("link", "found"), LINKS.items(), ids=[f"{link} in {above}" for link, above in LINKS])
def test_links_lead_to_files(link: tuple[str, str], found: tuple[str, str]) -> None:
    """A relative link is the file that a web server gives; one that leaves the site leads nowhere."""
    assert target(*link) == found


def test_a_page_is_read_for_what_a_reader_follows(tmp_path: Path) -> None:
    """Links into the site are found, with the public address too; telephones, mail and other sites are left alone."""
    links = (
        "tel:12369",
        "mailto:a@b.cn",
        "https://other.example/",
        "//cdn.example/",
        "data:,",
        "https://own.example/zh/",
        "#top",
        "#other",
    )
    write_files(tmp_path, {HOME: page("a", *links)})
    pages = Pages("https://own.example/")
    found = pages.read((tmp_path / HOME).read_bytes(), HOME)
    assert set(pages.links) == {("zh/index.html", ""), (HOME, "other")}
    assert (set(found.anchors), set(found.states)) == ({"top"}, {"none"})

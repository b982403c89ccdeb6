"""Plans with four levels, with none, and places without a code: every page is written and says its part."""

import json
import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from tests.lab import BLUE, DRILL, FOUR, NONE, WARD, YELLOW, lab, noon
from tests.page_links import ways
from tests.real_site import CONTENT

from lantian.build import THEME, plan
from lantian.model.content import Content
from lantian.model.level import LEVEL_ORDER
from lantian.model.text import LANGUAGES
from lantian.pages.edition import Edition, edition
from lantian.pages.enterprises import StartView, enterprise_pages
from lantian.pages.home import HomeView, home_pages
from lantian.pages.page import Site
from lantian.pages.portal import PortalView
from lantian.pages.school import SchoolView, school_pages
from lantian.rendering.render import render

HEADING = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
STATES = {"none": (), "blue": (BLUE,), "raised": (BLUE, YELLOW), "exercise": (DRILL,)}
EVERY_STATE = pytest.mark.parametrize("state", STATES)


@cache
def _known(state: str) -> tuple[Content, Site]:
    """Plan each state once; nothing can change what was planned."""
    content = lab(*STATES[state])
    return content, plan(content, noon("22"))


def site_in(state: str) -> Site:
    """Return the whole site of the lab in a state."""
    return _known(state)[1]


def told(place: str, *messages: dict[str, Any]) -> Edition:
    """Return the edition of a place of the lab."""
    content = lab(*messages)
    return edition(content, content.place(place), noon("22"))


def data(site: Site, address: str) -> Any:  # noqa: ANN401 - JSON
    """Return a data file of the site."""
    return next(json.loads(one.data) for one in site.documents if one.address == address)


@EVERY_STATE
def test_every_page_is_written_with_one_heading(state: str, tmp_path: Path) -> None:
    """Each planned page lies there in both languages, with one heading that is not empty, and nothing unfilled."""
    content, site = _known(state)
    render(CONTENT, THEME, tmp_path, lambda _: (site, content.wording), noon("22").isoformat())
    assert {page.place.id for page in site.pages if page.place is not None} == {FOUR, NONE, WARD}
    assert len(site.pages) > 300
    for language in LANGUAGES:
        for page in site.pages:
            text = (tmp_path / language / page.file).read_text("utf-8")
            (heading,) = HEADING.findall(text)
            assert re.sub(r"<[^>]+>", "", heading).strip(), page.address
            assert not {"{{", "{%", "Undefined"} & set(re.findall(r"\{\{|\{%|Undefined", text)), page.address


@EVERY_STATE
def test_every_way_leads_somewhere(state: str) -> None:
    """No page of the lab leads to a level, a sector or a message that the site does not have."""
    site = site_in(state)
    there = {page.address for page in site.pages} | {document.address for document in site.documents}
    assert not {(page.address, way) for page in site.pages for way in ways(page) if way not in there}


def test_blue_is_the_lowest_of_four() -> None:
    """The fourth level has its color, its rank and its response, on pages and in the data."""
    strip = told(FOUR, BLUE).live_frame.strip
    assert strip is not None
    assert (strip.tone, strip.rank, strip.levels_total) == ("blue", 1, 4)
    assert (strip.headline.zh, strip.headline.en) == ("蓝色预警生效中", "Blue warning in force")
    assert strip.rank_text is not None
    assert strip.rank_text.en == "the lowest of four levels"
    status = data(site_in("blue"), f"data/{FOUR}/status.json")
    assert (status["level"], status["rank"], status["levels_total"], status["response"]) == ("blue", 1, 4, "IV")
    raised = told(FOUR, BLUE, YELLOW).situation
    assert (raised.state, raised.level, raised.rank, raised.response) == ("raised", "yellow", 2, "III")


def test_the_portal_and_the_index_take_places_without_a_code() -> None:
    """City and follower stand under Blue, the place without levels under no warning; codes are null."""
    site = site_in("blue")
    view = site.pages[0].view
    assert isinstance(view, PortalView)
    assert [(group.id, len(group.rows)) for group in view.groups] == [("blue", 2), ("none", 1)]
    rows = data(site, "data/index.json")["places"]
    assert [(row["id"], row["code"], row["level"]) for row in rows] == [
        (FOUR, None, "blue"), (WARD, None, "blue"), (NONE, None, None),
    ]  # fmt: skip


def test_four_levels_have_pages_and_neighbors_none_has_none() -> None:
    """Each level has a page and each two of them one that sets them side by side; a plan without levels has neither."""
    pages = {page.address for page in site_in("none").pages}
    for place in (FOUR, WARD):
        assert {f"{place}/level/{level}/" for level in LEVEL_ORDER} <= pages
        assert {f"{place}/level/{lower}-{higher}/" for lower, higher in pairwise(LEVEL_ORDER)} <= pages
        assert len([address for address in pages if address.startswith(f"{place}/level/")]) == 1 + 4 + 6
    assert [address for address in pages if address.startswith(f"{NONE}/level/")] == [f"{NONE}/level/"]
    assert {f"{NONE}/ozone/", f"{NONE}/so2/", f"{NONE}/school/", f"{NONE}/vehicle/table/"} <= pages


def test_blue_binds_as_the_plan_says() -> None:
    """In the lab Blue repeats Yellow: outdoor lessons stop, old trucks are banned, each sector has a cell for it."""
    site = site_in("blue")
    assert data(site, f"data/{FOUR}/status.json")["school"]["outdoor"] == "stopped"
    verdicts = data(site, f"data/{FOUR}/vehicles.json")["verdicts"]
    by_level = {
        level: [{**one, "level": None} for one in verdicts if one["level"] == level] for level in ("blue", "yellow")
    }
    assert by_level["blue"] == by_level["yellow"]
    assert "banned" in {one["verdict"] for one in by_level["blue"]}
    cells = data(site, f"data/{FOUR}/enterprise.json")["cells"]
    at = {level: {(one["row"], one["grade"]) for one in cells if one["level"] == level} for level in LEVEL_ORDER}
    assert at["blue"] == at["yellow"] == at["orange"] == at["red"]
    assert len(at["blue"]) > 100


def test_a_plan_without_levels_is_silent_and_clears_nobody() -> None:
    """The answers say that the site holds no such rule, not that all is allowed; the data have nothing to misread."""
    one = told(NONE)
    front, school, start = (
        next(family(one)).shown for family in (home_pages, school_pages, enterprise_pages)
    )  # fmt: skip
    assert isinstance(front, HomeView)
    assert isinstance(school, SchoolView)
    assert isinstance(start, StartView)
    assert {row.sentence.en for row in front.rows} == {"This site holds no such rule of the plan. Ask the authority."}
    assert school.rules == ()
    assert "does not mean that nothing applies" in start.headline.en
    site = site_in("none")
    status = data(site, f"data/{NONE}/status.json")
    assert (status["state"], status["level"], status["levels_total"]) == ("none", None, 0)
    assert {one["level"] for one in data(site, f"data/{NONE}/vehicles.json")["verdicts"]} == {"none"}
    assert data(site, f"data/{NONE}/enterprise.json")["cells"] == []

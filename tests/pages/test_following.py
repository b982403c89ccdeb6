"""Pages of a district that follows a city: whose warning it is, whose message, whose measures; no way leads astray."""

from functools import cache
from typing import Any

import pytest
from tests.following_cases import (
    CITY,
    CITY_LIFT,
    CITY_ORANGE,
    CITY_RED,
    DISTRICT,
    DRILL,
    STATES,
    both,
    county,
    county_content,
    own,
)
from tests.page_links import ways
from tests.real_site import at, content_with

from lantian.build import plan
from lantian.model.text import Text
from lantian.pages.bulletins import BulletinsView, bulletin_pages
from lantian.pages.edition import Edition
from lantian.pages.home import HomeView, home_pages
from lantian.pages.levels import level_pages
from lantian.pages.school import SchoolView, school_pages
from lantian.pages.site import FAMILIES

OWN_RED = own({**CITY_ORANGE, "level": "red"}, number="County 1")


def archive(one: Edition) -> BulletinsView:
    """Return the list of messages of a place."""
    view = next(bulletin_pages(one)).view
    assert isinstance(view, BulletinsView)
    return view


def front(one: Edition) -> HomeView:
    """Return the front page of a place."""
    view = next(home_pages(one)).shown
    assert isinstance(view, HomeView)
    return view


def texts(thing: object) -> set[str]:
    """Return every English text of a view, however deep."""
    if isinstance(thing, Text):
        return {thing.en}
    if isinstance(thing, list | tuple):
        return {text for part in thing for text in texts(part)}
    return {text for name in getattr(type(thing), "__slots__", ()) for text in texts(getattr(thing, name))}


@cache
def addresses() -> frozenset[str]:
    """Return every address of the site without messages, those of its files for machines too."""
    site = plan(content_with(), at("11-22 12:05"))
    return frozenset([page.address for page in site.pages] + [document.address for document in site.documents])


@pytest.mark.parametrize(("state", "moment", "messages"), STATES, ids=[state for state, *_ in STATES])
def test_every_way_leads_to_a_page(state: str, moment: str, messages: tuple[dict[str, Any], ...]) -> None:
    """In every state all links of the district's pages lead to what the site has, or to the city's messages."""
    city, district = both(moment, *messages)
    assert district.situation.state == state
    there = addresses() | {page.address for page in bulletin_pages(city)}
    pages = [page for family in FAMILIES for page in family(district)]
    found = {page.address: set(ways(page)) for page in pages}
    assert sum(map(len, found.values())) > 500
    assert not {address: links - there for address, links in found.items() if links - there}


def test_every_way_leads_to_a_page_where_the_county_is_stricter() -> None:
    """With messages of both under the same ids all links still lead to pages or files of the site."""
    site = plan(county_content(CITY_ORANGE, OWN_RED, CITY_LIFT), at("11-23 12:05"))
    there = addresses() | {page.address for page in site.pages}
    of_county = [page for page in site.pages if page.place is not None and page.place.id == DISTRICT]
    assert len(of_county) > 100
    assert not {way for page in of_county for way in ways(page)} - there
    assert {f"{place}/bulletin/{CITY_ORANGE['id']}/" for place in (CITY, DISTRICT)} <= there


@pytest.mark.parametrize(("message", "folder"), [(CITY_ORANGE, "bulletin"), (DRILL, "drill")])
def test_a_message_has_its_page_where_it_was_issued(message: dict[str, Any], folder: str) -> None:
    """The district lists the city's message, which leads to the city; only the city has the page."""
    city, district = both("11-22 12:05", message)
    address = f"{CITY}/{folder}/{message['id']}/"
    assert [page.address for page in bulletin_pages(city)] == [f"{CITY}/bulletin/", address]
    assert [page.address for page in bulletin_pages(district)] == [f"{DISTRICT}/bulletin/"]
    for one in (city, district):
        view = archive(one)
        (episode,) = view.episodes or view.exercises
        assert [row.address for row in episode.rows] == [address]


def test_same_ids_stand_apart_in_the_archive() -> None:
    """Messages of city and county with one id are two chains with two anchors and two addresses."""
    view = archive(county("11-22 12:05", CITY_ORANGE, CITY_RED, OWN_RED))
    assert len({episode.id for episode in view.episodes}) == 2
    rows = [[row.address for row in episode.rows] for episode in view.episodes]
    assert sorted(rows) == [
        [f"{DISTRICT}/bulletin/{OWN_RED['id']}/"],
        [f"{CITY}/bulletin/{CITY_RED['id']}/", f"{CITY}/bulletin/{CITY_ORANGE['id']}/"],
    ]
    pages = [page.address for page in bulletin_pages(county("11-22 12:05", CITY_ORANGE, CITY_RED, OWN_RED))]
    assert pages == [f"{DISTRICT}/bulletin/", f"{DISTRICT}/bulletin/{OWN_RED['id']}/"]


def test_the_front_page_names_both_plans_and_the_message_of_the_city() -> None:
    """Beside the sentence stand the ways to the city and to both plans; the source is the city's message."""
    _, district = both("11-22 12:05", CITY_ORANGE)
    told = district.live_frame.inheritance
    assert told is not None
    assert [link.address for link in told.links] == [f"{CITY}/", f"{CITY}/plan/", f"{DISTRICT}/plan/"]
    assert front(district).source_address == f"{CITY}/bulletin/{CITY_ORANGE['id']}/"
    assert front(district).strip.headline.en == "Orange warning in force"


def test_the_school_page_leads_to_the_message_of_the_city() -> None:
    """The answer for schools rests on the city's message, or on the county's own where that is stricter."""
    for one, place in (
        (both("11-22 12:05", CITY_ORANGE)[1], CITY),
        (county("11-22 12:05", CITY_ORANGE, OWN_RED), DISTRICT),
    ):
        view = next(school_pages(one)).shown
        assert isinstance(view, SchoolView)
        assert f"{place}/bulletin/{CITY_ORANGE['id']}/" in set(ways(next(school_pages(one))))


def test_a_change_of_the_city_is_told_in_the_district_too() -> None:
    """When the city raises its warning, the district's front page lists the change and leads to the city's message."""
    city, district = (front(one) for one in both("11-21 19:00", CITY_ORANGE, CITY_RED))
    assert district.changes == city.changes
    assert [line.address for line in district.changes] == [
        f"{CITY}/bulletin/{CITY_RED['id']}/", f"{CITY}/bulletin/{CITY_ORANGE['id']}/",
    ]  # fmt: skip


def test_level_pages_show_the_plan_of_the_district() -> None:
    """What a level means in the district is told by its own plan: none of the city's own measures stands there."""
    city, district = both("11-22 12:05", CITY_ORANGE)
    theirs, ours = ({text for page in level_pages(one) for text in texts(page.shown)} for one in (city, district))
    city_only = {measure.text.en for measure in city.plan.measures} - {one.text.en for one in district.plan.measures}
    assert len(city_only & theirs) > 20
    assert not city_only & ours
    assert len({measure.text.en for measure in district.plan.measures} & ours) > 20


def test_both_levels_are_told_on_every_page_that_speaks_of_the_warning() -> None:
    """Wherever the county's status is shown, the sentence on both levels is shown with it."""
    site = plan(county_content(CITY_ORANGE, OWN_RED), at("11-22 12:05"))
    live = [page.place for page in site.pages if page.place is not None and page.place.id == DISTRICT]
    live = [frame for frame in live if frame.clock.next_check_by is not None]
    assert len(live) > 50
    assert {frame.inheritance.text.en for frame in live if frame.inheritance} == {
        "City: Orange. This county applies Red measures (stricter locally)."
    }
    assert all(frame.inheritance is not None and frame.strip is not None for frame in live)
    assert {frame.strip.tone for frame in live if frame.strip is not None} == {"red"}

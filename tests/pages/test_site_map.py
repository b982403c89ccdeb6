"""The site maps: every lasting page once at its place, in short words, by subject; that of the site leads to them."""

from functools import cache

import pytest
from tests.real_site import ORANGE, at, content_with

from lantian.build import plan
from lantian.pages import addresses
from lantian.pages.page import Page
from lantian.pages.site_map import SiteMapPart, SiteMapView

PLACES = tuple(entry.place.id for entry in content_with().places)
EVERY_PLACE = pytest.mark.parametrize("place", PLACES)


@cache
def pages() -> tuple[Page, ...]:
    """Return every page of the site while one place is under a warning."""
    return plan(content_with(ORANGE), at("11-21 12:00")).pages


def parts(address: str) -> tuple[SiteMapPart, ...]:
    """Return the parts of the map at an address."""
    (view,) = (page.shown for page in pages() if page.address == address)
    assert isinstance(view, SiteMapView)
    return view.parts


def part(place: str) -> SiteMapPart:
    """Return the map of a place."""
    (only,) = parts(addresses.place_site_map(place))
    return only


@EVERY_PLACE
def test_every_page_of_the_place_is_listed_once(place: str) -> None:
    """The links are the pages of the place, none missing and none twice, counted without the headings.

    Messages stand behind their list, so that a warning does not change the map.
    """
    found = part(place)
    below = [link.address for group in found.groups for link in group.links]
    top = [group.heading.address for group in found.groups if not group.deep]
    listed = [link.address for link in found.links] + top + below
    of_place = [page.address for page in pages() if page.place is not None and page.place.id == place]
    messages = {addresses.bulletin(place, ORANGE["id"])}
    assert sorted(listed) == sorted({*of_place} - messages - {addresses.place_site_map(place)})
    assert len(listed) > 100


def test_the_map_of_the_site_leads_to_those_of_the_places() -> None:
    """It lists what belongs to no place, then the map of each place, so that it stays small with hundreds of them."""
    general, places = parts(addresses.SITE_MAP)
    of_none = {page.address for page in pages() if page.place is None and not page.address.startswith("compare/")}
    listed = {link.address for link in general.links}
    assert of_none - listed == {addresses.NOT_FOUND, addresses.SITE_MAP}
    assert [link.address for link in places.links] == [addresses.place_site_map(place) for place in PLACES]


@EVERY_PLACE
def test_links_leave_out_the_name_of_the_place(place: str) -> None:
    """The heading names the place, so the links begin with the subject, English ones with a capital."""
    found = part(place)
    texts = [link.text for group in found.groups for link in group.links]
    assert len(texts) > 100
    assert not [text for text in texts if text.zh.startswith(found.heading.zh) or not text.en[0].isupper()]


@EVERY_PLACE
def test_standards_stand_below_their_class(place: str) -> None:
    """A class of vehicles is listed among the vehicles and leads a folded group of its standards."""
    groups = {group.heading.address: group for group in part(place).groups}
    assert not groups[f"{place}/vehicle/"].deep
    assert f"{place}/vehicle/heavy-truck/" in {link.address for link in groups[f"{place}/vehicle/"].links}
    assert groups[f"{place}/vehicle/heavy-truck/"].deep

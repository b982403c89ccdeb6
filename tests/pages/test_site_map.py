"""The site map: every page once at its place, in short words, by subject."""

from functools import cache

import pytest
from tests.real_site import ORANGE, at, content_with

from lantian.build import plan
from lantian.pages.page import Page
from lantian.pages.site_map import SiteMapPart, SiteMapView

PLACES = tuple(entry.place.id for entry in content_with().places)
EVERY_PLACE = pytest.mark.parametrize("place", PLACES)


@cache
def pages() -> tuple[Page, ...]:
    """Return every page of the site while one place is under a warning."""
    return plan(content_with(ORANGE), at("11-21 12:00")).pages


def part(place: str) -> SiteMapPart:
    """Return the part of a place; the first part belongs to none."""
    (view,) = (page.shown for page in pages() if isinstance(page.shown, SiteMapView))
    assert len(view.parts) == 1 + len(PLACES)
    return view.parts[1 + PLACES.index(place)]


@EVERY_PLACE
def test_every_page_of_the_place_is_listed_once(place: str) -> None:
    """The links are the pages of the place, none missing and none twice, counted without the headings."""
    found = part(place)
    below = [link.address for group in found.groups for link in group.links]
    top = [group.heading.address for group in found.groups if not group.deep]
    listed = [link.address for link in found.links] + top + below
    of_place = [page.address for page in pages() if page.place is not None and page.place.id == place]
    assert sorted(listed) == sorted(of_place)
    assert len(of_place) > 100


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

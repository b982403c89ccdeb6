"""The site map: every page once at its place, in short words, by subject."""

from tests.real_site import ORANGE, at, content_with

from lantian.build import plan
from lantian.pages.site_map import SiteMapPart, SiteMapView


def part() -> SiteMapPart:
    """Return the part of the only place."""
    site = plan(content_with(ORANGE), at("11-21 12:00"))
    (view,) = (page.shown for page in site.pages if isinstance(page.shown, SiteMapView))
    return view.parts[1]


def test_every_page_of_the_place_is_listed_once() -> None:
    """The links are the pages of the place, none missing and none twice, counted without the headings."""
    site = plan(content_with(ORANGE), at("11-21 12:00"))
    found = part()
    below = [link.address for group in found.groups for link in group.links]
    top = [group.heading.address for group in found.groups if not group.deep]
    listed = [link.address for link in found.links] + top + below
    assert sorted(listed) == sorted(page.address for page in site.pages if page.place is not None)


def test_links_leave_out_the_name_of_the_place() -> None:
    """The heading names the place, so the links begin with the subject, English ones with a capital."""
    found = part()
    texts = [link.text for group in found.groups for link in group.links]
    assert len(texts) > 100
    assert not [text for text in texts if text.zh.startswith(found.heading.zh) or not text.en[0].isupper()]


def test_standards_stand_below_their_class() -> None:
    """A class of vehicles is listed among the vehicles and leads a folded group of its standards."""
    groups = {group.heading.address: group for group in part().groups}
    assert not groups["yangquan/vehicle/"].deep
    assert "yangquan/vehicle/heavy-truck/" in {link.address for link in groups["yangquan/vehicle/"].links}
    assert groups["yangquan/vehicle/heavy-truck/"].deep

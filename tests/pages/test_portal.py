"""The portal: worst first, each place once, counted in words."""

from typing import Any

import pytest
from tests.real_site import LIFT, ORANGE, OZONE, PLACE, RED, at, content_with, only_place, real_content

from lantian.build import plan
from lantian.pages.portal import PortalView

RESORT = "liaocheng-resort"


def portal(moment: str, *messages: dict[str, Any], drill: bool = False, alone: bool = False) -> PortalView:
    """Return the view of the portal, if asked of a site that has one place only."""
    content = real_content() if drill else content_with(*messages)
    view = plan(only_place(content) if alone else content, at(moment)).pages[0].view
    assert isinstance(view, PortalView)
    return view


def headings(view: PortalView) -> list[tuple[str, list[str]]]:
    """Return the headings in order, each with the places under it."""
    return [(group.id, [row.address.rstrip("/") for row in group.rows]) for group in view.groups]


@pytest.mark.parametrize(
    ("moment", "messages", "group"),
    [
        ("11-21 09:00", (ORANGE,), "pending"),
        ("11-21 12:00", (ORANGE,), "orange"),
        ("11-21 18:00", (ORANGE, RED), "red"),
        ("11-23 10:00", (ORANGE, LIFT), "none"),
        ("07-01 13:00", (OZONE,), "advisory"),
        ("11-22 12:05", (), "none"),
    ],
)
def test_a_place_stands_under_one_heading(moment: str, messages: tuple[dict[str, Any], ...], group: str) -> None:
    """The heading follows what holds; a lifted warning is none, in words of its own; nobody else is moved."""
    others = ["liaocheng", RESORT]
    expected = [("none", [*others, PLACE])] if group == "none" else [(group, [PLACE]), ("none", others)]
    assert headings(portal(moment, *messages)) == expected


def test_a_follower_stands_with_the_city_and_says_whose_warning_it_is() -> None:
    """A warning of the city puts city and district under its color, worst first, and the count counts both."""
    found = portal("11-21 12:00", {**ORANGE, "place": "liaocheng"})
    assert headings(found) == [("orange", ["liaocheng", RESORT]), ("none", [PLACE])]
    city, district = found.groups[0].rows
    assert city.inherited is None
    assert district.inherited is not None
    assert district.inherited.zh == "本区执行聊城市发布的橙色预警，措施按本区预案。"
    assert found.headline.en == "Places: 3 (Orange: 2, no warning: 1)"


def test_a_drill_is_counted_as_no_warning() -> None:
    """The count sentence says that there is an exercise and no real warning."""
    found = portal("11-22 12:05", drill=True)
    assert found.count.zh == "3 个地区：1 个只在演练（不是真实预警）、2 个没有预警"
    assert found.count.en == "Places: 3 (exercise only, not a real warning: 1, no warning: 2)"
    only = portal("11-22 12:05", drill=True, alone=True)
    assert only.count.zh == "1 个地区：1 个只在演练（不是真实预警）"
    assert only.count.en == "Places: 1 (exercise only, not a real warning: 1)"


def test_no_two_pages_share_an_address() -> None:
    """Every page of the whole site has an address of its own, and so has every file."""
    site = plan(content_with(ORANGE, RED), at("11-21 19:00"))
    pages = [page.file for page in site.pages]
    files = [document.address for document in site.documents]
    assert len(pages) == len(set(pages)) > 100
    assert len(files) == len(set(files)) > 10


def test_the_only_place_answers_for_itself() -> None:
    """On a site of one place the heading is its name and status, not a count of one."""
    found = portal("11-21 12:00", ORANGE, alone=True)
    assert not found.several
    assert found.headline.en == "Yangquan: Orange warning in force"

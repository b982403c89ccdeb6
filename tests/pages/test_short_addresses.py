"""Short addresses: they never change, fit into a text message, and every answer has its own."""

import pytest
from tests.real_site import LIFT, ORANGE, at, content_with

from lantian.build import plan
from lantian.model.short_code import ALPHABET, short_code
from lantian.pages.short_addresses import place_folder, short_address

PRINTED = {
    "yangquan/": "q/3pkac/",
    "yangquan/school/": "q/3pkac/xmqaj/",
    "yangquan/enterprise/sector/09-cement/": "q/3pkac/exbbc/",
    "liaocheng-resort/": "q/575kg/",
    "liaocheng-resort/school/": "q/575kg/xmqaj/",
    "yangquan/bulletin/2026-11-20-01/": "q/3pkac/6kceme/",
}
"""Addresses as they were printed first: whoever changes them kills codes on walls."""


@pytest.mark.parametrize(("address", "short"), PRINTED.items())
def test_printed_addresses_never_change(address: str, short: str) -> None:
    """The codes depend on nothing but the place and the answer."""
    assert short_address(address) == short


@pytest.mark.parametrize(
    "address",
    [
        "",
        "about/",
        "compare/",
        "yangquan/plan/",
        "yangquan/bulletin/",
        "yangquan/school/notice/",
        "yangquan/enterprise/board/09/b/",
        "yangquan/enterprise/list/c01/",
        "yangquan/drill/2026-11-16-01/",
    ],
)
def test_what_answers_nothing_has_none(address: str) -> None:
    """The portal, the plan, lists, drills and sheets that are printed themselves have no short address."""
    assert short_address(address) == ""


def test_every_answer_of_the_site_has_a_short_address_of_its_own() -> None:
    """No two pages share one, all lie in the folder of their place, and all have 8 to 16 characters."""
    pages = [page for page in plan(content_with(ORANGE, LIFT), at("11-23 12:00")).pages if page.short]
    assert len({page.short for page in pages}) == len(pages) > 400
    for page in pages:
        assert page.place is not None
        assert page.short.startswith(f"{place_folder(page.place.id)}/")
        assert 8 <= len(page.short) <= 16
    templates = {page.template.removeprefix("pages/").removesuffix(".html") for page in pages}
    asked = {"home", "easy", "school", "health", "health_group", "vehicle", "vehicle_result", "vehicle_plates"}
    assert asked | {"enterprise", "enterprise_sector", "enterprise_unlisted", "level", "bulletin"} <= templates


def test_codes_use_signs_that_nobody_confuses() -> None:
    """All signs of the alphabet occur, and none of those that look like digits."""
    seen = set("".join(short_code(f"answer {number}", 6) for number in range(200)))
    assert seen == set(ALPHABET)
    assert seen.isdisjoint("ilou")

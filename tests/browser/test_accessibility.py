"""Every kind of page passes axe in both languages, light and dark: of every place on a phone, once on a desktop."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from site_pages import LANGUAGES, SitePage, fullest

pytestmark = pytest.mark.browser

SIZES = {"phone": (360, 640), "desktop": (1280, 800)}
VIOLATIONS = {"resultTypes": ["violations"]}
# Dark differs from light in colors alone. Named, since the tag of color holds a rule of AAA that is off by default.
COLORS = {**VIOLATIONS, "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}


def described(address: str, violation: dict[str, Any]) -> str:
    """Say in one line what is wrong and on which elements."""
    nodes = "; ".join(node["html"][:160] + " " + node["failureSummary"][:300] for node in violation["nodes"][:3])
    return f"{address}: {violation['id']} ({violation['help']}): {nodes}"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing(browser: Browser, server: str, page_types: list[SitePage], language: str, size: str) -> None:
    """Axe finds no violation on any kind of page, and none of color in the dark."""
    width, height = SIZES[size]
    # On a phone every place is looked at. A desktop lays the same markup out by the same style, whatever the place:
    # there each kind of page is looked at once, where it holds most.
    kinds = page_types if size == "phone" else fullest(page_types)
    # A page outside the language trees (the choice of language, the lost page) is looked at with either.
    looked_at = [page for page in kinds if page.language in {language, None}]
    assert looked_at
    found = []
    with browser.new_context(viewport={"width": width, "height": height}, color_scheme="light") as context:
        tab = context.new_page()
        for page in looked_at:
            tab.emulate_media(color_scheme="light")
            tab.goto(server + page.address)
            violations = Axe().run(tab, options=VIOLATIONS).response["violations"]
            tab.emulate_media(color_scheme="dark")
            violations += Axe().run(tab, options=COLORS).response["violations"]
            found += [described(page.address, violation) for violation in violations]
    assert not found, "\n".join(found)

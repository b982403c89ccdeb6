"""The pages that people open in a hurry fit into the first flight of packets."""

import gzip
import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request

from chromium import TABS, comes_to_rest
from site_pages import LANGUAGES, SitePage, batched

pytestmark = pytest.mark.browser

PAGE_BYTES = 14_000  # HTML and style, compressed: what the first ten packets carry
SCRIPT_BYTES = 10_000  # all scripts of a page, compressed
REQUESTS = 4  # the page itself included
# The pages that people are sent to from a place's front page, and those of the tracks beside the levels.
STATUS_KINDS = (
    "home",
    "easy",
    "school",
    "health",
    "vehicle",
    "enterprise",
    "construction",
    "levels",
    "track",
    "bulletins",
)


def compressed(file: Path) -> int:
    """Return how many bytes of a file go over the line."""
    return len(gzip.compress(file.read_bytes(), compresslevel=6))


def parts(page: SitePage, xpath: str) -> list[Path]:
    """Return the files that the page loads by these links."""
    return [page.site / page.target(link)[0] for link in page.tree.xpath(xpath)]


@pytest.fixture(scope="session")
def status_pages(pages: list[SitePage]) -> list[SitePage]:
    """Return the front page and the status pages of every place in both languages; no place lacks any but tracks."""
    index = json.loads((pages[0].site / "data" / "index.json").read_text(encoding="utf-8"))
    wanted = {f"pages/{kind}.html" for kind in ("portal", *STATUS_KINDS)}
    found = [page for page in pages if page.template in wanted]
    seen = {(page.section, page.language, page.template) for page in found}
    assert {("", language, "pages/portal.html") for language in LANGUAGES} <= seen
    everywhere = wanted - {"pages/portal.html", "pages/track.html"}
    places = [place["id"] for place in index["places"]]
    assert places
    assert {(place, one, kind) for place in places for one in LANGUAGES for kind in everywhere} <= seen
    return found


def test_page_and_style_fit_into_the_first_packets(status_pages: list[SitePage]) -> None:
    """HTML and style of a status page together stay within 14 kB compressed."""
    sizes = {
        page.address: compressed(page.site / page.path)
        + sum(compressed(file) for file in parts(page, "//link[@rel='stylesheet'][not(@media='print')]/@href"))
        for page in status_pages
    }
    assert not {address: size for address, size in sizes.items() if size > PAGE_BYTES}


def test_scripts_are_small(status_pages: list[SitePage]) -> None:
    """The scripts of a status page together stay within 10 kB compressed."""
    sizes = {page.address: sum(compressed(file) for file in parts(page, "//script/@src")) for page in status_pages}
    assert not {address: size for address, size in sizes.items() if size > SCRIPT_BYTES}


def test_few_requests(browser: Browser, server: str, status_pages: list[SitePage]) -> None:
    """A status page is complete after four requests."""
    too_many: dict[str, list[str]] = {}
    for some in batched(status_pages, TABS):
        with browser.new_context() as context:
            asked = {page.address: opened(context.new_page(), server + page.address) for page in some}
            assert all(comes_to_rest(tab) for tab in context.pages)
        assert all(asked.values())
        too_many |= {address: requests for address, requests in asked.items() if len(requests) > REQUESTS}
    assert not too_many


def opened(tab: Page, address: str) -> list[str]:
    """Open a page; return the list of what it asks for, which grows until it comes to rest."""
    asked: list[str] = []

    def hear(request: Request) -> None:
        if not request.url.startswith("data:"):
            asked.append(request.url)

    tab.on("request", hear)
    tab.goto(address)
    return asked

"""On paper nothing stands over nothing: where ways to other pages are left out, their headings are too."""

import re

import pytest
from playwright.sync_api import Page

from site_pages import SitePage, representatives

pytestmark = pytest.mark.browser

LOST = (
    "[...document.querySelectorAll('main h2, main h3')].filter(one => one.offsetHeight > 0"
    " && one.nextElementSibling && one.nextElementSibling.matches('.links')"
    " && one.nextElementSibling.offsetHeight === 0).map(one => one.textContent)"
)

SHEET = re.compile(rb"/Type /Page\b")


def test_no_heading_is_printed_over_nothing(page: Page, server: str, page_types: list[SitePage]) -> None:
    """A heading whose list of ways is not printed is not printed either."""
    page.emulate_media(media="print")
    found, lists = {}, 0
    for shown in page_types:
        page.goto(server + shown.address)
        lists += page.locator("main h2 + .links").count()
        found[shown.address] = page.evaluate(LOST)
    assert lists
    assert not {address: headings for address, headings in found.items() if headings}


def test_the_gate_notice_names_its_place_on_one_sheet(page: Page, server: str, page_types: list[SitePage]) -> None:
    """The notice for a school gate says in large type for which place it is, and still fits one sheet."""
    notices = [shown for shown in page_types if "/school/notice/" in shown.address]
    assert notices
    for shown in notices:
        page.goto(server + shown.address)
        assert page.locator(".poster-place").inner_text() == page.locator(".brand").inner_text()
        assert len(SHEET.findall(page.pdf(prefer_css_page_size=True))) == 1


def test_a_board_for_a_gate_fits_one_sheet(page: Page, server: str, pages: list[SitePage]) -> None:
    """The board with the most words of each place and language, with room for a QR code, is one A4 sheet."""
    boards = representatives([shown for shown in pages if shown.template == "pages/enterprise_board.html"])
    assert len(boards) == 6
    for shown in boards:
        page.goto(server + shown.address)
        assert page.locator("table.board").is_visible()
        assert len(SHEET.findall(page.pdf(prefer_css_page_size=True))) == 1

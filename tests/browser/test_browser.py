"""What a reader's browser does with the pages: no error, no stranger asked, no sideways scrolling, keys, no script."""

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, ViewportSize

from chromium import TABS, comes_to_rest
from site_pages import SitePage, batched

pytestmark = pytest.mark.browser

PHONE: ViewportSize = {"width": 360, "height": 640}


def test_no_error_and_no_stranger(browser: Browser, server: str, page_types: list[SitePage]) -> None:
    """No page logs an error or a warning, fails to load a part, or asks anyone but its own server."""
    found: list[str] = []

    def listened(tab: Page) -> Page:
        def on_console(message: ConsoleMessage) -> None:
            if message.type in {"error", "warning"}:
                found.append(f"{tab.url}: {message.text}")

        def on_request(request: Request) -> None:
            if not request.url.startswith((server, "data:")):
                found.append(f"{tab.url}: asks {request.url}")

        tab.on("console", on_console)
        tab.on("pageerror", lambda error: found.append(f"{tab.url}: {error}"))
        tab.on("request", on_request)
        return tab

    with browser.new_context(viewport=PHONE) as context:
        tabs = [listened(context.new_page()) for _ in range(TABS)]
        for shown in batched(page_types, TABS):
            opened = list(zip(tabs, shown, strict=False))
            for tab, one in opened:
                answer = tab.goto(server + one.address)
                assert answer
                assert answer.ok
            found += [f"{tab.url}: never stops loading" for tab, _ in opened if not comes_to_rest(tab)]
    assert not found, "\n".join(found)


def test_no_sideways_scrolling_on_a_phone(page: Page, server: str, page_types: list[SitePage]) -> None:
    """At 360 pixels no page is wider than the screen."""
    widths = {}
    for shown in page_types:
        page.goto(server + shown.address)
        widths[shown.address] = page.evaluate("document.documentElement.scrollWidth")
    assert widths
    assert not {address: width for address, width in widths.items() if width > 360}


def test_skip_link_comes_first_and_works(page: Page, server: str, page_types: list[SitePage]) -> None:
    """Where anything stands before the main part, the first key press offers to skip it, and Enter does."""
    found, skipped = [], 0
    for shown in page_types:
        page.goto(server + shown.address)
        page.keyboard.press("Tab")
        focus = page.evaluate(
            "(() => { const a = document.activeElement, main = document.querySelector('main');"
            " return [main !== null && main.contains(a) || a === document.body, a.getAttribute('href'),"
            " a.getBoundingClientRect().top >= 0 && a.getBoundingClientRect().width > 1]; })()"
        )
        nothing_to_skip, link, visible = focus
        if nothing_to_skip:
            continue
        if not (link or "").startswith("#") or not visible:
            found.append(f"{shown.address}: the first stop is {link}, visible: {visible}")
            continue
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        skipped += 1
        # After the jump the next stop lies in the main part, or behind it when that holds no stop at all.
        if page.evaluate("document.querySelector('main').compareDocumentPosition(document.activeElement) & 2"):
            found.append(f"{shown.address}: the skip link does not skip")
    assert skipped
    assert not found, "\n".join(found)


def test_every_stop_shows_its_focus(page: Page, server: str, page_types: list[SitePage]) -> None:
    """Each of the first twenty stops of the Tab key is marked by an outline or a shadow."""
    found, stops = [], 0
    for shown in page_types:
        page.goto(server + shown.address)
        for _ in range(20):
            page.keyboard.press("Tab")
            mark = page.evaluate(
                "(() => { const a = document.activeElement; if (a === document.body) return null;"
                " const s = getComputedStyle(a);"
                " return [a.outerHTML.slice(0, 120), s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2"
                " || s.boxShadow !== 'none']; })()"
            )
            if mark is None:
                break
            stops += 1
            if not mark[1]:
                found.append(f"{shown.address}: {mark[0]}")
    assert stops
    assert not found, "\n".join(found)


def test_every_page_works_without_script(browser: Browser, server: str, page_types: list[SitePage]) -> None:
    """With JavaScript off a page shows its heading and text, and no control that would do nothing."""
    found = []
    with browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 640}) as context:
        tab = context.new_page()
        for shown in page_types:
            tab.goto(server + shown.address)
            if not tab.locator("h1").first.is_visible():
                found.append(f"{shown.address}: no visible h1")
            if not tab.locator("main, body").last.inner_text().strip():
                found.append(f"{shown.address}: no text")
            dead = tab.locator("button:visible, select:visible, input:visible, textarea:visible")
            found += [
                f"{shown.address}: dead control {text}"
                for text in dead.evaluate_all("all => all.map(e => e.outerHTML)")
            ]
    assert not found, "\n".join(found)

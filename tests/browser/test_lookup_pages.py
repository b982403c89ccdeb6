"""The search and the list of companies as pages: no script, accessibility, phone, links, weight, other places."""

import gzip

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from tests.lookup.invented import CODE, XSS

from lookup_site import LIST, PLACE, START, Listed, results, search
from site_pages import LANGUAGES, SitePage, links, read_pages

pytestmark = pytest.mark.browser

SCRIPT_BYTES, PAGE_BYTES = 10_000, 14_000
VIOLATIONS = {"resultTypes": ["violations"]}
FOUND = {"zh": "查到", "en": "found"}


@pytest.fixture(scope="module")
def list_pages(listed: Listed) -> list[SitePage]:
    """Return every page of the list, and the start page above it."""
    inside = tuple(f"{language}/{START}" for language in LANGUAGES)
    return [page for page in read_pages(listed[0]) if page.address in inside or f"/{LIST}" in page.address]


def test_without_script_the_list_leads_to_every_level(browser: Browser, listed_server: str, listed: Listed) -> None:
    """County, sector, company, and from its grade to the row of the sector's table: links alone, no form."""
    row = next(row for row in listed[1] if row.code == CODE)
    with browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 640}) as context:
        tab = context.new_page()
        tab.goto(f"{listed_server}zh/{START}")
        expect(tab.locator("#lookup form")).to_be_hidden()
        expect(tab.locator("[data-piece=unscripted]")).to_be_visible()
        tab.locator("#lookup .links a").click()
        tab.get_by_role("link", name=row.county).click()
        tab.locator("main .rows a").first.click()
        company = tab.locator(f"[id='{CODE.lower()}']")
        expect(company).to_contain_text(row.name)
        company.get_by_role("link").click()
        expect(tab.locator("tr#a")).to_be_visible()


def test_every_company_has_its_row_and_its_anchor(list_pages: list[SitePage], listed: Listed) -> None:
    """In both languages every company stands in the list once, its name as text."""
    for language in LANGUAGES:
        rows = [row for page in list_pages if page.language == language for row in page.tree.xpath("//tbody/tr")]
        anchors = [row.get("id") for row in rows if row.get("id")]
        assert sorted(anchors) == sorted(row.id for row in listed[1])
        names = {th.text_content() for row in rows for th in row.xpath("./th")}
        assert XSS in names
        assert not [page.path for page in list_pages if page.tree.xpath("//main//img")]


def test_links_of_the_list_lead_to_pages_and_anchors(list_pages: list[SitePage], listed: Listed) -> None:
    """No link of these pages is dead, and every grade has its row where the link points."""
    every = {page.path: page for page in read_pages(listed[0])}
    looked_at = 0
    for page in list_pages:
        for tag, link in links(page):
            if tag != "a" or link.startswith(("tel:", "http")):
                continue
            file, anchor = page.target(link)
            assert (page.site / file).is_file(), f"{page.path}: {link}"
            assert not anchor or every[file].tree.xpath(f"//*[@id='{anchor}']"), f"{page.path}: {link}"
            looked_at += 1
    assert looked_at > len(listed[1])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, listed_server: str, language: str, scheme: str) -> None:
    """Axe finds no violation in the search with companies open, and in the pages of the list."""
    found = []
    with browser.new_context(viewport={"width": 360, "height": 640}, color_scheme=scheme) as context:  # type: ignore[arg-type]
        tab = context.new_page()
        tab.goto(f"{listed_server}{language}/{START}")
        search(tab).fill("水泥")
        expect(results(tab).first).to_be_visible()
        results(tab).first.locator("summary").click()
        expect(results(tab).first.locator("dt").first).to_be_visible()
        found += Axe().run(tab, options=VIOLATIONS).response["violations"]
        for below in ("", "c01/", "c01/01/1/"):
            tab.goto(f"{listed_server}{language}/{LIST}{below}")
            found += Axe().run(tab, options=VIOLATIONS).response["violations"]
    assert not [(one["id"], one["nodes"][0]["html"][:200]) for one in found]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_phone_scrolls_in_one_direction(page: Page, listed_server: str, language: str) -> None:
    """At 360 pixels neither the results nor the list are wider than the screen."""
    page.goto(f"{listed_server}{language}/{START}")
    search(page).fill("虚构")
    expect(results(page)).to_have_count(20)
    results(page).first.locator("summary").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.goto(f"{listed_server}{language}/{LIST}c01/01/1/")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_start_page_keeps_its_weight(list_pages: list[SitePage]) -> None:
    """With the search, page and style fit into the first packets, and all scripts into ten kilobytes."""
    starts = [page for page in list_pages if page.address.endswith(START)]
    assert len(starts) == len(LANGUAGES)
    for page in starts:
        paths = {"js": "//script/@src", "css": "//link/@href[contains(., '.css')]"}
        named = {kind: page.tree.xpath(path) for kind, path in paths.items()}
        weights = {
            kind: sum(len(gzip.compress((page.site / page.target(one)[0]).read_bytes(), 6)) for one in found)
            for kind, found in named.items()
        }
        assert len(named["js"]) == 1
        assert weights["js"] <= SCRIPT_BYTES
        assert weights["css"] + len(gzip.compress((page.site / page.path).read_bytes(), 6)) <= PAGE_BYTES


def test_a_place_without_an_inventory_has_no_search(listed: Listed) -> None:
    """Beside a place with a list the others have neither the search, nor its script, nor an empty list."""
    starts = [page for page in read_pages(listed[0]) if page.path.endswith("/enterprise/index.html")]
    without = [page for page in starts if page.section != PLACE]
    assert without
    for page in without:
        assert not page.tree.xpath("//*[@id='lookup']")
        assert len(page.tree.xpath("//script/@src")) == 1
        assert not (page.site / "data" / page.section / "inventory").exists()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_error_is_logged(page: Page, listed_server: str, language: str) -> None:
    """Searching and opening a company breaks no policy and raises nothing."""
    found: list[str] = []
    page.on("console", lambda message: found.append(message.text))
    page.on("pageerror", lambda error: found.append(str(error)))
    page.goto(f"{listed_server}{language}/{START}")
    search(page).fill("水泥")
    expect(page.locator("[data-piece=told]")).to_contain_text(FOUND[language])
    results(page).first.locator("summary").click()
    expect(results(page).first.locator("dt").first).to_be_visible()
    assert found == []

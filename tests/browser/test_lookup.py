"""The search for a company, used as people use it: by hand, by input method, by keyboard, by link, when things fail."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.lookup.invented import CODE, XSS

from lookup_site import (
    FRAMES,
    LONG_JOY,
    ONE,
    SHOWN,
    START,
    Listed,
    asked_for,
    holding,
    results,
    says,
    search,
    shown_names,
    type_in,
)

pytestmark = pytest.mark.browser

FULL_WIDTH = "".join(chr(ord(sign) + 0xFEE0) for sign in "CQCL")


@pytest.mark.parametrize(
    "text",
    [
        "长乐水泥",
        "重庆长",
        "長樂水泥",
        "长 乐（水泥）",
        "cqcl",
        "zqzl",
        FULL_WIDTH,
        CODE[8:13].lower(),
        "9114 0300 ma0h",
    ],
)
def test_a_part_of_the_name_is_found_however_it_is_typed(tab: Page, text: str) -> None:
    """Characters, their traditional forms, spaces, initials of either reading, parts of the code: one company."""
    type_in(tab, text, ONE)
    assert shown_names(tab) == [LONG_JOY]


def test_results_say_county_sector_and_grade(tab: Page, listed: Listed) -> None:
    """A company stands with its county, sector and grade; with few results it is open and shows every level."""
    company = next(row for row in listed[1] if row.code == CODE)
    type_in(tab, "长乐水泥", ONE)
    expect(results(tab).locator("[data-part=where]")).to_contain_text(company.county)
    expect(results(tab).locator("[data-part=where]")).to_contain_text("A级")
    expect(results(tab).locator("dt")).to_have_count(3)
    expect(results(tab).locator("[data-part=code]")).to_have_text(CODE)
    expect(results(tab).locator("[data-part=sector]")).to_have_attribute("href", re.compile(r"^sector/01-.*#a$"))


def test_nothing_is_searched_while_an_input_method_composes(tab: Page) -> None:
    """Letters of a composition ask for nothing; the characters that it ends with are searched at once."""
    search(tab).focus()
    seen = asked_for(tab, "/inventory/")
    session = tab.context.new_cdp_session(tab)
    for letters in ("s", "sh", "shu", "shui", "shuini"):
        caret = len(letters)
        session.send("Input.imeSetComposition", {"text": letters, "selectionStart": caret, "selectionEnd": caret})
    tab.evaluate(FRAMES)
    assert search(tab).input_value() == "shuini"
    assert seen == []
    session.send("Input.insertText", {"text": "长乐水泥"})
    says(tab, ONE)
    assert any("/names/" in url for url in seen)
    assert not any("/letters/" in url for url in seen)


def test_all_pages_of_an_answer_are_all_that_a_scan_finds(tab: Page, listed: Listed) -> None:
    """Asking for more leads through every company that has the part, and ends there."""
    expected = holding(listed[1], "有限公司")
    assert len(expected) > 2 * SHOWN
    type_in(tab, "有限公司", f"查到{len(expected)}家企业。")
    more = tab.get_by_role("button", name="再看一些企业")
    for number in range(2, -(-len(expected) // SHOWN) + 1):
        more.click()
        expect(results(tab)).to_have_count(min(number * SHOWN, len(expected)))
        assert tab.evaluate("document.activeElement.tagName") == "SUMMARY"
    expect(more).to_be_hidden()
    assert set(shown_names(tab)) == expected


def test_filters_leave_what_fits_them(tab: Page, listed: Listed) -> None:
    """County, sector and grade narrow a search, and without a name they list what they leave."""
    row = next(row for row in listed[1] if row.code is not None and row.grade == "B")
    tab.get_by_text("按县区、行业、等级缩小范围").click()
    tab.get_by_label("县（市、区）").select_option(label=row.county)
    tab.get_by_label("绩效等级").select_option(value="B")
    fitting = {one.name for one in listed[1] if (one.county, one.grade) == (row.county, "B")}
    says(tab, f"查到{len(fitting)}家企业。")
    part = row.name[-4:]
    type_in(tab, part, re.compile("查到"))
    expect(results(tab)).to_have_count(min(SHOWN, len({name for name in fitting if part in name})))
    assert set(shown_names(tab)) <= fitting
    tab.get_by_label("行业").select_option(value=row.sector)
    narrow = {one.name for one in listed[1] if (one.county, one.grade, one.sector) == (row.county, "B", row.sector)}
    expect(results(tab)).to_have_count(min(SHOWN, len({name for name in narrow if part in name})))


def test_a_dangerous_name_is_shown_as_text(tab: Page) -> None:
    """Markup in a name stays letters: no element comes of it, and nothing runs."""
    type_in(tab, "onerror", ONE)
    assert shown_names(tab) == [XSS]
    expect(tab.locator("[data-piece=found] img")).to_have_count(0)
    type_in(tab, "<img src=x", ONE)
    assert tab.title() != "broken"


def test_a_company_has_an_address(tab: Page, browser: Browser, listed_server: str) -> None:
    """The link of a company opens it in another browser; an address that belongs to nobody says so."""
    type_in(tab, "长乐水泥", ONE)
    own = results(tab).locator("[data-part=own]").get_attribute("href")
    assert own == f"#company={CODE.lower()}"
    with browser.new_context() as other:
        page = other.new_page()
        page.goto(f"{listed_server}en/{START}{own}")
        says(page, "One company found.")
        assert shown_names(page) == [LONG_JOY]
        expect(results(page).locator("dt")).to_have_count(3)
        page.goto(f"{listed_server}en/{START}#company=n-0000000000")
        says(page, re.compile("belongs to no company"))


def test_a_company_without_a_code_has_an_address_too(tab: Page, listed: Listed, listed_server: str) -> None:
    """A company that the list gives no code has an address of its own as well."""
    row = next(row for row in listed[1] if row.code is None and row.name != XSS)
    tab.goto(f"{listed_server}zh/{START}#company={row.id}")
    says(tab, ONE)
    assert shown_names(tab) == [row.name]


def test_keys_alone_are_enough(tab: Page) -> None:
    """From the field the keyboard leads past the filters to a company, opens it and reaches its links."""
    search(tab).focus()
    tab.keyboard.type("水泥")
    says(tab, re.compile("查到"))
    for _ in range(2):
        tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.tagName") == "SUMMARY"
    tab.keyboard.press("Enter")
    expect(results(tab).first.locator("details")).to_have_attribute("open", "")
    expect(results(tab).first.locator("dt")).to_have_count(3)
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.dataset.part") == "sector"

"""What the search says of a company: what holds now, what the list itself names, and what it could not learn."""

import re

import pytest
from playwright.sync_api import Page, expect
from tests.lookup.invented import NAMED

from lookup_site import (
    ONE,
    Listed,
    fails,
    results,
    says,
    search,
    status_is,
    type_in,
)

pytestmark = pytest.mark.browser

FULL_WIDTH = "".join(chr(ord(sign) + 0xFEE0) for sign in "CQCL")


def test_what_the_list_names_for_a_company_comes_first(tab: Page) -> None:
    """A reduction of the row stands before the sentence of the plan, and it is said which is which."""
    type_in(tab, "命名减排", ONE)
    said = results(tab).locator("dd").filter(has_text=NAMED).locator("p")
    expect(said).to_have_count(4)
    texts = said.all_text_contents()
    assert texts[0] == NAMED
    assert "单独写明" in texts[1]
    assert "供对照" in texts[3]
    assert said.first.get_attribute("lang") == "zh-CN"


def test_the_level_in_force_comes_first(tab: Page, listed: Listed) -> None:
    """With a level in force its measures lead, marked, and the page says what holds in the words of the status."""
    head = {"zh": "红色预警生效中", "en": "Red warning in force"}
    status_is(tab, listed[0], {"state": "active", "level": "red", "headline": head})
    type_in(tab, "长乐水泥", ONE)
    expect(tab.locator("[data-piece=now]")).to_have_text(head["zh"])
    expect(results(tab).locator("dt").first).to_have_text("红色预警 现在执行")
    expect(results(tab).locator("dt .tag")).to_have_count(1)


def test_in_an_exercise_no_level_is_in_force(tab: Page, listed: Listed) -> None:
    """A drill is called a drill, and no level is marked as in force."""
    head = {"zh": "【演练】不是真实预警，无需采取行动", "en": "EXERCISE. This is not a real warning."}
    status_is(tab, listed[0], {"state": "exercise", "level": None, "headline": head})
    type_in(tab, "长乐水泥", ONE)
    expect(tab.locator("[data-piece=now]")).to_contain_text("【演练】")
    expect(tab.locator("[data-piece=now]")).to_contain_text("没有生效的级别")
    expect(results(tab).locator("dt")).to_have_count(3)
    expect(results(tab).locator("dt .tag")).to_have_count(0)


def test_a_status_that_is_too_old_is_called_so(tab: Page, listed: Listed) -> None:
    """After the promised check the page does not vouch for the level, nor for its absence."""
    status_is(tab, listed[0], {"next_check_by": "2026-11-22T11:00:00+08:00"})
    type_in(tab, "长乐水泥", ONE)
    expect(tab.locator("[data-piece=now]")).to_contain_text("可能不是最新状态")


def test_what_could_not_be_learned_is_said(tab: Page) -> None:
    """Without a status every level is shown as a rule, and the page says that it does not know what holds."""
    fails(tab, "**/status.json")
    type_in(tab, "长乐水泥", ONE)
    expect(tab.locator("[data-piece=now]")).to_contain_text("没有取到现在执行哪一级")
    expect(results(tab).locator("dt")).to_have_count(3)
    expect(results(tab).locator("dt .tag")).to_have_count(0)


def test_a_lost_connection_is_told_with_a_way_on(tab: Page) -> None:
    """When files cannot be loaded the search says so, points to the list, and works again with the connection."""
    fails(tab, "**/inventory/**")
    type_in(tab, "长乐水泥", "没有取到数据。")
    expect(tab.locator("[data-piece=broken]")).to_be_visible()
    tab.unroute("**/inventory/**")
    search(tab).press("Enter")
    says(tab, ONE)
    expect(tab.locator("[data-piece=broken]")).to_be_hidden()


def test_nothing_found_leads_on(tab: Page) -> None:
    """An empty answer repeats the question and says that not being listed frees nobody."""
    type_in(tab, "没有这家企业", "没有查到“没有这家企业”。")
    way = tab.get_by_role("link", name="不在清单上不等于不受影响。")
    expect(way).to_be_visible()
    way.click()
    expect(tab).to_have_url(re.compile("/enterprise/not-listed/$"))

"""Short addresses in a browser: they lead on by themselves, without a script."""

import pytest
from playwright.sync_api import Browser

from site_pages import SitePage

pytestmark = pytest.mark.browser


def test_a_short_address_leads_to_its_answer_without_a_script(
    browser: Browser, server: str, pages: list[SitePage]
) -> None:
    """Whoever scans or types the code of a front page or a school page stands on the Chinese page at once."""
    targets = {
        shown.address: str(shown.tree.xpath("//h1/a/@href")[0]).lstrip("./") for shown in pages if shown.redirects
    }
    wanted = [short for short, target in targets.items() if target in {"zh/yangquan/", "zh/yangquan/school/"}]
    assert len(wanted) == 2
    with browser.new_context(java_script_enabled=False) as context:
        for short in wanted:
            tab = context.new_page()
            tab.goto(server + short)
            tab.wait_for_url(server + targets[short])
            assert tab.locator("html").get_attribute("lang") == "zh-CN"

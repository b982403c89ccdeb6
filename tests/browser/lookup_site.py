"""A site with a small invented inventory, and the ways a person uses its search."""

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, Route, expect
from tests.lookup.invented import content_beside, inventory_of, write_inventory

from lantian.model.inventory import Enterprise
from lantian.reading.content import read_content

PLACE = "yangquan"
COMPANIES = 260
START = f"{PLACE}/enterprise/"
LIST = f"{START}list/"
SHOWN = 20
LONG_JOY = "虚构县重庆长乐水泥有限公司"
ONE = "查到1家企业。"
FRAMES = """new Promise((done) => {
  let left = 12;
  const next = () => ((left -= 1) ? requestAnimationFrame(next) : done());
  next();
})"""
"""Lets the page draw a few times: longer than its pause after a key."""
"""Companies that are shown at a time."""


Listed = tuple[Path, tuple[Enterprise, ...]]
"""A built site, and the companies on its list."""


def put_inventory(folder: Path) -> Path:
    """Return a copy of the content with an invented inventory."""
    content = content_beside(folder)
    plan = read_content(content).place(PLACE).plan
    write_inventory(content, PLACE, plan.id, inventory_of(plan, COMPANIES))
    return content


def search(tab: Page) -> Locator:
    """Return the field."""
    return tab.get_by_role("searchbox")


def results(tab: Page) -> Locator:
    """Return the companies shown."""
    return tab.locator("[data-piece=found] > li")


def says(tab: Page, words: str | re.Pattern[str]) -> None:
    """Wait until the search says this of its results."""
    expect(tab.locator("[data-piece=told]")).to_have_text(words)


def type_in(tab: Page, text: str, words: str | re.Pattern[str]) -> None:
    """Type as a person does, key by key, and wait until the search says this."""
    search(tab).fill("")
    search(tab).press_sequentially(text, delay=15)
    says(tab, words)


def shown_names(tab: Page) -> list[str]:
    """Return the names of the companies shown."""
    return results(tab).locator("[data-part=name]").all_text_contents()


def status_is(tab: Page, site: Path, changed: dict[str, Any]) -> None:
    """Let the place's status be another one from now on."""
    status = json.loads((site / "data" / PLACE / "status.json").read_text(encoding="utf-8"))
    body = json.dumps({**status, **changed})

    def answer(route: Route) -> None:
        route.fulfill(body=body, content_type="application/json", headers={"Date": "Sun, 22 Nov 2026 04:05:00 GMT"})

    tab.route("**/status.json", answer)


def fails(tab: Page, *patterns: str) -> None:
    """Let requests fail, as they do without a connection."""
    for pattern in patterns:
        tab.route(pattern, lambda route: route.abort())


def asked_for(tab: Page, part: str) -> list[str]:
    """Return a list that grows by every address asked for from now on that has this part."""
    seen: list[str] = []
    tab.on("request", lambda request: seen.append(request.url) if part in request.url else None)
    return seen


def holding(rows: Iterable[Enterprise], part: str) -> set[str]:
    """Return the names that have a part, by looking at each."""
    return {row.name for row in rows if part in row.name}

"""A page that missed its promised check says so and later takes its answer back; a wrong clock cannot do that."""

from datetime import datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Page, Route, expect

from site_pages import SitePage

pytestmark = pytest.mark.browser

PLACES = sorted(file.stem for file in Path(__file__).resolve().parents[2].glob("content/places/*.yaml"))
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


class Promise(NamedTuple):
    """A page that promises a next check, and the moments it states."""

    address: str
    generated: datetime
    due: datetime


@pytest.fixture(params=PLACES)
def promise(request: pytest.FixtureRequest, pages: list[SitePage]) -> Promise:
    """Return what the front page of a place promises, each place in turn."""
    (front,) = (shown for shown in pages if shown.address == f"zh/{request.param}/")
    (bar,) = front.tree.xpath("//p[@id='stale']")
    return Promise(
        front.address, *(datetime.fromisoformat(bar.get(f"data-{name}")) for name in ("generated", "next-check"))
    )


def open_at(page: Page, address: str, server_time: datetime | None, device_time: datetime) -> None:
    """Open a page with these clocks; without a server's time the question for it goes unanswered."""

    def answer(route: Route) -> None:
        if route.request.method != "HEAD":
            route.fallback()
        elif server_time is None:
            route.abort()
        else:
            route.fulfill(headers={"Date": format_datetime(server_time)})

    page.clock.install(time=device_time)
    page.route("**/*", answer)
    page.goto(address, wait_until="networkidle")
    page.clock.run_for(1000)


def test_page_in_time_says_nothing(page: Page, server: str, promise: Promise) -> None:
    """Before the promised check the bar stays hidden, even if the device's clock is days ahead."""
    open_at(page, server + promise.address, promise.due - MINUTE, promise.due + 5 * DAY)
    expect(page.locator("#stale")).to_be_hidden()


def test_late_page_says_so_and_keeps_its_answer(page: Page, server: str, promise: Promise) -> None:
    """After the promised check the bar speaks, names a telephone number, and the answer stays."""
    open_at(page, server + promise.address, promise.due + MINUTE, promise.due - DAY)
    bar = page.locator("#stale")
    expect(bar).to_be_visible()
    expect(bar).to_contain_text((bar.get_attribute("data-words") or "nothing said").strip())
    expect(bar).to_contain_text((bar.get_attribute("data-channel") or "nobody named").strip())
    expect(page.locator(".known")).to_have_count(0)


def test_day_old_page_takes_its_answer_back(page: Page, server: str, promise: Promise) -> None:
    """A day after the last check the heading is the warning of age, and the answer stands below as last known."""
    open_at(page, server + promise.address, promise.generated + DAY + MINUTE, promise.due)
    words = (page.locator("#stale").get_attribute("data-words") or "nothing said").strip()
    expect(page.locator("main h1")).to_have_text(words)
    expect(page.locator(".known")).to_have_count(1)


def test_device_clock_alone_never_takes_the_answer_back(page: Page, server: str, promise: Promise) -> None:
    """If the server's time is not to be had, the bar speaks but the answer stays."""
    open_at(page, server + promise.address, None, promise.generated + 3 * DAY)
    expect(page.locator("#stale")).to_be_visible()
    expect(page.locator(".known")).to_have_count(0)


def test_clock_before_the_page_was_made_is_not_believed(page: Page, server: str, promise: Promise) -> None:
    """A clock that lies before the page was made judges nothing, not even which row of a timeline holds."""
    page.add_init_script("document.addEventListener('lantian:now', () => { document.title = 'judged'; })")
    open_at(page, server + promise.address, None, promise.generated - MINUTE)
    expect(page.locator("#stale")).to_be_hidden()
    expect(page).not_to_have_title("judged")

"""Starts the distribution's Chromium under Playwright."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError

NAMES = ("chromium", "chromium-browser", "google-chrome")

# Nothing but the page under test may use the network, and a container has no user namespaces for the sandbox.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


REST_MILLISECONDS = 5000
TABS = 8
"""How many pages come to rest at a time: each has to be silent for half a second."""


def executable() -> str:
    """Return the path of the browser on this machine."""
    for name in NAMES:
        if path := shutil.which(name):
            return path
    message = "no Chromium on this machine; on Debian: apt-get install chromium"
    raise RuntimeError(message)


@contextmanager
def launched() -> Iterator[Browser]:
    """Run one headless browser for as long as the block lasts."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=list(ARGUMENTS))
        try:
            yield browser
        finally:
            browser.close()


def comes_to_rest(page: Page) -> bool:
    """Wait until the page asks for nothing more; says whether it ever did."""
    try:
        page.wait_for_load_state("networkidle", timeout=REST_MILLISECONDS)
    except PlaywrightTimeoutError:
        return False
    return True

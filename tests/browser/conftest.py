"""The built site, a strict server and a browser: each made once per run, as a user would make it."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, Page

from chromium import launched
from site_pages import SitePage, read_pages, representatives
from site_server import served

ROOT = Path(__file__).resolve().parents[2]
AS_OF = "2026-11-22T12:05:00+08:00"
BUILD_SECONDS = 600


def build(into: Path) -> None:
    """Build the site with the command that users type; what it printed is shown if it fails."""
    command = [str(Path(sys.executable).with_name("lantian")), "build", "--into", str(into), "--as-of", AS_OF]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=BUILD_SECONDS, check=False)
    if done.returncode:
        pytest.fail(f"lantian build ended with {done.returncode}\n{done.stdout}\n{done.stderr}", pytrace=False)


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Return the folder of the site; the workers of one run share it."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    site = shared / "site"
    with FileLock(shared / "site.lock"):
        if not (shared / "site.is-built").exists():
            build(site)
            (shared / "site.is-built").touch()
    return site


@pytest.fixture(scope="session")
def pages(built_site: Path) -> list[SitePage]:
    """Return every page of the site; there is at least one."""
    return read_pages(built_site)


@pytest.fixture(scope="session")
def page_types(pages: list[SitePage]) -> list[SitePage]:
    """Return one page for each template and language."""
    return representatives(pages)


@pytest.fixture(scope="session")
def server(built_site: Path) -> Iterator[str]:
    """Return the address at which the site is served, ending with a slash."""
    with served(built_site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return one headless Chromium for all tests of this worker."""
    with launched() as chromium:
        yield chromium


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Return a fresh tab on a phone of 360 by 640."""
    context = browser.new_context(viewport={"width": 360, "height": 640})
    yield context.new_page()
    context.close()

"""The built site, a strict server and a browser: each made once per run, as a user would make it.

Every test runs twice: on the site as its content is, and on the same site with the highest warning in force everywhere.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, Page, expect

from chromium import launched
from lantian.reading.inventory import read_rows
from lookup_site import PLACE, START, Listed, put_inventory
from site_pages import SitePage, promises, read_pages, representatives
from site_server import served

ROOT = Path(__file__).resolve().parents[2]
AS_OF = "2026-11-22T12:05:00+08:00"
ISSUED = "2026-11-22T12:00:00+08:00"
BUILD_SECONDS = 600
# What a test waits for comes at once; only a machine that does other work keeps it waiting, and that proves nothing.
expect.set_options(timeout=30_000)


def run(*arguments: str) -> None:
    """Run the command that users type; what it printed is shown if it fails."""
    command = [str(Path(sys.executable).with_name("lantian")), *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=BUILD_SECONDS, check=False)
    if done.returncode:
        told = f"lantian {' '.join(arguments)} ended with {done.returncode}\n{done.stdout}\n{done.stderr}"
        pytest.fail(told, pytrace=False)


def build(into: Path, content: Path) -> None:
    """Build the site of a content folder."""
    run("--content", str(content), "build", "--into", str(into), "--as-of", AS_OF)


def warn(content: Path, quiet: Path) -> None:
    """Issue the highest warning of each place that issues its own, in a copy of the content.

    Which places there are, and which levels they know, is read from the data files of the site without warnings.
    """
    shutil.copytree(ROOT / "content", content)
    notice = content.with_name("notice.txt")
    notice.write_text("测试用的通知原文。\n", encoding="utf-8")
    stated = ("--pollutant", "pm25", "--forecast", "310,320,330", "--text-file", str(notice))
    for place in json.loads((quiet / "data" / "index.json").read_text(encoding="utf-8"))["places"]:
        if place["follows"] is None:
            plans = json.loads((quiet / "data" / place["id"] / "plan.json").read_text(encoding="utf-8"))["plans"]
            plan = next(plan for plan in plans if plan["in_force"])
            highest = max(plan["levels"], key=lambda level: level["rank"])["id"]
            asked = ("issue", highest)
            signed = next(one["role"]["zh"] for one in plan["approvals"] if (one["action"], one["level"]) == asked)
            words = (place["id"], highest, "--at", ISSUED, "--as-of", AS_OF, "--approved-by", signed, *stated)
            run("--content", str(content), "warn", *words)


@pytest.fixture(scope="session", params=["as-it-is", "warned"])
def situation(request: pytest.FixtureRequest) -> str:
    """Return which of the two sites is looked at."""
    return str(request.param)


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str, situation: str) -> Path:
    """Return the folder of the site; the workers of one run share it."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    with FileLock(shared / "site.lock"):
        if not (shared / "sites-are-built").exists():
            build(shared / "as-it-is", ROOT / "content")
            warn(shared / "content", shared / "as-it-is")
            build(shared / "warned", shared / "content")
            (shared / "sites-are-built").touch()
    return shared / situation


@pytest.fixture(scope="session")
def listed(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Listed:
    """Return a built site on which a place has an invented inventory, and its companies; workers share it."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    with FileLock(shared / "listed.lock"):
        if not (shared / "listed").exists():
            build(shared / "listed", put_inventory(shared / "inventory"))
    return shared / "listed", read_rows(shared / "inventory" / "content", PLACE)


@pytest.fixture(scope="session")
def listed_server(listed: Listed) -> Iterator[str]:
    """Return the address at which the site with an inventory is served, ending with a slash."""
    with served(listed[0]) as address:
        yield address


@pytest.fixture
def tab(page: Page, listed_server: str) -> Page:
    """Return the Chinese start page of companies on a phone."""
    page.goto(f"{listed_server}zh/{START}")
    return page


# The order of tests is random, so a fixture of a situation may be asked for many times; its pages are read once.
pages_of = cache(read_pages)


@pytest.fixture(scope="session")
def pages(built_site: Path) -> list[SitePage]:
    """Return every page of the site; there is at least one."""
    return pages_of(built_site)


@pytest.fixture(scope="session")
def page_types(pages: list[SitePage], situation: str) -> list[SitePage]:
    """Return one page for each template, language and place; under a warning, of those that change with it."""
    return representatives([page for page in pages if situation == "as-it-is" or promises(page)])


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

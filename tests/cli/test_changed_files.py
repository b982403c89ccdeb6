"""A new message changes the pages that tell the status, and no other file."""

from datetime import datetime
from pathlib import Path

import pytest
from tests.cli.calls import Call, tree

from lantian.build import plan
from lantian.model.text import LANGUAGES
from lantian.pages import addresses
from lantian.pages.page import Page
from lantian.reading.content import read_content

pytestmark = pytest.mark.usefixtures("quiet")
AS_OF = "2026-11-22T12:05:00+08:00"
GENERAL = {addresses.PORTAL, addresses.NOT_FOUND, addresses.SITE_MAP}
ROOT_FILES = {"index.html", "404.html"}
DATA = {"data/index.json", *(f"data/yangquan/{name}" for name in ("status.json", "bulletins.json", "stats.csv"))}
STILL = (
    addresses.GLOSSARY, addresses.ABOUT, addresses.ACCESSIBILITY, addresses.plan("yangquan"),
    addresses.vehicle_topic("yangquan", "areas"), addresses.enterprise_topic("yangquan", "grades"),
)  # fmt: skip


def is_live(page: Page) -> bool:
    """Tell whether a page promises a next check, or lists what all places or pages are."""
    return page.address in GENERAL if page.place is None else page.place.clock.next_check_by is not None


def test_a_message_changes_exactly_the_live_files(lantian: Call, content: Path, output: Path) -> None:
    """Between two builds for the same moment, only files that tell the status differ, and all of those do."""
    before = build(lantian, output)
    done = lantian("warn", "yangquan", "orange", "--at", "2026-11-22T12:00", "--as-of", AS_OF)
    assert done.exit_code == 0, done.output
    after = build(lantian, output)
    site = plan(read_content(content), datetime.fromisoformat(AS_OF))
    live = {f"{language}/{page.file}" for page in site.pages if is_live(page) for language in LANGUAGES}
    changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    assert changed == live | ROOT_FILES | DATA
    assert not before.keys() - after.keys()
    still = {f"{language}/{address}index.html" for address in STILL for language in LANGUAGES}
    assert still <= before.keys()
    assert not still & changed


def build(lantian: Call, output: Path) -> dict[str, bytes]:
    """Build the site and return its files."""
    done = lantian("build", "--as-of", AS_OF)
    assert done.exit_code == 0, done.output
    return tree(output / "site")

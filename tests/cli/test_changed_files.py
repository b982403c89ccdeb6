"""A new message changes the pages that tell the status, and no other file."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from tests.cli.calls import Call, demanded, tree

from lantian.build import plan
from lantian.model.text import LANGUAGES
from lantian.pages import addresses
from lantian.pages.page import Page
from lantian.reading.content import read_content

pytestmark = pytest.mark.usefixtures("quiet")
AS_OF = "2026-11-22T12:05:00+08:00"
GENERAL = {addresses.PORTAL, addresses.NOT_FOUND}
ROOT_FILES = {"index.html", "404.html"}
CALENDARS = (f"{name}.{language}.ics" for name in ("drivers", "schools", "enterprises") for language in LANGUAGES)
DATA = ("status.json", "bulletins.json", "event.ics", *CALENDARS)
STILL = (addresses.GLOSSARY, addresses.ABOUT, addresses.ACCESSIBILITY, addresses.SITE_MAP)
STILL_OF_A_PLACE: tuple[Callable[[str], str], ...] = (
    addresses.plan,
    addresses.place_site_map,
    lambda place: addresses.vehicle_topic(place, "areas"),
    lambda place: addresses.enterprise_topic(place, "grades"),
)


def is_live(page: Page, places: tuple[str, ...]) -> bool:
    """Tell whether a page of these places promises a next check, or lists all places."""
    if page.place is None:
        return page.address in GENERAL
    return page.place.id in places and page.place.clock.next_check_by is not None


@pytest.mark.parametrize(
    ("words", "places", "counted"),
    [
        (("yangquan", "orange", *demanded("yangquan", "orange")), ("yangquan",), ("stats.csv",)),
        (("liaocheng", "orange", *demanded("liaocheng", "orange")), ("liaocheng", "liaocheng-resort"), ("stats.csv",)),
        (("liaocheng-resort", "orange", "--exercise"), ("liaocheng-resort",), ()),
    ],
    ids=["a city", "a city and the district that follows it", "the drill of a district"],
)
def test_a_message_changes_exactly_the_live_files(
    words: tuple[str, ...],
    places: tuple[str, ...],
    counted: tuple[str, ...],
    lantian: Call,
    content: Path,
    output: Path,
) -> None:
    """Between two builds for one moment, only files that tell the status of its places differ, and all of those do.

    Drills are not counted: they leave the statistics as they were.
    """
    before = build(lantian, output)
    done = lantian("warn", *words, "--at", "2026-11-22T12:00", "--as-of", AS_OF)
    assert done.exit_code == 0, done.output
    after = build(lantian, output)
    site = plan(read_content(content), datetime.fromisoformat(AS_OF))
    live = {f"{language}/{page.file}" for page in site.pages if is_live(page, places) for language in LANGUAGES}
    changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    data = {f"data/{place}/{name}" for place in places for name in (*DATA, *counted)}
    leading = {f"{page.short}index.html" for page in site.pages if page.short and f"zh/{page.file}" not in before}
    assert changed == live | ROOT_FILES | {"data/index.json"} | data | leading
    assert not before.keys() - after.keys()
    addresses_still = (*STILL, *(address(place) for place in places for address in STILL_OF_A_PLACE))
    still = {f"{language}/{address}index.html" for address in addresses_still for language in LANGUAGES}
    assert still <= before.keys()
    assert not still & changed


def build(lantian: Call, output: Path) -> dict[str, bytes]:
    """Build the site and return its files."""
    done = lantian("build", "--as-of", AS_OF)
    assert done.exit_code == 0, done.output
    return tree(output / "site")

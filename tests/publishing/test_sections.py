"""The real places as sections: every page belongs to one, and a message costs its place, its followers, the portal."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.real_site import CONTENT, LIFT, ORANGE, RED, at, content_with, real_content

from lantian.build import THEME, plan
from lantian.model.bulletin import Bulletin
from lantian.model.clock import next_check
from lantian.model.content import Content
from lantian.model.situation import situation_of
from lantian.pages.edition import edition
from lantian.pages.site import BY_PLAN, is_live
from lantian.publication.moment import section_moment
from lantian.publication.place_section import place_section
from lantian.publication.planner import Instant
from lantian.publication.planning import plan_release
from lantian.publication.site_parts import ground_of
from lantian.publishing.parts import Owners, ReleasePlan
from lantian.reading.surveyed import whole

MINUTES = st.integers(min_value=-60, max_value=6 * 24 * 60)


def release(content: Content, moment: str, live: ReleasePlan | None = None) -> ReleasePlan:
    """Return the release of a content at a moment, after another one."""
    return release_at(content, at(moment), {} if live is None else live.ids)


def release_at(content: Content, now: datetime, live: Mapping[str, str], theme: str = "theme") -> ReleasePlan:
    """Return the release of a content at a moment, after live sections and with a theme of this hash."""
    return plan_release(whole(content), CONTENT, Instant(now, THEME, theme, live), {}).release


def with_messages(place: str, *messages: dict[str, object]) -> Content:
    """Return the real content with these messages in one place, and none elsewhere."""
    content = content_with()
    own = tuple(Bulletin.model_validate({**message, "place": place}) for message in messages)
    places = tuple(
        one.model_copy(update={"bulletins": own}) if one.place.id == place else one for one in content.places
    )
    return content.model_copy(update={"places": places})


def changed(before: ReleasePlan, after: ReleasePlan) -> set[str]:
    """Return the names of the sections and parts of the second release that the first has not."""
    return {name for name, one in after.ids.items() if before.ids.get(name) != one}


def test_every_page_belongs_to_one_section() -> None:
    """Places, pairs and the portal together hold the pages of the whole site, each once, and no other."""
    content = real_content()
    site = plan(content, at("11-22 12:00"))
    folders = Owners(release(content, "11-22 12:00").folders)
    owners = {page.address: folders.of(f"zh/{page.file}") for page in site.pages}
    assert set(owners.values()) == {one.name for one in release(content, "11-22 12:00").sections}
    ground = ground_of(content, "theme")
    for entry in content.places:
        section = place_section(ground, entry, at("11-22 12:00"))
        live, still = section.site().pages, section.still.site(section.moment).pages
        pages = [page.address for page in (*live, *still)]
        assert sorted(pages) == sorted(address for address, name in owners.items() if name == entry.place.id)


def test_no_page_of_the_plan_changes_with_a_warning() -> None:
    """Families that are not asked for when a warning changes have no page that speaks of what holds."""
    content = with_messages("liaocheng", RED)
    for entry in content.places:
        own = edition(content, entry, at("11-22 12:00"))
        pages = [page for family in BY_PLAN for page in family(own)]
        assert pages
        assert not any(map(is_live, pages))


@pytest.mark.parametrize(
    ("place", "cost"),
    [
        ("yangquan", {"yangquan"}),
        ("liaocheng", {"liaocheng", "liaocheng-resort"}),
        ("liaocheng-resort", {"liaocheng-resort"}),
    ],
)
def test_a_message_costs_its_place_its_followers_and_the_portal(place: str, cost: set[str]) -> None:
    """Nothing else gets a new id: no other place, no comparison."""
    before = release(with_messages(place), "11-21 12:00")
    after = release(with_messages(place, ORANGE), "11-21 12:00", before)
    assert changed(before, after) == {*cost, "portal"}


def test_an_hour_costs_only_what_is_live() -> None:
    """The hourly tick of a warning leaves calm places and comparisons alone."""
    content = with_messages("yangquan", ORANGE)
    first = release(content, "11-21 13:59")
    second = release(content, "11-21 14:00", first)
    assert changed(first, second) == {"yangquan", "portal"}
    assert changed(second, release(content, "11-21 14:59", second)) == set()


@given(minute=MINUTES, second=st.integers(0, 59))
def test_nothing_differs_between_the_moment_and_now(minute: int, second: int) -> None:
    """Whenever it is: state and boundaries are those of the section's moment, and its promise has not run out."""
    content = content_with(ORANGE, RED, LIFT)
    entry = content.place("yangquan")
    now = at("11-20 10:00") + timedelta(minutes=minute, seconds=second)
    moment = section_moment(content, entry, now)
    then, today = situation_of(content, entry, moment), situation_of(content, entry, now)
    assert moment <= now < next_check(moment, live=then.state != "none")
    assert (then.state, then.level, then.segments, then.next_boundary) == (
        today.state, today.level, today.segments, today.next_boundary,
    )  # fmt: skip
    assert section_moment(content, entry, moment) == moment


def test_moments_are_told_in_the_time_of_the_place() -> None:
    """The same moment from anywhere gives the same section."""
    content = content_with(ORANGE)
    entry = content.place("yangquan")
    far = datetime(2026, 11, 21, 5, 30, tzinfo=ZoneInfo("UTC"))
    assert section_moment(content, entry, far) == at("11-21 13:00")
    assert section_moment(content, entry, far).isoformat() == "2026-11-21T13:00:00+08:00"


def test_ids_change_with_what_is_shown() -> None:
    """Another theme, another wording, another name of the followed place: each gives the section another id."""
    content = real_content()
    entry = content.place("liaocheng")
    renamed = entry.model_copy(update={"place": entry.place.model_copy(update={"pinyin": "x"})})
    places = tuple(renamed if one.place.id == "liaocheng" else one for one in content.places)
    base = release(content, "11-22 12:00")
    other = release_at(content, at("11-22 12:00"), {}, "other theme")
    assert changed(base, other) == base.ids.keys()
    moved = release(content.model_copy(update={"places": places}), "11-22 12:00")
    pairs = {one.name for one in base.sections if one.name.startswith("compare-") and "liaocheng" in one.name}
    still = {"liaocheng-still", "liaocheng-resort-still"}
    assert changed(base, moved) == {"liaocheng", "liaocheng-resort", "portal", *still, *pairs}


def test_what_no_warning_changes_keeps_its_moment() -> None:
    """Pages of the plan and comparisons say when they were made, and are not made again by a day or a message."""
    first = release(with_messages("yangquan"), "11-20 12:00")
    later = release(with_messages("yangquan", ORANGE), "11-24 12:00", first)
    kept = {name for name in first.ids if name.endswith("-still") or name.startswith("compare-")}
    assert len(kept) == 6
    assert changed(first, later) == first.ids.keys() - kept
    assert all("-20261120T115500-" in later.ids[name] for name in kept)


def test_a_new_year_makes_everything_anew() -> None:
    """Dates of the same year stand without it, so nothing that was made in one year is shown in the next."""
    content = with_messages("yangquan")
    first = release(content, "12-31 23:00")
    after = release_at(content, at("12-31 23:00") + timedelta(hours=8), first.ids)
    assert changed(first, after) == first.ids.keys()


def test_still_pages_are_those_of_the_site_but_for_the_clock() -> None:
    """What is made without any message is what the whole site shows while a warning is in force."""
    content = with_messages("liaocheng", ORANGE)
    site = plan(content, at("11-21 13:00"))
    shown = {page.address: page for page in site.pages if page.place is not None and not is_live(page)}
    ground = ground_of(content, "theme")
    now = at("11-21 13:00")
    sections = [place_section(ground, entry, now) for entry in content.places]
    made = {page.address: page for one in sections for page in one.still.site(now).pages}
    assert made.keys() == shown.keys()
    assert len(made) > 45
    for address, page in made.items():
        other = shown[address]
        assert (page.shown, page.place) == (other.shown, other.place)
        assert (page.title, page.crumbs) == (other.title, other.crumbs)
    files = {file.address: file.data for file in site.documents}
    still = {file.address: file.data for one in sections for file in one.still.site(now).documents}
    live = {file.address for one in sections for file in one.site().documents}
    assert len(still) > 15
    assert {address: files.get(address) for address in still} == still
    assert not live & still.keys()
    of_none = {address for address in files if address.startswith("data/schemas/")} | {"data/index.json"}
    assert files.keys() == live | still.keys() | of_none

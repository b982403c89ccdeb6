"""The list of companies and the search: which pages there are, what they show, and that no warning changes them."""

import pytest
from tests.bench.lookup.names import head_of
from tests.lookup.invented import CODE, NAMED, XSS, inventory_of
from tests.pages.enterprise_cases import ACTIVE, EVERY, NONE, content, situated

from lantian.build import plan
from lantian.model.inventory import Enterprise
from lantian.pages.edition import Edition
from lantian.pages.enterprise_help import grades_view
from lantian.pages.enterprises import start_view
from lantian.pages.inventory import lookup_block
from lantian.pages.inventory_lists import CompaniesView, WaysView, inventory_pages
from lantian.pages.inventory_shelf import PAGE
from lantian.pages.page import Page

NUMBER = 700


def rows() -> tuple[Enterprise, ...]:
    """Return an invented inventory of the real plan, one sector of it with more than a page in one county."""
    first = inventory_of(content().place("yangquan").plan, NUMBER)
    many = next(row for row in first if row.code == CODE)
    more = (f"虚构第{number}石灰厂" for number in range(2 * PAGE))
    same = tuple(
        Enterprise(
            id=f"n-{number:010x}", name=name, code=None, county=many.county, sector=many.sector, branch=None,
            grade=many.grade, measures=(), row=number,
        )
        for number, name in enumerate(more)
    )  # fmt: skip
    return (*first, *same)


ROWS = rows()


def listed(told: list[dict[str, object]]) -> Edition:
    """Return the edition of a place with the inventory."""
    bare = situated(told)
    entry = bare.entry.model_copy(update={"inventory": head_of(ROWS, "yangquan")})
    return Edition(**{name: getattr(bare, name) for name in Edition.__slots__} | {"entry": entry})  # type: ignore[attr-defined]


def pages(told: list[dict[str, object]]) -> tuple[Page, ...]:
    """Return every page of the list."""
    return tuple(inventory_pages(listed(told), lambda: ROWS))


def companies() -> list[CompaniesView]:
    """Return what the pages of companies show."""
    return [view for page in pages(NONE) if isinstance(view := page.shown, CompaniesView)]


def test_every_company_stands_on_exactly_one_page() -> None:
    """From county to sector to pages of two hundred nobody is lost and nobody comes twice."""
    shown = [row.anchor for view in companies() for row in view.rows]
    assert sorted(shown) == sorted(row.id for row in ROWS)
    assert max(len(view.rows) for view in companies()) == PAGE


def test_every_way_leads_to_a_page_of_the_list() -> None:
    """The counties lead to the sectors, the sectors to the first page, and pages to their neighbors."""
    every = pages(NONE)
    known = {page.address for page in every}
    ways = [way.address for page in every if isinstance(view := page.shown, WaysView) for way in view.ways]
    turns = [turn.address for view in companies() for turn in view.turns]
    assert turns
    assert known >= {*ways, *turns}
    assert known - {*ways, *turns} == {"yangquan/enterprise/list/"}


def test_counts_of_the_ways_add_up() -> None:
    """The headline of the list counts every company."""
    first = pages(NONE)[0].shown
    assert isinstance(first, WaysView)
    assert str(len(ROWS)) in first.headline.zh
    assert sum(int(way.count.en) for way in first.ways) == len(ROWS)


@pytest.mark.parametrize("told", EVERY)
def test_no_warning_changes_a_page_of_the_list(told: list[dict[str, object]]) -> None:
    """Whatever holds, the pages of the list and the search are the same, and promise no next check."""
    assert [(page.address, page.shown, page.title) for page in pages(told)] == [
        (page.address, page.shown, page.title) for page in pages(NONE)
    ]
    assert all(page.place is not None and page.place.clock.next_check_by is None for page in pages(told))
    assert lookup_block(listed(told)) == lookup_block(listed(NONE))


def test_a_reduction_of_its_own_comes_with_its_level() -> None:
    """What the inventory names for a company stands in its row, by level, in its own words."""
    named = [row for view in companies() for row in view.rows if row.named]
    assert [(row.name, [(level.en, words) for level, words in row.named]) for row in named] == [
        ("虚构命名减排厂", [("Red warning", NAMED)])
    ]


def test_a_row_leads_to_its_grade_on_the_page_of_the_sector() -> None:
    """All levels of a company are one link away: the row of its grade in the table of its sector."""
    row = next(row for view in companies() for row in view.rows if row.code == CODE)
    assert row.measures.address.startswith("yangquan/enterprise/sector/01-")
    assert row.measures.anchor == "a"


def test_a_name_stays_as_it_is() -> None:
    """A name with markup is carried as text; templates escape it."""
    assert XSS in [row.name for view in companies() for row in view.rows]


def test_without_an_inventory_nothing_is_said_of_a_list() -> None:
    """A place without an inventory has no list, no search, and its page of grades says that no company is named."""
    bare = situated(ACTIVE)
    assert not tuple(inventory_pages(bare, lambda: ROWS))
    assert start_view(bare).lookup is None
    assert grades_view(bare).listed == ()


def test_the_search_offers_what_the_inventory_has() -> None:
    """Filters have the counties, sectors and grades that occur, and the day of the data stands beside them."""
    block = lookup_block(listed(NONE))
    assert block is not None
    assert {choice.value for choice in block.sectors} == {row.sector for row in ROWS}
    assert {choice.value for choice in block.grades} == {row.grade for row in ROWS}
    assert [choice.only_zh for choice in block.counties] == [True] * len(block.counties)
    assert "1 November 2026" in block.data.en


def test_a_site_has_the_list_and_its_index_only_with_the_companies() -> None:
    """A site planned with a way to the companies has their pages and files; the companies are read once at most."""
    asked: list[str] = []

    def companies_of(place: str) -> tuple[Enterprise, ...]:
        asked.append(place)
        return ROWS if place == "yangquan" else ()

    listed_place = listed(NONE)
    places = tuple(
        listed_place.entry if entry.place.id == "yangquan" else entry for entry in listed_place.content.places
    )
    whole = listed_place.content.model_copy(update={"places": places})
    with_rows = plan(whole, listed_place.as_of, companies_of)
    without = plan(whole, listed_place.as_of)
    more = {page.address for page in with_rows.pages} - {page.address for page in without.pages}
    assert more == {page.address for page in pages(NONE)}
    assert asked == []
    files = {one.address for one in with_rows.documents}
    assert "data/yangquan/inventory/measures/zh/cement.json" in files
    assert not [one for one in without.documents if "/inventory/" in one.address]
    assert asked == ["yangquan"]

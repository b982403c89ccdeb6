"""The inventory as lists that need no script: counties, the sectors of one, pages of two hundred companies.

They change with the inventory and the plan alone. Which pages there are is known from the head of the inventory; the
rows are asked for when the first page of companies is written.
"""

from collections.abc import Callable, Iterator
from functools import partial

from lantian.model.inventory import County, Enterprise, Inventory
from lantian.model.text import Text
from lantian.model.view import view
from lantian.pages import addresses
from lantian.pages.edition import Edition
from lantian.pages.enterprise_matrix import grade_names
from lantian.pages.inventory import county_text, data_line
from lantian.pages.inventory_shelf import PAGE, Shelf, Shelved, shelved
from lantian.pages.page import Later, Link, Page

Rows = Callable[[], tuple[Enterprise, ...]]
"""Returns all companies of a place."""


@view
class Way:
    """A way on, with the number of companies there; `only_zh` says that nobody wrote its name in English."""

    address: str
    names: Text
    count: Text
    only_zh: bool = False


@view
class WaysView:
    """A page that leads on: to counties, or to the sectors of one."""

    headline: Text
    data: Text
    ways: tuple[Way, ...]
    more: tuple[Link, ...]


@view
class CompanyRow:
    """A company; `anchor` is its id on the page."""

    anchor: str
    name: str
    code: str | None
    grade: Text
    branch: Text | None
    measures: Link
    """The row of its grade on the page of the sector, which has all levels."""
    named: tuple[tuple[Text, str], ...]
    """Reductions that the inventory names for this very company, by level: they come before those of the sector."""


@view
class CompaniesView:
    """A page of companies of one sector in one county."""

    headline: Text
    data: Text
    standing: Text
    rows: tuple[CompanyRow, ...]
    turns: tuple[Link, ...]
    """To the page before and the page after."""
    more: tuple[Link, ...]


def inventory_pages(edition: Edition, rows: Rows) -> Iterator[Page]:
    """Yield every page of the list, if the place has an inventory; none of them reads the situation."""
    inventory, place = edition.entry.inventory, edition.place
    if inventory is None:
        return
    start = Link(addresses.enterprise(place.id), edition.say("enterprise.crumb"))
    below = Link(addresses.inventory(place.id), edition.say("inventory.crumb"))
    title = edition.say("inventory.title", place=place.names)
    yield edition.still(below.address, "inventory", title, _counties(edition, inventory), (start,))
    shelf = Shelf(rows)
    for county in inventory.counties:
        names = county_text(county)
        crumb = Link(addresses.inventory(place.id, county.id), names)
        title = edition.say("inventory.county_title", place=place.names, county=names)
        yield edition.still(crumb.address, "inventory", title, _sectors(edition, inventory, county), (start, below))
        yield from _companies(edition, county, shelf, (start, below, crumb))


def _companies(edition: Edition, county: County, shelf: Shelf, crumbs: tuple[Link, ...]) -> Iterator[Page]:
    for place in shelved(edition, county):
        for page in range(1, place.pages + 1):
            title = edition.say(
                "inventory.page_title", place=edition.place.names, county=county_text(county),
                sector=place.row.names, page=page,
            )  # fmt: skip
            view = Later(partial(companies_view, edition, place, page, shelf))
            yield edition.still(place.address(page), "inventory_page", title, view, crumbs)


def _counties(edition: Edition, inventory: Inventory) -> WaysView:
    place = edition.place.id
    return WaysView(
        headline=edition.say("inventory.headline", rows=inventory.rows),
        data=data_line(edition, inventory),
        ways=tuple(
            Way(
                address=addresses.inventory(place, county.id),
                names=county_text(county),
                count=edition.say("inventory.count", rows=county.count),
                only_zh=county.names is None,
            )
            for county in inventory.counties
        ),
        more=_more(edition),
    )


def _sectors(edition: Edition, inventory: Inventory, county: County) -> WaysView:
    return WaysView(
        headline=edition.say("inventory.county_headline", county=county_text(county), rows=county.count),
        data=data_line(edition, inventory),
        ways=tuple(
            Way(place.address(1), place.row.names, edition.say("inventory.count", rows=place.count))
            for place in shelved(edition, county)
        ),
        more=_more(edition),
    )


def companies_view(edition: Edition, place: Shelved, page: int, shelf: Shelf) -> CompaniesView:
    """Return what a page of companies shows."""
    inventory = edition.entry.inventory
    if inventory is None:
        raise ValueError("a place without an inventory has no list of companies")
    rows = shelf.rows(place)[(page - 1) * PAGE : page * PAGE]
    first = (page - 1) * PAGE + 1
    key = "inventory.page_headline" if place.count > 1 else "inventory.page_headline_one"
    fields = {"first": first, "last": first + len(rows) - 1, "rows": place.count} if place.count > 1 else {}
    return CompaniesView(
        headline=edition.say(key, county=county_text(place.county), sector=place.row.names, **fields),
        data=data_line(edition, inventory),
        standing=edition.say("inventory.standing"),
        rows=tuple(_rows(edition, place, rows)),
        turns=tuple(_turns(edition, place, page)),
        more=(
            Link(addresses.sector(edition.place.id, place.row.number, place.row.sector), place.row.names),
            *_more(edition),
        ),
    )


def _rows(edition: Edition, place: Shelved, rows: list[Enterprise]) -> Iterator[CompanyRow]:
    sector = addresses.sector(edition.place.id, place.row.number, place.row.sector)
    grades = tuple({row.grade for row in rows})
    names = dict(zip(grades, grade_names(edition, grades), strict=True))
    levels = {level.id: level.names for level in edition.plan.levels}
    branches = {branch.id: branch.names for branch in place.row.branches}
    for row in rows:
        anchor = addresses.slug(row.grade) if place.row.cells else ""
        yield CompanyRow(
            anchor=row.id,
            name=row.name,
            code=row.code,
            grade=names[row.grade],
            branch=None if row.branch is None else branches[row.branch],
            measures=Link(sector, names[row.grade], anchor),
            named=tuple((levels[level], told) for level, told in row.measures),
        )


def _turns(edition: Edition, place: Shelved, page: int) -> Iterator[Link]:
    if page > 1:
        yield Link(place.address(page - 1), edition.say("inventory.earlier"))
    if page < place.pages:
        yield Link(place.address(page + 1), edition.say("inventory.later"))


def _more(edition: Edition) -> tuple[Link, ...]:
    place = edition.place.id
    return (
        Link(addresses.enterprise(place), edition.say("inventory.search_way")),
        Link(addresses.enterprise_topic(place, "not-listed"), edition.say("enterprise.unlisted_way")),
    )

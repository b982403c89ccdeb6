"""The search for a company on the start page: where its files stand, what it filters by, how old the data are."""

from lantian.model.inventory import County, Inventory
from lantian.model.text import Text
from lantian.model.view import view
from lantian.pages import addresses
from lantian.pages.edition import Edition
from lantian.pages.enterprise_matrix import grade_names
from lantian.pages.page import Link
from lantian.pages.plan import spoken_day


@view
class Choice:
    """A value of a filter; `address` leads to its page, `only_zh` says that nobody wrote its name in English.

    `rows` says of a sector that its page has a row for each grade.
    """

    value: str
    text: Text
    address: str = ""
    only_zh: bool = False
    rows: bool = False


@view
class LookupBlock:
    """The search; all addresses of files are counted from the root of the site."""

    files: str
    """The folder of the index."""
    measures: str
    """The folder of the measures, below which each language has its own."""
    status: str
    counties: tuple[Choice, ...]
    sectors: tuple[Choice, ...]
    grades: tuple[Choice, ...]
    data: Text
    """Source and day of the data."""
    list: Link
    unlisted: str


def lookup_block(edition: Edition) -> LookupBlock | None:
    """Return the search of a place that has an inventory."""
    inventory, place = edition.entry.inventory, edition.place.id
    if inventory is None:
        return None
    used = {group.sector for group in inventory.groups}
    grades = {group.grade for group in inventory.groups}
    rows = sorted(edition.plan.industry.sectors, key=lambda row: row.number)
    listed = tuple(grade for grade in edition.plan.industry.grades if grade in grades)
    return LookupBlock(
        files=addresses.inventory_file(place, "", inventory.sha256),
        measures=addresses.inventory_file(place, "measures/"),
        status=addresses.data(place, "status.json"),
        counties=tuple(
            Choice(county.id, county_text(county), only_zh=county.names is None) for county in inventory.counties
        ),
        sectors=tuple(
            Choice(row.sector, row.names, addresses.sector(place, row.number, row.sector), rows=bool(row.cells))
            for row in rows
            if row.sector in used
        ),
        grades=tuple(
            Choice(grade, names, addresses.slug(grade))
            for grade, names in zip(listed, grade_names(edition, listed), strict=True)
        ),
        data=data_line(edition, inventory),
        list=Link(addresses.inventory(place), edition.say("inventory.way")),
        unlisted=addresses.enterprise_topic(place, "not-listed"),
    )


def list_way(edition: Edition) -> tuple[Link, ...]:
    """Return the way to the list of companies, if the place has one."""
    if edition.entry.inventory is None:
        return ()
    return (Link(addresses.inventory(edition.place.id), edition.say("inventory.way")),)


def data_line(edition: Edition, inventory: Inventory) -> Text:
    """Say where the data come from, and of which day they are."""
    if inventory.published is None:
        return edition.say("inventory.data_undated", source=inventory.source.unstopped)
    day = spoken_day(inventory.published, edition.wording)
    return edition.say("inventory.data", source=inventory.source.unstopped, day=day)


def county_text(county: County) -> Text:
    """Return what a county is called; as the inventory prints it, where nobody wrote more."""
    return county.names or Text(zh=county.name, en=county.name)

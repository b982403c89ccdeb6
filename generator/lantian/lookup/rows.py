"""The companies themselves as files: a few to a block, in an order in which a filter is a handful of ranges."""

from collections.abc import Iterable, Iterator, Sequence

from lantian.lookup.compact_json import compact
from lantian.lookup.folding import folded
from lantian.model.inventory import Enterprise, Inventory
from lantian.model.view import view

ROWS = 12
"""Companies in a block: twenty hits in twenty blocks have to fit into what a search may fetch."""


@view
class Listed:
    """A company with what is looked through: its name folded and simplified, and the letters of each sign."""

    row: Enterprise
    name: str
    letters: tuple[str, ...]


def ordered(rows: Iterable[Enterprise], inventory: Inventory) -> list[Enterprise]:
    """Return the companies by county, sector and grade, so that each of these stands together."""
    place = {county.name: number for number, county in enumerate(inventory.counties)}
    return sorted(
        rows, key=lambda row: (place[row.county], row.sector, row.grade, row.name, row.code or "", row.branch or "")
    )


def row_blocks(listed: Sequence[Listed], inventory: Inventory) -> Iterator[bytes]:
    """Yield the blocks of companies, each as a list of `told` rows."""
    ids = {county.name: county.id for county in inventory.counties}
    for start in range(0, len(listed), ROWS):
        yield compact([_told(one, ids[one.row.county]) for one in listed[start : start + ROWS]])


def named_blocks(rows: Sequence[Enterprise]) -> Iterator[tuple[int, bytes]]:
    """Yield, for each block with reductions that rows name themselves, its number, and them by row number and level."""
    for start in range(0, len(rows), ROWS):
        inside = enumerate(rows[start : start + ROWS], start)
        named = {str(number): dict(row.measures) for number, row in inside if row.measures}
        if named:
            yield start // ROWS, compact(named)


def counts(rows: Sequence[Enterprise], inventory: Inventory) -> bytes:
    """Return how many companies each county has of each sector and grade, in the order of the rows.

    Pairs of a county and lists: the number of a sector, then a count for each of `grades`.
    """
    sectors = sorted({row.sector for row in rows})
    grades = sorted({row.grade for row in rows})
    found = {county.name: [[0] * len(grades) for _ in sectors] for county in inventory.counties}
    for row in rows:
        found[row.county][sectors.index(row.sector)][grades.index(row.grade)] += 1
    by_county = [
        [county.id, [[number, *some] for number, some in enumerate(found[county.name]) if any(some)]]
        for county in inventory.counties
    ]
    return compact({"sectors": sectors, "grades": grades, "counties": by_county})


def _told(one: Listed, county: str) -> list[str | int]:
    """Return a row: name, id, letters, county, sector, grade, branch, 1 if it names reductions, its folded name.

    The last is left out where the browser, which knows no traditional signs, folds the name alike.
    """
    row = one.row
    letters = "".join(signs if len(signs) == 1 else f"[{signs}]" for signs in one.letters)
    named = 1 if row.measures else 0
    told: list[str | int] = [row.name, row.id, letters, county, row.sector, row.grade, row.branch or "", named]
    return told if folded(row.name) == one.name else [*told, one.name]

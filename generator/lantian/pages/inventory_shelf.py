"""Where the companies of one sector in one county stand in the list, and which they are."""

from collections.abc import Callable, Iterator
from math import ceil

from lantian.model.industry import SectorRow
from lantian.model.inventory import County, Enterprise
from lantian.model.view import view
from lantian.pages import addresses
from lantian.pages.edition import Edition

PAGE = 200
"""Companies on a page (ux.md section 6)."""


@view
class Shelved:
    """One sector in one county."""

    place: str
    county: County
    row: SectorRow
    count: int

    @property
    def pages(self) -> int:
        """Return how many pages there are."""
        return ceil(self.count / PAGE)

    def address(self, page: int) -> str:
        """Return where a page is; the first is 1."""
        return addresses.inventory(self.place, self.county.id, self.row.number, page)


def shelved(edition: Edition, county: County) -> Iterator[Shelved]:
    """Yield the sectors of a county that has companies of them, as the plan numbers them."""
    counts = {entry.sector: entry.count for entry in county.sectors}
    for row in sorted(edition.plan.industry.sectors, key=lambda row: row.number):
        if row.sector in counts:
            yield Shelved(edition.place.id, county, row, counts[row.sector])


class Shelf:
    """All companies of a place by county and sector, read when the first is asked for."""

    __slots__ = ("_read", "_sorted")

    def __init__(self, read: Callable[[], tuple[Enterprise, ...]]) -> None:
        """Remember how the companies are read."""
        self._read = read
        self._sorted: dict[tuple[str, str], list[Enterprise]] | None = None

    def rows(self, place: Shelved) -> list[Enterprise]:
        """Return the companies of one sector in one county."""
        if self._sorted is None:
            found: dict[tuple[str, str], list[Enterprise]] = {}
            for row in self._read():
                found.setdefault((row.county, row.sector), []).append(row)
            self._sorted = found
        return self._sorted[place.county.name, place.row.sector]

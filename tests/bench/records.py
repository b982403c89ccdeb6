"""One record per page of the rival: how many blocks of each kind it has, and from which row on it takes its texts."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from html import escape
from itertools import accumulate

from tests.bench.rows import Row
from tests.bench.shape import Shape


@dataclass(slots=True)
class Record:
    """A page of the rival; all counts are per section, `cells` per table row, `start` is the number of a row."""

    name: str
    lang: str
    url: str
    base: str
    sections: int
    paragraphs: int
    items: int
    marks: int
    rows: int
    cells: int
    start: int = 0

    def as_data(self) -> dict[str, object]:
        """Return the record as the template reads it."""
        data = asdict(self)
        return {**data, "from": data.pop("start")}

    def windows(self) -> Iterator[tuple[int, int]]:
        """Yield first and last (not included) of each stretch of rows whose texts the page shows, from `start` on."""
        for section in range(1, self.sections + 1):
            yield section, section + 1
            yield 0, self.paragraphs
            yield 0, self.items
            yield from ((row, row + self.cells) for row in range(1, self.rows + 1))

    @property
    def reach(self) -> int:
        """Return how many rows the page needs from its start on."""
        return max(last for _, last in self.windows())


def record(shape: Shape) -> Record:
    """Return the record of the page that is to resemble one of ours."""
    sections = max(1, shape.headings)

    def each(count: int) -> int:
        return round(count / sections)

    return Record(
        name=shape.address.removesuffix(".html").removesuffix("/index").replace("/", "-"),
        lang=shape.language,
        url=f"/{shape.address.removesuffix('index.html')}",
        base="../" * shape.address.count("/") or "./",
        sections=sections,
        paragraphs=each(shape.paragraphs),
        items=each(shape.items),
        marks=each(shape.marks),
        rows=each(shape.rows),
        cells=round(shape.cells / shape.rows) if shape.rows else 0,
    )


class Lengths:
    """Knows how many bytes of text a record shows, for any start."""

    def __init__(self, rows: list[Row]) -> None:
        """Add up the lengths of the rows' texts, escaped, in each language."""
        self.count = len(rows)
        self.sums = {
            language: list(accumulate((len(escape(row[language]).encode()) for row in rows), initial=0))
            for language in ("zh", "en")
        }

    def shown(self, page: Record, start: int) -> int:
        """Return the bytes of text that the page shows if it starts at this row."""
        sums = self.sums[page.lang]
        return sum(sums[start + last] - sums[start + first] for first, last in page.windows())

    def best_start(self, page: Record, wanted: int) -> int:
        """Return the row from which on the page shows about as many bytes as wanted; rows grow longer."""
        starts = range(max(1, self.count - page.reach))
        return min(bisect_left(starts, wanted, key=lambda start: self.shown(page, start)), starts[-1])

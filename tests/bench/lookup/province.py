"""A site with a large invented inventory, built by the command that everybody types."""

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.bench.lookup.names import invented
from tests.bench.process import ROOT, measure
from tests.lookup.invented import groups_of, write_inventory

from lantian.lookup.rows import ordered
from lantian.model.inventory import Enterprise
from lantian.pages import addresses
from lantian.reading.content import read_content

PLACE = "yangquan"
AS_OF = "2026-11-20T12:05:00+08:00"


@dataclass(frozen=True)
class Province:
    """A built site: `base` is the folder of the index, `rows` the companies by number."""

    site: Path
    base: str
    rows: tuple[Enterprise, ...]
    seconds: float
    """What building all pages and the index took."""


def build_province(folder: Path, companies: int) -> Province:
    """Build the site of the content with so many invented companies in one place."""
    content = Path(shutil.copytree(ROOT / "content", folder / "content"))
    plan = read_content(content).place(PLACE).plan
    rows = invented(companies, groups_of(plan))
    head = write_inventory(content, PLACE, plan.id, rows)
    into = folder / "site"
    cost = measure(
        sys.executable, "-m", "lantian", "--content", str(content), "build", "--into", str(into), "--as-of", AS_OF
    )
    base = addresses.inventory_file(PLACE, "", head.sha256)
    return Province(into, base, tuple(ordered(rows, head)), cost.seconds)

"""What it costs to import an inventory of a province, by format: seconds and memory of the command, in its own process.

Called as `python -m tests.bench.lookup.import_bench`; the tables are invented, the content is a copy.
"""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tests.bench.process import ROOT, measure
from tests.inventories.invented import table
from tests.inventories.writers import Page, write_csv, write_ods, write_xls, write_xlsx

ROWS = 100_000
XLS_ROWS = 65_000
"""A sheet of the old format has 65,536 rows."""
SECONDS_PROMISED = 20
MEGABYTES_PROMISED = 500
_PLACE = "yangquan"


class ImportFigure(NamedTuple):
    """What one import cost: wall and processor seconds, peak memory and size of the file in megabytes."""

    format: str
    rows: int
    file_megabytes: float
    seconds: float
    processor_seconds: float
    peak_megabytes: float


def _csv(path: Path, page: Page) -> Path:
    return write_csv(path, page, "gb18030")


WRITERS: dict[str, tuple[int, Callable[[Path, Page], Path]]] = {
    "xlsx": (ROWS, write_xlsx),
    "ods": (ROWS, write_ods),
    "csv (GB18030)": (ROWS, _csv),
    "xls": (XLS_ROWS, write_xls),
}


def measure_import(rows: int = ROWS) -> tuple[ImportFigure, ...]:
    """Return a row of figures for each format; no more than so many companies."""
    with TemporaryDirectory() as scratch:
        return tuple(
            _measured(Path(scratch), name, min(rows, most), writer) for name, (most, writer) in WRITERS.items()
        )


def lines(figures: tuple[ImportFigure, ...]) -> list[str]:
    """Return the figures as the lines of a Markdown table."""
    head = ["| format | rows | file, MB | seconds | processor seconds | peak memory, MB |", "|---|---|---|---|---|---|"]
    return head + [
        f"| {one.format} | {one.rows:,} | {one.file_megabytes:.1f} | {one.seconds:.1f} | {one.processor_seconds:.1f} "
        f"| {one.peak_megabytes:.0f} |"
        for one in figures
    ]


def _measured(scratch: Path, name: str, rows: int, writer: Callable[[Path, Page], Path]) -> ImportFigure:
    content = scratch / "content"
    shutil.rmtree(content, ignore_errors=True)
    shutil.copytree(ROOT / "content", content)
    file = writer(scratch / f"invented.{name.partition(' ')[0]}", Page("清单", table(rows)))
    cost = measure(sys.executable, "-m", "lantian", "--content", str(content), "import-enterprises", _PLACE, str(file))
    if not (content / "enterprises" / f"{_PLACE}.csv").is_file():
        message = f"the import of {name} wrote nothing: {cost.printed}"
        raise RuntimeError(message)
    size = file.stat().st_size / 1e6
    file.unlink()
    return ImportFigure(name, rows, size, cost.seconds, cost.processor, cost.peak / 1e6)


if __name__ == "__main__":
    print("\n".join(lines(measure_import())))  # noqa: T201  # what it is for

"""The words of a real plan, and an import that says what it made of a table."""

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import pytest
from tests.inventories.writers import Page, write_csv, write_ods, write_xls, write_xlsx

from lantian.importing.fault import Fault, RefusedError
from lantian.importing.importer import Choices, Imported, import_file
from lantian.importing.lexicon import Lexicon, lexicon
from lantian.reading.content import read_content
from lantian.reading.inventory_words import read_words

CONTENT = Path(__file__).resolve().parents[2] / "content"
Writer = Callable[..., Path]
Take = Callable[..., Imported]
Refused = Callable[..., list[str]]
FORMATS: dict[str, Writer] = {"xlsx": write_xlsx, "xls": write_xls, "ods": write_ods}


@cache
def yangquan() -> Lexicon:
    """Return the words of Yangquan's plan: castings and pig iron apart, coal washing without grades."""
    site = read_content(CONTENT)
    plan = site.place("yangquan").plan
    levels = tuple(level.id for level in plan.levels)
    return lexicon(read_words(CONTENT, site), site.vocabulary, plan.industry, levels)


@pytest.fixture
def words() -> Lexicon:
    """Return the words of Yangquan's plan."""
    return yangquan()


@pytest.fixture
def take(words: Lexicon) -> Take:
    """Return a function that imports a file and returns what it holds."""

    def import_it(file: Path, choices: Choices | None = None) -> Imported:
        return import_file(file, words, choices or Choices(), lambda _: None)

    return import_it


@pytest.fixture
def refused(take: Take) -> Refused:
    """Return a function that imports a file which must be refused, and returns `sheet!cell key` of each mistake."""

    def import_it(file: Path, choices: Choices | None = None) -> list[str]:
        with pytest.raises(RefusedError) as raised:
            take(file, choices)
        return [_told(fault) for fault in raised.value.faults]

    return import_it


def _told(fault: Fault) -> str:
    where = f"{fault.where.sheet}!{fault.where.cell}".strip("!")
    return f"{where} {fault.key}".strip()


@pytest.fixture
def table(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes rows as a sheet `清单` of an XLSX file."""

    def write(rows: Sequence[Sequence[object]], merges: Sequence[tuple[int, int, int, int]] = ()) -> Path:
        return write_xlsx(tmp_path / "invented.xlsx", Page("清单", rows, merges))  # type: ignore[arg-type]

    return write


@pytest.fixture
def text_table(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes rows as a CSV file."""

    def write(rows: Sequence[Sequence[object]], encoding: str = "utf-8") -> Path:
        return write_csv(tmp_path / "invented.csv", Page("", rows), encoding)  # type: ignore[arg-type]

    return write

"""The rows of an inventory: what was written is read again, and what was changed since is told with its line."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.sites.layout import SITES, lay_out

from lantian.model.inventory import Enterprise, Inventory, anchor, counted_groups, order
from lantian.model.level import LevelId
from lantian.problems import ProblemsFound
from lantian.reading.content import read_content
from lantian.reading.inventory import read_rows
from lantian.reading.inventory_table import COLUMNS, parse_rows, table_text
from lantian.reading.inventory_text import head_text, stamp_of
from lantian.reading.inventory_words import INVENTORY_WORDS, check_tables, read_words
from lantian.reading.report import Report

LEVELS: tuple[LevelId, ...] = ("yellow", "orange")
TEXT = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=20)
COUNTY = "虚构县"
HEADINGS = ",".join(COLUMNS)
ROW = f"a,b,,{COUNTY},bricks,,A,,1"
HEAD = """
plan: sample-2024
source: {zh: 虚构, en: Invented}
imported_at: "2026-01-02T12:00:00+08:00"
file: invented.xlsx
"""


def enterprise(name: str, county: str = COUNTY, *measures: str) -> Enterprise:
    """Return an invented company of the sample plan."""
    named = tuple(zip(LEVELS, measures, strict=False))
    return Enterprise(anchor(None, name, county), name, None, county, "bricks", None, "A", named, 3, "清单")


@pytest.fixture
def lay_inventory(tmp_path: Path) -> Callable[[str], Path]:
    """Return a function that lays a table into the sample site, with a head that was made for it."""
    content = lay_out(tmp_path)

    def lay(text: str, rows: int = 1) -> Path:
        folder = content / "enterprises"
        folder.mkdir(exist_ok=True)
        (folder / "sample.csv").write_text(text, "utf-8")
        counts = f"counties: [{{id: c01, name: {COUNTY}, sectors: [{{sector: bricks, count: {rows}}}]}}]\n"
        counts += f"groups: [{{sector: bricks, grade: A, count: {rows}}}]\nrows: {rows}\n"
        digest = sha256(text.encode()).hexdigest()
        (folder / "sample.yaml").write_text(f"{HEAD}{counts}sha256: {digest}\n", "utf-8")
        return content

    return lay


@given(names=st.lists(st.tuples(TEXT, TEXT, st.lists(TEXT, max_size=2)), max_size=8))
def test_rows_come_back_as_they_were_written(names: list[tuple[str, str, list[str]]]) -> None:
    """Whatever stands in names and measures, a table is read as the rows that it was written from."""
    listed = {row.id: row for row in (enterprise(name, county, *words) for name, county, words in names)}
    rows = tuple(sorted(listed.values(), key=order))
    report = Report()
    assert parse_rows(table_text(rows, LEVELS), "t.csv", report) == rows
    assert report.problems == {}


def test_a_head_comes_back_as_it_was_written(lay_inventory: Callable[[str], Path]) -> None:
    """The text of a head is read as the same head, and names its table and its moment."""
    content = lay_inventory(table_text([enterprise("虚构甲")], LEVELS))
    head = read_content(content).place("sample").inventory
    assert isinstance(head, Inventory)
    assert head.published is None
    assert head.county(COUNTY).count == 1
    (content / "enterprises" / "sample.yaml").write_text(head_text(head), "utf-8")
    assert read_content(content).place("sample").inventory == head
    stamp = stamp_of(head_text(head).encode())
    assert stamp is not None
    assert (stamp.sha256, stamp.moment) == (head.sha256, "20260102T040000Z")
    assert stamp_of(b"\xff") is stamp_of(b"a: b") is stamp_of(b"- a") is None


def test_a_place_without_inventory_has_no_rows(tmp_path: Path) -> None:
    """Nothing is read and nothing is wrong where there is no inventory."""
    assert read_rows(lay_out(tmp_path), "sample") == ()


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("id,name\n", "sample.csv:1:1: the heading of the table is wrong"),
        (f"{HEADINGS}\na,b\n", "sample.csv:2:1: "),
        (f"{HEADINGS}\na,b,,{COUNTY},bricks,,Z,,1\n", "sample.csv:2:1: "),
        (f"{HEADINGS}\n{ROW}\n{ROW}\n", "sample.csv:3:1: "),
        (f'{HEADINGS}\n"a\n', "sample.csv:2:1: "),
        (f"{HEADINGS}\n", "sample.csv:1:1: the rows by sector and grade are not those"),
        (f"{HEADINGS}\n\u202e\n", "sample.csv:2:1: there is an invisible or damaged character"),
    ],
)
def test_a_table_that_is_not_ours(table: str, told: str, lay_inventory: Callable[[str], Path]) -> None:
    """A table with the right hash that is still no table of an inventory is told with its line."""
    content = lay_inventory(table)
    with pytest.raises(ProblemsFound) as raised:
        check_tables(content, read_content(content))
    assert told in raised.value.problems[0].sentence("en")


def test_a_table_that_is_gone(lay_inventory: Callable[[str], Path]) -> None:
    """A head without its table is half an inventory, for those who read rows too."""
    content = lay_inventory("x")
    (content / "enterprises" / "sample.csv").unlink()
    with pytest.raises(ProblemsFound, match="half an inventory"):
        read_rows(content, "sample")


def test_the_words_of_inventories_are_checked(tmp_path: Path) -> None:
    """Other names of a sector that nobody knows are told, and a content without such words is told so."""
    folder = lay_out(tmp_path, SITES / "valid" / "one_city")
    content = read_content(folder)
    with pytest.raises(ProblemsFound, match="this file is missing"):
        read_words(folder, content)
    file = folder / INVENTORY_WORDS
    file.write_text("columns: {name: [企业名称]}\nmeasures: {}\nsectors: {coking: [焦炭]}\n", "utf-8")
    with pytest.raises(ProblemsFound, match=r"inventory\.yaml:3:11: there is no sector “coking”"):
        check_tables(folder, content)
    file.write_text("columns: {name: [企业名称]}\nmeasures: {}\nsectors: {glass: [平板]}\n", "utf-8")
    assert read_words(folder, content).sectors == {"glass": ("平板",)}


def test_groups_are_counted() -> None:
    """Rows are counted by sector, branch and grade."""
    (group,) = counted_groups([enterprise("甲"), enterprise("乙")])
    assert (group.sector, group.branch, group.grade, group.count) == ("bricks", None, "A", 2)

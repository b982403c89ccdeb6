"""Inventories as authorities publish them, in every format: what is read, what is left out, what is told of it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.importing.cases import BRICK, CAST, HEAD, LIME
from tests.importing.conftest import FORMATS, Take, Writer
from tests.inventories.invented import company, credit_code, table
from tests.inventories.writers import Page, write_csv, write_xlsx

from lantian.importing.importer import Choices, Imported

Table = Callable[..., Path]
NUMBER = 60
WIDE_C = chr(ord("C") + 0xFEE0)


def said(imported: Imported) -> list[tuple[str, str | None, str, str, str]]:
    """Return what the rows say, in their order."""
    return [(row.name, row.code, row.county, row.sector, row.grade) for row in imported.rows]


def notes(imported: Imported) -> dict[str, int]:
    """Return how often each kind of note was made."""
    counts: dict[str, int] = {}
    for note in imported.notes:
        counts[note.key] = counts.get(note.key, 0) + note.count
    return counts


@pytest.mark.parametrize("writer", FORMATS.values(), ids=FORMATS)
def test_every_format_gives_the_same_rows(writer: Writer, tmp_path: Path, take: Take, text_table: Table) -> None:
    """A table with a title comes out the same from XLSX, XLS, ODS and from CSV in both encodings."""
    imported = take(writer(tmp_path / "table", Page("清单", table(NUMBER))))
    assert len(imported.rows) == NUMBER
    assert {row.name: row.measures for row in imported.rows}["虚构第1号铸造有限公司"] == tuple(
        zip(("yellow", "orange"), company(1)[5:7], strict=True)
    )
    for encoding in ("utf-8", "utf-8-sig", "gb18030", "utf-16"):
        assert said(take(text_table(list(table(NUMBER)), encoding))) == said(imported)


def test_a_row_says_where_it_stood(table: Table, take: Take) -> None:
    """Rows are sorted by county, sector and name; each remembers its sheet and row."""
    imported = take(table([("虚构市清单",), HEAD, LIME, CAST, BRICK]))
    assert [(row.name, row.row, row.sheet) for row in imported.rows] == [
        (BRICK[0], 5, "清单"),
        (LIME[0], 3, "清单"),
        (CAST[0], 4, "清单"),
    ]
    assert imported.rows[0].id == str(BRICK[1]).lower()


@pytest.mark.parametrize("writer", FORMATS.values(), ids=FORMATS)
def test_a_merged_county_counts_for_every_row_it_covers(writer: Writer, tmp_path: Path, take: Take) -> None:
    """Only the cells that a merged range covers are filled, down and across, and the report counts them."""
    rows = [
        ("县区", "企业名称", "行业", "绩效分级", "黄色预警", "橙色预警"),
        ("虚构东县", LIME[0], "石灰窑", "B级", "全部停产", ""),
        ("", CAST[0], "铸造", "C级", "", ""),
        ("虚构西县", BRICK[0], "砖瓦窑", "D级", "", "限产"),
    ]
    imported = take(writer(tmp_path / "table", Page("清单", rows, [(1, 0, 2, 0), (1, 4, 1, 5)])))
    assert {(row.name, row.county): row.measures for row in imported.rows} == {
        (LIME[0], "虚构东县"): (("yellow", "全部停产"), ("orange", "全部停产")),
        (CAST[0], "虚构东县"): (),
        (BRICK[0], "虚构西县"): (("orange", "限产"),),
    }
    assert notes(imported)["filled"] == 2


@pytest.mark.parametrize("merges", [[(1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 2, 2), (1, 3, 2, 3), (1, 4, 1, 6)], []])
def test_headings_in_two_rows(merges: list[tuple[int, int, int, int]], table: Table, take: Take) -> None:
    """Levels below a common heading are found, whether cells are merged or merged cells were lost."""
    rows = [
        ("虚构市清单",),
        ("企业名称", "县区", "行业", "绩效分级", "应急减排措施", "", ""),
        ("", "", "", "", "黄色", "橙色", "红色"),
        ("虚构甲石灰有限公司", "虚构东县", "石灰窑", "B", "甲", "乙", "丙"),
    ]
    (row,) = take(table(rows, merges)).rows
    assert row.measures == (("yellow", "甲"), ("orange", "乙"), ("red", "丙"))


def test_a_level_below_another_heading_is_no_measure(table: Table, take: Take) -> None:
    """A tonnage by level is no reduction of the row: the column must be named or left out by the operator."""
    rows = [
        ("企业名称", "县区", "行业", "绩效分级", "减排量", ""),
        ("", "", "", "", "黄色", "橙色"),
        (LIME[0], "虚构东县", "石灰窑", "B", "1.5", "2"),
    ]
    merges = [(0, column, 1, column) for column in range(4)] + [(0, 4, 0, 5)]
    chosen = Choices(columns={"减排量/黄色": "ignore", "F": "ignore"})
    (row,) = take(table(rows, merges), chosen).rows
    assert row.measures == ()


def test_full_width_signs_are_read(table: Table, take: Take) -> None:
    """Full-width letters and digits, spaces inside and around, and other dashes are what they look like."""
    wide = "".join(chr(ord(sign) + 0xFEE0) for sign in credit_code(7))
    rows = [
        ("　企业 名称", "信用代码（18位）", "县（市、区）", "行业\n类型", "绩效等级*"),
        (f" 虚构 ７号　石灰 ABC {WIDE_C}o 有限公司 ", f" {wide[:6]} {wide[6:]} ", "虚构\n东县", "石灰窑行业", "Ｂ级"),
    ]
    (row,) = take(table(rows)).rows
    assert (row.name, row.code) == ("虚构7号石灰ABC Co有限公司", credit_code(7))
    assert (row.county, row.sector, row.grade) == ("虚构东县", "lime-kilns", "B")


def test_what_is_no_company_is_left_out_and_told(table: Table, take: Take) -> None:
    """Blank rows, prepared numbers, sums, repeated headings and notes are no companies; each is counted."""
    head = ("序号", *HEAD)
    rows = [
        head, (1.0, *LIME), (), ("小计", "", "", "1家"), (2, "", "", ""), head,
        (3, *CAST), ("", "虚构东县小计", "", "", "", ""), ("合计：2家",), ("注：以上为虚构",), ("填表人：虚构",),
    ]  # fmt: skip
    imported = take(table(rows))
    assert {row.name for row in imported.rows} == {LIME[0], CAST[0]}
    counted = notes(imported)
    assert (counted["nothing"], counted["sum_row"], counted["header_again"], counted["note_row"]) == (1, 3, 1, 2)
    assert "虚构" not in str([note for note in imported.notes if note.key == "note_row"])


def test_every_sheet_is_a_county(tmp_path: Path, take: Take) -> None:
    """Sheets without a column of counties are named after theirs; a hidden sheet is told and not read."""
    head = ("企业名称", "行业", "绩效分级")
    file = write_xlsx(
        tmp_path / "table.xlsx",
        Page("虚构东县", [head, (LIME[0], "石灰窑", "B")]),
        Page("虚构南区", [("标题",), head, (CAST[0], "铸造", "C")]),
        Page("空", []),
        Page("词表", [("甲", "乙")], hidden=True),
    )
    imported = take(file)
    assert [(row.name, row.county) for row in imported.rows] == [(LIME[0], "虚构东县"), (CAST[0], "虚构南区")]
    assert imported.counties == ("虚构东县", "虚构南区")
    assert notes(imported)["hidden_sheet"] == 1
    assert len(take(file, Choices(sheets=("虚构南区",))).rows) == 1


def test_the_name_of_a_file_does_not_count(tmp_path: Path, take: Take, table: Table) -> None:
    """A workbook called .csv and a text table called .xlsx are read for what they are, and the report says so."""
    misnamed = table([HEAD, LIME]).rename(tmp_path / "table.csv")
    assert notes(take(misnamed))["other_kind"] == 1
    text = write_csv(tmp_path / "text.xlsx", Page("", [HEAD, LIME]))
    assert notes(take(text))["other_kind"] == 1


def test_tabs_part_columns_as_well(text_table: Table, take: Take) -> None:
    """A text table may be parted by tabs; a date in a column that is left out does no harm."""
    file = text_table([(*HEAD, "备注"), (*LIME, date(2026, 1, 2))])
    file.write_text(file.read_text("utf-8").replace(",", "\t"), "utf-8")
    assert len(take(file).rows) == 1

"""What cells mean: by declared words, by the plan, by what the operator says of one file; never by a guess."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.importing.cases import CAST, HEAD, LIME
from tests.importing.conftest import Take
from tests.inventories.spoiled import SHEET, repacked
from tests.inventories.writers import Page, write_xlsx

from lantian.importing.fault import RefusedError
from lantian.importing.importer import Choices, Imported, import_file
from lantian.importing.lexicon import Lexicon

Table = Callable[..., Path]


def notes(imported: Imported) -> dict[str, int]:
    """Return how often each kind of note was made."""
    counts: dict[str, int] = {}
    for note in imported.notes:
        counts[note.key] = counts.get(note.key, 0) + note.count
    return counts


def test_the_operator_says_what_the_table_does_not(table: Table, take: Take) -> None:
    """A county for all rows, unknown headings by name or letter, columns that do not matter."""
    rows = [("单位", "行当", "绩效分级", "", "排名"), ("虚构甲石灰有限公司", "石灰窑", "B", "某", 3)]
    chosen = Choices(columns={"单位": "name", "B": "sector", "d": "ignore", "排名": "ignore"}, county="虚构东县")
    with_heading = [(*rows[0][:3], "某列", rows[0][4]), rows[1]]
    (row,) = take(table(with_heading), chosen).rows
    assert (row.name, row.county, row.sector) == ("虚构甲石灰有限公司", "虚构东县", "lime-kilns")


def test_columns_of_persons_are_never_read(table: Table, take: Take) -> None:
    """Names and telephones of persons are in no row and in no note, and the report says which columns they were."""
    head = (*HEAD, "环保负责人", "联系电话", "法定代表人")
    imported = take(table([head, (*LIME, "张三", "138" + "0" * 8, "李四")]))
    assert notes(imported)["personal_column"] == 3
    assert "张三" not in repr(imported)
    assert "1380000" not in repr(imported)


def test_sector_by_number_name_alias_and_branch(table: Table, take: Take) -> None:
    """A sector is named by the plan's number or name, by a declared other name, or by the name of one branch."""
    rows = [
        (*HEAD, "行业分支"),
        ("虚构甲公司", "", "虚构东县", 1, "B", ""),
        ("虚构乙公司", "无", "虚构东县", "石灰", "B级", ""),
        ("虚构丙公司", "/", "虚构东县", "铸件企业", "B级", ""),
        ("虚构丁公司", "140000000000001", "虚构东县", "铸造", "B级", "铸造用生铁企业"),
        ("虚构戊公司", "", "虚构东县", "lime-kilns", "B", "某个分支"),
    ]
    imported = take(table(rows))
    assert {(row.name, row.sector, row.branch, row.code) for row in imported.rows} == {
        ("虚构甲公司", "lime-kilns", None, None),
        ("虚构乙公司", "lime-kilns", None, None),
        ("虚构丙公司", "foundries", "castings", None),
        ("虚构丁公司", "foundries", "pig_iron", None),
        ("虚构戊公司", "lime-kilns", None, None),
    }
    counted = notes(imported)
    assert {key: counted[key] for key in ("sector_read", "no_code", "older_number", "branch_dropped")} == {
        "sector_read": 4, "no_code": 4, "older_number": 1, "branch_dropped": 1,
    }  # fmt: skip


def test_a_dash_is_not_a_gap(table: Table, take: Take) -> None:
    """A dash or `无` under a level is kept as what the inventory says; only a blank cell says nothing."""
    rows = [(*HEAD, "黄色预警", "橙色预警", "红色预警"), (*LIME, "—", "无", "")]
    (row,) = take(table(rows)).rows
    assert row.measures == (("yellow", "—"), ("orange", "无"))


def test_markup_stays_text(table: Table, take: Take) -> None:
    """A name that looks like markup is kept letter by letter; pages escape it."""
    name = '虚构<img src=x onerror="alert(1)">公司'
    (row,) = take(table([HEAD, (name, *LIME[1:])])).rows
    assert row.name == name.replace(" ", " ")


def test_blank_cells_are_filled_down_only_where_declared(text_table: Table, take: Take, words: Lexicon) -> None:
    """A blank county is a mistake, unless the vocabulary says that counties are written once."""
    file = text_table([HEAD, LIME, (*CAST[:2], "", *CAST[3:])])
    with pytest.raises(RefusedError):
        take(file)
    declared = replace(words, words=words.words.model_copy(update={"fill_down": ("county",)}))
    imported = import_file(file, declared, Choices(), lambda _: None)
    assert {row.county for row in imported.rows} == {"虚构东县"}
    assert notes(imported)["filled_down"] == 1


def test_the_operator_can_not_make_a_column_of_persons_anything_else(table: Table, take: Take) -> None:
    """A heading that announces persons is never read, whatever --map says of it."""
    with pytest.raises(RefusedError) as raised:
        take(table([("联系人", *HEAD[1:]), ("张三", *LIME[1:])]), Choices(columns={"联系人": "name"}))
    assert [fault.key for fault in raised.value.faults] == ["no_header"]


def test_a_sheet_named_like_a_command_is_not_written_down(tmp_path: Path, take: Take) -> None:
    """The name of a sheet goes into our own table, so it must be nothing that a spreadsheet would run."""
    (row,) = take(write_xlsx(tmp_path / "a.xlsx", Page("=cmd|' !A0".replace("'", ""), [HEAD, LIME]))).rows
    assert row.sheet == ""


def test_formulas_of_rules_are_none_of_a_cell(tmp_path: Path, take: Take) -> None:
    """Rules for formats and lists keep formulas behind the cells; no cell is refused for them."""
    rule = (
        b'</sheetData><extLst><ext><x14:cf xmlns:x14="urn:x"><xm:f xmlns:xm="urn:y">$A$1</xm:f></x14:cf></ext></extLst>'
    )
    file = write_xlsx(tmp_path / "a.xlsx", Page("清单", [HEAD, LIME]))
    repacked(file, {SHEET: lambda data: data.replace(b"</sheetData>", rule)})
    assert len(take(file).rows) == 1


def test_a_sum_in_the_column_of_codes_is_a_sum(table: Table, take: Take) -> None:
    """Where codes come first, a row of sums begins in their column."""
    rows = [(HEAD[1], HEAD[0], *HEAD[2:]), (LIME[1], LIME[0], *LIME[2:]), ("合计", "1家")]
    assert [row.name for row in take(table(rows)).rows] == [LIME[0]]

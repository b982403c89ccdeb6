"""What an inventory must not say: every mistake is told at its own cell, all of them at once."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.importing.cases import BRICK, CAST, HEAD, LIME
from tests.importing.conftest import FORMATS, Refused, Take, Writer
from tests.inventories.invented import credit_code
from tests.inventories.writers import Cell, Formula, Page

from lantian.importing.fault import MOST_FAULTS, RefusedError
from lantian.importing.importer import Choices

Table = Callable[..., Path]
NAME, CODE, COUNTY, SECTOR, GRADE = range(5)
POWDER = "使用粉末涂料的家具制造企业"


def changed(column: int, value: object) -> tuple[object, ...]:
    """Return a sound row with one cell changed."""
    return tuple(value if index == column else cell for index, cell in enumerate(LIME))


WRONG_DIGIT = LIME[CODE][:-1] + ("0" if LIME[CODE][-1] != "0" else "1")
CELLS: dict[str, tuple[int, object, str]] = {
    "no name": (NAME, "", "A2 no_name"),
    "name of digits": (NAME, 123.0, "A2 name_of_digits"),
    "command": (NAME, "=cmd|' /C calc'!A0", "A2 command"),
    "plus": (NAME, "+虚构公司", "A2 command"),
    "full-width at": (NAME, chr(0xFF20) + "SUM(1)", "A2 command"),
    "tab and equals": (NAME, "\t=1+1", "A2 command"),
    "mobile number": (NAME, "虚构公司 联系 138 0000 0000", "A2 mobile_number"),
    "direction mark": (NAME, "虚构\u202e司公", "A2 refused_character"),
    "control": (NAME, "虚构_x0007_公司", "A2 refused_character"),
    "lone half": (NAME, "虚构_xD800_公司", "A2 damaged_character"),
    "private character": (NAME, "虚构\ue000公司", "A2 damaged_character"),
    "replacement mark": (NAME, "虚构\ufffd公司", "A2 refused_character"),
    "too long": (NAME, "虚" * 121, "A2 too_long"),
    "date": (NAME, date(2026, 1, 2), "A2 not_text"),
    "truth value": (GRADE, True, "E2 not_text"),
    "check digit": (CODE, WRONG_DIGIT, "B2 code_check_digit"),
    "letter O": (CODE, "91O" + LIME[CODE][3:], "B2 code_form"),
    "short code": (CODE, LIME[CODE][:-1], "B2 code_length"),
    "number": (CODE, 914403001234567890.0, "B2 code_is_number"),
    "no county": (COUNTY, " ", "C2 no_county"),
    "unknown sector": (SECTOR, "虚构行业", "D2 unknown_sector"),
    "no sector": (SECTOR, None, "D2 no_sector"),
    "unknown grade": (GRADE, "保障类", "E2 unknown_grade"),
    "no grade": (GRADE, "", "E2 no_grade"),
    "dashes in the plan": (GRADE, "引领性", "E2 grade_not_in_sector"),
    "grade of no sector": (GRADE, "B-", "E2 grade_not_in_sector"),
}


@pytest.mark.parametrize(("column", "value", "told"), CELLS.values(), ids=CELLS)
def test_a_wrong_cell_is_told_at_its_place(
    column: int, value: object, told: str, table: Table, refused: Refused
) -> None:
    """One wrong cell refuses the whole file and is named by sheet and cell."""
    assert refused(table([HEAD, changed(column, value), CAST])) == [f"清单!{told}"]


def test_all_mistakes_are_told_at_once(table: Table, refused: Refused) -> None:
    """Mistakes of one row and of several are told together, in the order of the rows."""
    rows = [HEAD, ("", "X", "", "无此行业", "Z级"), CAST, changed(GRADE, "Z")]
    assert refused(table(rows)) == [
        "清单!A2 no_name",
        "清单!B2 code_length",
        "清单!C2 no_county",
        "清单!D2 unknown_sector",
        "清单!E2 unknown_grade",
        "清单!E4 unknown_grade",
    ]


def test_endless_mistakes_are_counted(text_table: Table, take: Take) -> None:
    """Only so many mistakes are listed; how many more there are is said."""
    rows = [HEAD, *(changed(GRADE, "Z级") for _ in range(MOST_FAULTS + 30))]
    with pytest.raises(RefusedError) as raised:
        take(text_table(rows))
    assert (len(raised.value.faults), raised.value.more) == (MOST_FAULTS, 30)


@pytest.mark.parametrize("writer", FORMATS.values(), ids=FORMATS)
def test_formulas_are_refused_where_they_matter(writer: Writer, tmp_path: Path, refused: Refused) -> None:
    """A formula in a column that is taken over is refused, its stored result not trusted; elsewhere it is ignored."""
    formula = Formula('="虚构"&"公司"', "虚构公司")
    rows: list[tuple[Cell | Formula, ...]] = [
        ("序号", *HEAD),
        (Formula("=ROW()-1", "1"), *LIME),
        (Formula("=ROW()-1", "2"), formula, *CAST[1:]),
    ]
    assert refused(writer(tmp_path / "table", Page("清单", rows))) == ["清单!B3 formula_in_cell"]


def test_a_formula_counts_in_every_cell_it_is_merged_over(table: Table, refused: Refused) -> None:
    """A merged cell that holds a formula is refused for each row that it covers."""
    rows = [HEAD, (*LIME[:2], Formula("=A1", "虚构东县"), *LIME[3:]), (*CAST[:2], "", *CAST[3:])]
    assert refused(table(rows, [(1, 2, 2, 2)])) == ["清单!C2 formula_in_cell", "清单!C3 formula_in_cell"]


def test_an_error_value_is_no_gap(tmp_path: Path, refused: Refused) -> None:
    """A cell that shows #N/A is refused and not taken for a blank one."""
    rows: list[tuple[Cell | Formula, ...]] = [HEAD, (*LIME[:4], Formula("=NA()", "#N/A"))]
    file = FORMATS["xlsx"](tmp_path / "table.xlsx", Page("清单", rows))
    assert refused(file) == ["清单!E2 error_in_cell"]


def test_unknown_columns_are_told_with_all_others(table: Table, refused: Refused) -> None:
    """A column that nobody declared is a mistake; so are two columns for one thing, and one that is missing."""
    rows = [("企业名称", "单位名称", "行业", "颜值", "备注", ""), ("甲", "甲", "石灰窑", "高", "", "")]
    assert refused(table(rows)) == [
        "清单!B1 two_columns",
        "清单!D1 unknown_column",
        "清单!1 missing_column",
        "清单!1 missing_column",
    ]


def test_content_below_no_heading(table: Table, refused: Refused) -> None:
    """A column without a heading that holds something is told once, at the first such cell."""
    assert refused(table([HEAD, LIME, (*CAST, "某", "某"), (*BRICK, "某")])) == [
        "清单!F3 column_without_heading",
        "清单!G3 column_without_heading",
    ]


def test_a_sheet_that_is_no_inventory(table: Table, refused: Refused) -> None:
    """A visible sheet without headings is not passed over in silence; neither is a choice that fits nothing."""
    assert refused(table([("甲", "乙"), ("丙", "丁")])) == ["清单 no_header"]
    assert refused(table([HEAD, LIME]), Choices(columns={"没有": "ignore"})) == ["no_such_column"]
    assert refused(table([HEAD, LIME]), Choices(sheets=("没有",))) == ["no_such_sheet"]
    assert refused(table([HEAD])) == ["no_rows"]


def test_a_grade_of_another_branch(table: Table, refused: Refused) -> None:
    """A branch that the sector does not have is refused, and so is a grade where the plan tells none apart."""
    rows = [
        (*HEAD, "行业分支"),
        (*CAST, "平板玻璃"),
        ("虚构丁洗煤有限公司", credit_code(9), "虚构东县", "独立煤炭洗选及仓储物流", "C级", ""),
    ]
    assert refused(table(rows)) == ["清单!F2 unknown_branch", "清单!E3 grade_not_in_sector"]


def test_grades_of_one_branch_are_not_those_of_another(table: Table, refused: Refused, take: Take) -> None:
    """Castings share Grade A with the whole sector; a branch that is told apart as leading or not has no Grade A."""
    cast = ("虚构甲铸造有限公司", "", "虚构东县", "铸件企业", "A级")
    assert [row.branch for row in take(table([HEAD, cast])).rows] == ["castings"]
    furniture = ("虚构乙家具有限公司", "", "虚构东县", "家具制造")
    assert len(take(table([HEAD, (*furniture, "A级")])).rows) == 1
    branch = (*HEAD, "行业分支")
    assert refused(table([branch, (*furniture, "A级", POWDER)])) == ["清单!E2 grade_not_in_sector"]
    assert len(take(table([branch, (*furniture, "引领性", POWDER)])).rows) == 1

"""Several rows of one company: what is the same is kept once, what contradicts itself is refused."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.importing.cases import CAST, HEAD, LIME
from tests.importing.conftest import Take
from tests.inventories.invented import credit_code

from lantian.importing.fault import RefusedError
from lantian.model.inventory import anchor

Table = Callable[..., Path]


def test_the_same_row_twice_is_kept_once(table: Table, take: Take) -> None:
    """A row that an earlier one says already is dropped and told, with a code and without."""
    nameless = (LIME[0], "", *LIME[2:])
    imported = take(table([HEAD, LIME, CAST, LIME, nameless, nameless]))
    assert len(imported.rows) == 3
    assert [(note.key, note.count) for note in imported.notes if note.key == "repeated_row"] == [("repeated_row", 2)]


def test_two_grades_of_one_code_name_both_rows(table: Table, take: Take) -> None:
    """Two rows of one code with different grades are refused; the sentence names the other row and both grades."""
    with pytest.raises(RefusedError) as raised:
        take(table([HEAD, LIME, CAST, (*LIME[:4], "D级")]))
    (fault,) = raised.value.faults
    assert (fault.key, fault.where.row) == ("two_grades", 4)
    assert dict(fault.fields) == {"name": LIME[0], "grade": "D", "other": "B", "row": "[清单] 2"}


def test_one_code_and_two_names(table: Table, take: Take) -> None:
    """A code is one company: another name under it is refused."""
    with pytest.raises(RefusedError) as raised:
        take(table([HEAD, LIME, ("虚构别的公司", *LIME[1:])]))
    assert [fault.key for fault in raised.value.faults] == ["two_names"]


def test_two_measures_of_one_row(table: Table, take: Take) -> None:
    """The same company in the same sector can not stop different things."""
    with pytest.raises(RefusedError) as raised:
        take(table([(*HEAD, "黄色预警"), (*LIME, "甲"), (*LIME, "乙")]))
    assert [fault.key for fault in raised.value.faults] == ["two_measures"]


def test_one_name_and_two_codes_are_two_companies(table: Table, take: Take) -> None:
    """Companies of one name with different codes are both kept, and told."""
    imported = take(table([HEAD, LIME, (LIME[0], credit_code(99), *LIME[2:])]))
    assert len({row.id for row in imported.rows}) == 2
    assert "same_name" in {note.key for note in imported.notes}


def test_a_company_in_two_sectors_has_two_anchors(table: Table, take: Take) -> None:
    """A company in two sectors with the same grade is kept twice; each row has an anchor of its own."""
    imported = take(table([HEAD, LIME, (*LIME[:3], "砖瓦窑", "B级")]))
    assert [row.id for row in imported.rows] == [f"{LIME[1].lower()}", f"{LIME[1].lower()}-lime-kilns"]
    assert "several_rows" in {note.key for note in imported.notes}


def test_an_anchor_does_not_depend_on_the_file(table: Table, take: Take) -> None:
    """The anchor is the code, or comes from name and county alone, whatever stands around the row."""
    nameless = (LIME[0], "", *LIME[2:])
    first = {row.id for row in take(table([HEAD, nameless])).rows}
    second = {row.id for row in take(table([("标题",), HEAD, CAST, nameless])).rows}
    assert first < second
    assert first == {anchor(None, LIME[0], LIME[2])}

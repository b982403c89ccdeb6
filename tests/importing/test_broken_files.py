"""Files that are no table, damaged, protected or hold programs: told apart by what is in them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.importing.cases import HEAD, LIME
from tests.importing.conftest import Refused, Take
from tests.inventories.spoiled import (
    OLE,
    repacked,
)
from tests.inventories.writers import Page, write_ods, write_xls, write_xlsx


def test_an_old_workbook_with_a_password(tmp_path: Path, refused: Refused) -> None:
    """A record that announces encryption is enough; here it takes the place of the one that names a code page."""
    file = write_xls(tmp_path / "a.xls", Page("清单", [HEAD, LIME]))
    file.write_bytes(file.read_bytes().replace(b"\x42\x00\x02\x00", b"\x2f\x00\x02\x00", 1))
    assert refused(file) == ["password"]


def test_macros_are_told_and_never_run(tmp_path: Path, take: Take) -> None:
    """A workbook with a program is read for its values alone, and the report says that there is one."""
    file = repacked(write_xlsx(tmp_path / "a.xlsm", Page("清单", [HEAD, LIME])), {}, ("xl/vbaProject.bin", OLE))
    assert "macros" in {note.key for note in take(file).notes}


def test_passwords_are_told(tmp_path: Path, refused: Refused) -> None:
    """A protected workbook is told to be protected, not to be broken."""
    manifest = (
        b'<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:encryption-data/></m:manifest>'
    )
    file = write_ods(tmp_path / "a.ods", Page("清单", [HEAD, LIME]))
    assert refused(repacked(file, {"META-INF/manifest.xml": lambda _: manifest})) == ["password"]


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"%PDF-1.7 \n", "not_a_table"),
        (b"<html><table><tr><td>x", "not_a_table"),
        (b"\xef\xbb\xbf\r\n<?xml version='1.0'?><Workbook/>", "not_a_table"),
        (b"PK\x03\x04" + bytes(100), "broken_archive"),
        (OLE + bytes(2000), "broken_archive"),
        (OLE, "broken_archive"),
        (b"\xff\xfe\x00", "undecodable"),
        ("企业名称,行业,绩效分级\n".encode() + b"\x81", "2 undecodable"),
        ("企业名称,县区,行业,绩效分级\n".encode() + b'"a,b', "2 broken_text_table"),
    ],
)
def test_what_is_no_table(data: bytes, key: str, tmp_path: Path, refused: Refused) -> None:
    """Other kinds of files and broken ones are told apart by their content."""
    file = tmp_path / "table.xlsx"
    file.write_bytes(data)
    assert refused(file)[-1].removeprefix("1 ") in {key, key.removeprefix("1 ")}


def test_nul_and_surrogates_in_a_text_table(tmp_path: Path, refused: Refused) -> None:
    """NUL characters are refused at their cell; bytes of half characters are no text at all."""
    file = tmp_path / "table.csv"
    file.write_bytes(",".join(HEAD).encode() + b"\n" + ",".join(LIME).encode().replace("甲".encode(), b"\x00"))
    assert refused(file) == ["A2 refused_character"]
    file.write_bytes(",".join(HEAD).encode() + b"\n" + ",".join(LIME).encode().replace("甲".encode(), b"\xed\xa0\x80"))
    assert refused(file)[0] in {"2 undecodable", "no_header"}


@pytest.mark.parametrize("writer", [write_xlsx, write_ods, write_xls])
def test_a_damaged_file_is_refused_with_a_sentence(
    writer: Callable[..., Path], tmp_path: Path, refused: Refused, take: Take
) -> None:
    """Cut short anywhere, a workbook is refused, and never a crash of the reader."""
    whole = writer(tmp_path / "whole", Page("清单", [HEAD, LIME])).read_bytes()
    assert len(take(tmp_path / "whole").rows) == 1
    file = tmp_path / "cut"
    for length in range(8, len(whole) - 600, len(whole) // 40):
        file.write_bytes(whole[:length])
        assert len(refused(file)) == 1


@pytest.mark.parametrize("outer", ["office:annotation", "text:p"])
def test_a_table_where_none_belongs(outer: str, tmp_path: Path, refused: Refused) -> None:
    """A table inside a note or a cell could reach as far as it likes, so it is refused."""
    inner = f"<{outer}><table:table table:name='x'/></{outer}></table:table-cell>".encode()
    file = write_ods(tmp_path / "a.ods", Page("清单", [HEAD, LIME]))
    change = {"content.xml": lambda data: data.replace(b"</table:table-cell>", inner, 1)}
    assert refused(repacked(file, change)) == ["table_in_cell"]


def test_two_sheets_of_one_name(tmp_path: Path, refused: Refused) -> None:
    """No spreadsheet program writes two sheets of one name; which of them was judged would not be certain."""
    pages = Page("清单", [HEAD, LIME]), Page("清卑", [HEAD, LIME])
    same = {"content.xml": lambda data: data.replace("清卑".encode(), "清单".encode())}
    assert refused(repacked(write_ods(tmp_path / "a.ods", *pages), same)) == ["strange_part"]
    same = {"xl/workbook.xml": same["content.xml"]}
    assert refused(repacked(write_xlsx(tmp_path / "a.xlsx", *pages), same)) == ["strange_part"]

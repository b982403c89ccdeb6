"""Files that mean harm: refused before they do any, with a sentence, whatever they are called."""

import os
from collections.abc import Callable
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from time import process_time

import pytest
from tests.importing.cases import HEAD, LIME
from tests.importing.conftest import Refused, Take
from tests.inventories.spoiled import (
    SHEET,
    bomb,
    packed_as_stored,
    repacked,
    sparse,
    with_entities,
    with_lying_sizes,
)
from tests.inventories.writers import Formula, Page, write_ods, write_xls, write_xlsx

from lantian.importing import limits

Table = Callable[..., Path]


def test_a_file_too_big_is_not_opened(tmp_path: Path, refused: Refused) -> None:
    """200 megabytes are refused by their size alone, without reading them."""
    before = getrusage(RUSAGE_SELF).ru_maxrss
    assert refused(sparse(tmp_path / "big.xlsx", 200)) == ["file_too_big"]
    assert getrusage(RUSAGE_SELF).ru_maxrss - before < 50_000


def test_what_is_no_plain_file(tmp_path: Path, refused: Refused) -> None:
    """A pipe is not waited for, a device and an empty file are not read."""
    os.mkfifo(tmp_path / "pipe.xlsx")
    (tmp_path / "empty.csv").touch()
    assert refused(tmp_path / "pipe.xlsx") == ["no_plain_file"]
    assert refused(Path("/dev/zero")) == ["no_plain_file"]
    assert refused(tmp_path / "empty.csv") == ["empty_file"]


def test_a_bomb_by_its_own_list(tmp_path: Path, refused: Refused) -> None:
    """A part that says it is packed a thousand times smaller is not unpacked."""
    started = process_time()
    file = bomb(tmp_path / "bomb.xlsx", 200)
    built = process_time() - started
    assert refused(file) == ["unpacks_too_big"]
    assert process_time() - started - built < 1


def test_a_bomb_that_lies_about_its_size(tmp_path: Path, refused: Refused) -> None:
    """A part that says it is small is read no further than that, and refused as damaged."""
    file = with_lying_sizes(bomb(tmp_path / "bomb.xlsx", 20), SHEET)
    assert refused(file) == ["broken_archive"]


def test_many_parts_that_are_big_together(tmp_path: Path, refused: Refused, monkeypatch: pytest.MonkeyPatch) -> None:
    """What really comes out is counted over all parts."""
    monkeypatch.setattr(limits, "UNPACKED_BYTES", 100_000)
    zeros = [(f"xl/media/{number}.bin", bytes(20_000)) for number in range(6)]
    file = repacked(write_xlsx(tmp_path / "a.xlsx", Page("清单", [HEAD, LIME])), {}, *zeros)
    assert refused(file) == ["unpacks_too_big"]


def test_a_bomb_inside_is_never_opened(tmp_path: Path, refused: Refused) -> None:
    """An archive inside the archive is bytes and nothing else."""
    assert refused(packed_as_stored(tmp_path / "nested.xlsx", 100)) == ["清单 no_header"]


def test_too_many_parts(tmp_path: Path, refused: Refused) -> None:
    """More parts than any workbook has are refused by their number."""
    many = [(f"xl/media/{number}", b"") for number in range(limits.PARTS)]
    file = repacked(write_xlsx(tmp_path / "a.xlsx", Page("清单", [HEAD, LIME])), {}, *many)
    assert refused(file) == ["too_many_parts"]


@pytest.mark.parametrize("name", ["../../etc/cron.d/job", "/etc/passwd", "xl\\..\\a"])
def test_names_that_lead_out(name: str, tmp_path: Path, refused: Refused) -> None:
    """A part that would be written elsewhere by a careless program is refused by its name."""
    file = repacked(write_xlsx(tmp_path / "a.xlsx", Page("清单", [HEAD, LIME])), {}, (name, b"x"))
    assert refused(file) == ["strange_part"]


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/sharedStrings.xml", "docProps/core.xml"])
def test_entities_are_not_expanded(part: str, tmp_path: Path, refused: Refused) -> None:
    """A document type in any part of a workbook is refused before anything expands."""
    file = write_xlsx(tmp_path / "a.xlsx", Page("清单", [HEAD, LIME]))
    more = () if part != "xl/sharedStrings.xml" else ((part, with_entities(b"<?xml version='1.0'?><sst/>")),)
    assert refused(repacked(file, {part: with_entities}, *more)) == ["document_type"]


def test_entities_in_an_open_document(tmp_path: Path, refused: Refused) -> None:
    """The same in the other format of packed XML."""
    file = write_ods(tmp_path / "a.ods", Page("清单", [HEAD, LIME]))
    assert refused(repacked(file, {"content.xml": with_entities})) == ["document_type"]


def test_a_cell_at_the_end_of_the_world(tmp_path: Path, refused: Refused) -> None:
    """A sheet that reaches to the last cell there can be would fill the memory of its reader; it is not read."""
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    file = write_xlsx(tmp_path / "a.xlsx", Page("清单", [HEAD, LIME]))
    assert refused(repacked(file, {SHEET: lambda data: data.replace(b"</sheetData>", far)})) == [
        "清单 too_many_columns"
    ]
    hidden = far.replace(b"<v>", b"<odd/><v>")
    file = write_xlsx(tmp_path / "a.xlsx", Page("清单", [HEAD, LIME]))
    assert refused(repacked(file, {SHEET: lambda data: data.replace(b"</sheetData>", hidden)})) == [
        "清单 too_many_columns"
    ]
    down = far.replace(b"XFD", b"A")
    file = write_xlsx(tmp_path / "a.xlsx", Page("清单", [HEAD, LIME]))
    assert refused(repacked(file, {SHEET: lambda data: data.replace(b"</sheetData>", down)})) == ["清单 too_many_rows"]


def test_16384_columns(tmp_path: Path, refused: Refused, take: Take) -> None:
    """As many columns as a sheet can have are refused; as many that are only formatted do no harm."""
    wide = [(*HEAD, *("甲" for _ in range(16_384 - len(HEAD))))]
    assert refused(write_xlsx(tmp_path / "a.xlsx", Page("清单", wide))) == ["清单 too_many_columns"]
    text = tmp_path / "a.csv"
    text.write_text(",".join(wide[0]), "utf-8")
    assert refused(text) == ["1 too_many_columns"]
    file = write_xlsx(tmp_path / "a.xlsx", Page("清单", [HEAD, LIME]))
    formatted = b'<c r="XFD2" s="0"/></row></sheetData>'
    repacked(file, {SHEET: lambda data: data.replace(b"</row></sheetData>", formatted)})
    assert len(take(file).rows) == 1


def test_a_repeated_cell_of_an_open_document(tmp_path: Path, refused: Refused) -> None:
    """One cell that says it stands there a million times is counted as a million."""
    file = write_ods(tmp_path / "a.ods", Page("清单", [HEAD, LIME]))
    rows = b'<table:table-row table:number-rows-repeated="999999">'
    assert refused(repacked(file, {"content.xml": lambda data: data.replace(b"<table:table-row>", rows, 1)})) == [
        "清单 too_many_rows"
    ]
    file = write_ods(tmp_path / "a.ods", Page("清单", [HEAD, (Formula("=1", "1"), *LIME[1:])]))
    cells = b"<table:table-cell table:number-columns-repeated='999999' table:formula"
    change = {"content.xml": lambda data: data.replace(b"<table:table-cell table:formula", cells)}
    assert refused(repacked(file, change)) == ["too_many_formulas"]


def test_an_old_workbook_that_reaches_too_far(tmp_path: Path, refused: Refused) -> None:
    """The old format, too, is not let at its reader when it would fill the memory."""
    rows: list[tuple[str, ...]] = [HEAD, *((),) * 65_533, (*("",) * 255, "甲")]
    assert refused(write_xls(tmp_path / "a.xls", Page("清单", rows))) == ["too_many_cells"]

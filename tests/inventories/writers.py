"""Writes tables as XLSX, XLS, ODS and CSV files, as spreadsheet programs do: with merged cells, blank rows, sheets."""

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from html import escape
from pathlib import Path
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile

import xlsxwriter
import xlwt
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

Cell = str | int | float | bool | date | None
Range = tuple[int, int, int, int]
"""Top, left, bottom, right, counted from 0."""


class Formula(NamedTuple):
    """A formula and the result that the program stored beside it."""

    text: str
    result: str


class Page(NamedTuple):
    """One sheet: its name, its rows, its merged ranges."""

    name: str
    rows: Iterable[Sequence[Cell | Formula]]
    merges: Sequence[Range] = ()
    hidden: bool = False


def write_xlsx(path: Path, *pages: Page) -> Path:
    """Write a workbook of today."""
    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for page in pages:
            sheet = book.add_worksheet(page.name)
            if page.hidden:
                sheet.hide()
            for number, row in enumerate(page.rows):
                for column, value in enumerate(row):
                    _xlsx_cell(sheet, number, column, value, day)
            # The library's own way writes the cells again, which is too late for a file that is written row by row.
            sheet.merge += [list(merge) for merge in page.merges]
    return path


def _xlsx_cell(sheet: Worksheet, row: int, column: int, value: Cell | Formula, day: Format) -> None:
    if isinstance(value, Formula):
        sheet.write_formula(row, column, value.text, None, value.result)
    elif isinstance(value, date):
        sheet.write_datetime(row, column, value, day)
    elif isinstance(value, str) and value:
        sheet.write_string(row, column, value)
    elif value not in (None, ""):
        sheet.write(row, column, value)


def write_xls(path: Path, *pages: Page) -> Path:
    """Write a workbook in the binary format of 1997."""
    book = xlwt.Workbook(encoding="utf-8")
    day = xlwt.easyxf(num_format_str="yyyy-mm-dd")
    for page in pages:
        sheet = book.add_sheet(page.name, cell_overwrite_ok=True)
        sheet.visibility = int(page.hidden)
        for number, row in enumerate(page.rows):
            for column, value in enumerate(row):
                if isinstance(value, Formula):
                    sheet.write(number, column, xlwt.Formula(value.text.removeprefix("=")))
                elif isinstance(value, date):
                    sheet.write(number, column, value, day)
                elif value not in (None, ""):
                    sheet.write(number, column, value)
        for top, left, bottom, right in page.merges:
            sheet.merge(top, bottom, left, right)
    book.save(str(path))
    return path


def write_csv(path: Path, page: Page, encoding: str = "utf-8") -> Path:
    """Write a text table; merged ranges are lost, as they are in real life."""
    with path.open("w", encoding=encoding, newline="") as stream:
        csv.writer(stream).writerows([_plain(value) for value in row] for row in page.rows)
    return path


def _plain(value: Cell | Formula) -> str:
    if isinstance(value, Formula):
        return value.result
    return "" if value is None else str(value)


_NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text", "style")
)
_MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
    "</manifest:manifest>"
)


def write_ods(path: Path, *pages: Page) -> Path:
    """Write an OpenDocument spreadsheet: the parts that readers need."""
    with ZipFile(path, "w", ZIP_DEFLATED) as parts:
        parts.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        parts.writestr("META-INF/manifest.xml", _MANIFEST)
        with parts.open("content.xml", "w") as stream:
            stream.write(
                f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_NAMESPACES}>'
                "<office:body><office:spreadsheet>".encode()
            )
            for page in pages:
                stream.write(f'<table:table table:name="{escape(page.name)}">'.encode())
                spans = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in page.merges}
                for number, row in enumerate(page.rows):
                    cells = (_ods_cell(value, spans.get((number, column))) for column, value in enumerate(row))
                    stream.write(f"<table:table-row>{''.join(cells)}</table:table-row>".encode())
                stream.write(_ODS_TAIL)
            stream.write(b"</office:spreadsheet></office:body></office:document-content>")
    return path


_ODS_TAIL = (
    b'<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="1024"/>'
    b"</table:table-row></table:table>"
)
"""What a spreadsheet program writes below the last row: a million blank ones in one."""


def _ods_cell(value: Cell | Formula, span: tuple[int, int] | None) -> str:
    spanned = f' table:number-rows-spanned="{span[0]}" table:number-columns-spanned="{span[1]}"' if span else ""
    if value in (None, ""):
        return f"<table:table-cell{spanned}/>"
    if isinstance(value, Formula):
        formula = f' table:formula="of:{escape(value.text)}" office:value-type="string"'
        return f"<table:table-cell{spanned}{formula}><text:p>{escape(value.result)}</text:p></table:table-cell>"
    kind = ' office:value-type="string"'
    if isinstance(value, date):
        kind = f' office:value-type="date" office:date-value="{value.isoformat()}"'
    elif isinstance(value, bool):
        kind = f' office:value-type="boolean" office:boolean-value="{str(value).lower()}"'
    elif isinstance(value, (int, float)):
        kind = f' office:value-type="float" office:value="{value}"'
    return f"<table:table-cell{spanned}{kind}><text:p>{escape(str(value))}</text:p></table:table-cell>"

"""Tables of plain text: commas or tabs, UTF-8 or GB18030, and nothing is guessed beyond that."""

import csv
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from io import StringIO

from lantian.importing import limits
from lantian.importing.fault import Where, refuse
from lantian.importing.sheet import Book, Row, Sheet

_LINES_LOOKED_AT = 10
_UTF16 = {BOM_UTF16_LE: "utf-16", BOM_UTF16_BE: "utf-16"}


def open_text(data: bytes) -> Book:
    """Return the one sheet of a text file; RefusedError if its bytes are no text of a known encoding."""
    text = _decoded(data)
    delimiter = _delimiter(text)
    return Book("csv", iter([Sheet("", _rows(text, delimiter))]))


def _decoded(data: bytes) -> str:
    """UTF-8 first: a Chinese text in GB18030 is hardly ever valid UTF-8, while the reverse often decodes to rubbish."""
    encoding = _UTF16.get(data[:2])
    if encoding is None:
        encoding = "utf-8-sig" if data.startswith(BOM_UTF8) else None
    if encoding is not None:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError as error:
            raise _undecodable(data, error) from error
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as first:
        try:
            return data.decode("gb18030")
        except UnicodeDecodeError as error:
            raise _undecodable(data, max(first, error, key=lambda one: one.start)) from error


def _undecodable(data: bytes, error: UnicodeDecodeError) -> Exception:
    line = data.count(b"\n", 0, error.start) + 1
    return refuse("undecodable", Where(row=line), byte=f"0x{data[error.start]:02X}")


def _delimiter(text: str) -> str:
    head = text.split("\n", _LINES_LOOKED_AT)[:_LINES_LOOKED_AT]
    tabs = sum(line.count("\t") for line in head)
    return "\t" if tabs > sum(line.count(",") for line in head) else ","


def _rows(text: str, delimiter: str) -> Iterator[Row]:
    lines = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 0
    try:
        for number, row in enumerate(lines, 1):
            if number > limits.ROWS:
                raise refuse("too_many_rows", limit=limits.ROWS)
            if len(row) > limits.COLUMNS:
                raise refuse("too_many_columns", Where(row=number), columns=len(row), limit=limits.COLUMNS)
            yield row
    except csv.Error as error:
        raise refuse("broken_text_table", Where(row=number + 1), reason=str(error)) from error

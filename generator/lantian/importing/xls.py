"""What must be known of an old binary workbook (XLS) before it is read: its sheets, formulas, a password.

Only the heads of its records are looked at: what kind, which row, which column.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import IO

import olefile

from lantian.importing.extent import Extent
from lantian.importing.fault import RefusedError, refuse

_BOF, _EOF, _PASSWORD, _SHEET = 0x0809, 0x000A, 0x002F, 0x0085
_FORMULA, _ERROR = 0x0006, 0x0205
_VALUES = frozenset({_FORMULA, _ERROR, 0x0203, 0x0204, 0x00D6, 0x00FD, 0x027E})
"""Formula, truth value or error, number, label, rich text, shared text, packed number."""
_SEVERAL = 0x00BD
"""Packed numbers side by side."""
_HEAD = struct.Struct("<HH")
_POSITION = struct.Struct("<HH")
_BROKEN = (struct.error, IndexError, ValueError, OSError, TypeError, AttributeError, KeyError, RecursionError)


def inspect_xls(data: bytes) -> tuple[list[Extent], bool]:
    """Return how far each sheet reaches, in their order, and whether there are macros; they are never run."""
    try:
        with olefile.OleFileIO(BytesIO(data)) as file:
            if file.exists("EncryptedPackage"):
                raise refuse("password")
            if not file.exists("Workbook"):
                raise refuse("not_a_table", kind="Excel 5/95" if file.exists("Book") else "OLE")
            stream: IO[bytes] = file.openstream("Workbook")
            extents = _extents(stream.read())
            return extents, file.exists("_VBA_PROJECT_CUR")
    except RefusedError:
        raise
    except _BROKEN as error:
        raise refuse("broken_archive") from error


def _extents(stream: bytes) -> list[Extent]:
    """Return the extents in the order of the sheets; a part that never ends, or never begins, has lost something."""
    parts = _Parts()
    for offset, kind, body in _records(stream):
        parts.take(offset, kind, body)
    if parts.open or not parts.extents.keys() >= set(parts.offsets):
        raise refuse("broken_archive")
    ordered = [parts.extents[offset] for offset in parts.offsets]
    for one in ordered:
        one.judge("")
    return ordered


@dataclass(slots=True)
class _Parts:
    """Where sheets begin; how far each part reaches, by where it begins; the parts that have not ended."""

    offsets: list[int] = field(default_factory=list)
    extents: dict[int, Extent] = field(default_factory=dict)
    open: list[Extent] = field(default_factory=list)

    def take(self, offset: int, kind: int, body: bytes) -> None:
        """Take one record."""
        if kind == _PASSWORD:
            raise refuse("password")
        if kind == _SHEET:
            self.offsets.append(struct.unpack_from("<I", body)[0])
        elif kind == _BOF:
            self.open.append(self.extents.setdefault(offset, Extent()))
        elif kind == _EOF and self.open:
            self.open.pop()
        elif self.open:
            _take(self.open[-1], kind, body)


def _records(stream: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Yield where each record begins, its kind and its content."""
    at = 0
    while at + _HEAD.size <= len(stream):
        kind, length = _HEAD.unpack_from(stream, at)
        yield at, kind, stream[at + _HEAD.size : at + _HEAD.size + length]
        at += _HEAD.size + length


def _take(extent: Extent, kind: int, body: bytes) -> None:
    if kind in _VALUES:
        row, column = _POSITION.unpack_from(body)
        extent.value(row, column)
        if kind == _FORMULA:
            extent.mark(row, column, "formula")
        elif kind == _ERROR and body[7]:  # the byte behind the value says whether it is an error
            extent.mark(row, column, "error")
    elif kind == _SEVERAL:
        row, column = _POSITION.unpack_from(body)
        (last,) = struct.unpack_from("<H", body, len(body) - 2)
        extent.value(row, column, columns=max(last - column + 1, 1))

"""Files that mean harm or are broken: bombs, lies about sizes, entities, passwords, programs."""

import struct
from collections.abc import Callable, Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from tests.inventories.writers import Page, write_xlsx

MEGABYTE = 1_000_000
SHEET = "xl/worksheets/sheet1.xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def repacked(file: Path, change: Mapping[str, Callable[[bytes], bytes]], *more: tuple[str, bytes]) -> Path:
    """Change parts of a packed file, and add others."""
    with ZipFile(file) as before:
        parts = {part.filename: before.read(part) for part in before.infolist()}
    with ZipFile(file, "w", ZIP_DEFLATED) as after:
        for name, data in parts.items():
            after.writestr(name, change.get(name, bytes)(data))
        for name, data in more:
            after.writestr(name, data)
    return file


def with_lying_sizes(file: Path, part: str) -> Path:
    """Make the list of parts and the part itself say that it is a hundred bytes long."""
    data = bytearray(file.read_bytes())
    name = part.encode()
    at = 0
    while (at := data.find(name, at + 1)) != -1:
        if data[at - 30 : at - 26] == b"PK\x03\x04":
            struct.pack_into("<I", data, at - 30 + 22, 100)
        if data[at - 46 : at - 42] == b"PK\x01\x02":
            struct.pack_into("<I", data, at - 46 + 24, 100)
    file.write_bytes(data)
    return file


def bomb(file: Path, megabytes: int) -> Path:
    """Write a workbook whose sheet is so many megabytes of nothing, packed a thousand times smaller."""
    write_xlsx(file, Page("清单", [("企业名称",)]))
    return repacked(file, {SHEET: lambda data: data + b" " * (megabytes * MEGABYTE)})


def packed_as_stored(file: Path, megabytes: int) -> Path:
    """Write a workbook with another packed file inside, which is a bomb of its own."""
    inner = file.with_name("inner.zip")
    with ZipFile(inner, "w", ZIP_DEFLATED) as parts:
        parts.writestr("zeros", bytes(megabytes * MEGABYTE))
    write_xlsx(file, Page("清单", [("企业名称",)]))
    with ZipFile(file, "a", ZIP_STORED) as parts:
        parts.write(inner, "xl/embeddings/inner.xlsx")
    return file


def with_entities(data: bytes) -> bytes:
    """Put a document type in front of a part whose entities expand a billionfold."""
    laughs = "".join(f'<!ENTITY l{depth} "{f"&l{depth - 1};" * 10}">' for depth in range(1, 10))
    declared = f'<!DOCTYPE worksheet [<!ENTITY l0 "ha">{laughs}]>'.encode()
    head, end, body = data.partition(b"?>")
    return head + end + declared + body


def sparse(file: Path, megabytes: int) -> Path:
    """Write a file of that size that takes no room on the disk."""
    with file.open("wb") as stream:
        stream.write(b"PK\x03\x04")
        stream.truncate(megabytes * MEGABYTE)
    return file

"""What a file is, by its content; what it is called does not count."""

import os
from pathlib import Path
from stat import S_ISREG
from typing import Literal

from lantian.importing import limits
from lantian.importing.fault import refuse

Kind = Literal["zip", "xls", "text"]
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS = {
    b"%PDF": "PDF",
    b"PK\x05\x06": "ZIP",
    b"Rar!": "RAR",
    b"7z\xbc\xaf\x27\x1c": "7z",
    b"\x1f\x8b": "gzip",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"{\\rtf": "RTF",
    b"\x09\x08\x04\x00": "Excel 4",
    b"\x09\x02": "Excel 2",
}
_MARKUP = (b"<html", b"<!doctype html", b"<table", b"<?xml", b"<meta", b"<head")
_BLOCK = 1 << 20


def read_file(path: Path) -> bytes:
    """Return the bytes of a file; RefusedError before anything is read if it is too big or no plain file."""
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(handle, "rb") as stream:
        facts = os.fstat(stream.fileno())
        if not S_ISREG(facts.st_mode):
            raise refuse("no_plain_file")
        if facts.st_size > limits.FILE_BYTES:
            raise refuse("file_too_big", megabytes=_mega(facts.st_size), limit=_mega(limits.FILE_BYTES))
        data = stream.read(limits.FILE_BYTES + 1)
    if len(data) > limits.FILE_BYTES:  # it grew while it was read
        raise refuse("file_too_big", megabytes=_mega(len(data)), limit=_mega(limits.FILE_BYTES))
    if not data:
        raise refuse("empty_file")
    return data


def kind_of(data: bytes) -> Kind:
    """Return how the file is to be read; RefusedError for what is no table at all."""
    if data.startswith(_ZIP):
        return "zip"
    if data.startswith(_OLE):
        return "xls"
    for beginning, name in _OTHERS.items():
        if data.startswith(beginning):
            raise refuse("not_a_table", kind=name)
    start = data[:_BLOCK].removeprefix(b"\xef\xbb\xbf").lstrip()[:20].lower()
    if start.startswith(_MARKUP):
        raise refuse("not_a_table", kind="HTML / XML")
    return "text"


def usual_ending(kind: str) -> tuple[str, ...]:
    """Return the endings under which files of a kind come."""
    return {"xlsx": (".xlsx", ".xlsm"), "ods": (".ods",), "xls": (".xls", ".et")}.get(kind, (".csv", ".txt", ".tsv"))


def _mega(size: int) -> str:
    return f"{size / 1_000_000:.0f}"

"""The journal of publications: one line of JSON each, only ever added to."""

import json
import os
from pathlib import Path
from typing import Any

Line = dict[str, Any]
_BLOCK = 16_384


def write_line(journal: Path, line: Line) -> None:
    """Add a line in one write; one that a killed publisher tore is closed first, so that it spoils no other."""
    text = json.dumps(line, ensure_ascii=False, sort_keys=True) + "\n"
    with journal.open("a+b", buffering=0) as file:
        if file.seek(0, os.SEEK_END):
            file.seek(-1, os.SEEK_END)
            text = text if file.read(1) == b"\n" else f"\n{text}"
        file.write(text.encode())


def read_lines(journal: Path) -> tuple[Line, ...]:
    """Return every line that can be read, oldest first."""
    try:
        raw = journal.read_bytes()
    except FileNotFoundError:
        return ()
    return tuple(line for text in raw.splitlines() if (line := _line(text)) is not None)


def went_live(journal: Path) -> tuple[str, ...]:
    """Return the releases in the order in which they went live."""
    lines = read_lines(journal)
    return tuple(str(line["release"]) for line in lines if line.get("outcome") == "live" and "release" in line)


def last_live(journal: Path) -> str | None:
    """Return the release that went live last, None if none did; the journal of years is read from its end."""
    try:
        with journal.open("rb") as file:
            begin, rest = file.seek(0, os.SEEK_END), b""
            while begin:
                end, begin = begin, max(begin - _BLOCK, 0)
                file.seek(begin)
                lines = (file.read(end - begin) + rest).split(b"\n")
                rest = lines.pop(0) if begin else b""
                for line in map(_line, reversed(lines)):
                    if line is not None and line.get("outcome") == "live" and "release" in line:
                        return str(line["release"])
    except FileNotFoundError:
        return None
    return None


def _line(text: bytes) -> Line | None:
    try:
        line = json.loads(text)
    except ValueError:
        return None
    return line if isinstance(line, dict) else None

"""The journal of publications: one line of JSON each, only ever added to."""

import json
import os
from pathlib import Path
from typing import Any

Line = dict[str, Any]


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


def _line(text: bytes) -> Line | None:
    try:
        line = json.loads(text)
    except ValueError:
        return None
    return line if isinstance(line, dict) else None

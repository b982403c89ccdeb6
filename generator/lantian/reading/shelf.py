"""What was read once is kept under the hash of the bytes that it was read from; nothing that is kept is ever needed.

What is put here is written when all is kept, behind a publication: nobody waits for the disk.

A record is kept as JSON and validated again when it is taken down: whoever could write here could lay a wrong record
there, as he could write into the site itself, but he could not make the program run anything (pickles could).
"""

import os
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from lantian.reading.fingerprints import UNREADABLE, hash_bytes

T = TypeVar("T")
Look = tuple[int, int, int, int, int]
Taken = dict[str, tuple[Look, Any]]
"""Records that were taken down, by file, and what the file looked like; every one is written under a fresh inode."""
_MODE = 0o700
_CLOCK = "clock"
_WAITING = 8
"""How many records wait to be written: those of a change, and not those of hundreds of places."""


class Shelf:
    """A folder of kept texts, each with its own hash in front; without a folder nothing is kept."""

    def __init__(self, folder: Path | None, taken: Taken | None = None) -> None:
        """Nothing is opened yet; the folder need not be there. What was `taken` is not read again."""
        self._folder, self._taken = folder, taken
        self._waiting: dict[str, tuple[TypeAdapter[Any], Any]] = {}

    def take(self, adapter: TypeAdapter[T], kind: str, key: str) -> T | None:
        """Return a kept record; None if it is not there, or not what was put there."""
        name = f"{kind}-{key}"
        if self._folder is None or key == UNREADABLE:
            return None
        if name in self._waiting:
            put: T = self._waiting[name][1]
            return put
        with suppress(OSError, ValidationError):
            return self._remembered(f"{self._folder}/{name}", adapter)
        return None

    def _remembered(self, file: str, adapter: TypeAdapter[T]) -> T | None:
        if self._taken is None:
            return _read(file, adapter)
        facts = os.stat(file)  # noqa: PTH116 - a path costs more than the look
        look = (facts.st_dev, facts.st_ino, facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns)
        known = self._taken.get(file)
        if known is None or known[0] != look:
            known = self._taken[file] = (look, _read(file, adapter))
        record: T | None = known[1]
        return record

    def put(self, adapter: TypeAdapter[T], kind: str, key: str, record: T) -> None:
        """Keep a record; where that can not be done it is read again next time."""
        if self._folder is None or key == UNREADABLE:
            return
        if len(self._waiting) < _WAITING:
            self._waiting[f"{kind}-{key}"] = (adapter, record)
        else:
            self._write(f"{kind}-{key}", adapter, record)

    def write(self) -> None:
        """Write what waits to be written."""
        while self._waiting:
            name, (adapter, record) = self._waiting.popitem()
            self._write(name, adapter, record)

    def _write(self, name: str, adapter: TypeAdapter[T], record: T) -> None:
        if self._folder is not None:
            lay_down(self._folder, name, adapter.dump_json(record))

    def time(self) -> int:
        """Return the time by the clock of the file system, in nanoseconds; 0 where nothing is kept."""
        if self._folder is None:
            return 0
        with suppress(OSError):
            self._folder.mkdir(_MODE, parents=True, exist_ok=True)
            (self._folder / _CLOCK).write_bytes(b"")
            return (self._folder / _CLOCK).stat().st_mtime_ns
        return 0

    def clear(self, kept: Collection[str]) -> None:
        """Remove everything but some texts, named by kind and key."""
        if self._folder is None:
            return
        with suppress(OSError):
            for entry in os.scandir(self._folder):
                if entry.name not in kept:
                    (self._folder / entry.name).unlink()


def _read(file: str, adapter: TypeAdapter[T]) -> T | None:
    mark, _, text = Path(file).read_bytes().partition(b"\n")
    return adapter.validate_json(text) if mark.decode("latin-1") == hash_bytes(text) else None


def lay_down(folder: Path, name: str, data: bytes) -> None:
    """Keep bytes in a folder behind their own hash, whole or not at all; where that can not be done nothing is kept."""
    with suppress(OSError):
        folder.mkdir(_MODE, parents=True, exist_ok=True)
        fresh = folder / f".{token_hex(8)}"
        fresh.write_bytes(hash_bytes(data).encode() + b"\n" + data)
        fresh.rename(folder / name)

"""What was read once is kept under the hash of the bytes that it was read from; nothing that is kept is ever needed.

A record is kept as JSON and validated again when it is taken down: whoever could write here could lay a wrong record
there, as he could write into the site itself, but he could not make the program run anything (pickles could).
"""

import os
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from lantian.reading.fingerprints import UNREADABLE, hash_bytes

T = TypeVar("T")
_MODE = 0o700
_CLOCK = "clock"


class Shelf:
    """A folder of kept texts, each with its own hash in front; without a folder nothing is kept."""

    def __init__(self, folder: Path | None) -> None:
        """Nothing is opened yet; the folder need not be there."""
        self._folder = folder

    def take(self, adapter: TypeAdapter[T], kind: str, key: str) -> T | None:
        """Return a kept record; None if it is not there, or not what was put there."""
        if self._folder is None or key == UNREADABLE:
            return None
        with suppress(OSError, ValidationError):
            mark, _, text = (self._folder / f"{kind}-{key}").read_bytes().partition(b"\n")
            if mark.decode("latin-1") == hash_bytes(text):
                return adapter.validate_json(text)
        return None

    def put(self, adapter: TypeAdapter[T], kind: str, key: str, record: T) -> None:
        """Keep a record; where that can not be done it is read again next time."""
        if self._folder is None or key == UNREADABLE:
            return
        text = adapter.dump_json(record)
        with suppress(OSError):
            self._folder.mkdir(_MODE, parents=True, exist_ok=True)
            fresh = self._folder / f".{token_hex(8)}"
            fresh.write_bytes(hash_bytes(text).encode() + b"\n" + text)
            fresh.rename(self._folder / f"{kind}-{key}")

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

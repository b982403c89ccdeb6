"""Files below a folder that are not there yet; nearly every page lies in a folder of its own, which costs as much."""

import os
from contextlib import suppress
from pathlib import Path

_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC


class NewFiles:
    """Writes files below a folder, and makes each folder once; no file object, no path object, no second question."""

    def __init__(self, root: Path) -> None:
        """Know of no folder that is there."""
        self._root = str(root)
        self._made: set[str] = set()

    def write(self, name: str, data: bytes) -> None:
        """Write a file by its name below the folder, whole; OSError if that can not be done."""
        folder = name.rpartition("/")[0]
        if folder not in self._made:
            self._make(folder)
        file = os.open(f"{self._root}/{name}", _NEW_FILE, 0o666)
        try:
            written = os.write(file, data)
            while written < len(data):
                written += os.write(file, data[written:])
        finally:
            os.close(file)

    def _make(self, folder: str) -> None:
        """Make a folder, those above it first."""
        if not folder:
            os.makedirs(self._root, exist_ok=True)  # noqa: PTH103 - as everything here, by its name
        else:
            above = folder.rpartition("/")[0]
            if above not in self._made:
                self._make(above)
            with suppress(FileExistsError):
                os.mkdir(f"{self._root}/{folder}")  # noqa: PTH102
        self._made.add(folder)

"""The hash of each file, taken anew only where its size, its times or its place on the disk are not those of before."""

import hashlib
import os
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from stat import S_ISREG

Mark = tuple[int, int, int, int, int, str]
"""Device, inode, size, both times in nanoseconds, and the hash of the bytes that lay there then."""
NANOSECONDS = 1_000_000_000
UNREADABLE = ""


class ContentMovedError(Exception):
    """A file is not what it was a moment ago: somebody writes to the content."""


def hash_bytes(data: bytes) -> str:
    """Return the hash under which bytes are known."""
    return hashlib.sha256(data).hexdigest()


def joined(*hashes: str) -> str:
    """Return one hash of several texts; where one ends and the next begins counts too."""
    return hash_bytes("\n".join(f"{len(one)}:{one}" for one in hashes).encode())


class Fingerprints:
    """The files below a folder by their hashes; `known` are the marks of an earlier look."""

    def __init__(self, root: Path, known: Mapping[str, Mark]) -> None:
        """Nothing is looked at yet."""
        self._root = f"{root}/"
        self._known = known
        self.marks: dict[str, Mark] = {}

    def of(self, path: PurePosixPath) -> str:
        """Return the hash of a file, `UNREADABLE` if it can not be read."""
        name = str(path)
        if name not in self.marks:
            try:
                self.marks[name] = self._mark(name)
            except OSError:
                return UNREADABLE
        return self.marks[name][-1]

    def _mark(self, name: str) -> Mark:
        file = self._root + name
        facts = os.stat(file)  # noqa: PTH116 - a path costs more than the look, thousands of times
        if not S_ISREG(facts.st_mode):
            return (0, 0, 0, 0, 0, UNREADABLE)
        look = (facts.st_dev, facts.st_ino, facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns)
        known = self._known.get(name)
        if known is not None and known[:5] == look:
            return known
        with open(file, "rb") as stream:  # noqa: PTH123 - as above
            return (*look, hashlib.file_digest(stream, "sha256").hexdigest())

    def together(self, paths: Iterable[PurePosixPath]) -> str:
        """Return one hash of several files with their names, `UNREADABLE` if one of them can not be read."""
        listed = [part for path in paths for part in (str(path), self.of(path))]
        return UNREADABLE if UNREADABLE in listed[1::2] else joined(*listed)

    def settled(self, now: int) -> dict[str, Mark]:
        """Return the marks that may be trusted later: of files that had not been touched for a second.

        `now` is a time of the file system in nanoseconds. Within one tick of its clock a file could be written again
        without a trace; the system sets the time of the last change of a file itself, so nobody can set it back.
        """
        return {name: mark for name, mark in self.marks.items() if mark[4] < now - NANOSECONDS}

"""The hash of each file, taken anew only where its size, its times or its place on the disk are not those of before."""

import hashlib
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path, PurePosixPath

from lantian.reading.looks import NANOSECONDS, Look, look_at

Mark = tuple[int, int, int, int, int, str]
"""Device, inode, size, both times in nanoseconds, and the hash of the bytes that lay there then."""
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

    def __init__(self, root: Path, known: Mapping[str, Mark], look: Look | None = None) -> None:
        """Look at the files, unless that was done; none is read yet."""
        self._root = root
        self._known = known
        self._look = look or look_at(root)
        self.marks: dict[str, Mark] = {}

    def anew(self, look: Look, changed: Collection[str]) -> "Fingerprints":
        """Return the same for a later look; what has not changed since is known already."""
        later = Fingerprints(self._root, self._known, look)
        later.marks = {name: mark for name, mark in self.marks.items() if name not in changed}
        return later

    def of(self, path: PurePosixPath) -> str:
        """Return the hash of a file, `UNREADABLE` if it can not be read."""
        name = str(path)
        mark = self.marks.get(name)
        if mark is None:
            try:
                mark = self.marks[name] = self._mark(name)
            except OSError:
                return UNREADABLE
        return mark[-1]

    def _mark(self, name: str) -> Mark:
        stamp = self._look.files.get(name)
        if stamp is None:
            return (0, 0, 0, 0, 0, UNREADABLE)
        known = self._known.get(name)
        if known is not None and known[:5] == stamp:
            return known
        with (self._root / name).open("rb") as stream:
            return (*stamp, hashlib.file_digest(stream, "sha256").hexdigest())

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

"""The inventories of one place on disk: the one that counts, earlier ones, and those that were taken back.

An inventory is a pair of files, head and table. The table is put in place before the head, and a copy of what was there
is kept before either; whatever moment a crash comes at, `settle` finds one whole inventory again.
"""

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from lantian.importing.fault import refuse
from lantian.model.inventory import Stamp
from lantian.model.view import view

ENTERPRISES = "enterprises"
Identify = Callable[[bytes], Stamp | None]
"""Reads from the bytes of a head what it says of itself; None if it says nothing that can be read."""


@view
class Pair:
    """A head and its table."""

    head: Path
    table: Path

    @property
    def whole(self) -> bool:
        """Tell whether both are there."""
        return self.head.is_file() and self.table.is_file()


@contextmanager
def only_one(content: Path) -> Iterator[Path]:
    """Yield the folder of the inventories while no other import changes it; RefusedError if one does."""
    folder = content / ENTERPRISES
    folder.mkdir(exist_ok=True)
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise refuse("import_under_way") from error
        yield folder
    finally:
        os.close(handle)


class Shelf:
    """The inventories of one place."""

    def __init__(self, folder: Path, place: str, identify: Identify) -> None:
        """Keep where they stand; nothing is read yet."""
        self._place, self._identify = place, identify
        self.current = Pair(folder / f"{place}.yaml", folder / f"{place}.csv")
        self._earlier = folder / "earlier" / place
        self._undone = folder / "undone" / place
        self._undoing: tuple[Pair, Pair | None] = (self.current, None)

    def put(self, head: bytes, table: bytes) -> None:
        """Make an inventory the one that counts; the one before is kept."""
        if self.current.whole:
            self._keep(self._earlier)
        _write(self.current.table, table)
        _write(self.current.head, head)

    def take_back(self, *, keep: bool = True) -> Path | None:
        """Put the inventory before back; return where its head was kept, None if there was none before.

        The one that counted is kept among those taken back, unless it is not worth keeping. RefusedError if there is
        no inventory to take back.
        """
        if not self.current.head.is_file():
            raise refuse("nothing_to_undo", place=self._place)
        undone = self._keep(self._undone)
        before = self._last_earlier()
        self._undoing = (undone, before)
        if before is None:
            self.current.head.unlink()
            self.current.table.unlink(missing_ok=True)
            _sync(self.current.head.parent)
        else:
            _copy(before, self.current)
            _drop(before)
        if not keep:
            _drop(undone)
        return None if before is None else before.head

    def put_forward(self) -> None:
        """Undo what `take_back` did just now."""
        undone, before = self._undoing
        if before is not None:
            _copy(self.current, before)
        _copy(undone, self.current)
        _drop(undone)

    def settle(self) -> bool:
        """Finish what a crash broke off, so that head and table belong together; tell whether there was anything."""
        head, table = self.current.head, self.current.table
        if not head.is_file():
            if not table.is_file():
                return False
            _write(self._undone / f"half-{sha256(table.read_bytes()).hexdigest()[:12]}.csv", table.read_bytes())
            table.unlink()
            return True
        stamp = self._identify(head.read_bytes())
        if stamp is None:
            return False
        if table.is_file() and sha256(table.read_bytes()).hexdigest() == stamp.sha256:
            return self._drop_copy()
        kept = next((pair for pair in self._kept() if _holds(pair.table, stamp.sha256)), None)
        if kept is None:
            return False
        _write(table, kept.table.read_bytes())
        self._drop_copy()
        return True

    def _keep(self, folder: Path) -> Pair:
        """Copy the pair that counts; the table first, so that a head is never alone."""
        head = self.current.head.read_bytes()
        stamp = self._identify(head)
        name = free = "unreadable" if stamp is None else stamp.moment
        number = 2
        while (folder / f"{free}.yaml").exists() and (folder / f"{free}.yaml").read_bytes() != head:
            free, number = f"{name}-{number}", number + 1
        copy = Pair(folder / f"{free}.yaml", folder / f"{free}.csv")
        _copy(self.current, copy)
        return copy

    def _last_earlier(self) -> Pair | None:
        pairs = [pair for pair in _pairs(self._earlier) if pair.head.read_bytes() != self.current.head.read_bytes()]
        return max(pairs, key=lambda pair: pair.head.stem, default=None)

    def _kept(self) -> list[Pair]:
        return [*_pairs(self._earlier), *_pairs(self._undone)]

    def _drop_copy(self) -> bool:
        """Drop an earlier inventory that is the one that counts: a change that was broken off left it there."""
        head = self.current.head.read_bytes()
        copies = [pair for pair in _pairs(self._earlier) if pair.head.read_bytes() == head]
        for pair in copies:
            _drop(pair)
        return bool(copies)


def _pairs(folder: Path) -> list[Pair]:
    pairs = (Pair(head, head.with_suffix(".csv")) for head in sorted(folder.glob("*.yaml")))
    return [pair for pair in pairs if pair.whole]


def _holds(table: Path, digest: str) -> bool:
    return sha256(table.read_bytes()).hexdigest() == digest


def _copy(pair: Pair, to: Pair) -> None:
    """Write both files, the table first."""
    if pair.table.is_file():
        _write(to.table, pair.table.read_bytes())
    _write(to.head, pair.head.read_bytes())


def _drop(pair: Pair) -> None:
    """Remove both files, the head first, and folders that are empty then."""
    pair.head.unlink()
    pair.table.unlink(missing_ok=True)
    _sync(pair.head.parent)
    for folder in pair.head.parents[:2]:
        if not any(folder.iterdir()):
            folder.rmdir()


def _write(file: Path, data: bytes) -> None:
    """Write a file whole or not at all: beside its place, onto the disk, then under its name."""
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_name(f".{file.name}.tmp")
    with draft.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    draft.replace(file)
    _sync(file.parent)


def _sync(folder: Path) -> None:
    """Bring the names in a folder onto the disk."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

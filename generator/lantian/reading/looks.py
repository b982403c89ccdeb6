"""What the files below a folder look like to the system, without being read: enough to know which of them changed."""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from lantian.model.view import view

Stamp = tuple[int, int, int, int, int]
"""Device, inode, size, both times in nanoseconds; whatever is done to a file or in a folder, one of them differs."""
NANOSECONDS = 1_000_000_000


@view
class Look:
    """All files and folders by their names below the folder, hidden ones left out; folders behind links are none.

    The folder itself has no name.
    """

    files: Mapping[str, Stamp]
    folders: Mapping[str, Stamp]

    def changed_since(self, before: "Look", now: int) -> set[str]:
        """Return the names of what is not the same as before, is new, or is gone.

        `now` is a time of the file system in nanoseconds, not later than the earlier look. What had been touched within
        the second before it counts as changed: within one tick of that clock it could change again without a trace.
        """
        return {
            *_differing(before.files, self.files, now - NANOSECONDS),
            *_differing(before.folders, self.folders, now - NANOSECONDS),
        }


@view
class Sight:
    """What a folder looked like a moment ago, and a time of the file system before that, if it is known."""

    look: Look
    now: int = 0


def look_at(root: Path) -> Look:
    """Return what is below a folder, nothing if there is no such folder."""
    files: dict[str, Stamp] = {}
    folders: dict[str, Stamp] = {}
    with suppress(OSError):
        folders[""] = _stamp(root)
    _collect(f"{root}/", "", files, folders)
    return Look(files, folders)


def _collect(root: str, inside: str, files: dict[str, Stamp], folders: dict[str, Stamp]) -> None:
    try:
        found = list(os.scandir(root + inside))
    except OSError:  # gone, or closed to us, which whoever reads it tells
        return
    for entry in found:
        if entry.name.startswith("."):
            continue
        name = inside + entry.name
        with suppress(OSError):  # it went while we looked
            if entry.is_dir(follow_symlinks=False):
                folders[name] = _stamp(entry)
                _collect(root, f"{name}/", files, folders)
            elif entry.is_file():
                files[name] = _stamp(entry)


def _stamp(entry: os.DirEntry[str] | Path) -> Stamp:
    facts = entry.stat()
    return facts.st_dev, facts.st_ino, facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns


def _differing(before: Mapping[str, Stamp], after: Mapping[str, Stamp], settled: int) -> set[str]:
    same = {name for name, stamp in after.items() if before.get(name) == stamp and stamp[4] < settled}
    return (before.keys() | after.keys()) - same

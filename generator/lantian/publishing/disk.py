"""What the disk is asked for: that what was written lasts, and that a link changes in one step."""

import ctypes
import os
from functools import cache
from pathlib import Path

from lantian.publishing.output import unfinished


def sync_file_system(folder: Path) -> None:
    """Bring everything that was written to the file system of a folder onto the disk: one call instead of hundreds."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        call = _syncfs()
        if call is None or call(handle) != 0:
            os.sync()
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder onto the disk."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def point_link(link: Path, target: Path) -> None:
    """Make a link lead somewhere else in one step: readers see the earlier target or this one, never none."""
    fresh = unfinished(link.parent, link.name)
    fresh.symlink_to(target)
    fresh.replace(link)
    sync_folder(link.parent)


@cache
def _syncfs() -> "ctypes._NamedFuncPointer | None":
    """Return the C library's function, None where there is none."""
    try:
        return ctypes.CDLL(None, use_errno=True).syncfs
    except (AttributeError, OSError):
        return None

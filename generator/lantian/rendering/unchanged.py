"""What is made of a theme's files is made once, and again when a file has changed."""

import os
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
Stamp = frozenset[tuple[str, int, int, int]]


def while_unchanged(*folders: str) -> Callable[[Callable[[Path], T]], Callable[[Path], T]]:
    """Keep what a function makes of a theme while no file in these folders of it changes; errors are not kept."""

    def decorate(make: Callable[[Path], T]) -> Callable[[Path], T]:
        @lru_cache(maxsize=1)
        def made(theme: Path, stamp: Stamp) -> T:
            del stamp
            return make(theme)

        def kept(theme: Path) -> T:
            return made(theme, frozenset(entry for folder in folders for entry in _files(os.fspath(theme / folder))))

        kept.__doc__ = make.__doc__
        return kept

    return decorate


def _files(folder: str) -> Iterator[tuple[str, int, int, int]]:
    """Yield each file below a folder with what the system changes when it is written or replaced."""
    try:
        entries = list(os.scandir(folder))
    except FileNotFoundError:
        return
    for entry in entries:
        if entry.is_dir():
            yield from _files(entry.path)
        else:
            fact = entry.stat()
            yield entry.path, fact.st_ino, fact.st_size, fact.st_mtime_ns

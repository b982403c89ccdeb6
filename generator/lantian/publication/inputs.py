"""What bytes are made from, as hashes: the same inputs give the same names, on any day and in any output folder."""

import hashlib
import os
import platform
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path

import lantian

_LIBRARIES = (
    *("babel", "jinja2", "lxml", "markdown", "opencc", "orjson", "pelican", "pydantic"),
    *("pypinyin", "rcssmin", "rjsmin", "segno"),
)
"""What has a say in the bytes of a page."""
_PROGRAM = Path(lantian.__file__).parent
_PROGRAM_FILES = {".py", ".yaml", ".json"}
_LENGTH = 20


def digest(*parts: str | bytes) -> str:
    """Return one short hash of several parts; where one ends and the next begins counts too."""
    whole = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        whole.update(b"%d:" % len(data))
        whole.update(data)
    return whole.hexdigest()[:_LENGTH]


@cache
def program_digest() -> str:
    """Return the hash of the program that runs: its files, its libraries and its Python."""
    libraries = (f"{name} {version(name)}" for name in _LIBRARIES)
    files = (path for path in _PROGRAM.rglob("*") if path.suffix in _PROGRAM_FILES)
    return digest(platform.python_version(), *libraries, *_named(_PROGRAM, files))


def folder_digest(folder: Path) -> str:
    """Return the hash of all files below a folder, hidden ones left out; that of nothing if there is no folder."""
    return digest(*_named(folder, _files(folder)))


FolderLook = frozenset[tuple[str, int, int, int, int]]
"""What files look like without being read: name, inode, size, and both times in nanoseconds."""


def folder_look(*folders: Path) -> FolderLook:
    """Return what all files below some folders look like, hidden ones left out."""
    facts = ((entry.path, entry.stat()) for folder in folders for entry in _entries(str(folder)))
    return frozenset((path, one.st_ino, one.st_size, one.st_mtime_ns, one.st_ctime_ns) for path, one in facts)


def folder_stamp(*folders: Path) -> str:
    """Return a hash that changes when any file below the folders does, without reading them."""
    return digest(
        "\n".join(f"{path} {inode} {size} {time}" for path, inode, size, time, _ in sorted(folder_look(*folders)))
    )


def _files(folder: Path) -> Iterator[Path]:
    yield from (Path(entry.path) for entry in _entries(str(folder)))


def _entries(folder: str) -> Iterator[os.DirEntry[str]]:
    """Yield all files below a folder, hidden ones and links to folders left out; none if there is no folder."""
    try:
        found = list(os.scandir(folder))
    except FileNotFoundError:
        return
    for entry in found:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _entries(entry.path)
        elif entry.is_file():
            yield entry


def _named(folder: Path, files: Iterator[Path]) -> Iterator[str | bytes]:
    for path in sorted(files):
        yield path.relative_to(folder).as_posix()
        yield path.read_bytes()

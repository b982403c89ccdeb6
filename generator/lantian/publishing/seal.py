"""Sealing a section: what lies in it, what it needs of others, and that nobody writes to it any more."""

import os
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

import orjson

from lantian.model.view import view
from lantian.publishing.output import MANIFEST_FILE, SEAL_FILE
from lantian.publishing.parts import Section

T = TypeVar("T")
_READ_ONLY = 0o444
_AT_HAND = 12
"""How many seals and manifests are remembered: those of the places that changed last, and of the portal."""
_OUTWARD = b'"outward":'
"""The last field of a seal, since they are sorted."""


@view
class Seal:
    """What is known of a finished section without looking into its pages."""

    id: str
    name: str
    content: str
    folders: tuple[str, ...]
    outward: tuple[tuple[str, str], ...]
    """Files of other sections that its pages link to, each with an anchor or an empty string."""
    heavy: tuple[str, ...] = ()
    """Status pages that weigh more than promised."""


@view
class FileRecord:
    """What is known of one file: its hash, its size in bytes, and the anchors of a page."""

    hash: str
    size: int
    anchors: tuple[str, ...] = ()


Manifest = Mapping[str, FileRecord]
"""By the name that the site gives it: every file of a section."""


def site_files(folder: Path) -> tuple[str, ...]:
    """Return every file below a folder as the site names it, without links and without what the seal is made of."""
    root = str(folder)
    found, inside = [], [""]
    for above in inside:
        for entry in os.scandir(f"{root}/{above}"):
            if entry.is_dir(follow_symlinks=False):
                inside.append(f"{above}{entry.name}/")
            elif entry.is_file(follow_symlinks=False):
                found.append(f"{above}{entry.name}")
    return tuple(sorted({*found} - {SEAL_FILE, MANIFEST_FILE}))


def seal_section(folder: Path, seal: Seal, manifest: Manifest) -> None:
    """Write the manifest and the seal, and take the right to write from every file."""
    root = str(folder)
    for name in manifest:
        os.chmod(f"{root}/{name}", _READ_ONLY)  # noqa: PTH101 - a path object costs as much again
    files = {name: (one.hash, one.size, *one.anchors) for name, one in manifest.items()}
    told = {name: getattr(seal, name) for name in Seal.__match_args__}
    for name, record in ((MANIFEST_FILE, files), (SEAL_FILE, told)):
        (folder / name).write_bytes(orjson.dumps(record, option=orjson.OPT_SORT_KEYS))
        (folder / name).chmod(_READ_ONLY)


def new_seal(section: Section, outward: tuple[tuple[str, str], ...], heavy: tuple[str, ...]) -> Seal:
    """Return the seal of a section that was written and checked."""
    return Seal(section.id, section.name, section.content, section.folders, outward, heavy)


def is_sealed(folder: str) -> bool:
    """Tell whether a seal lies in a folder, without reading it."""
    return os.path.isfile(f"{folder}/{SEAL_FILE}")  # noqa: PTH113 - asked of every section of a release


def read_seal(folder: Path, section: str | None = None) -> Seal | None:
    """Return the seal of a section, None if nothing sealed lies there; without an id its folder has its name."""
    seal = _read(folder / SEAL_FILE, _seal)
    return seal if seal is not None and seal.id == (section or folder.name) else None


def read_manifest(folder: Path) -> Manifest | None:
    """Return what is known of the files of a sealed section, None if it can not be read."""
    return _read(folder / MANIFEST_FILE, _manifest)


def lead_alike(one: Path, other: Path) -> bool:
    """Tell whether the pages of two sealed sections lead to the same files of others; a no may be wrong."""
    ways = [_ways(folder / SEAL_FILE) for folder in (one, other)]
    return ways[0] is not None and ways[0] == ways[1]


def _ways(seal: Path) -> bytes | None:
    """Return the last field of a seal as it is written."""
    try:
        _, there, ways = seal.read_bytes().rpartition(_OUTWARD)
    except OSError:
        return None
    return ways if there else None


def _read(file: Path, understood: Callable[[Path], T]) -> T | None:
    """Return what a sealed file says, read again if it is another than the last time; None if it can not be read."""
    try:
        fact = file.stat()
        found: T = _known(file, (fact.st_ino, fact.st_size, fact.st_mtime_ns), understood)
    except (OSError, ValueError, TypeError, LookupError):
        return None
    return found


@lru_cache(maxsize=_AT_HAND)
def _known(file: Path, stamp: tuple[int, ...], understood: Callable[[Path], Any]) -> Any:  # noqa: ANN401 - what it says
    del stamp
    return understood(file)


def _seal(file: Path) -> Seal:
    told: dict[str, Any] = orjson.loads(file.read_bytes())
    told |= {name: tuple(told[name]) for name in ("folders", "heavy")}
    told["outward"] = tuple((file, anchor) for file, anchor in told["outward"])
    return Seal(**told)


def _manifest(file: Path) -> Manifest:
    files: dict[str, Any] = orjson.loads(file.read_bytes())
    return {name: FileRecord(told[0], told[1], tuple(told[2:])) for name, told in files.items()}

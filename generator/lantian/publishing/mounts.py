"""The parts of a section are shown in its folders: by links to whole folders where nothing else lies in them.

Links like those of a release: a section keeps its size and its cost whatever its parts hold, nothing is copied, backups
see every file once, and `release.json` names the parts that it needs.
"""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from lantian.publishing.placed import Placed


def show_parts(folder: Path, files: Mapping[str, object], parts: Sequence[Placed]) -> None:
    """Make the links from a section in the making, which holds `files`, to its parts under their final names."""
    names = (files.keys(), *(part.manifest.keys() for part in parts))
    above = [folders_above(held) for held in names]
    there = set(above[0])
    for number, part in enumerate(parts, start=1):
        others = set().union(*above[:number], *above[number + 1 :])
        for way in _outermost(names[number], others):
            if missing := folders_above((way,)) - there:
                (folder / max(missing)).mkdir(parents=True)
                there |= missing
            target = f"{'../' * (way.count('/') + 1)}{part.id}/{way}"
            os.symlink(target, f"{folder}/{way}")  # noqa: PTH211 - a path object costs as much again


def folders_above(names: Iterable[str]) -> set[str]:
    """Return every folder above some files."""
    found: set[str] = set()
    for name in names:
        way = name.rpartition("/")[0]
        while way and way not in found:
            found.add(way)
            way = way.rpartition("/")[0]
    return found


def _ways(name: str) -> Iterator[str]:
    """Yield the folders above a file, the outermost first."""
    at = name.find("/")
    while at >= 0:
        yield name[:at]
        at = name.find("/", at + 1)


def _outermost(names: Iterable[str], others: set[str]) -> Iterator[str]:
    """Yield the outermost folders above files in which nobody else has anything, and the files that have none."""
    last = "/"
    for name in sorted(names):
        if not name.startswith(last):
            found = next((way for way in _ways(name) if way not in others), None)
            last = "/" if found is None else f"{found}/"
            yield found or name

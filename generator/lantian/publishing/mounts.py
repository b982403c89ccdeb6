"""The parts of a section are shown in its folders: by links to whole folders where nothing else lies in them.

Links like those of a release: a section keeps its size and its cost whatever its parts hold, nothing is copied, backups
see every file once, and `release.json` names the parts that it needs.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from lantian.publishing.placed import Placed


def show_parts(folder: Path, files: Mapping[str, object], parts: Sequence[Placed]) -> None:
    """Make the links from a section in the making, which holds `files`, to its parts under their final names."""
    names = ({*files}, *({*part.manifest} for part in parts))
    above = [_folders(held) for held in names]
    there = set(above[0])
    for number, part in enumerate(parts, start=1):
        others = set().union(*above[:number], *above[number + 1 :])
        for way in _outermost(names[number], others):
            if missing := {*_ways(way)} - there:
                (folder / max(missing)).mkdir(parents=True)
                there |= missing
            (folder / way).symlink_to(f"{'../' * (way.count('/') + 1)}{part.id}/{way}")


def _folders(names: Iterable[str]) -> set[str]:
    """Return every folder above some files."""
    near = {name.rpartition("/")[0] for name in names}
    return {way for folder in near for way in _ways(f"{folder}/")}


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

"""The parts of a section are shown in its folders: by links to whole folders where nothing else lies in them.

Links like those of a release: a section keeps its size and its cost whatever its parts hold, nothing is copied, backups
see every file once, and `release.json` names the parts that it needs.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from lantian.publishing.placed import Placed


def show_parts(folder: Path, files: Mapping[str, object], parts: Sequence[Placed]) -> None:
    """Make the links from a section in the making, which holds `files`, to its parts under their final names."""
    names = ({*files}, *({*part.manifest} for part in parts))
    above = [{way for name in held for way in _ways(name)} for held in names]
    there = set(above[0])
    for number, part in enumerate(parts, start=1):
        others = set().union(*above[:number], *above[number + 1 :])
        for way in {_outermost(name, others) for name in names[number]}:
            if missing := {*_ways(way)} - there:
                (folder / max(missing)).mkdir(parents=True)
                there |= missing
            (folder / way).symlink_to(f"{'../' * (way.count('/') + 1)}{part.id}/{way}")


def _ways(name: str) -> Iterator[str]:
    """Yield the folders above a file, the outermost first."""
    at = name.find("/")
    while at >= 0:
        yield name[:at]
        at = name.find("/", at + 1)


def _outermost(name: str, others: set[str]) -> str:
    """Return the outermost folder above a file in which nobody else has anything, or the file."""
    return next((way for way in _ways(name) if way not in others), name)

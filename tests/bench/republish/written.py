"""What a change touches in the output folder, counted from the disk and not from what the command says."""

import json
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_BESIDE = frozenset({"journal.jsonl", "publish.lock", "current"})
_KEPT, _BEFOREHAND = ".kept/", ".spare-"
Facts = dict[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Written:
    """Files and links that are new or were changed, by whose they are; `foreign` names the others."""

    place: int
    portal: int
    links: int
    release: int
    beside: int
    kept: int
    """What a publication keeps for the next one, after the switch and where no reader comes."""
    beforehand: int
    """Links of the live release that are laid out once more for the next one, after the switch, and their list."""
    foreign: tuple[str, ...]


def look(output: Path) -> Facts:
    """Return inode and time of change of every file and link below the output folder."""
    return {path: (fact.st_ino, fact.st_mtime_ns) for path, fact in _walk(output)}


def _walk(output: Path) -> Iterator[tuple[str, os.stat_result]]:
    for above, folders, files in os.walk(output):
        for name in (*files, *(one for one in folders if (Path(above) / one).is_symlink())):
            path = Path(above) / name
            yield path.relative_to(output).as_posix(), path.lstat()


def compare(output: Path, before: Facts, place: str) -> Written:
    """Count what is new or changed since `before`, after a change of one place."""
    live = json.loads((output / "current" / "release.json").read_bytes())
    own, portal = (f"sections/{live['sections'][name]}/" for name in (place, "portal"))
    release = f"releases/{live['release']}/"
    found = [path for path, fact in look(output).items() if before.get(path) != fact]

    def below(folder: str) -> list[str]:
        return [path for path in found if path.startswith(folder)]

    def is_link(path: str) -> bool:
        return stat.S_ISLNK((output / path).lstat().st_mode)

    released = [path for path in below(release) if is_link(path)]
    shared = [path for path in below(own) if is_link(path)]
    known = {*below(own), *below(portal), *below(release), *below(_KEPT), *below(_BEFOREHAND), *_BESIDE}
    return Written(
        place=len(below(own)) - len(shared),
        portal=len(below(portal)),
        links=len(released) + len(shared),
        release=len(below(release)) - len(released),
        beside=len(_BESIDE.intersection(found)),
        kept=len(below(_KEPT)),
        beforehand=len(below(_BEFOREHAND)),
        foreign=tuple(sorted(path for path in found if path not in known)),
    )

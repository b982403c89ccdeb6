"""The floor: the bytes that a change writes, ready in memory, written, brought to the disk, and switched to."""

import ctypes
import json
import os
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from tests.bench.aside import set_aside

_TOLD = ("seal.json", "manifest.json")


@dataclass(frozen=True, slots=True)
class Floor:
    """What one change writes: files and links by path below the sections, links by path below the release."""

    files: dict[str, bytes]
    shared: dict[str, str]
    links: dict[str, str]
    release: bytes

    @property
    def bytes(self) -> int:
        """Return how many bytes the files have."""
        return sum(map(len, self.files.values()))

    def write(self, folder: Path) -> float:
        """Write it all into a fresh folder and make it live there; return the seconds."""
        set_aside(folder)
        (folder / "sections").mkdir(parents=True)
        os.sync()  # what others have written is not to be paid for here
        started = perf_counter()
        made = set()
        for name, data in self.files.items():
            target = folder / "sections" / name
            if target.parent not in made:
                target.parent.mkdir(parents=True, exist_ok=True)
                made.add(target.parent)
            target.write_bytes(data)
        fresh = folder / ".release"
        links = {folder / "sections" / name: goal for name, goal in self.shared.items()}
        for link, goal in (links | {fresh / name: goal for name, goal in self.links.items()}).items():
            if link.parent not in made:
                link.parent.mkdir(parents=True, exist_ok=True)
                made.add(link.parent)
            link.symlink_to(goal)
        (fresh / "release.json").write_bytes(self.release)
        _switch(folder, fresh)
        return perf_counter() - started


def floor_of(output: Path, places: tuple[str, ...]) -> Floor:
    """Read what the live release has of these places and of the portal, and its links."""
    release = (output / "current").resolve()
    told = json.loads((release / "release.json").read_bytes())
    files: dict[str, bytes] = {}
    shared: dict[str, str] = {}
    for name in (*places, "portal"):
        section = output / "sections" / told["sections"][name]
        shared |= _links(section, section.parent)
        for file in sorted(path for path in section.rglob("*") if path.is_file() and path.name not in _TOLD):
            if not file.is_symlink():
                files[file.relative_to(section.parent).as_posix()] = file.read_bytes()
    return Floor(files, shared, _links(release, release), (release / "release.json").read_bytes())


def _links(folder: Path, root: Path) -> dict[str, str]:
    """Return the links below a folder, named from a root, with where they lead."""
    return {
        path.relative_to(root).as_posix(): os.readlink(path)  # noqa: PTH115 - what it resolves to is not asked
        for path in sorted(folder.rglob("*"))
        if path.is_symlink()
    }


def _switch(folder: Path, fresh: Path) -> None:
    """Bring everything to the disk with one call, rename, point the link, and bring the names to the disk."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        ctypes.CDLL(None).syncfs(handle)
        fresh.rename(folder / "release")
        link = folder / ".current"
        link.symlink_to("release")
        link.replace(folder / "current")
        os.fsync(handle)
    finally:
        os.close(handle)

"""The links of the live release, laid out once more while nobody waits: the next release changes those that differ.

A release of hundreds of places is two thousand links, of which a change moves five. A spare names the release that it
is like and the start of the machine in which it was made: what a crash may have left half on the disk is not used.
"""

import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from shutil import rmtree

from lantian.publishing.mounts import folders_above
from lantian.publishing.output import Output, unfinished

Links = Mapping[str, str]
"""The links of a release by their way below its folder, each with the section that it leads into."""
LINKS_FILE = "links.json"
SPARE = ".spare-"
"""Beside the releases: how the name of one begins; its links hold once it lies among them."""
_BOOT = Path("/proc/sys/kernel/random/boot_id")


def laid_out(output: Output, links: Links) -> Path:
    """Return an unfinished folder with the links of a release; made of the spare, if that has half of them."""
    spare = _spare(output)
    before = None if spare is None else _links(spare)
    if spare is None or before is None or not _is_like(spare, before, links):
        return _made(output, links)
    changed = [way for way, section in links.items() if before.get(way) != section]
    folder, gone = unfinished(output.releases, "new"), unfinished(output.releases, "gone")
    try:
        spare.rename(folder)
    except OSError:  # it may have gone, or lie on another file system
        return _made(output, links)
    try:
        gone.mkdir()  # to remove a link may have to wait for the disk; that is done when the rest is collected
        others = [way for way, section in before.items() if links.get(way) != section]
        for number, way in enumerate((LINKS_FILE, *others)):
            os.rename(f"{folder}/{way}", f"{gone}/{number}")  # noqa: PTH104 - a path object costs as much again
        _link(folder, links, changed)
    except BaseException:
        rmtree(folder, ignore_errors=True)
        raise
    return folder


def _is_like(spare: Path, before: Links, links: Links) -> bool:
    """Tell whether a spare has what its list says, the folders that are needed, and half of the links."""
    if folders_above(before) != folders_above(links):
        return False
    same = sum(before.get(way) == section for way, section in links.items())
    return same * 2 >= len(links) and _names(str(spare)) == {LINKS_FILE, *before}


def _names(folder: str) -> set[str]:
    """Return the files and links below a folder."""
    found, inside = set(), [""]
    for above in inside:
        for entry in os.scandir(f"{folder}/{above}"):
            if entry.is_dir(follow_symlinks=False):
                inside.append(f"{above}{entry.name}/")
            else:
                found.add(f"{above}{entry.name}")
    return found


def lay_out_spare(output: Output, links: Links) -> None:
    """Make the spare of the live release, unless it is there; those of other releases go when they are collected."""
    spare = _spare(output)
    if spare is not None and not spare.is_dir():
        folder = _made(output, links)
        (folder / LINKS_FILE).write_text(json.dumps(links), "utf-8")
        folder.rename(spare)


def is_spare(output: Output, path: Path) -> bool:
    """Tell whether this is the spare of the live release."""
    return path == _spare(output)


def _spare(output: Output) -> Path | None:
    """Return where the spare of the live release lies, or would lie; None if it could not be trusted."""
    live, boot = output.live(), _boot()
    return None if live is None or boot is None else output.root / f"{SPARE}{boot}-{live}"


@cache
def _boot() -> str | None:
    """Return the id of this start of the machine."""
    with suppress(OSError):
        return _BOOT.read_text("ascii").strip()
    return None


def _links(folder: Path) -> dict[str, str] | None:
    with suppress(OSError, ValueError):
        told: dict[str, str] = json.loads((folder / LINKS_FILE).read_bytes())
        return told
    return None


def _made(output: Output, links: Links) -> Path:
    folder = unfinished(output.releases, "new")
    try:
        for way in {"", *(way.rpartition("/")[0] for way in links)}:
            (folder / way).mkdir(parents=True, exist_ok=True)
        _link(folder, links, links)
    except BaseException:
        rmtree(folder, ignore_errors=True)
        raise
    return folder


def _link(folder: Path, links: Links, ways: Iterable[str]) -> None:
    for way in ways:
        target = f"{'../' * (way.count('/') + 2)}sections/{links[way]}/{way}"
        os.symlink(target, f"{folder}/{way}")  # noqa: PTH211 - a path object costs as much again

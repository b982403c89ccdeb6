"""A release: a folder of links into sealed sections, and the file that says what is live."""

import errno
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from shutil import rmtree

from lantian.publishing.failure import PublishingFailedError
from lantian.publishing.leads import leads_of
from lantian.publishing.mounts import folders_above
from lantian.publishing.output import MANIFEST_FILE, RELEASE_FILE, SEAL_FILE, Output, is_unfinished
from lantian.publishing.parts import PORTAL, Json, ReleasePlan
from lantian.publishing.placed import Placed
from lantian.publishing.spare import laid_out

ASSETS = "static"
_SKIPPED = frozenset({ASSETS, SEAL_FILE, MANIFEST_FILE})
"""What lies at the root of the portal and is linked in another way, or not at all."""
KEPT_ASSETS = 12
"""How many theme files of earlier releases stay, so that an open page does not lose its style."""


def new_release(output: Output, plan: ReleasePlan, placed: Mapping[str, Placed], live: Json | None) -> Path:
    """Return an unfinished folder with the links of a release and its `release.json`.

    The links lead to the names that the sections have when they are sealed.
    """
    assets = dict(_kept_assets(placed[PORTAL], live))
    links = dict(_links(plan, placed)) | {f"{ASSETS}/{name}": section for name, section in assets.items()}
    facts = {
        "schema_version": "1",
        "release": plan.id,
        **plan.facts,
        "address": plan.address,
        "fronts": plan.fronts,
        "sections": plan.ids,
        "leads": leads_of(plan, placed, live),
        "earlier_assets": [[name, section] for name, section in assets.items() if section != placed[PORTAL].id],
    }
    text = json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"
    folder = laid_out(output, links)
    try:
        (folder / RELEASE_FILE).write_text(text, "utf-8")
    except BaseException:
        rmtree(folder, ignore_errors=True)
        raise
    return folder


def links_of(release: Path) -> dict[str, str]:
    """Return the links of a release that lies there, by their way, each with the section that it leads into.

    OSError if one leads elsewhere.
    """
    found: dict[str, str] = {}
    inside = [""]
    for above in inside:
        for entry in os.scandir(f"{release}/{above}"):
            way = f"{above}{entry.name}"
            if entry.is_symlink():
                head, _, section = os.readlink(entry.path).removesuffix(f"/{way}").rpartition("/")  # noqa: PTH115
                if head != f"{'../' * (way.count('/') + 2)}sections":
                    raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), entry.path)
                found[way] = section
            elif entry.is_dir():
                inside.append(f"{way}/")
    return found


def read_release(folder: Path) -> Json | None:
    """Return what a release says of itself, None if there is none."""
    try:
        told = json.loads((folder / RELEASE_FILE).read_bytes())
    except (OSError, ValueError):
        return None
    return told if isinstance(told, dict) else None


def release_names(output: Output) -> tuple[str, ...]:
    """Return the releases that lie there, the earliest moment first."""
    if not output.releases.is_dir():
        return ()
    return tuple(sorted(folder.name for folder in output.releases.iterdir() if not is_unfinished(folder)))


def live_release(output: Output) -> Json | None:
    """Return what the live release says of itself, None if none is live."""
    live = output.live()
    return None if live is None else read_release(output.release(live))


def require_whole(output: Output, release: str) -> None:
    """Refuse a release of which a section has gone; PublishingFailedError names it."""
    told = read_release(output.release(release))
    if told is None:
        raise PublishingFailedError("no_release", release=release)
    for section in _lost_sections(output, told):
        raise PublishingFailedError("lost_section", release=release, section=section)


def is_whole(output: Output, release: str) -> bool:
    """Tell whether a release lies there with all its sections."""
    told = read_release(output.release(release))
    return told is not None and not any(_lost_sections(output, told))


def _lost_sections(output: Output, told: Json) -> Iterator[str]:
    with os.scandir(output.sections) as found:
        there = {entry.name for entry in found if entry.is_dir()}
    yield from (section for section in told["sections"].values() if section not in there)


def _links(plan: ReleasePlan, placed: Mapping[str, Placed]) -> Iterator[tuple[str, str]]:
    """Yield each link of the release with the section that it leads into."""
    for one in plan.sections:
        yield from ((folder, one.id) for folder in one.folders)
    portal = placed[PORTAL]
    split = folders_above(plan.folders)
    yield from ((path, portal.id) for path in _entries(portal.folder, "", split))


def _entries(root: Path, inside: str, split: set[str]) -> Iterator[str]:
    """Yield files and whole folders of the portal; a folder that others share is entered instead."""
    for entry in sorted(os.scandir(root / inside), key=lambda entry: entry.name):
        path = f"{inside}/{entry.name}" if inside else entry.name
        if path in split:
            yield from _entries(root, path, split)
        elif path not in _SKIPPED:
            yield path


def _kept_assets(portal: Placed, live: Json | None) -> Iterator[tuple[str, str]]:
    """Yield the portal's files of the theme, and before them those of the releases before, newest last."""
    own = dict.fromkeys(_assets_of(portal.folder), portal.id)
    earlier: dict[str, str] = {}
    if live is not None:
        before = live["sections"][PORTAL]
        earlier = dict(live["earlier_assets"]) | dict.fromkeys(_assets_of(portal.folder.parent / before), before)
    gone = [(name, section) for name, section in earlier.items() if name not in own]
    yield from gone[-KEPT_ASSETS:]
    yield from own.items()


def _assets_of(section: Path) -> list[str]:
    try:
        return sorted(file.name for file in (section / ASSETS).iterdir())
    except OSError:
        return []

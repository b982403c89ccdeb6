"""Sealing a section: what lies in it, what it needs of others, and that nobody writes to it any more."""

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from lantian.model.view import view
from lantian.publishing.output import MANIFEST_FILE, SEAL_FILE
from lantian.publishing.parts import Json, Section

_READ_ONLY = 0o444


@view
class Seal:
    """What is known of a finished section without looking into its pages."""

    id: str
    name: str
    content: str
    folders: tuple[str, ...]
    outward: tuple[tuple[str, str], ...]
    """Files of other sections that its pages link to, each with an anchor or an empty string."""
    notes: Json
    heavy: tuple[str, ...] = ()
    """Status pages that weigh more than promised."""


def site_files(folder: Path) -> Iterator[str]:
    """Yield every file below a folder as the site names it, without what the seal itself is made of."""
    for above, folders, files in os.walk(folder):
        folders.sort()
        inside = Path(above).relative_to(folder)
        yield from ((inside / name).as_posix() for name in sorted(files) if name not in {SEAL_FILE, MANIFEST_FILE})


def seal_section(folder: Path, seal: Seal) -> None:
    """Write the manifest (hash and size by file) and the seal, and take the right to write from every file."""
    manifest: dict[str, tuple[str, int]] = {}
    for name in site_files(folder):
        file = folder / name
        data = file.read_bytes()
        manifest[name] = (hashlib.sha256(data).hexdigest(), len(data))
        file.chmod(_READ_ONLY)
    for name, record in ((MANIFEST_FILE, manifest), (SEAL_FILE, asdict(seal))):
        (folder / name).write_text(json.dumps(record, ensure_ascii=False, sort_keys=True), "utf-8")
        (folder / name).chmod(_READ_ONLY)


def new_seal(section: Section, outward: tuple[tuple[str, str], ...], notes: Json, heavy: tuple[str, ...]) -> Seal:
    """Return the seal of a section that was written and checked."""
    return Seal(section.id, section.name, section.content, section.folders, outward, notes, heavy)


def read_seal(folder: Path) -> Seal | None:
    """Return the seal of a section, None if nothing sealed lies there."""
    try:
        told: dict[str, Any] = json.loads((folder / SEAL_FILE).read_bytes())
        told |= {name: tuple(told[name]) for name in ("folders", "heavy")}
        told["outward"] = tuple((file, anchor) for file, anchor in told["outward"])
        seal = Seal(**told)
    except (OSError, ValueError, TypeError, KeyError):
        return None
    return seal if seal.id == folder.name else None


def read_manifest(folder: Path) -> frozenset[str]:
    """Return the files of a sealed section; empty if there is none."""
    try:
        return frozenset(json.loads((folder / MANIFEST_FILE).read_bytes()))
    except (OSError, ValueError):
        return frozenset()

"""A finished section is checked before anyone can see it; what is wrong keeps the earlier site live.

Every file is read once: what is known of it afterwards is sealed, so that nobody has to look into it again.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from lantian.formats.json_file import NAMES, schema_error
from lantian.model.view import view
from lantian.publishing.failure import PublishingFailedError
from lantian.publishing.page_links import NOWHERE, WrittenPage, read_page
from lantian.publishing.parts import Section, Shown, Written, owner_of
from lantian.publishing.placed import Placed
from lantian.publishing.seal import FileRecord, Manifest, site_files
from lantian.publishing.weight import heavy_pages

_SCHEMA, _HEAD_BYTES, _SCHEMAS = b'"$schema"', 300, "data/schemas/"
"""Keys are sorted, so that it stands first."""
TWINS = (("zh/", "en/"), ("en/", "zh/"))
Links = dict[tuple[str, str], str]
"""Where pages lead, file and anchor, each with one of the pages that lead there."""


@view
class Checked:
    """What came of checking: the files, the links that leave the section, the pages that weigh more than promised."""

    manifest: Manifest
    outward: tuple[tuple[str, str], ...]
    heavy: tuple[str, ...]


@view
class Surroundings:
    """What a section is checked against: the parts that lie in its folders, and the site around it.

    A part has the name of its `owner`, whose folders it lies in, and its links into these folders are outward: they are
    checked with the owner. `folders` name the sections, `address` is where the site is public.
    """

    owner: str
    folders: Mapping[str, str]
    address: str | None
    parts: Sequence[Placed] = ()


def check_section(folder: Path, section: Section, written: Written, around: Surroundings) -> Checked:
    """Check every file of a section; PublishingFailedError names the first thing that is wrong.

    Links into the section must lead to a file and an anchor; those that leave it are returned, to be checked when the
    release is put together.
    """
    files = tuple(site_files(folder))
    if not files:
        raise PublishingFailedError("no_pages", section=section.name)
    _check_places(files, section, around)
    _check_twins(frozenset(files))
    for file, facts in written.facts.items():
        _check_facts(folder, file, facts)
    links: Links = {}
    manifest = {file: _read(folder, file, written.shown.get(file), around, links) for file in files}
    for file in written.shown:
        if file not in manifest:
            raise PublishingFailedError("missing_page", page=file)
    outward = _outward(Placed(section.id, folder, manifest=manifest), section, around, links)
    return Checked(manifest, tuple(sorted(outward)), tuple(sorted(heavy_pages(folder, written))))


def _read(folder: Path, file: str, shown: Shown | None, around: Surroundings, links: Links) -> FileRecord:
    """Return what is known of a file; refuse a page that does not show what it must; note where it leads."""
    data = (folder / file).read_bytes()
    hashed = hashlib.sha256(data).hexdigest()
    if not file.endswith(".html"):
        if file.endswith(".json"):
            _check_schema(file, data)
        return FileRecord(hashed, len(data))
    page = read_page(data, file, around.address)
    if shown is not None:
        _check_shown(page, shown)
    for link in page.links:
        links.setdefault(link, file)
    return FileRecord(hashed, len(data), tuple(sorted(page.anchors)))


def _check_places(files: tuple[str, ...], section: Section, around: Surroundings) -> None:
    """Refuse a section that has nothing for one of its folders, or a file in another's, or one that a part has too."""
    held = (*files, *(file for part in around.parts for file in part.manifest))
    for folder in section.folders:
        if not any(file.startswith(f"{folder}/") for file in held):
            raise PublishingFailedError("missing_page", page=f"{folder}/")
    for file in files:
        if owner_of(file, around.folders) != around.owner or any(file in part.manifest for part in around.parts):
            raise PublishingFailedError("foreign_file", file=file, section=section.name)


def _check_twins(files: frozenset[str]) -> None:
    for here, there in TWINS:
        for file in sorted(files):
            if file.startswith(here) and there + file.removeprefix(here) not in files:
                raise PublishingFailedError("missing_twin", page=file)


def _check_facts(folder: Path, file: str, facts: dict[str, Any]) -> None:
    """Refuse a data file that can not be read or that says something else than the model."""
    try:
        told = json.loads((folder / file).read_bytes())
    except (OSError, ValueError) as error:
        raise PublishingFailedError("bad_data", file=file) from error
    if {name: told.get(name) for name in facts} != facts:
        raise PublishingFailedError("wrong_data", file=file)


def _check_schema(file: str, data: bytes) -> None:
    """Refuse a data file that does not fit the schema that it names; what is for our own scripts names none."""
    if _SCHEMA not in data[:_HEAD_BYTES] or file.startswith(_SCHEMAS):
        return
    try:
        told = json.loads(data)
    except ValueError as error:
        raise PublishingFailedError("bad_data", file=file) from error
    name = Path(str(told.get("$schema"))).stem
    wrong = schema_error(name, told) if name in NAMES else f"no schema {name}"
    if wrong is not None:
        raise PublishingFailedError("not_of_schema", file=file, reason=wrong)


def _check_shown(page: WrittenPage, shown: Shown) -> None:
    """Refuse a page that does not say what holds, or says something else."""
    for words in shown.words:
        if not page.says(words):
            raise PublishingFailedError("not_shown", page=page.file, words=words)
    if shown.state is not None and page.states - {shown.state}:
        raise PublishingFailedError("wrong_state", page=page.file, state=min(page.states - {shown.state}))
    if shown.generated_at is not None and set(page.promises) != {shown.generated_at}:
        raise PublishingFailedError("wrong_moment", page=page.file)


def _outward(own: Placed, section: Section, around: Surroundings, links: Links) -> Iterator[tuple[str, str]]:
    """Yield the links that leave the section, those of its parts too; refuse those inside it that lead nowhere."""
    for part in around.parts:
        for link in part.seal.outward:
            links.setdefault(link, part.seal.name)
    is_part = around.owner != section.name
    for (file, anchor), page in links.items():
        if file == NOWHERE:
            raise PublishingFailedError("link_outside", page=page)
        mine = owner_of(file, around.folders) == around.owner
        if not mine or (is_part and file not in own.manifest):
            yield file, anchor
        elif not any(one.leads(file, anchor) for one in (own, *around.parts)):
            raise PublishingFailedError("dead_link", page=page, link=f"{file}#{anchor}" if anchor else file)

"""A finished section is checked before anyone can see it; what is wrong keeps the earlier site live.

Every file is read once: what is known of it afterwards is sealed, so that nobody has to look into it again.
"""

import os
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

import orjson

from lantian.formats.json_file import misfit
from lantian.model.view import view
from lantian.publishing.failure import PublishingFailedError
from lantian.publishing.link_targets import NOWHERE
from lantian.publishing.page_links import Pages, WrittenPage
from lantian.publishing.parts import Json, Owners, Section, Shown, Written
from lantian.publishing.placed import Placed
from lantian.publishing.seal import FileRecord, Manifest, site_files
from lantian.publishing.weight import heavy_pages

_SCHEMA, _HEAD_BYTES, _SCHEMAS = b'"$schema"', 300, "data/schemas/"
"""Keys are sorted, so that it stands first."""
TWINS = (("zh/", "en/"), ("en/", "zh/"))
_PAGE, _DATA = ".html", ".json"
_AT_ONCE = 1 << 17
"""How much is read at once: a page, and most data files."""


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
    checked with the owner. `owners` know the section of every folder, `address` is where the site is public.
    """

    owner: str
    owners: Owners
    address: str | None
    parts: Sequence[Placed] = ()


def check_section(folder: Path, section: Section, written: Written, around: Surroundings) -> Checked:
    """Check every file of a section; PublishingFailedError names the first thing that is wrong.

    Links into the section must lead to a file and an anchor; those that leave it are returned, to be checked when the
    release is put together.
    """
    files = site_files(folder)
    if not files:
        raise PublishingFailedError("no_pages", section=section.name)
    _check_places(files, section, around)
    _check_twins(files)
    look = _Look(str(folder), written, around.address)
    manifest = {file: look.at(file) for file in files}
    for file in (*written.shown, *written.facts):
        if file not in manifest:
            raise PublishingFailedError("missing_page", page=file)
    outward = _outward(Placed(section.id, folder, manifest=manifest), section, around, look.pages.links)
    return Checked(manifest, tuple(sorted(outward)), tuple(sorted(heavy_pages(look.light, written.style_bytes))))


class _Look:
    """Reads each file of a section once, and refuses what does not say what it must."""

    def __init__(self, folder: str, written: Written, address: str | None) -> None:
        self._folder, self._written = folder, written
        self._light = frozenset(written.light)
        self.pages = Pages(address)
        self.light: dict[str, bytes] = {}
        """The pages that promise to be light."""

    def at(self, file: str) -> FileRecord:
        """Return what is known of a file; its links are noted."""
        data = _bytes_of(f"{self._folder}/{file}")
        hashed = sha256(data, usedforsecurity=False).hexdigest()
        if file.endswith(_DATA):
            _check_data(file, data, self._written.facts.get(file))
        if not file.endswith(_PAGE):
            return FileRecord(hashed, len(data))
        if file in self._light:
            self.light[file] = data
        page = self.pages.read(data, file)
        shown = self._written.shown.get(file)
        if shown is not None:
            _check_shown(page, shown)
        return FileRecord(hashed, len(data), page.anchors)


def _bytes_of(file: str) -> bytes:
    """Return what stands in a file; an object of a file would ask the system for as much again."""
    handle = os.open(file, os.O_RDONLY | os.O_CLOEXEC)
    try:
        data = os.read(handle, _AT_ONCE)
        while more := os.read(handle, _AT_ONCE):
            data += more
    finally:
        os.close(handle)
    return data


def _check_places(files: Sequence[str], section: Section, around: Surroundings) -> None:
    """Refuse a section that has nothing for one of its folders, or a file in another's, or one that a part has too."""
    held = (files, *(part.manifest for part in around.parts))
    for folder in section.folders:
        if not any(file.startswith(f"{folder}/") for names in held for file in names):
            raise PublishingFailedError("missing_page", page=f"{folder}/")
    others = frozenset().union(*held[1:])
    for file in files:
        if around.owners.of(file) != around.owner or file in others:
            raise PublishingFailedError("foreign_file", file=file, section=section.name)


def _check_twins(files: Sequence[str]) -> None:
    for here, there in TWINS:
        twins = {file.removeprefix(there) for file in files if file.startswith(there)}
        for file in files:
            if file.startswith(here) and file.removeprefix(here) not in twins:
                raise PublishingFailedError("missing_twin", page=file)


def _check_data(file: str, data: bytes, facts: Json | None) -> None:
    """Refuse a data file that does not fit the schema that it names, or says something else than the model.

    What is for our own scripts names no schema.
    """
    has_schema = _SCHEMA in data[:_HEAD_BYTES] and not file.startswith(_SCHEMAS)
    if not has_schema and facts is None:
        return
    try:
        wrong = misfit(data) if has_schema else None
        told = {} if facts is None else orjson.loads(data)
    except ValueError as error:
        raise PublishingFailedError("bad_data", file=file) from error
    if wrong is not None:
        raise PublishingFailedError("not_of_schema", file=file, reason=wrong)
    if facts is not None and {name: told.get(name) for name in facts} != facts:
        raise PublishingFailedError("wrong_data", file=file)


def _check_shown(page: WrittenPage, shown: Shown) -> None:
    """Refuse a page that does not say what holds, or says something else."""
    for words in shown.words:
        if not page.says(words):
            raise PublishingFailedError("not_shown", page=page.file, words=words)
    if shown.state is not None and page.states - {shown.state}:
        raise PublishingFailedError("wrong_state", page=page.file, state=min(page.states - {shown.state}))
    if shown.generated_at is not None and page.promises != {shown.generated_at}:
        raise PublishingFailedError("wrong_moment", page=page.file)


def _outward(
    own: Placed, section: Section, around: Surroundings, links: dict[tuple[str, str], str]
) -> Iterator[tuple[str, str]]:
    """Yield the links that leave the section, those of its parts too; refuse those inside it that lead nowhere."""
    for part in around.parts:
        for link in part.seal.outward:
            links.setdefault(link, part.seal.name)
    owner, is_part = around.owner, around.owner != section.name
    for (file, anchor), page in links.items():
        if own.leads(file, anchor):
            continue
        if file == NOWHERE:
            raise PublishingFailedError("link_outside", page=page)
        if around.owners.of(file) != owner or (is_part and file not in own.manifest):
            yield file, anchor
        elif not any(one.leads(file, anchor) for one in around.parts):
            raise PublishingFailedError("dead_link", page=page, link=f"{file}#{anchor}" if anchor else file)

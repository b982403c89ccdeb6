"""A finished section is checked before anyone can see it; what is wrong keeps the earlier site live."""

import gzip
import json
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from lantian.model.view import view
from lantian.publishing.failure import PublishingFailedError
from lantian.publishing.page_links import NOWHERE, WrittenPage, read_page
from lantian.publishing.parts import ReleasePlan, Section, Shown, Written, owner_of
from lantian.publishing.seal import site_files

PROMISED_BYTES = 14_000
"""What a status page and the style sheet weigh together, compressed (ux.md 11); told if exceeded, never refused."""
TWINS = (("zh/", "en/"), ("en/", "zh/"))


@view
class Checked:
    """What came of checking: the links that leave the section, and the pages that weigh more than promised."""

    outward: tuple[tuple[str, str], ...]
    heavy: tuple[str, ...]


def check_section(folder: Path, section: Section, written: Written, plan: ReleasePlan) -> Checked:
    """Check every file of a section; PublishingFailedError names the first thing that is wrong.

    Links into the section must lead to a file and an anchor; those that leave it are returned, to be checked when the
    release is put together.
    """
    files, folders = frozenset(site_files(folder)), plan.folders
    if not files:
        raise PublishingFailedError("no_pages", section=section.name)
    _check_places(files, section, folders)
    _check_twins(files)
    for file, facts in written.facts.items():
        _check_facts(folder, file, facts)
    pages = {file: read_page(folder, file, plan.address) for file in files if file.endswith(".html")}
    for file, shown in written.shown.items():
        if file not in pages:
            raise PublishingFailedError("missing_page", page=file)
        _check_shown(pages[file], shown)
    owner = partial(owner_of, folders=folders)
    outward = tuple(sorted(_outward(pages, files, section.name, owner)))
    return Checked(outward, tuple(sorted(_heavy(folder, written))))


def _check_places(files: frozenset[str], section: Section, folders: dict[str, str]) -> None:
    """Refuse a section without one of its folders, or with a file in a folder of another."""
    for folder in section.folders:
        if not any(file.startswith(f"{folder}/") for file in files):
            raise PublishingFailedError("missing_page", page=f"{folder}/")
    for file in sorted(files):
        if owner_of(file, folders) != section.name:
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


def _check_shown(page: WrittenPage, shown: Shown) -> None:
    """Refuse a page that does not say what holds, or says something else."""
    text = " ".join(page.text.split())
    for words in shown.words:
        if " ".join(words.split()) not in text:
            raise PublishingFailedError("not_shown", page=page.file, words=words)
    if shown.state is not None and page.states - {shown.state}:
        raise PublishingFailedError("wrong_state", page=page.file, state=min(page.states - {shown.state}))
    if shown.generated_at is not None and set(page.promises) != {shown.generated_at}:
        raise PublishingFailedError("wrong_moment", page=page.file)


def _outward(
    pages: dict[str, WrittenPage], files: frozenset[str], name: str, owner: Callable[[str], str]
) -> Iterator[tuple[str, str]]:
    """Yield the links that leave the section; refuse those inside it that lead nowhere."""
    found = {link: page.file for page in pages.values() for link in page.links}
    for (file, anchor), page in found.items():
        if file == NOWHERE:
            raise PublishingFailedError("link_outside", page=page)
        if owner(file) != name:
            yield file, anchor
        elif file not in files:
            raise PublishingFailedError("dead_link", page=page, link=file)
        elif anchor and file in pages and anchor not in pages[file].anchors:
            raise PublishingFailedError("dead_link", page=page, link=f"{file}#{anchor}")


def _heavy(folder: Path, written: Written) -> Iterator[str]:
    """Yield the pages that promise to be light and are not."""
    for file in written.light:
        if (folder / file).is_file() and written.style_bytes + len(
            gzip.compress((folder / file).read_bytes(), 6)
        ) > PROMISED_BYTES:
            yield file

"""Pages of running text: twins of the same name, each with a title in its first line."""

import re
from pathlib import PurePosixPath

from pydantic import TypeAdapter, ValidationError

from lantian.model.content import Prose
from lantian.model.text import LANGUAGES, Id, Language, Text
from lantian.reading.files import Folder
from lantian.reading.report import Report

_ID = TypeAdapter(Id)
_TITLE = re.compile(r"Title:[ \t]*(\S.*?)[ \t]*")


def read_prose(folder: Folder, report: Report) -> tuple[Prose, ...]:
    """Return the pages in the order of their names; a page without its twin or its title is a problem."""
    slugs = sorted({path.stem for path in folder.below("pages")})
    pages = []
    for slug in slugs:
        titles = {language: _title(folder, language, slug, report) for language in LANGUAGES}
        if titles["zh"] and titles["en"] and _is_id(folder, slug, report):
            pages.append(Prose(slug=slug, title=Text(zh=titles["zh"], en=titles["en"])))
    return tuple(pages)


def _is_id(folder: Folder, slug: str, report: Report) -> bool:
    try:
        _ID.validate_python(slug)
    except ValidationError:
        report.add_file(folder.name(_path("zh", slug)), "bad_file_name", value=slug)
        return False
    return True


def _title(folder: Folder, language: Language, slug: str, report: Report) -> str | None:
    path = _path(language, slug)
    if path not in folder.files:
        twin = next(_path(other, slug) for other in LANGUAGES if other != language)
        report.add_file(folder.name(path), "missing_twin", twin=folder.name(twin))
        return None
    text = folder.read_text(path)
    if text is None:
        return None
    found = _TITLE.fullmatch(text.partition("\n")[0].rstrip("\r"))
    if found is None:
        report.add_file(folder.name(path), "missing_title")
        return None
    return found.group(1)


def _path(language: Language, slug: str) -> PurePosixPath:
    return PurePosixPath("pages", language, f"{slug}.md")

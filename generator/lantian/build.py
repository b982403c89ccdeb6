"""The way from content to a site, told once: read, plan, render into a fresh folder, put it in its place.

What plans and renders is imported while a forked child reads the content; that is why it is imported so late.
"""
# ruff: noqa: PLC0415

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import cache, partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from lantian.model.content import Content
from lantian.publishing.folder import replaced_folder
from lantian.reading.content import read_content
from lantian.reading.inventory import read_rows
from lantian.rendering.ahead import Ahead

if TYPE_CHECKING:
    from lantian.model.wording import Wording
    from lantian.pages.page import Document, Site
    from lantian.pages.site import RowsOf

THEME = Path(__file__).resolve().parents[2] / "theme"
Tell = Callable[[str], None]
"""Hears the name of each stage as it begins: `read`, `plan`, `render`, `place`."""


def plan(content: Content, as_of: datetime, rows: "RowsOf | None" = None) -> "Site":
    """Return every page of the site before one is written; the files for machines are made where they are written.

    Companies by name are there only with `rows`.
    """
    from lantian.pages.edition import editions
    from lantian.pages.site import plan_site

    places = editions(content, as_of)
    site = plan_site(content, places, as_of, rows)

    def files() -> "tuple[Document, ...]":
        from lantian.formats.documents import site_documents
        from lantian.lookup.documents import place_documents

        found = () if rows is None else (place_documents(one, rows) for one in places)
        return (*site_documents(site, content, places).documents, *chain.from_iterable(found))

    return replace(site, files=files)


def build(content_folder: Path, into: Path, as_of: datetime, tell: Tell, theme: Path = THEME) -> tuple[str, ...]:
    """Build the whole site into a folder; return the messages that are dated after the moment, and so left out.

    ProblemsFound, and the folder untouched, if the content is not sound.
    """
    tell("read")
    with Ahead(partial(read_content, content_folder)) as reading:
        import lantian.formats.documents
        import lantian.pages.site  # noqa: F401 - what `plan` needs
        from lantian.model.moment_sentence import learn_locales
        from lantian.rendering.engine import get_ready
        from lantian.rendering.render import render

        get_ready(theme)
        learn_locales()
        content = reading.result()

    def planned(moment: str | None) -> "tuple[Site, Wording]":
        del moment
        tell("plan")
        site = plan(content, as_of, cache(partial(read_rows, content_folder)))
        tell("render")
        return site, content.wording

    with replaced_folder(into) as stage:
        render(content_folder, theme, stage, planned, as_of.isoformat())
        tell("place")
    bulletins = (bulletin for entry in content.places for bulletin in entry.bulletins)
    return tuple(f"{bulletin.place}/{bulletin.id}" for bulletin in bulletins if bulletin.issued_at > as_of)


def planner(
    content_folder: Path, read_moment: Callable[[str | None], datetime]
) -> "Callable[[str | None], tuple[Site, Wording]]":
    """Return what Pelican's settings file needs: a function that reads the content and plans the site for a moment."""

    def planned(moment: str | None) -> "tuple[Site, Wording]":
        content = read_content(content_folder)
        return plan(content, read_moment(moment), cache(partial(read_rows, content_folder))), content.wording

    return planned

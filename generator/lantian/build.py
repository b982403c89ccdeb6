"""The way from content to a site, told once: read, plan, render into a fresh folder, put it in its place."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from lantian.formats.documents import site_documents
from lantian.model.content import Content
from lantian.model.wording import Wording
from lantian.pages.edition import editions
from lantian.pages.page import Site
from lantian.pages.site import plan_site
from lantian.publishing.folder import replaced_folder
from lantian.reading.content import read_content

THEME = Path(__file__).resolve().parents[2] / "theme"
Tell = Callable[[str], None]
"""Hears the name of each stage as it begins: `read`, `plan`, `render`, `place`."""


def plan(content: Content, as_of: datetime) -> Site:
    """Return every page and every file of the site before one is written."""
    places = editions(content, as_of)
    return site_documents(plan_site(content, places, as_of), content, places)


def build(content_folder: Path, into: Path, as_of: datetime, tell: Tell, theme: Path = THEME) -> tuple[str, ...]:
    """Build the whole site into a folder; return the messages that are dated after the moment, and so left out.

    ProblemsFound, and the folder untouched, if the content is not sound.
    """
    tell("read")
    content = read_content(content_folder)
    from lantian.rendering.render import render  # noqa: PLC0415  # Pelican takes 0.2 s to import; broken content none

    def planned(moment: str | None) -> tuple[Site, Wording]:
        del moment
        tell("plan")
        site = plan(content, as_of)
        tell("render")
        return site, content.wording

    with replaced_folder(into) as stage:
        render(content_folder, theme, stage, planned, as_of.isoformat())
        tell("place")
    bulletins = (bulletin for entry in content.places for bulletin in entry.bulletins)
    return tuple(f"{bulletin.place}/{bulletin.id}" for bulletin in bulletins if bulletin.issued_at > as_of)


def planner(
    content_folder: Path, read_moment: Callable[[str | None], datetime]
) -> Callable[[str | None], tuple[Site, Wording]]:
    """Return what Pelican's settings file needs: a function that reads the content and plans the site for a moment."""

    def planned(moment: str | None) -> tuple[Site, Wording]:
        content = read_content(content_folder)
        return plan(content, read_moment(moment)), content.wording

    return planned

"""The section of one place: all its pages and files, named by what they are made from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path

from lantian.formats.documents import site_documents
from lantian.model.content import Content, PlaceContent
from lantian.model.text import LANGUAGES
from lantian.pages.edition import Edition, edition
from lantian.pages.page import Document, Page, Site
from lantian.pages.site import FAMILIES, site_frame
from lantian.publication.inputs import digest
from lantian.publication.moment import section_moment
from lantian.publication.site_parts import Ground, known_until, narrowed, silent
from lantian.publication.writing import light_pages, shown_by, style_bytes, write_site
from lantian.publishing.parts import Json, Section, Written


@dataclass(frozen=True)
class PlaceSection:
    """One place at the moment that its pages speak for; `content` holds nothing but what they are made from."""

    content: Content
    entry: PlaceContent
    moment: datetime
    ground: str

    @property
    def id(self) -> str:
        """Return the id of the place, which is the name of its section."""
        return self.entry.place.id

    @cached_property
    def edition(self) -> Edition:
        """Return the edition of the place."""
        return edition(self.content, self.entry, self.moment)

    def section(self, theme: Path) -> Section:
        """Return the section as a publisher needs it."""
        records = [entry.model_dump_json() for entry in self.content.places]
        still = [silent(entry).model_dump_json() for entry in self.content.places]
        return Section(
            name=self.id,
            id=f"{self.id}-{digest(self.ground, self.moment.isoformat(), *records)}",
            folders=(*(f"{language}/{self.id}" for language in LANGUAGES), f"data/{self.id}"),
            content=digest(self.content.site.mode, *still),
            write=partial(self._write, theme),
        )

    def site(self) -> Site:
        """Return the pages and files of the place."""
        own_edition = edition(self.content, self.entry, self.moment)  # what it works out for the pages goes with them
        pages = tuple(page for family in FAMILIES for page in family(own_edition))
        site = Site(frame=site_frame(self.content, self.moment), pages=pages)
        whole = site_documents(site, self.content, (own_edition,))

        def own() -> tuple[Document, ...]:
            return tuple(one for one in whole.documents if one.address.startswith(f"data/{self.id}/"))

        return Site(frame=site.frame, pages=pages, files=own)

    def _write(self, theme: Path, into: Path, notes: Mapping[str, Json]) -> Written:
        del notes
        site = self.site()
        write_site(site, self.content.wording, None, theme, into)
        situation = self.edition.situation
        status = {"place": self.id, "state": situation.state, "level": situation.level}
        return Written(
            notes={"pages": [_titled(page) for page in site.pages]},
            shown=shown_by(site.pages),
            light=light_pages(self.id),
            style_bytes=style_bytes(theme),
            facts={f"data/{self.id}/status.json": {**status, "generated_at": self.moment.isoformat()}},
        )


def place_section(ground: Ground, entry: PlaceContent, now: datetime) -> PlaceSection:
    """Return the section of a place for the moment that it speaks for now."""
    moment = section_moment(ground.content, entry, now)
    own = known_until(entry, moment)
    follows = entry.place.follows
    others = () if follows is None else (known_until(ground.content.place(follows), moment),)
    return PlaceSection(narrowed(ground.content, own, *others), own, moment, ground.hash)


def _titled(page: Page) -> list[str]:
    """Return what the site map says of a page."""
    return [page.address, page.title.zh, page.title.en]

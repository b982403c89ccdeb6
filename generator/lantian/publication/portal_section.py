"""The portal: everything that belongs to no place, made from the status of all places."""

from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from lantian.formats.json_file import data_file, schema_files
from lantian.formats.status import index_body
from lantian.model.content import Content
from lantian.model.text import LANGUAGES, Text
from lantian.model.view import view
from lantian.pages.compare import compare_index
from lantian.pages.page import Document, Site
from lantian.pages.portal import portal_pages
from lantian.pages.prose import prose_pages
from lantian.pages.reference import reference_pages
from lantian.pages.site import site_frame
from lantian.pages.standing import Standing
from lantian.publication.inputs import digest, folder_digest
from lantian.publication.writing import style_bytes, write_site
from lantian.publishing.parts import PORTAL, Section, Shown, Written

FRONTS = tuple(f"{language}/index.html" for language in LANGUAGES)
ENTRANCE = "index.html"


@view
class PortalSection:
    """The portal of a site: `others` are the ids of all other sections, `moment` the latest that a place speaks for.

    Nothing but the `place` is asked of the places of its content.
    """

    content: Content
    folder: Path
    places: tuple[Standing, ...]
    moment: datetime
    others: tuple[str, ...]
    ground: str

    def section(self, theme: Path) -> Section:
        """Return the section as a publisher needs it; a portal shows something of every section."""
        texts = [folder_digest(self.folder / name) for name in ("pages", "files")]
        names = [one.place.id for one in self.content.places]
        settings = self.content.site.model_dump_json()
        slugs = [page.slug for page in self.content.prose]
        return Section(
            name=PORTAL,
            id=f"{PORTAL}-{digest(self.ground, self.moment.isoformat(), settings, *texts, *self.others)}",
            folders=(),
            content=digest(self.content.site.mode, *names, "", *slugs, texts[1]),
            write=partial(self._write, theme),
        )

    def site(self) -> Site:
        """Return the pages and files of the portal."""
        pages = (
            *portal_pages(self.content, self.places),
            *prose_pages(self.content),
            *reference_pages(self.content),
            compare_index(self.content, self.places),
        )
        site = Site(frame=site_frame(self.content, self.moment), pages=pages)
        return replace(site, files=partial(_files, site, self.places))

    def _write(self, theme: Path, into: Path) -> Written:
        site = self.site()
        write_site(site, self.content.wording, self.folder, theme, into)
        headlines = tuple(strip.headline for one in self.places if (strip := one.frame.strip) is not None)
        shown = {f"{language}/index.html": _headlines(headlines, language) for language in LANGUAGES}
        both = Shown(tuple(word for one in shown.values() for word in one.words))
        return Written(light=FRONTS, style_bytes=style_bytes(theme), shown={**shown, ENTRANCE: both})


def _files(site: Site, places: tuple[Standing, ...]) -> tuple[Document, ...]:
    """Return the files of no place: schemas, and the index of all places."""
    index = data_file("index", index_body(places), None, site.frame.mode, site.frame.generated_at)
    return (*schema_files(), index)


def _headlines(headlines: tuple[Text, ...], language: str) -> Shown:
    return Shown(tuple(dict.fromkeys(one.zh if language == "zh" else one.en for one in headlines)))

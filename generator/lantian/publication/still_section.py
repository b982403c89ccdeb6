"""What a place shows that no warning changes: a part of its section, built once and kept until its plan changes."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path

from lantian.formats.documents import still_documents
from lantian.formats.short_pages import is_message, short_documents
from lantian.lookup.documents import measure_documents
from lantian.model.content import Content
from lantian.model.view import view
from lantian.pages.edition import Edition, edition
from lantian.pages.inventory_lists import Rows, inventory_pages
from lantian.pages.page import Document, Site
from lantian.pages.site import is_live, place_pages, site_frame
from lantian.publication.inputs import digest
from lantian.publication.kept import kept_id, kept_moment
from lantian.publication.writing import write_site
from lantian.publishing.parts import Section, Written


@view
class StillSection:
    """The pages of a place without a promise, and the data files of its plan.

    `content` holds the place first, then those that it follows, all without messages; `records` is the hash of it.
    """

    content: Content
    moment: datetime
    ground: str
    records: str
    rows: Rows
    """Returns the companies of the place; asked only where the section is built."""

    @property
    def name(self) -> str:
        """Return the name of the section."""
        return f"{self.content.places[0].place.id}-still"

    def section(self, theme: Path, live: Mapping[str, str]) -> Section:
        """Return the section as a publisher needs it; `live` names the ids of the live sections."""
        hashed = digest(self.ground, self.records)
        moment = kept_moment(self.name, hashed, self.moment, live)
        return Section(
            name=self.name,
            id=kept_id(self.name, hashed, moment),
            folders=(),
            content=self.records,
            write=partial(self._write, theme, moment),
        )

    def site(self, moment: datetime) -> Site:
        """Return the pages and files, generated at a moment."""
        own = edition(self.content, self.content.places[0], moment)
        every, frame = (*place_pages(own), *inventory_pages(own, self.rows)), site_frame(self.content, moment)
        short = tuple(page for page in every if not is_message(page))

        def files() -> tuple[Document, ...]:
            return (*still_documents(own, moment), *_measures(own), *short_documents(frame, short, own.wording))

        return Site(frame=frame, pages=tuple(page for page in every if not is_live(page)), files=files)

    def _write(self, theme: Path, moment: datetime, into: Path) -> Written:
        write_site(self.site(moment), self.content.wording, None, theme, into)
        return Written()


def _measures(own: Edition) -> Iterator[Document]:
    inventory, content = own.entry.inventory, own.content
    if inventory is not None:
        yield from measure_documents(inventory, own.plan, content.vocabulary, content.wording)

"""The section of one place: what speaks of its warnings, and as a part of it what speaks of its plan alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path

from lantian.formats.documents import live_documents
from lantian.formats.short_pages import is_message, short_documents
from lantian.model.content import Content, PlaceContent
from lantian.model.text import LANGUAGES
from lantian.pages.edition import Edition, edition
from lantian.pages.inventory_lists import Rows
from lantian.pages.page import Document, Site
from lantian.pages.short_addresses import place_folder
from lantian.pages.site import RowsOf, pages_by_kind, pages_by_message, site_frame
from lantian.publication.index_section import IndexSection
from lantian.publication.inputs import digest
from lantian.publication.moment import section_moment
from lantian.publication.place_kind import PlaceKind, filled_pages
from lantian.publication.site_parts import Ground, known_until, narrowed, silent, unread
from lantian.publication.still_section import StillSection
from lantian.publication.writing import light_pages, shown_by, shown_in, style_bytes, write_new, write_site
from lantian.publication.written_ahead import WrittenAhead
from lantian.publishing.parts import Section, Written


@dataclass(frozen=True)
class PlaceSection:
    """One place at the moment that its pages speak for; `content` holds nothing but what they are made from."""

    content: Content
    entry: PlaceContent
    moment: datetime
    ground: Ground
    rows: Rows
    """Returns the companies of the place."""
    ahead: WrittenAhead | None = None
    """Where pages may lie that were written before the last message."""

    @property
    def id(self) -> str:
        """Return the id of the place, which is the name of its section."""
        return self.entry.place.id

    @cached_property
    def edition(self) -> Edition:
        """Return the edition of the place."""
        return edition(self.content, self.entry, self.moment)

    @cached_property
    def still(self) -> StillSection:
        """Return the part of the section that no warning changes."""
        content = narrowed(self.content, *(silent(entry) for entry in self.content.places))
        records = digest(content.site.mode, *map(self.ground.records, content.places))
        return StillSection(content, self.moment, self.ground.hash, records, self.rows)

    def section(self, theme: Path, live: Mapping[str, str]) -> Section:
        """Return the section as a publisher needs it; `live` names the ids of the live sections."""
        still = self.still.section(theme, live)
        inventory = self.entry.inventory
        index = () if inventory is None else (IndexSection(inventory, self.rows).section(),)
        messages = (one.model_dump_json() for entry in self.content.places for one in entry.bulletins)
        return Section(
            name=self.id,
            id=f"{self.id}-{digest(self.moment.isoformat(), still.id, *(one.id for one in index), '', *messages)}",
            folders=(*(f"{language}/{self.id}" for language in LANGUAGES), f"data/{self.id}", place_folder(self.id)),
            content=still.content,
            write=partial(self._write, theme),
            parts=(still, *index),
        )

    def site(self, *, by_kind: bool = True) -> Site:
        """Return the pages and files of the place that speak of what holds; only with `by_kind` those of that kind."""
        own = edition(self.content, self.entry, self.moment)  # what it works out for the pages goes with them
        of_kind = pages_by_kind(own) if by_kind else ()
        pages = (*pages_by_message(own), *of_kind)
        frame = site_frame(self.content, self.moment)

        def files() -> tuple[Document, ...]:
            messages = (page for page in pages if is_message(page))
            return (*live_documents(own, self.moment), *short_documents(frame, messages, own.wording))

        return Site(frame=frame, pages=pages, files=files)

    @property
    def kind(self) -> PlaceKind:
        """Return what the pages are made from that can be written ahead."""
        return PlaceKind(self.still, self.edition.situation)

    def _write(self, theme: Path, into: Path) -> Written:
        blank = None if self.ahead is None else self.ahead.take(self.kind.key)
        written = {} if blank is None else filled_pages(blank, self.edition)
        write_new(into, written)
        site = self.site(by_kind=blank is None)
        write_site(site, self.content.wording, None, theme, into)
        situation = self.edition.situation
        status = {"place": self.id, "state": situation.state, "level": situation.level}
        return Written(
            shown={**shown_by(site.pages), **shown_in(written, self.edition.live_frame)},
            light=light_pages(self.id),
            style_bytes=style_bytes(theme),
            facts={f"data/{self.id}/status.json": {**status, "generated_at": self.moment.isoformat()}},
        )


def place_section(
    ground: Ground, entry: PlaceContent, now: datetime, rows: RowsOf = unread, ahead: WrittenAhead | None = None
) -> PlaceSection:
    """Return the section of a place for the moment that it speaks for now; `rows` returns the companies of a place."""
    moment = section_moment(ground.content, entry, now)
    own = known_until(entry, moment)
    follows = entry.place.follows
    others = () if follows is None else (known_until(ground.content.place(follows), moment),)
    content = narrowed(ground.content, own, *others)
    return PlaceSection(content, own, moment, ground, partial(rows, entry.place.id), ahead)

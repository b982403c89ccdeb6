"""The section of two places that are set side by side: it changes with their plans and never with a warning."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from lantian.model.content import Content
from lantian.model.text import LANGUAGES, Id
from lantian.model.view import view
from lantian.pages import addresses
from lantian.pages.compare import compare_pages
from lantian.pages.edition import editions
from lantian.pages.page import Site
from lantian.pages.site import site_frame
from lantian.publication.inputs import digest
from lantian.publication.kept import kept_id, kept_moment
from lantian.publication.moment import calm_tick
from lantian.publication.site_parts import Ground, narrowed, silent
from lantian.publication.writing import write_site
from lantian.publishing.parts import Section, Written


@view
class PairSection:
    """Two places without their messages, the first named first; behind them those that they follow."""

    content: Content
    moment: datetime
    ground: str

    @property
    def pair(self) -> tuple[Id, Id]:
        """Return the two places."""
        left, right, *_ = (entry.place.id for entry in self.content.places)
        return left, right

    def section(self, theme: Path, live: Mapping[str, str]) -> Section:
        """Return the section as a publisher needs it; `live` names the ids of the live sections."""
        address = addresses.compare(*self.pair).rstrip("/")
        name = pair_name(*self.pair)
        records = digest(self.content.site.mode, *(entry.model_dump_json() for entry in self.content.places))
        hashed = digest(self.ground, records)
        moment = kept_moment(name, hashed, self.moment, live)
        return Section(
            name=name,
            id=kept_id(name, hashed, moment),
            folders=tuple(f"{language}/{address}" for language in LANGUAGES),
            content=records,
            write=partial(self._write, theme, moment),
        )

    def _write(self, theme: Path, moment: datetime, into: Path) -> Written:
        left, right = self.pair
        group = self.content.site.model_copy(update={"compare": ((left, right),)})
        content = self.content.model_copy(update={"site": group})
        found = compare_pages(content, editions(content, moment))
        pages = tuple(page for page in found if page.address.startswith(addresses.compare(left, right)))
        write_site(Site(site_frame(self.content, moment), pages), content.wording, None, theme, into)
        return Written()


def pair_section(ground: Ground, left: Id, right: Id, now: datetime) -> PairSection:
    """Return the section of two places that are compared; one that is made now speaks of the last calm check."""
    follows = (ground.content.place(place).place.follows for place in (left, right))
    ids = dict.fromkeys((left, right, *(place for place in follows if place is not None)))
    places = tuple(silent(ground.content.place(place)) for place in ids)
    moment = calm_tick(now.astimezone(ZoneInfo(places[0].place.timezone)))
    return PairSection(narrowed(ground.content, *places), moment, ground.hash)


def pair_name(left: Id, right: Id) -> str:
    """Return the name of the section of two places."""
    return addresses.compare(left, right).strip("/").replace("/", "-")

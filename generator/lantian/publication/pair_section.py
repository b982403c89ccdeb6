"""The section of two places that are set side by side: it changes with their plans and never with a warning."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path

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
from lantian.publication.writing import write_site
from lantian.publishing.parts import Section, Written


@view
class PairSection:
    """Two places without their messages, the first named first; `records` is the hash of what they show.

    `content` returns them, and behind them those that they follow; it is asked only where the section is built.
    """

    pair: tuple[Id, Id]
    moment: datetime
    ground: str
    records: str
    content: Callable[[], Content]

    def section(self, theme: Path, live: Mapping[str, str]) -> Section:
        """Return the section as a publisher needs it; `live` names the ids of the live sections."""
        address = addresses.compare(*self.pair).rstrip("/")
        name = pair_name(*self.pair)
        hashed = digest(self.ground, self.records)
        moment = kept_moment(name, hashed, self.moment, live)
        return Section(
            name=name,
            id=kept_id(name, hashed, moment),
            folders=tuple(f"{language}/{address}" for language in LANGUAGES),
            content=self.records,
            write=partial(self._write, theme, moment),
        )

    def _write(self, theme: Path, moment: datetime, into: Path) -> Written:
        (left, right), content = self.pair, self.content()
        group = content.site.model_copy(update={"compare": ((left, right),)})
        content = content.model_copy(update={"site": group})
        found = compare_pages(content, editions(content, moment))
        pages = tuple(page for page in found if page.address.startswith(addresses.compare(left, right)))
        write_site(Site(site_frame(content, moment), pages), content.wording, None, theme, into)
        return Written()


def pair_name(left: Id, right: Id) -> str:
    """Return the name of the section of two places."""
    return addresses.compare(left, right).strip("/").replace("/", "-")

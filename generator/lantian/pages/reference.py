"""Pages to look things up: the glossary of the field and the site map."""

from collections.abc import Iterator
from dataclasses import dataclass

from lantian.model.content import Content, Term
from lantian.model.text import Text
from lantian.pages import addresses
from lantian.pages.page import Link, Page


@dataclass(frozen=True, slots=True)
class GlossaryView:
    """All terms, in the order of the list."""

    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class SiteMapPart:
    """The pages of one place, or those that belong to none."""

    heading: Text
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SiteMapView:
    """Every page of the site, by place."""

    parts: tuple[SiteMapPart, ...]


def reference_pages(content: Content, of_places: tuple[Page, ...]) -> Iterator[Page]:
    """Yield the glossary and the site map."""
    wording = content.wording
    yield Page(
        address=addresses.GLOSSARY, template="pages/glossary.html", title=wording.pattern("reference.glossary"),
        view=GlossaryView(terms=content.vocabulary.glossary),
    )  # fmt: skip
    yield Page(
        address=addresses.SITE_MAP, template="pages/sitemap.html", title=wording.pattern("reference.sitemap"),
        view=SiteMapView(parts=tuple(_parts(content, of_places))),
    )  # fmt: skip


def _parts(content: Content, of_places: tuple[Page, ...]) -> Iterator[SiteMapPart]:
    general = (
        Link(addresses.PORTAL, content.wording.pattern("portal.title")),
        *(Link(f"{prose.slug}/", prose.title) for prose in content.prose),
        Link(addresses.GLOSSARY, content.wording.pattern("reference.glossary")),
    )
    yield SiteMapPart(heading=content.wording.pattern("reference.general"), links=general)
    for entry in content.places:
        own = tuple(page for page in of_places if page.place is not None and page.place.id == entry.place.id)
        yield SiteMapPart(heading=entry.place.names, links=tuple(Link(page.address, page.title) for page in own))

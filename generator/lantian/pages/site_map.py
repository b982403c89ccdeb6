"""The site map: the pages of each place by subject, in short words."""

import unicodedata
from collections.abc import Iterator

from lantian.model.content import Content
from lantian.model.text import Text
from lantian.model.view import view
from lantian.pages import addresses
from lantian.pages.compare_pairs import place_pair_links
from lantian.pages.page import Link, Page


@view
class SiteMapGroup:
    """A page that leads on to others, and those that it leads to; `deep` below another one, which names it already."""

    heading: Link
    links: tuple[Link, ...]
    deep: bool


@view
class SiteMapPart:
    """The pages of one place, or those that belong to none: first the single ones, then those by subject."""

    heading: Text
    links: tuple[Link, ...]
    groups: tuple[SiteMapGroup, ...] = ()


@view
class SiteMapView:
    """Every page of the site, by place."""

    parts: tuple[SiteMapPart, ...]


def site_map(content: Content, of_places: tuple[Page, ...]) -> Page:
    """Return the page that leads to all others."""
    return Page(
        address=addresses.SITE_MAP,
        template="pages/sitemap.html",
        title=content.wording.pattern("reference.sitemap"),
        view=SiteMapView(parts=(_general(content), *_places(content, of_places))),
    )


def _general(content: Content) -> SiteMapPart:
    wording = content.wording
    links = (
        Link(addresses.PORTAL, wording.pattern("portal.title")),
        *(Link(f"{prose.slug}/", prose.title) for prose in content.prose),
        Link(addresses.COMPARE, wording.pattern("compare.crumb")),
        *place_pair_links(content),
        Link(addresses.GLOSSARY, wording.pattern("reference.glossary")),
    )
    return SiteMapPart(heading=wording.pattern("reference.general"), links=links)


def _places(content: Content, of_places: tuple[Page, ...]) -> Iterator[SiteMapPart]:
    for entry in content.places:
        own = tuple(page for page in of_places if page.place is not None and page.place.id == entry.place.id)
        home = Link(addresses.home(entry.place.id), content.wording.pattern("reference.front_page"))
        titles = {page.address: Link(page.address, _short(page.title, entry.place.names)) for page in own}
        yield _part(entry.place.names, titles | {home.address: home}, home.address)


def _part(heading: Text, titles: dict[str, Link], home: str) -> SiteMapPart:
    """Put every page under the nearest page above it; below the front page those alone that lead no further."""
    below: dict[str, list[str]] = {address: [] for address in titles}
    for address in titles:
        if address != home:
            below[_above(address, titles)].append(address)
    groups = tuple(
        SiteMapGroup(titles[address], tuple(titles[one] for one in found), deep=address not in below[home])
        for address, found in below.items()
        if found and address != home
    )
    single = (home, *(address for address in below[home] if not below[address]))
    return SiteMapPart(heading, tuple(titles[address] for address in single), groups)


def _above(address: str, titles: dict[str, Link]) -> str:
    """Return the nearest page above an address; the front page of the place is above all."""
    above = address
    while True:
        above = above.rstrip("/").rpartition("/")[0] + "/"
        if above in titles:
            return above


def _short(title: Text, place: Text) -> Text:
    """Leave out the name of the place, which stands in the heading."""
    english = _without(title.en, place.en)
    return Text(zh=_without(title.zh, place.zh), en=english[:1].upper() + english[1:])


def _without(title: str, name: str) -> str:
    rest = title.removeprefix(name)
    while rest != title and rest and unicodedata.category(rest[0]) in {"Po", "Sm", "Zs"}:
        rest = rest[1:]
    return rest or title

"""The site maps: that of the site leads to those of the places, which list their pages by subject, in short words."""

import unicodedata
from collections.abc import Iterable

from lantian.model.content import Content
from lantian.model.text import Text, composed
from lantian.model.view import view
from lantian.pages import addresses
from lantian.pages.compare_pairs import place_pair_links
from lantian.pages.edition import Edition
from lantian.pages.page import Later, Link, Page


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
    """What belongs to no place and the site maps of the places, or every page of one place."""

    parts: tuple[SiteMapPart, ...]


def site_map(content: Content) -> Page:
    """Return the page that leads to all others; each place has a map of its own, so that this one stays small."""
    return Page(
        address=addresses.SITE_MAP,
        template="pages/sitemap.html",
        title=content.wording.pattern("reference.sitemap"),
        view=SiteMapView(parts=(_general(content), _places(content))),
    )


def place_site_map(edition: Edition, pages: Iterable[Page]) -> Page:
    """Return the map of a place, which no warning changes: messages have pages of their own, behind their list."""
    place = edition.place
    of_messages = tuple(address(place.id, "").removesuffix("/") for address in (addresses.bulletin, addresses.drill))
    lasting = tuple(page for page in pages if page.address in of_messages or not page.address.startswith(of_messages))
    title = edition.say("reference.place_sitemap", place=place.names)
    view = Later(lambda: SiteMapView(parts=(_place(edition, lasting),)))  # not wanted where only live pages are
    return edition.still(addresses.place_site_map(place.id), "sitemap", title, view)


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


def _places(content: Content) -> SiteMapPart:
    links = (Link(addresses.place_site_map(entry.place.id), entry.place.names) for entry in content.places)
    return SiteMapPart(heading=content.wording.pattern("reference.places"), links=tuple(links))


def _place(edition: Edition, pages: tuple[Page, ...]) -> SiteMapPart:
    names = edition.place.names
    home = Link(addresses.home(edition.place.id), edition.say("reference.front_page"))
    titles = {page.address: Link(page.address, _short(page.title, names)) for page in pages}
    return _part(names, titles | {home.address: home}, home.address)


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
    return composed(_without(title.zh, place.zh), english[:1].upper() + english[1:])


def _without(title: str, name: str) -> str:
    rest = title.removeprefix(name)
    while rest != title and rest and unicodedata.category(rest[0]) in {"Po", "Sm", "Zs"}:
        rest = rest[1:]
    return rest or title

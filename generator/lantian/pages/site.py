"""All pages of a site, in order: the portal, the pages that belong to no place, then place by place."""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from itertools import chain, islice
from zoneinfo import ZoneInfo

from lantian.model.content import Content, FooterLine
from lantian.model.inventory import Enterprise
from lantian.model.moment_sentence import moment
from lantian.model.text import Text
from lantian.model.wording import Wording
from lantian.pages import addresses
from lantian.pages.archive import archive_pages
from lantian.pages.bulletins import bulletin_pages
from lantian.pages.compare import compare_pages
from lantian.pages.compare_levels import compare_level_pages
from lantian.pages.construction import construction_pages
from lantian.pages.easy import easy_pages
from lantian.pages.edition import Edition
from lantian.pages.enterprises import enterprise_pages, general_pages, sheet_pages
from lantian.pages.health import health_pages
from lantian.pages.home import home_pages
from lantian.pages.inventory_lists import inventory_pages
from lantian.pages.levels import level_pages
from lantian.pages.page import FooterEntry, Link, Page, Site, SiteFrame
from lantian.pages.plan import plan_pages
from lantian.pages.portal import portal_pages
from lantian.pages.prose import prose_pages
from lantian.pages.reference import reference_pages
from lantian.pages.school import school_pages
from lantian.pages.site_map import place_site_map
from lantian.pages.standing import standings
from lantian.pages.tracks import track_pages
from lantian.pages.vehicle_plates import plates_pages
from lantian.pages.vehicles import vehicle_pages

RowsOf = Callable[[str], tuple[Enterprise, ...]]
"""Returns the companies of a place's inventory, none if it has none."""
Family = Callable[[Edition], Iterator[Page]]
FAMILIES: tuple[Family, ...] = (
    home_pages,
    easy_pages,
    school_pages,
    health_pages,
    vehicle_pages,
    plates_pages,
    construction_pages,
    enterprise_pages,
    sheet_pages,
    general_pages,
    level_pages,
    compare_level_pages,
    track_pages,
    bulletin_pages,
    plan_pages,
    archive_pages,
)
BY_KIND: tuple[Family, ...] = (
    health_pages,
    vehicle_pages,
    construction_pages,
    enterprise_pages,
    general_pages,
    level_pages,
)
"""Families whose pages tell situations of one kind apart by their moments alone: these pages can be written ahead."""
BY_PLAN: tuple[Family, ...] = (sheet_pages, compare_level_pages, plan_pages, archive_pages)
"""Families of which no page changes with the warning."""


def plan_site(content: Content, editions: tuple[Edition, ...], as_of: datetime, rows: RowsOf | None = None) -> Site:
    """Return the whole site for a moment, from the editions of its places; the first page is the portal.

    Lists of companies are there only with `rows`, which returns those of a place.
    """
    zone = ZoneInfo(content.places[0].place.timezone)
    local = as_of.astimezone(zone)
    of_places = tuple(page for one in editions for page in place_pages(one))
    general = (*portal_pages(content, standings(editions)), *prose_pages(content), *reference_pages(content))
    compared = compare_pages(content, editions)
    listed = () if rows is None else (inventory_pages(one, partial(rows, one.place.id)) for one in editions)
    pages = (*general, *compared, *of_places, *chain.from_iterable(listed))
    return Site(frame=site_frame(content, local), pages=pages)


def pages_by_kind(edition: Edition) -> Iterator[Page]:
    """Yield the pages of a place that change with the warning and can be written ahead of it."""
    return (page for family in BY_KIND for page in family(edition) if is_live(page))


def pages_by_message(edition: Edition) -> Iterator[Page]:
    """Yield the other pages of a place that change with the warning: they read messages, or count days."""
    families = (family for family in FAMILIES if family not in BY_KIND and family not in BY_PLAN)
    return (page for family in families for page in family(edition) if is_live(page))


def is_live(page: Page) -> bool:
    """Tell whether a page of a place speaks of what holds, and so promises a next check."""
    return page.place is not None and page.place.clock.next_check_by is not None


def place_pages(edition: Edition) -> Iterator[Page]:
    """Yield every page of a place, their map last; lists of companies are apart, since no warning changes them."""
    pages = tuple(page for family in FAMILIES for page in family(edition))
    yield from pages
    first_list = islice(inventory_pages(edition, tuple), 1)
    yield place_site_map(edition, (*pages, *first_list))


def site_frame(content: Content, as_of: datetime) -> SiteFrame:
    """Return what every page knows of the site, at a moment in the time that it is told in."""
    settings, wording = content.site, content.wording
    return SiteFrame(
        names=settings.names,
        mode=settings.mode,
        address=settings.address,
        generated_at=as_of,
        clock_text=wording.say("clock.site", generated=moment(as_of, as_of, "short", wording)),
        footer=_footer(settings.footer, wording) if settings.footer is not None else (),
        places=tuple(Link(addresses.home(entry.place.id), entry.place.names) for entry in content.places),
    )


def _footer(lines: FooterLine, wording: Wording) -> tuple[FooterEntry, ...]:
    texts = {"run_by": lines.run_by, "operated_by": lines.operated_by, "contact": lines.contact}
    numbers = {"site_id": lines.site_id, "icp": lines.icp, "public_security": lines.public_security}
    links = {"agency_mark": lines.agency_mark, "report_error": lines.report_error}
    return (
        *(FooterEntry(wording.pattern(f"footer.{name}"), text) for name, text in texts.items()),
        *(FooterEntry(wording.pattern(f"footer.{name}"), Text(zh=one, en=one)) for name, one in numbers.items()),
        *(
            FooterEntry(wording.pattern(f"footer.{name}"), wording.pattern(f"footer.{name}_open"), link)
            for name, link in links.items()
        ),
    )

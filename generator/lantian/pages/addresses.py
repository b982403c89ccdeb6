"""Every address of the site, spelled once (ux.md section 6); all are below the language folder."""

PORTAL = ""
NOT_FOUND = "404.html"
ABOUT = "about/"
ACCESSIBILITY = "accessibility/"
GLOSSARY = "glossary/"
SITE_MAP = "sitemap/"
COMPARE = "compare/"
INVENTORY_DIGITS = 12
"""Digits of the hash of a table of companies in an address."""


def slug(identifier: str) -> str:
    """Return an identifier as it stands in an address: hyphens only."""
    return identifier.replace("_", "-").lower()


def home(place: str) -> str:
    """Return the place's front page."""
    return f"{place}/"


def place_site_map(place: str) -> str:
    """Return the map of a place's pages."""
    return f"{place}/sitemap/"


def easy(place: str) -> str:
    """Return the large-text page."""
    return f"{place}/easy/"


def school(place: str) -> str:
    """Return the page that tells whether pupils may be outdoors."""
    return f"{place}/school/"


def school_notice(place: str) -> str:
    """Return the notice for the school gate."""
    return f"{place}/school/notice/"


def health(place: str, group: str = "") -> str:
    """Return the health page, or that of one group."""
    return f"{place}/health/{group}/" if group else f"{place}/health/"


def vehicle(place: str, vehicle_class: str = "", standard: str = "") -> str:
    """Return the vehicle start page, a class, or a class and a standard (`cn4`, `electric`, `unknown`)."""
    return f"{place}/vehicle/" + "".join(f"{slug(part)}/" for part in (vehicle_class, standard) if part)


def vehicle_topic(place: str, topic: str) -> str:
    """Return one of `table`, `areas`, `exemptions`, `how-to-find-standard`."""
    return f"{place}/vehicle/{topic}/"


def construction(place: str) -> str:
    """Return the page on sites, dust and spoil."""
    return f"{place}/construction/"


def enterprise(place: str) -> str:
    """Return the enterprise start page."""
    return f"{place}/enterprise/"


def sectors(place: str) -> str:
    """Return the list of sectors."""
    return f"{place}/enterprise/sector/"


def sector(place: str, number: int, sector_id: str) -> str:
    """Return one sector's matrix; `number` is its row in the plan."""
    return f"{place}/enterprise/sector/{number:02d}-{slug(sector_id)}/"


def enterprise_topic(place: str, topic: str) -> str:
    """Return one of `grades`, `not-listed`."""
    return f"{place}/enterprise/{topic}/"


def boards(place: str) -> str:
    """Return the list of notice boards for gates."""
    return f"{place}/enterprise/board/"


def board(place: str, number: int, grade: str) -> str:
    """Return the notice board of one grade of a sector, to be printed for a gate."""
    return f"{place}/enterprise/board/{number:02d}/{slug(grade)}/"


def levels(place: str) -> str:
    """Return the comparison of all levels."""
    return f"{place}/level/"


def level(place: str, level_id: str) -> str:
    """Return what one level means."""
    return f"{place}/level/{level_id}/"


def level_pair(place: str, lower: str, higher: str) -> str:
    """Return what differs between two levels of a place."""
    return f"{place}/level/{lower}-{higher}/"


def track(place: str, track_id: str) -> str:
    """Return the page of an advisory track: `ozone/`, `so2/`, `notice/`."""
    return f"{place}/{track_id}/"


def bulletins(place: str) -> str:
    """Return the list of messages."""
    return f"{place}/bulletin/"


def bulletin(place: str, bulletin_id: str) -> str:
    """Return one message, for ever."""
    return f"{place}/bulletin/{bulletin_id}/"


def drill(place: str, bulletin_id: str) -> str:
    """Return one exercise."""
    return f"{place}/drill/{bulletin_id}/"


def plan(place: str, topic: str = "") -> str:
    """Return the plan page, or one of `levels`, `organisations`, `deadlines`, `doubts`, `clauses`."""
    return f"{place}/plan/{topic}/" if topic else f"{place}/plan/"


def data(place: str, name: str) -> str:
    """Return a data file of a place, from the root of the site."""
    return f"data/{place}/{name}"


def inventory(place: str, county: str = "", number: int = 0, page: int = 0) -> str:
    """Return the list of named companies: the counties, one county, or a page of one sector of it."""
    below = f"{county}/" if county else ""
    return f"{place}/enterprise/list/{below}" + (f"{number:02d}/{page}/" if number else "")


def inventory_file(place: str, name: str, table: str = "") -> str:
    """Return a file that the search of companies reads, from the root of the site.

    Files on single rows stand in a folder that their `table` (its hash) names, so that no browser mixes two of them.
    """
    return data(place, f"inventory/{table[:INVENTORY_DIGITS]}/{name}" if table else f"inventory/{name}")


def compare(left: str, right: str, topic: str = "") -> str:
    """Return what differs between the plans of two places, or one of `rules`, `vehicles`, `enterprises`."""
    return f"{COMPARE}{left}/{right}/{topic}/" if topic else f"{COMPARE}{left}/{right}/"

"""Rules for the settings of the site and for places."""

from collections.abc import Iterator

from lantian.model.checks.finding import Finding, Path, missing
from lantian.model.checks.known import Ids, Known
from lantian.model.content import SiteSettings
from lantian.model.place import RESERVED, Place
from lantian.model.short_code import place_code


def site_findings(site: SiteSettings, places: Ids) -> Iterator[Finding]:
    """Yield what official mode requires and the settings lack, and places to compare that are not there or repeat."""
    for index, group in enumerate(site.compare):
        yield from _group_findings(("compare", index), group, places)
    if site.mode != "official":
        return
    for name in ("address", "footer"):
        if getattr(site, name) is None:
            yield Finding((name,), "official_needs", {"name": name})


def place_findings(place: Place, known: Known, codes: dict[str, str]) -> Iterator[Finding]:
    """Yield references of a place that lead nowhere; `codes` names the first place of each code."""
    if place.id in RESERVED:
        yield Finding((), "reserved_place", {"id": place.id})
    yield from missing(("plan",), place.plan, known.plans, "unknown_plan")
    if place.follows is not None:
        others = None if known.places is None else tuple(entry for entry in known.places if entry != place.id)
        yield from missing(("follows",), place.follows, others, "unknown_place")
    if codes.get(place.code, place.id) != place.id:
        yield Finding(("code",), "repeated_code", {"code": place.code, "other": codes[place.code]})
    for other in known.places or ():
        if other < place.id and place_code(other) == place_code(place.id):
            yield Finding((), "repeated_short", {"short": place_code(place.id), "other": other})


def _group_findings(path: Path, group: tuple[str, ...], places: Ids) -> Iterator[Finding]:
    for index, place in enumerate(group):
        if place in group[:index]:
            yield Finding((*path, index), "repeated_id", {"id": place})
        yield from missing((*path, index), place, places, "unknown_place")
    if len(set(group)) == 1:
        yield Finding(path, "compare_one", {"id": group[0]})

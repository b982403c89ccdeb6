"""Rules for the settings of the site and for places."""

from collections.abc import Iterator

from lantian.model.checks.finding import Finding, missing
from lantian.model.checks.known import Known
from lantian.model.content import SiteSettings
from lantian.model.place import Place


def site_findings(site: SiteSettings) -> Iterator[Finding]:
    """Yield what official mode requires and the settings lack."""
    if site.mode != "official":
        return
    for name in ("address", "footer"):
        if getattr(site, name) is None:
            yield Finding((name,), "official_needs", {"name": name})


def place_findings(place: Place, known: Known, codes: dict[str, str]) -> Iterator[Finding]:
    """Yield references of a place that lead nowhere; `codes` names the first place of each code."""
    yield from missing(("plan",), place.plan, known.plans, "unknown_plan")
    if place.follows is not None:
        others = None if known.places is None else tuple(entry for entry in known.places if entry != place.id)
        yield from missing(("follows",), place.follows, others, "unknown_place")
    if place.code is not None and codes.get(place.code, place.id) != place.id:
        yield Finding(("code",), "repeated_code", {"code": place.code, "other": codes[place.code]})

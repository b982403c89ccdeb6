"""Which sections lead into which others, kept with a release: where something goes, only those that led there are read.

All lead to a few files of the portal, which are told once for all; the portal itself is made anew with every change.
"""

from collections.abc import Mapping
from typing import TypedDict

from lantian.publishing.parts import PORTAL, Json, Owners, ReleasePlan
from lantian.publishing.placed import Placed


class Leads(TypedDict):
    """As `release.json` tells it."""

    sections: dict[str, list[str]]
    """By name: the other sections that its pages lead into, without the portal; none of those that lead nowhere."""
    portal: list[list[str]]
    """Files of the portal, with anchors, that some section leads or led to."""


def leads_of(plan: ReleasePlan, placed: Mapping[str, Placed], live: Json | None) -> Leads:
    """Return where the sections of a release lead; of those that are live it is known already."""
    before, ids = known_leads(live), {} if live is None else live["sections"]
    others = [one for one in plan.sections if one.name != PORTAL]
    kept = [one.name for one in others if before is not None and ids.get(one.name) == one.id]
    if before is None or not kept:
        before, kept = Leads(sections={}, portal=[]), []
    found = {name: before["sections"][name] for name in kept if name in before["sections"]}
    ways = {(file, anchor) for file, anchor in before["portal"]}
    owners = Owners(plan.folders)
    for name in {one.name for one in others}.difference(kept):
        outward = placed[name].seal.outward
        ways.update(way for way in outward if owners.of(way[0]) == PORTAL)
        if led := sorted({owners.of(file) for file, _ in outward} - {PORTAL, name}):
            found[name] = led
    return Leads(sections=found, portal=[list(way) for way in sorted(ways)])


def known_leads(live: Json | None) -> Leads | None:
    """Return where the sections of a live release lead, None if it does not tell."""
    return None if live is None else live.get("leads")


def who_led(leads: Leads, owners: Mapping[str, str], lost: Mapping[str, frozenset[tuple[str, str]]]) -> set[str] | None:
    """Return the sections that lead into those which lost something, None if it may be any.

    `lost` are files with anchors by section or part, `owners` the section of each.
    """
    touched = {owners.get(name) for name, ways in lost.items() if ways}
    if None in touched or not lost.get(PORTAL, frozenset()).isdisjoint((way[0], way[1]) for way in leads["portal"]):
        return None
    return {name for name, led in leads["sections"].items() if not touched.isdisjoint(led)}

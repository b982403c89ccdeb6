"""Whose each file is: found out by what is kept of them, and by reading those that are new."""

from pathlib import PurePosixPath

from lantian.reading.campaigns import read_campaign
from lantian.reading.facts import Facts, Held, Index, Owned, Ties
from lantian.reading.files import Folder
from lantian.reading.layout import PLACE, PLAN, Unit, units_of
from lantian.reading.places import read_places
from lantian.reading.plans import read_plan
from lantian.reading.report import Report
from lantian.reading.shelf import Shelf


def tie(files: Folder, before: Index, words: str, shelf: Shelf) -> Ties:
    """Return what belongs to what; problems of what is read here are not told, it is read again with its place."""
    units = units_of(files.files)
    of_places = {_file(unit): unit for unit in units if unit.kind == PLACE}
    places = tuple(_held(files, of_places.pop(file), before) for file in files.below("places"))
    owned = tuple(owned_of(files, unit, before, shelf) for unit in units if unit.kind != PLACE)
    return Ties(words, places, owned, strays=tuple(of_places.values()))


def _file(unit: Unit) -> PurePosixPath:
    return PurePosixPath("places", f"{unit.name}.yaml")


def _held(files: Folder, unit: Unit, before: Index) -> Held:
    file = _file(unit)
    own = files.hash_of(file)
    place, good = before.places.get(own), True
    if place is None:
        report = Report()
        place, good = read_places(files.only([file], report), report)[0].place, not report.problems
    return Held(unit, files.hash_of(*unit.files), files.hash_of(*unit.still), own if good else "", place)


def owned_of(files: Folder, unit: Unit, before: Index, shelf: Shelf) -> Owned:
    """Return whose a plan or a campaign is; it is read if that is not known."""
    found = files.hash_of(*unit.files)
    facts, good = before.owned.get(found), True
    if facts is None:
        report = Report()
        part = files.only(unit.files, report)
        facts, good = _facts(part, unit, report, shelf), not report.problems
    return Owned(unit, found, facts, good)


def _facts(part: Folder, unit: Unit, report: Report, shelf: Shelf) -> Facts | None:
    """Return what is known of a plan or a campaign, None if it does not say which it is or whose."""
    if unit.kind == PLAN:
        plan = read_plan(part, unit.name, report, shelf)
        if plan.id is None or plan.place is None:
            return None
        after = plan.plan.superseded_by if "superseded_by" in plan.readable else None
        return Facts(id=plan.id, place=plan.place, superseded_by=after)
    draft = read_campaign(part, unit.name, report, shelf)
    campaign = None if draft is None else draft.campaign
    return None if campaign is None else Facts(id=campaign.id, place=campaign.place)

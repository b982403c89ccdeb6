"""Places, and the official messages of each."""

from dataclasses import replace
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter

from lantian.model.bulletin import Bulletin
from lantian.model.checks.bulletins import chain_findings
from lantian.model.checks.finding import Finding
from lantian.model.checks.known import Ids, Known
from lantian.model.checks.messages import message_findings
from lantian.model.checks.site import place_findings
from lantian.model.place import Place
from lantian.model.view import view
from lantian.reading.files import Folder
from lantian.reading.moments import CORRECTED, moment_findings, with_offsets, zone_of
from lantian.reading.records import read_record
from lantian.reading.report import Report
from lantian.reading.yaml_source import YamlSource

_PLACE = TypeAdapter(Place)
_BULLETIN = TypeAdapter(Bulletin)
_UTC = ZoneInfo("UTC")


@view
class PlaceDraft:
    """A place by its file name; `place` and `zone` are None if they could not be read."""

    id: str
    source: YamlSource | None
    place: Place | None
    zone: ZoneInfo | None


@view
class BulletinDraft:
    """A message by its file; `bulletin` is None if it could not be read."""

    source: YamlSource | None
    bulletin: Bulletin | None


def read_places(folder: Folder, report: Report) -> tuple[PlaceDraft, ...]:
    """Read every place, in the order of the files."""
    drafts = []
    for path in folder.below("places"):
        source = folder.read_yaml(path)
        place = read_record(_PLACE, source, report, {"id": path.stem})
        zone = None if place is None else zone_of(place.timezone)
        if source is not None and place is not None and zone is None:
            report.add_findings(source, [Finding(("timezone",), "unknown_timezone", {"name": place.timezone})])
        drafts.append(PlaceDraft(path.stem, source, place, zone))
    return tuple(drafts)


def check_places(drafts: tuple[PlaceDraft, ...], known: Known, report: Report) -> None:
    """Report references that lead nowhere, and codes that two places share."""
    codes: dict[str, str] = {}
    for draft in drafts:
        if draft.source is not None and draft.place is not None:
            if draft.place.national_code is not None:
                codes.setdefault(draft.place.code, draft.id)
            report.add_findings(draft.source, place_findings(draft.place, known, codes))


def read_bulletins(
    folder: Folder, places: tuple[PlaceDraft, ...], report: Report
) -> dict[str, tuple[BulletinDraft, ...]]:
    """Read the messages of every place, oldest file name first."""
    zones = {draft.id: draft.zone for draft in places}
    drafts: dict[str, list[BulletinDraft]] = {}
    for path in folder.below("bulletins"):
        place = path.parts[1]
        if place not in zones:
            if place not in drafts:
                report.add_file(folder.name(path.parent), "bulletins_of_no_place", id=place)
            drafts[place] = []
            continue
        source = folder.read_yaml(path)
        given = {"id": path.stem, "place": place}
        drafts.setdefault(place, []).append(BulletinDraft(source, _bulletin(source, zones[place], given, report)))
    return {place: tuple(listed) for place, listed in drafts.items()}


def _bulletin(
    source: YamlSource | None, zone: ZoneInfo | None, given: dict[str, str], report: Report
) -> Bulletin | None:
    """Read one message; without a known zone its own form is still judged, but it is no message to compare."""
    if source is None:
        return None
    wrong = tuple(moment_findings(source.data))
    report.add_findings(source, wrong)
    held_back = {str(finding.path[0]) for finding in wrong}
    data = {name: value for name, value in with_offsets(source.data, zone or _UTC).items() if name not in held_back}
    data |= dict.fromkeys(held_back - {CORRECTED}, "2000-01-01T00:00:00Z")
    bulletin = read_record(_BULLETIN, replace(source, data=data), report, dict(given))
    return None if wrong or zone is None else bulletin


def check_bulletins(drafts: tuple[BulletinDraft, ...], levels: Ids, tracks: Ids, report: Report) -> None:
    """Report what is wrong in each message of one place, and, if all could be read, in their order."""
    sources: dict[str, YamlSource] = {}
    bulletins = []
    for draft in drafts:
        if draft.source is not None and draft.bulletin is not None:
            sources[draft.bulletin.id] = draft.source
            bulletins.append(draft.bulletin)
            report.add_findings(draft.source, message_findings(draft.bulletin, levels, tracks))
    if len(bulletins) == len(drafts):
        for bulletin, finding in chain_findings(bulletins):
            report.add_findings(sources[bulletin], [finding])

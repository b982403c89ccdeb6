"""The content folder becomes one checked record, or every problem in it at once."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path, PurePosixPath

from pydantic import TypeAdapter

from lantian.model.checks.finding import Finding
from lantian.model.checks.known import Ids, Known
from lantian.model.checks.site import site_findings
from lantian.model.content import Content, PlaceContent, SiteSettings
from lantian.model.place import Place
from lantian.model.wording import Wording
from lantian.problems import ProblemsFound
from lantian.reading.campaigns import CampaignDraft, check_campaigns, read_campaigns
from lantian.reading.demands import check_demands
from lantian.reading.files import Folder
from lantian.reading.following import check_following
from lantian.reading.inventory import InventoryDraft, check_inventories, read_inventories
from lantian.reading.places import (
    BulletinDraft,
    PlaceDraft,
    check_bulletins,
    check_places,
    read_bulletins,
    read_places,
)
from lantian.reading.plans import PlanDraft, read_plans
from lantian.reading.prose import read_prose
from lantian.reading.records import read_record
from lantian.reading.report import Report
from lantian.reading.vocabulary import read_vocabulary

_SITE = TypeAdapter(SiteSettings)


def read_content(folder: Path) -> Content:
    """Read and check all content below a folder; raises ProblemsFound with every problem of every file."""
    report = Report()
    files = Folder(folder, report)
    if not files.list_files():
        raise ProblemsFound(report.problems)
    words = read_vocabulary(files, report)
    plans = read_plans(files, report)
    campaigns = read_campaigns(files, report)
    places = read_places(files, report)
    site = _read_site(files, tuple(draft.id for draft in places), report)
    bulletins = read_bulletins(files, places, report)
    inventories = read_inventories(files, tuple(draft.id for draft in places), report)
    prose = read_prose(files, report)
    known = replace(words.known, plans=_plan_ids(plans), places=tuple(draft.id for draft in places))
    _check(plans, campaigns, places, bulletins, known, report)
    check_inventories(inventories, places, plans, report)
    if report.problems:
        raise ProblemsFound(report.problems)
    return Content.model_validate(
        {
            "site": site,
            "wording": words.wording or Wording(),
            "vocabulary": words.vocabulary(),
            "places": tuple(
                _place_content(draft.place, plans, bulletins.get(draft.id, ()), campaigns, inventories.get(draft.id))
                for draft in places
                if draft.place
            ),
            "prose": prose,
        }
    )


def _read_site(files: Folder, places: Ids, report: Report) -> SiteSettings | None:
    source = files.read_yaml(PurePosixPath("site.yaml"))
    site = read_record(_SITE, source, report)
    if source is not None and site is not None:
        report.add_findings(source, site_findings(site, places))
    return site


def _plan_ids(plans: Iterable[PlanDraft]) -> Ids:
    """Return the ids of all plans, None if one of them is not known."""
    ids = tuple(draft.id for draft in plans)
    return None if None in ids else tuple(entry for entry in ids if entry is not None)


def _check(
    plans: tuple[PlanDraft, ...],
    campaigns: tuple[CampaignDraft, ...],
    places: tuple[PlaceDraft, ...],
    bulletins: dict[str, tuple[BulletinDraft, ...]],
    known: Known,
    report: Report,
) -> None:
    seen: set[str] = set()
    for draft in plans:
        draft.check(known, report)
        head = draft.files.sources["plan"]
        if head is not None and draft.id in seen:
            report.add_findings(head, [Finding(("id",), "repeated_id", {"id": draft.id or ""})])
        seen |= {draft.id} if draft.id is not None else set()
    check_campaigns(campaigns, known, report)
    check_places(places, known, report)
    check_following(places, plans, bulletins, report)
    for place in places:
        own = tuple(draft for draft in plans if _belongs(draft, place.id, place.place))
        levels, tracks = _levels_and_tracks(own)
        check_bulletins(bulletins.get(place.id, ()), levels, tracks, report)
        check_demands(place.place, own, bulletins.get(place.id, ()), report)


def _levels_and_tracks(plans: tuple[PlanDraft, ...]) -> tuple[Ids, Ids]:
    """Return what the plans of a place define together, None if something of it could not be read."""
    known = [draft.known(Known()) for draft in plans]
    levels = [entry.levels for entry in known]
    tracks = [entry.tracks for entry in known]
    return _together(levels), _together(tracks)


def _together(listed: Iterable[Ids]) -> Ids:
    every = tuple(listed)
    if not every or None in every:
        return None
    return tuple(dict.fromkeys(entry for ids in every for entry in ids or ()))


def _belongs(draft: PlanDraft, place_id: str, place: Place | None) -> bool:
    """A plan belongs to a place that it names or that applies it; one that can not say so may belong to any."""
    if draft.place is None or place is None:
        return True
    return draft.place == place_id or draft.id == place.plan


def _place_content(
    place: Place,
    plans: tuple[PlanDraft, ...],
    drafts: tuple[BulletinDraft, ...],
    campaigns: tuple[CampaignDraft, ...],
    inventory: InventoryDraft | None,
) -> PlaceContent:
    """Put the plan in force first and the oldest message first."""
    own = [draft.plan for draft in plans if _belongs(draft, place.id, place)]
    bulletins = [draft.bulletin for draft in drafts if draft.bulletin is not None]
    return PlaceContent.model_construct(
        place=place,
        plans=tuple(sorted(own, key=lambda plan: plan.id != place.plan)),
        bulletins=tuple(sorted(bulletins, key=lambda bulletin: (bulletin.issued_at, bulletin.id))),
        campaigns=tuple(draft.campaign for draft in campaigns if draft.campaign and draft.campaign.place == place.id),
        inventory=None if inventory is None else inventory.head,
    )

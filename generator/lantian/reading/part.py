"""Some places with all that belongs to them, read and checked together: all places of a content, or a few of them."""

from collections.abc import Collection, Iterable, Mapping

from lantian.model.checks.finding import Finding
from lantian.model.checks.known import Ids, Known
from lantian.model.content import PlaceContent
from lantian.model.place import Place
from lantian.model.view import view
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
from lantian.reading.report import Report
from lantian.reading.shelf import Shelf


@view
class Part:
    """What was read, as far as it could be, in the order of the files; messages and inventories by place."""

    plans: tuple[PlanDraft, ...]
    campaigns: tuple[CampaignDraft, ...]
    places: tuple[PlaceDraft, ...]
    bulletins: Mapping[str, tuple[BulletinDraft, ...]]
    inventories: Mapping[str, InventoryDraft]

    @property
    def plan_ids(self) -> Ids:
        """Return the ids of the plans, None if one of them is not known."""
        ids = tuple(draft.id for draft in self.plans)
        return None if None in ids else tuple(entry for entry in ids if entry is not None)

    def check(self, known: Known, report: Report, checked: Collection[str] = ()) -> None:
        """Report what does not fit together; `known` are all ids, those of other places too.

        In plans whose ids are `checked` nothing is wrong by themselves.
        """
        _check_plans(self.plans, known, report, checked)
        check_campaigns(self.campaigns, known, report)
        check_places(self.places, known, report)
        check_following(self.places, self.plans, self.bulletins, report)
        for draft in self.places:
            own, messages = self._plans_of(draft.id, draft.place), self.bulletins.get(draft.id, ())
            levels, tracks = _levels_and_tracks(own)
            check_bulletins(messages, levels, tracks, report)
            check_demands(draft.place, own, messages, report)
        check_inventories(self.inventories, self.places, self.plans, report)

    def contents(self) -> tuple[PlaceContent, ...]:
        """Return the records of the places; only where no problem was found."""
        return tuple(self._content(draft.place) for draft in self.places if draft.place is not None)

    def _content(self, place: Place) -> PlaceContent:
        """Put the plan in force first and the oldest message first."""
        own = [draft.plan for draft in self._plans_of(place.id, place)]
        bulletins = [one.bulletin for one in self.bulletins.get(place.id, ()) if one.bulletin is not None]
        campaigns = (one.campaign for one in self.campaigns)
        inventory = self.inventories.get(place.id)
        return PlaceContent.model_construct(
            place=place,
            plans=tuple(sorted(own, key=lambda plan: plan.id != place.plan)),
            bulletins=tuple(sorted(bulletins, key=lambda bulletin: (bulletin.issued_at, bulletin.id))),
            campaigns=tuple(one for one in campaigns if one is not None and one.place == place.id),
            inventory=None if inventory is None else inventory.head,
        )

    def _plans_of(self, place_id: str, place: Place | None) -> tuple[PlanDraft, ...]:
        """A plan belongs to a place that it names or that applies it; one that can not say so may belong to any."""
        return tuple(
            draft
            for draft in self.plans
            if draft.place is None or place is None or draft.place == place_id or draft.id == place.plan
        )


def read_part(folder: Folder, places: tuple[str, ...], report: Report, shelf: Shelf) -> Part:
    """Read all places of a folder; `places` are the ids of all, those that are not read this time too."""
    drafts = read_places(folder, report)
    return Part(
        plans=read_plans(folder, report, shelf),
        campaigns=read_campaigns(folder, report, shelf),
        places=drafts,
        bulletins=read_bulletins(folder, drafts, report),
        inventories=read_inventories(folder, places, report),
    )


def _check_plans(plans: tuple[PlanDraft, ...], known: Known, report: Report, checked: Collection[str]) -> None:
    seen: set[str] = set()
    for draft in plans:
        if draft.id not in checked:
            draft.check(known, report)
        if draft.id is None:
            continue
        head = draft.files.sources["plan"] if draft.id in seen else None
        if head is not None:
            report.add_findings(head, [Finding(("id",), "repeated_id", {"id": draft.id})])
        seen.add(draft.id)


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

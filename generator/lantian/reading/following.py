"""Places that take over the warnings of another: checked when all places, plans and messages have been read."""

from collections.abc import Mapping

from lantian.model.checks.following import following_findings, own_message_findings
from lantian.model.checks.known import Ids, Known
from lantian.model.demands import exercised
from lantian.reading.places import BulletinDraft, PlaceDraft
from lantian.reading.plans import PlanDraft
from lantian.reading.report import Report


def check_following(
    places: tuple[PlaceDraft, ...],
    plans: tuple[PlanDraft, ...],
    bulletins: Mapping[str, tuple[BulletinDraft, ...]],
    report: Report,
) -> None:
    """Report followers of followers, levels that a follower could not apply, and warnings that are not its own."""
    by_id = {draft.id: draft for draft in places}
    for draft in places:
        place = draft.place
        if draft.source is None or place is None or place.follows is None:
            continue
        own = next((plan for plan in plans if plan.id == place.plan), None)
        # Who follows himself has been told that there is no such place among the others.
        followed = by_id[place.follows].place if place.follows in by_id and place.follows != draft.id else None
        levels = None if own is None else own.known(Known()).levels
        theirs = None if followed is None else _levels_of(followed.plan, plans)
        report.add_findings(draft.source, following_findings(levels, followed, theirs))
        messages = bulletins.get(draft.id, ())
        log = tuple(message.bulletin for message in messages if message.bulletin is not None)
        for message in messages:
            if message.source is not None and message.bulletin is not None and own is not None:
                if exercised(message.bulletin, log):  # a drill is a place's own affair to its end
                    continue
                may_tighten = "tightening" not in own.readable or own.plan.tightening is not None
                findings = own_message_findings(place, message.bulletin, may_tighten=may_tighten)
                report.add_findings(message.source, findings)


def _levels_of(plan: str, plans: tuple[PlanDraft, ...]) -> Ids:
    return next((draft.known(Known()).levels for draft in plans if draft.id == plan), None)

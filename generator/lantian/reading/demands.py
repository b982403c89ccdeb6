"""What the plans demand of each message, checked when plans and messages have been read."""

from lantian.model.checks.demands import demand_findings
from lantian.model.demands import plan_in_force
from lantian.model.place import Place
from lantian.reading.moments import zone_of
from lantian.reading.places import BulletinDraft
from lantian.reading.plans import PlanDraft
from lantian.reading.report import Report

NEEDED = frozenset({"id", "valid_from", "valid_until", "approvals", "warning_contents"})


def check_demands(
    place: Place | None, plans: tuple[PlanDraft, ...], drafts: tuple[BulletinDraft, ...], report: Report
) -> None:
    """Report who did not approve a message and what it lacks, by the plan that was valid on the day of its issue.

    Where a plan or a message could not be read nothing is said: it has problems of its own.
    """
    zone = None if place is None else zone_of(place.timezone)
    log = [draft.bulletin for draft in drafts if draft.bulletin is not None]
    if place is None or zone is None or len(log) < len(drafts) or any(NEEDED - draft.readable for draft in plans):
        return
    for draft in drafts:
        if draft.source is None or draft.bulletin is None:
            continue
        day = draft.bulletin.issued_at.astimezone(zone).date()
        plan = plan_in_force((one.plan for one in plans), place.plan, day)
        if plan is not None:
            findings = demand_findings(draft.bulletin, log, plan.approvals, plan.warning_contents)
            report.add_findings(draft.source, findings)

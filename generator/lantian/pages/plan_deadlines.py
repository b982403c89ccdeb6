"""The clocks of the plan: who must have done what, within how long, and from when the time runs."""

from lantian.model.citation import Citation
from lantian.model.provision import Deadline
from lantian.model.text import Text
from lantian.model.view import view
from lantian.pages import addresses
from lantian.pages.blocks import Said, said
from lantian.pages.edition import Edition
from lantian.pages.page import Link
from lantian.pages.plan_doubts import doubts_about


@view
class DeadlineRow:
    """One deadline; `limit` says the hours or the time of day."""

    id: str
    limit: Text
    actor: Text
    text: Text
    begins: Text
    citation: Citation


@view
class DeadlinesView:
    """All deadlines, and the measures that begin at a moment of their own."""

    heading: Text
    rows: tuple[DeadlineRow, ...]
    lead_time: Said | None
    school: Text
    own_beginning: tuple[Said, ...]
    doubts: tuple[Link, ...]
    doubts_page: str


def deadlines_view(edition: Edition) -> DeadlinesView:
    """Return the deadlines in the order of the plan."""
    plan = edition.plan
    lead = plan.lead_time
    return DeadlinesView(
        heading=edition.say("plan_deadlines.heading", number=len(plan.deadlines)),
        rows=tuple(_row(edition, deadline) for deadline in plan.deadlines),
        lead_time=(
            Said(id="lead-time", text=lead.text, duty=lead.duty, citation=edition.cite(lead.cite)) if lead else None
        ),
        school=edition.say(f"plan_deadlines.school_{plan.school_begins}"),
        own_beginning=tuple(
            said(measure, plan, edition.audiences, edition.wording) for measure in plan.measures if measure.begins
        ),
        doubts=doubts_about(edition, (deadline.cite for deadline in plan.deadlines)),
        doubts_page=addresses.plan(edition.place.id, "doubts"),
    )


def _row(edition: Edition, deadline: Deadline) -> DeadlineRow:
    return DeadlineRow(
        id=f"deadline-{deadline.id}",
        limit=_limit(edition, deadline),
        actor=deadline.actor,
        text=deadline.text,
        begins=deadline.begins,
        citation=edition.cite(deadline.cite),
    )


def _limit(edition: Edition, deadline: Deadline) -> Text:
    if deadline.hours is not None:
        return edition.say(
            "plan_deadlines.hours" if deadline.hours > 1 else "plan_deadlines.hour", number=deadline.hours
        )
    if deadline.clock is not None:
        return edition.say("plan_deadlines.clock", clock=deadline.clock)
    return deadline.limit or edition.say("plan_page.unsaid")

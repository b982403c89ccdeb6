"""`plan.json`: the frame of the plans of a place, and of campaigns that have ended."""

from lantian.formats.campaign_data import campaign_entry
from lantian.formats.json_file import Json, citation, text, text_or_null
from lantian.formats.timed_rules import lifting_rule, timed_rule
from lantian.model.campaign import Campaign
from lantian.model.level import Level
from lantian.model.organisation import Organisation
from lantian.model.plan import Plan
from lantian.model.trigger import Expression
from lantian.model.wording import Wording


def plan_body(plans: tuple[Plan, ...], in_force: str, wording: Wording, campaigns: tuple[Campaign, ...] = ()) -> Json:
    """Return every plan of a place; `in_force` is the id of the one that it applies; campaigns come last."""
    ended = (campaign_entry(campaign, wording) for campaign in campaigns)
    return {"plans": [*(_plan(plan, in_force, wording) for plan in plans), *ended]}


def _plan(plan: Plan, in_force: str, wording: Wording) -> Json:
    return {
        "id": plan.id,
        "in_force": plan.id == in_force,
        "valid_from": plan.valid_from.isoformat(),
        "valid_until": plan.valid_until.isoformat() if plan.valid_until else None,
        "superseded_by": plan.superseded_by,
        "document": _document(plan),
        "levels": [_level(level, plan, wording) for level in plan.levels],
        "tracks": _tracks(plan, wording),
        "lifting": lifting_rule(plan.lifting, plan, wording),
        "lowering": timed_rule(plan.lowering, plan, wording),
        "raising": timed_rule(plan.raising, plan, wording),
        "merging": timed_rule(plan.merging, plan, wording),
        "early_start": timed_rule(plan.early_start, plan, wording),
        "lead_time_hours": plan.lead_time.hours if plan.lead_time else None,
        "follows": timed_rule(plan.follows, plan, wording),
        "tightening": timed_rule(plan.tightening, plan, wording),
        "newer": text_or_null(plan.newer),
        "deadlines": _deadlines(plan, wording),
        "warning_contents": [text(item.names) for item in plan.warning_contents],
        "approvals": _approvals(plan, wording),
        "organisations": [_organisation(one, plan, wording) for one in plan.organisations],
        "channels": [text(channel.text) for channel in plan.channels],
        "working_groups": _groups(plan, wording),
        "statements": _statements(plan, wording),
        "anomalies": _anomalies(plan),
    }


def _document(plan: Plan) -> Json:
    document = plan.document
    return {
        "title": text(document.title),
        "number": document.number.zh if document.number else None,
        "issuer": text(document.issuer),
        "issued_on": document.issued_on.isoformat(),
        "repeals": [{"title": text(one.title), "number": one.number} for one in document.repeals],
    }


def _level(level: Level, plan: Plan, wording: Wording) -> Json:
    return {
        "id": level.id,
        "rank": level.rank,
        "names": text(level.names),
        "response": level.response,
        "trigger": expression(level.trigger),
        "trigger_text": text(level.trigger_text),
        "approver": text_or_null(level.approver),
        "reduction": level.reduction.model_dump(),
        "citation": citation(plan.cite(level.trigger_cite, wording)),
    }


def expression(trigger: Expression) -> Json:
    """Return a trigger as the boolean expression that contracts.md describes."""
    return trigger.model_dump(exclude_none=True)


def _tracks(plan: Plan, wording: Wording) -> list[Json]:
    return [
        {
            "id": track.id,
            "names": text(track.names),
            "trigger": expression(track.trigger),
            "consequence": text(track.consequence),
            "duty": track.duty,
            "kind": track.kind,
            "reduction": track.reduction.model_dump() if track.reduction else None,
            "citation": citation(plan.cite(track.cite, wording)),
        }
        for track in plan.tracks
    ]


def _deadlines(plan: Plan, wording: Wording) -> list[Json]:
    return [
        {
            "id": one.id,
            "hours": one.hours,
            "clock": one.clock,
            "limit": text_or_null(one.limit),
            "actor": text(one.actor),
            "text": text(one.text),
            "begins": text(one.begins),
            "citation": citation(plan.cite(one.cite, wording)),
        }
        for one in plan.deadlines
    ]


def _approvals(plan: Plan, wording: Wording) -> list[Json]:
    return [
        {
            "action": one.action,
            "level": level,
            "role": text(one.role),
            "citation": citation(plan.cite(one.cite, wording)),
        }
        for one in plan.approvals
        for level in one.levels
    ]


def _organisation(one: Organisation, plan: Plan, wording: Wording) -> Json:
    return {
        "id": one.id,
        "name": text(one.names),
        "kind": one.kind,
        "duties": [text(duty) for duty in one.duties],
        "phones": list(one.phones),
        "citation": citation(plan.cite(one.cite, wording)),
    }


def _groups(plan: Plan, wording: Wording) -> list[Json]:
    return [
        {
            "id": one.id,
            "name": text(one.names),
            "leads": [text(lead) for lead in one.leads],
            "members": [text(member) for member in one.members],
            "duties": [text(duty) for duty in one.duties],
            "citation": citation(plan.cite(one.cite, wording)),
        }
        for one in plan.working_groups
    ]


def _statements(plan: Plan, wording: Wording) -> list[Json]:
    return [
        {
            "id": one.id,
            "subject": one.subject,
            "actor": text_or_null(one.actor),
            "duty": one.duty,
            "text": text(one.text),
            "condition": text_or_null(one.condition),
            "citation": citation(plan.cite(one.cite, wording)),
        }
        for one in plan.statements
    ]


def _anomalies(plan: Plan) -> list[Json]:
    return [
        {"id": one.id, "clause": one.clause, "note": text(one.note), "reading": text(one.reading)}
        for one in plan.anomalies
    ]

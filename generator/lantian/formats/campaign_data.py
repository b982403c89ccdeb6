"""A campaign that has ended as an entry of `plan.json`: never in force, and without any trigger."""

from lantian.formats.json_file import Json, citation, text
from lantian.formats.timed_rules import lifting_rule, timed_rule
from lantian.model.campaign import Campaign, CampaignAnomaly, CampaignLevel
from lantian.model.wording import Wording

TABLES = ("targets", "households", "coal", "tasks", "seasonal", "statements")
ABSENT = ("superseded_by", "lowering", "raising", "lead_time_hours", "follows", "tightening", "newer")
EMPTY = ("tracks", "deadlines", "warning_contents", "approvals", "organisations", "channels", "working_groups")
"""Fields of a plan that a campaign has nothing for."""


def campaign_entry(campaign: Campaign, wording: Wording) -> Json:
    """Return the campaign in the frame of a plan; what it has not is null or empty."""
    return {
        **dict.fromkeys(ABSENT),
        **{name: [] for name in EMPTY},
        "id": campaign.id,
        "kind": "campaign",
        "in_force": False,
        "valid_from": campaign.valid_from.isoformat(),
        "valid_until": campaign.valid_until.isoformat(),
        "document": _document(campaign),
        "levels": [_level(level, campaign, wording) for level in campaign.levels],
        "lifting": lifting_rule(campaign.lifting, campaign, wording),
        "merging": timed_rule(campaign.merging, campaign, wording),
        "early_start": timed_rule(campaign.early_start, campaign, wording),
        "statements": _statements(campaign, wording),
        "anomalies": [_anomaly(one, campaign, wording) for one in campaign.anomalies],
        "tables": {name: f"{campaign.id}/{name}.csv" for name in TABLES},
    }


def _anomaly(one: CampaignAnomaly, campaign: Campaign, wording: Wording) -> Json:
    """Return a doubt with the passages that contradict each other, none of them chosen."""
    sides = [{"text": text(side.text), "citation": citation(campaign.cite(side.cite, wording))} for side in one.sides]
    return {"id": one.id, "clause": one.clause, "note": text(one.note), "reading": text(one.reading), "sides": sides}


def _document(campaign: Campaign) -> Json:
    paper = campaign.document
    return {
        "title": text(paper.title),
        "number": paper.number.zh,
        "issuer": text(paper.issuer),
        "issued_on": paper.issued_on.isoformat(),
        "repeals": [],
    }


def _level(level: CampaignLevel, campaign: Campaign, wording: Wording) -> Json:
    return {
        "id": level.id,
        "rank": level.rank,
        "names": text(level.names),
        "response": None,
        "trigger": None,
        "trigger_text": None,
        "approver": None,
        "reduction": level.reduction.model_dump(),
        "at_least": level.at_least,
        "text": text(level.text),
        "citation": citation(campaign.cite(level.cite, wording)),
    }


def _statements(campaign: Campaign, wording: Wording) -> list[Json]:
    return [
        {
            "id": one.id,
            "subject": passage.section,
            "actor": text(one.actor) if one.actor else None,
            "duty": one.duty,
            "text": text(one.text),
            "condition": text(one.condition) if one.condition else None,
            "due": text(one.due) if one.due else None,
            "bodies": [text(campaign.bodies[body]) for body in (*passage.lead, *passage.support, *passage.local)],
            "citation": citation(campaign.cite(passage.cite, wording)),
        }
        for passage in campaign.passages
        for one in passage.statements
    ]

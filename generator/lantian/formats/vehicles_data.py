"""`vehicles.json`: areas, rules, the verdict on every combination, and what lines without levels ask beside them."""

from collections.abc import Iterator
from itertools import product

from lantian.formats.json_file import Json, citation, text, text_or_null
from lantian.model.level import TrackId
from lantian.model.measure import DRIVING
from lantian.model.plan import Plan
from lantian.model.vehicle import Exemption, Plates, VehicleRule
from lantian.model.vehicle_decisions import Decisions
from lantian.model.wording import Wording


def vehicles_body(plan: Plan, decisions: Decisions, wording: Wording) -> Json:
    """Return the vehicle rules of the plan that a place applies; level `none` stands for no warning."""
    chapter = plan.vehicles
    return {
        "areas": [
            {"id": one.id, "names": text(one.names), "description": text(one.description)} for one in chapter.areas
        ],
        "rules": [_rule(rule, plan, wording) for rule in chapter.rules],
        "verdicts": [*_verdicts(plan, decisions)],
        "plates": None if chapter.plates is None else _plates(chapter.plates, plan, wording),
        "beside_levels": [one for track in plan.tracks if (one := _beside(track.id, plan, wording))["measures"]],
    }


def _verdicts(plan: Plan, decisions: Decisions) -> Iterator[Json]:
    """Yield the verdict on everything that can be asked."""
    for level, entry in product((None, *(level.id for level in plan.levels)), decisions.classes):
        for area, sheet in decisions.sheets(level, entry.id).items():
            for (fuel, stage), found in sheet.answers.items():
                yield {
                    "level": level or "none",
                    "class": entry.id,
                    "fuel": fuel,
                    "stage": stage,
                    "area": area,
                    "verdict": found.verdict,
                    "rules": list(found.rules),
                }


def _beside(track: TrackId, plan: Plan, wording: Wording) -> Json:
    """Return what a line without levels asks about vehicles: verdicts know only levels, and say nothing of it."""
    measures = (one for one in plan.measures_on(track) if one.topic in DRIVING)
    return {
        "track": track,
        "measures": [
            {
                "id": one.id,
                "duty": one.duty,
                "text": text(one.text),
                "condition": text_or_null(one.condition),
                "citation": citation(plan.cite(one.tracks[track], wording)),
            }
            for one in measures
        ],
    }


def _rule(rule: VehicleRule, plan: Plan, wording: Wording) -> Json:
    return {
        "id": rule.id,
        "levels": list(rule.levels),
        "effect": rule.effect,
        "classes": list(rule.classes),
        "fuels": None if rule.fuels is None else list(rule.fuels),
        "stages": None if rule.stages is None else list(rule.stages),
        "areas": list(rule.areas),
        "hours": rule.hours,
        "duty": rule.duty,
        "detail": rule.detail,
        "condition": text_or_null(rule.condition),
        "exemptions": [_exemption(one) for one in rule.exemptions],
        "text": text(rule.text),
        "anomaly_id": rule.doubt,
        "citation": citation(plan.cite(rule.clause, wording)),
    }


def _exemption(exemption: Exemption) -> Json:
    return {
        "id": exemption.id,
        "text": text(exemption.text),
        "needs_permit": exemption.needs_permit,
        "fuels": list(exemption.fuels),
    }


def _plates(plates: Plates, plan: Plan, wording: Wording) -> Json:
    clause = "; ".join(dict.fromkeys(plates.levels.values()))
    return {
        "levels": list(plates.levels),
        "area": plates.area,
        "rule": plates.rule,
        "even_digits": list(plates.even_digits),
        "text": text(plates.text),
        "exemptions": [_exemption(one) for one in plates.exemptions],
        "citation": citation(plan.cite(clause, wording)),
    }

"""`measures.json`: every measure of a place's plans, cumulation resolved."""

from lantian.formats.json_file import Json, citation, text, text_or_null
from lantian.model.measure import Measure
from lantian.model.plan import Plan
from lantian.model.wording import Wording


def measures_body(plans: tuple[Plan, ...], wording: Wording) -> Json:
    """Return the measures of every plan, each with all levels at which it holds."""
    return {"measures": [_measure(measure, plan, wording) for plan in plans for measure in plan.measures]}


def _measure(measure: Measure, plan: Plan, wording: Wording) -> Json:
    return {
        "id": measure.id,
        "plan": plan.id,
        "levels": list(measure.levels),
        "tracks": list(measure.tracks),
        "kind": measure.kind,
        "topic": measure.topic,
        "audiences": list(measure.audiences),
        "duty": measure.duty,
        "text": text(measure.text),
        "condition": text_or_null(measure.condition),
        "begins": text_or_null(measure.begins),
        "exceptions": [text(one) for one in measure.exceptions],
        "replaces": measure.replaces,
        "anomaly_id": measure.doubt,
        # Levels are already complete in the list: nothing is inherited from a lower one.
        "cumulative": False,
        "citation": citation(plan.cite(measure.clause, wording)),
    }

"""Triggers as sentences: what is evaluated and what is shown come from the same expression."""

from lantian.model.text import Text
from lantian.model.trigger import AnyOf, Expression, Threshold
from lantian.model.wording import Wording


def compose_trigger(expression: Expression, wording: Wording) -> Text:
    """Put an expression into words, without a full stop; `or` and `and` are spelled out, inner ones in brackets."""
    if isinstance(expression, Threshold):
        return compose_threshold(expression, wording)
    any_of = isinstance(expression, AnyOf)
    parts = expression.any_of if isinstance(expression, AnyOf) else expression.all_of
    spoken = tuple(_inner(part, wording) for part in parts)
    return wording.join(spoken, "trigger.any_of" if any_of else "trigger.all_of")


def compose_threshold(threshold: Threshold, wording: Wording) -> Text:
    """Put one threshold into words: `over` leaves its number out, `at_least` includes it, hours are in a row."""
    number = threshold.over if threshold.over is not None else threshold.at_least
    fields: dict[str, Text | int] = {
        "metric": wording.pattern(f"trigger.metric_{threshold.metric}"),
        "value": wording.say(f"trigger.value_{threshold.metric}", number=number or 0),
    }
    name = "over" if threshold.over is not None else "at_least"
    if threshold.hours is None:
        return wording.say(f"trigger.{name}", **fields)
    return wording.say(f"trigger.{name}_hours", hours=threshold.hours, **fields)


def _inner(part: Expression, wording: Wording) -> Text:
    spoken = compose_trigger(part, wording)
    return spoken if isinstance(part, Threshold) else wording.say("trigger.group", inner=spoken)

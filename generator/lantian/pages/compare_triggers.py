"""In which conditions two triggers differ, whatever the order in which they are written."""

from collections.abc import Iterator

from lantian.model.text import Text
from lantian.model.trigger import AllOf, AnyOf, Expression, Threshold, thresholds
from lantian.model.trigger_sentence import compose_threshold
from lantian.model.wording import Wording


def trigger_details(
    wording: Wording, names: tuple[Text, Text], left: Expression, right: Expression
) -> tuple[Text, ...]:
    """Say which conditions only one trigger has, or that the same ones are joined in another way; `names` its sides."""
    if _normal(left) == _normal(right):
        return ()
    return tuple(_details(wording, names, left, right)) or (wording.pattern("compare.joined"),)


def _details(wording: Wording, names: tuple[Text, Text], left: Expression, right: Expression) -> Iterator[Text]:
    for name, own, other in ((names[0], left, right), (names[1], right, left)):
        there = set(thresholds(other))
        only = dict.fromkeys(compose_threshold(one, wording) for one in thresholds(own) if one not in there)
        if only:
            condition = wording.join(tuple(only), "compare.join_conditions")
            yield wording.say("compare.only_condition", side=name, condition=condition)


def _normal(expression: Expression) -> object:
    """Return an expression without the order of its parts."""
    if isinstance(expression, Threshold):
        return expression
    parts = expression.any_of if isinstance(expression, AnyOf) else expression.all_of
    return isinstance(expression, AllOf), frozenset(_normal(part) for part in parts)

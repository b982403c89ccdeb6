"""Whom advice is for, in the words of the site: what is meant for one group must never read as for everybody."""

from lantian.model.measure import Measure
from lantian.model.text import Id, Text
from lantian.model.wording import Wording

SENSITIVE = frozenset({"children", "older", "patients"})
"""The groups that pollution harms first, which plans mostly address together."""
TOPIC = "health"


def addressees(groups: tuple[Id, ...], names: dict[Id, Text], wording: Wording) -> Text:
    """Name some groups; those that mind most have a name of their own when all of them are meant."""
    rest = tuple(names[one] for one in groups if one not in SENSITIVE or not set(groups) >= SENSITIVE)
    together = (wording.pattern("answers.sensitive"),) if set(groups) >= SENSITIVE else ()
    return wording.join((*together, *rest), "join.clauses")


def whom(measure: Measure, names: dict[Id, Text], wording: Wording) -> Text | None:
    """Return whom advice on health is for; None on other subjects, whose headings and words say it."""
    return addressees(measure.audiences, names, wording) if measure.topic == TOPIC else None


def by_addressee(
    measures: tuple[Measure, ...], among: frozenset[Id], names: dict[Id, Text], wording: Wording
) -> dict[Text, tuple[Measure, ...]]:
    """Sort measures by whom they address among some groups, in the order of the measures."""
    found: dict[Text, tuple[Measure, ...]] = {}
    for one in measures:
        meant = addressees(tuple(group for group in one.audiences if group in among), names, wording)
        found[meant] = (*found.get(meant, ()), one)
    return found

"""Rules of time in `plan.json`: those of a plan, and those of a campaign that has ended."""

from typing import Protocol

from lantian.formats.json_file import Json, citation, text
from lantian.model.citation import Citation
from lantian.model.provision import TimedRule
from lantian.model.wording import Wording


class Cited(Protocol):
    """A document that spells out its clauses."""

    def cite(self, clause: str, wording: Wording) -> Citation:
        """Spell out a clause."""


def timed_rule(rule: TimedRule | None, document: Cited, wording: Wording) -> Json | None:
    """Return a rule of time, null where the document has none."""
    if rule is None:
        return None
    return {
        "hours": rule.hours,
        "category": rule.category,
        "duty": rule.duty,
        "text": text(rule.text),
        "citation": citation(document.cite(rule.cite, wording)),
    }


def lifting_rule(rule: TimedRule | None, document: Cited, wording: Wording) -> Json | None:
    """Return the rule of lifting, with the air that it asks for as its conditions."""
    told = timed_rule(rule, document, wording)
    if told is None:
        return None
    return {"conditions": {"category": told.pop("category"), "text": told.pop("text")}, **told}

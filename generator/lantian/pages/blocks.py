"""Pieces that several pages show alike: a measure with its strength, a question row, a fact, a card."""

from lantian.model.citation import Citation
from lantian.model.level import LevelId
from lantian.model.measure import Measure
from lantian.model.plan import Plan
from lantian.model.text import Text
from lantian.model.vehicle import VehicleRule
from lantian.model.view import view
from lantian.model.wording import Wording
from lantian.pages.addressees import whom


@view
class Doubt:
    """A mark that the document's wording is doubtful here; `anchor` is its entry on the page of doubts."""

    anchor: str
    note: Text


@view
class Said:
    """One statement as pages show it: the words, how strong, from where, and what else belongs to it."""

    id: str
    text: Text
    duty: str
    citation: Citation
    brief: Text | None = None
    topic: str = ""
    audiences: tuple[Text, ...] = ()
    whom: Text | None = None
    """Whom advice on health is for; its short words do not say it."""
    condition: Text | None = None
    begins: Text | None = None
    exceptions: tuple[Text, ...] = ()
    doubt: Doubt | None = None
    permission: bool = False
    """A `may` that leaves people free to do something; it awaits no notice of an authority."""
    unspecified: bool = False
    """The plan requires a restriction and leaves its terms to a notice: the question is not whether it will come."""
    mark: str = ""
    """`new`, `changed` or `` against the level below."""
    mark_note: Text | None = None
    """What stood at the level below, where it changed."""


@view
class QuestionRow:
    """A question of a reader, the answer in a word, the answer in a sentence, and where it is told whole."""

    question: Text
    word: Text
    sentence: Text
    address: str
    icon: str = ""
    """A verdict shape: no, yes, ask, permit, calendar, site, unknown."""


@view
class Fact:
    """A label and what stands behind it; `native` are Chinese words that follow it in both languages."""

    label: Text
    value: Text
    citation: Citation | None = None
    native: str = ""


def doubt_of(plan: Plan, doubt: str | None, note: Text | None = None) -> Doubt | None:
    """Return the mark for an anomaly of the plan, with a note of its own if the place has one."""
    if doubt is None:
        return None
    return Doubt(anchor=doubt, note=note or plan.anomaly(doubt).reading)


def said(
    measure: Measure, plan: Plan, audiences: dict[str, Text], wording: Wording, level: LevelId | None = None
) -> Said:
    """Return a measure as pages show it; for one level with the clause of that level, otherwise with all of them."""
    return Said(
        id=measure.id,
        text=measure.text,
        duty=measure.duty,
        citation=plan.cite(measure.levels[level] if level is not None else measure.clause, wording),
        brief=measure.brief,
        topic=measure.topic,
        audiences=tuple(audiences[one] for one in measure.audiences),
        whom=whom(measure, audiences, wording),
        condition=measure.condition,
        begins=measure.begins,
        exceptions=measure.exceptions,
        doubt=doubt_of(plan, measure.doubt),
        permission=measure.permission,
    )


def said_rule(rule: VehicleRule, plan: Plan, wording: Wording) -> Said:
    """Return a vehicle rule as pages show it."""
    return Said(
        id=rule.id,
        text=rule.text,
        duty=rule.duty,
        citation=plan.cite(rule.clause, wording),
        condition=rule.condition,
        exceptions=tuple(exemption.text for exemption in rule.exemptions),
        doubt=doubt_of(plan, rule.doubt),
        unspecified=rule.detail == "unspecified",
    )

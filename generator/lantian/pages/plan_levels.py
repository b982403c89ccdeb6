"""How a warning begins, changes and ends: triggers, rules, approvals, what a message says, channels."""

from collections.abc import Iterator

from lantian.model.citation import Citation
from lantian.model.level import Track
from lantian.model.plan import Plan
from lantian.model.provision import Approval, TimedRule
from lantian.model.text import Text
from lantian.model.trigger import AnyOf, Expression, Threshold
from lantian.model.trigger_sentence import compose_threshold
from lantian.model.view import view
from lantian.pages import addresses
from lantian.pages.blocks import Fact, Said
from lantian.pages.edition import Edition
from lantian.pages.page import Link
from lantian.pages.plan_clauses import ClauseGroup, statements_on
from lantian.pages.plan_doubts import doubts_about

FOLLOWING = ("follows", "tightening")
"""Rules of places that take warnings over; a plan of any other place is not silent about them, it needs none."""
RULES = ("lead_time", "early_start", "merging", "raising", "lowering", "lifting")
FURTHER = ("issuing", "regional")
"""Subjects whose statements complete the rules; a plan may have none under them."""


@view
class Branch:
    """A part of a trigger: one threshold in words, or how its parts are joined and those parts."""

    text: Text
    parts: tuple["Branch", ...] = ()


@view
class TriggerView:
    """A level or a track: when it is called for, in words and as a structure; `tone` is its shape."""

    id: str
    tone: str
    names: Text
    text: Text
    citation: Citation
    tree: Branch
    facts: tuple[Fact, ...]
    address: str


@view
class Rule:
    """A rule of time about warnings; `said` is absent where the plan has none."""

    id: str
    heading: Text
    said: Said | None
    named: tuple[Fact, ...]


@view
class ApprovalRow:
    """Who signs what."""

    action: Text
    levels: Text
    role: Text
    text: Text
    citation: Citation


@view
class PlanLevelsView:
    """The whole machinery of a warning, as the plan sets it."""

    heading: Text
    levels: tuple[TriggerView, ...]
    tracks: tuple[TriggerView, ...]
    rules: tuple[Rule, ...]
    approvals: tuple[ApprovalRow, ...]
    contents: tuple[Fact, ...]
    channels: tuple[Said, ...]
    further: tuple[ClauseGroup, ...]
    doubts: tuple[Link, ...]


def plan_levels_view(edition: Edition) -> PlanLevelsView:
    """Return the rules of chapters 3 and 4 as the plan gives them."""
    plan = edition.plan
    return PlanLevelsView(
        heading=edition.say("plan_rules.heading"),
        levels=tuple(_levels(edition)),
        tracks=tuple(_tracks(edition)),
        rules=tuple(_rule(edition, name, rule) for name, rule in _rules(plan)),
        approvals=tuple(_approval(edition, one) for one in plan.approvals),
        contents=tuple(
            Fact(Text(zh=str(number), en=str(number)), item.names, edition.cite(item.cite))
            for number, item in enumerate(plan.warning_contents, start=1)
        ),
        channels=tuple(
            Said(id=f"channel-{number}", text=one.text, duty=one.duty, citation=edition.cite(one.cite))
            for number, one in enumerate(plan.channels, start=1)
        ),
        further=statements_on(edition, FURTHER),
        doubts=doubts_about(edition, _cited(edition)),
    )


def branch(edition: Edition, expression: Expression) -> Branch:
    """Return an expression as a structure; it says the same as the sentence that is composed from it."""
    if isinstance(expression, Threshold):
        return Branch(compose_threshold(expression, edition.wording))
    any_of = isinstance(expression, AnyOf)
    parts = expression.any_of if isinstance(expression, AnyOf) else expression.all_of
    joined = edition.say("plan_rules.any_of" if any_of else "plan_rules.all_of")
    return Branch(joined, tuple(branch(edition, part) for part in parts))


def _levels(edition: Edition) -> Iterator[TriggerView]:
    for level in edition.plan.levels:
        approver = level.approver or edition.say("plan_page.unsaid")
        cited = edition.cite(level.approver_cite) if level.approver_cite is not None else None
        yield TriggerView(
            id=f"level-{level.id}",
            tone=level.id,
            names=level.names,
            text=level.trigger_text,
            citation=edition.cite(level.trigger_cite),
            tree=branch(edition, level.trigger),
            facts=(
                Fact(edition.say("plan_rules.response"), edition.wording.pattern(f"response.{level.response}")),
                Fact(edition.say("plan_rules.approver"), approver, cited),
                Fact(edition.say("plan_rules.share"), level.reduction_text, edition.cite(level.reduction_cite)),
            ),
            address=addresses.level(edition.place.id, level.id),
        )


def _tracks(edition: Edition) -> Iterator[TriggerView]:
    for track in edition.plan.tracks:
        yield TriggerView(
            id=f"track-{track.id}",
            tone="advice",
            names=track.names,
            text=track.trigger_text,
            citation=edition.cite(track.cite),
            tree=branch(edition, track.trigger),
            facts=tuple(_track_facts(edition, track)),
            address=addresses.track(edition.place.id, track.id),
        )


def _track_facts(edition: Edition, track: Track) -> Iterator[Fact]:
    yield Fact(edition.say("plan_rules.consequence"), track.consequence)
    if track.reduction_text is not None and track.reduction_cite is not None:
        yield Fact(edition.say("plan_rules.share"), track.reduction_text, edition.cite(track.reduction_cite))


def _rules(plan: Plan) -> Iterator[tuple[str, TimedRule | None]]:
    yield from ((name, rule) for name in FOLLOWING if (rule := getattr(plan, name)) is not None)
    yield from ((name, getattr(plan, name)) for name in RULES)


def _rule(edition: Edition, name: str, rule: TimedRule | None) -> Rule:
    heading = edition.say(f"plan_rules.{name}")
    if rule is None:
        return Rule(f"rule-{name}", heading, None, ())
    # What the rules let the authority do is its own choice: nothing that a notice may impose on readers.
    power = rule.duty == "may"
    said = Said(id=name, text=rule.text, duty=rule.duty, citation=edition.cite(rule.cite), permission=power)
    return Rule(f"rule-{name}", heading, said, tuple(_named(edition, rule)))


def _named(edition: Edition, rule: TimedRule) -> Iterator[Fact]:
    if rule.hours is not None:
        yield Fact(edition.say("plan_rules.time"), edition.say("plan_rules.hours", number=rule.hours))
    if rule.category is not None:
        yield Fact(edition.say("plan_rules.class"), edition.say(f"plan_rules.class_{rule.category}"))


def _approval(edition: Edition, approval: Approval) -> ApprovalRow:
    names = tuple(edition.plan.level(level).names for level in approval.levels)
    return ApprovalRow(
        action=edition.say(f"plan_rules.{approval.action}"),
        levels=edition.wording.join(names, "join.list") if names else edition.say("plan_page.unsaid"),
        role=approval.role,
        text=approval.text,
        citation=edition.cite(approval.cite),
    )


def _cited(edition: Edition) -> Iterator[str]:
    plan = edition.plan
    yield from (level.trigger_cite for level in plan.levels)
    yield from (track.cite for track in plan.tracks)
    yield from (rule.cite for _, rule in _rules(plan) if rule is not None)
    yield from (approval.cite for approval in plan.approvals)
    yield from (channel.cite for channel in plan.channels)
    yield from (item.cite for item in plan.warning_contents)
    yield from (one.cite for one in plan.statements if one.subject in FURTHER)

"""How warnings begin, change and end under two plans: timed rules, approvals, deadlines."""

from collections.abc import Iterator

from lantian.model.provision import Approval, Deadline, TimedRule
from lantian.model.text import Text
from lantian.pages.compare_rows import ComparedRow, ComparedTable, Pair, Statement, compared
from lantian.pages.edition import Edition
from lantian.pages.plan_levels import FOLLOWING, RULES

ACTIONS = ("issue", "lift")
Time = tuple[int, str]
"""Hours, then a time of day; what has no hours comes last."""


def rule_tables(pair: Pair) -> tuple[ComparedTable, ...]:
    """Return the rules of time, who approves, and the deadlines."""
    return (
        ComparedTable("rules", pair.say("compare.rules"), tuple(_rules(pair))),
        ComparedTable("approvals", pair.say("compare.approvals"), tuple(_approvals(pair))),
        ComparedTable(
            "deadlines", pair.say("compare.deadlines"), tuple(_deadlines(pair)), pair.say("compare.deadlines_note")
        ),
    )


def _rules(pair: Pair) -> Iterator[ComparedRow]:
    for name in (*FOLLOWING, *RULES):
        left, right = (getattr(side.plan, name) for side in pair.sides)
        if name in FOLLOWING and left is None and right is None:
            continue
        sides = tuple(tuple(_stated(side, name)) for side in pair.sides)
        details = tuple(_rule_details(pair, left, right)) if left and right else ()
        if name in FOLLOWING and sides[0] and sides[1] and not (left and right):
            details = (pair.say("compare.aspect_follows"),)
        yield compared(pair, pair.say(f"plan_rules.{name}"), (sides[0], sides[1]), details)


def _stated(edition: Edition, name: str) -> Iterator[Statement]:
    """Yield what a plan says; a place that takes over no warnings is not silent on how that is done."""
    rule = getattr(edition.plan, name)
    if rule is not None:
        yield _rule(edition, rule)
    elif name in FOLLOWING and edition.place.follows is None:
        yield Statement(edition.say("compare.needs_none"))


def _rule(edition: Edition, rule: TimedRule) -> Statement:
    notes = (
        *((edition.say("plan_rules.hours", number=rule.hours),) if rule.hours is not None else ()),
        *((edition.say(f"plan_rules.class_{rule.category}"),) if rule.category is not None else ()),
    )
    # What the rules let the authority do is its own choice: nothing that a notice may impose on readers.
    return Statement(rule.text, rule.duty, rule.duty == "may", notes, edition.cite(rule.cite))


def _rule_details(pair: Pair, left: TimedRule, right: TimedRule) -> Iterator[Text]:
    if left.hours != right.hours:
        yield pair.say("compare.aspect_hours")
    if left.category != right.category:
        yield pair.say("compare.aspect_class")
    if left.duty != right.duty:
        yield pair.say("compare.aspect_duty")


def _approvals(pair: Pair) -> Iterator[ComparedRow]:
    for action in ACTIONS:
        sides = tuple(
            tuple(_approval(side, one) for one in side.plan.approvals if one.action == action) for side in pair.sides
        )
        yield compared(pair, pair.say(f"plan_rules.{action}"), (sides[0], sides[1]), alike="beside")


def _approval(edition: Edition, approval: Approval) -> Statement:
    names = tuple(edition.plan.level(level).names for level in approval.levels)
    levels = (edition.wording.join(names, "join.list"),) if names else ()
    return Statement(approval.text, notes=(*levels, approval.role), citation=edition.cite(approval.cite))


def _deadlines(pair: Pair) -> Iterator[ComparedRow]:
    """Yield a row for each time that a plan names; which deadlines mean the same task is for the reader to judge."""
    times = sorted({_time(one) for side in pair.sides for one in side.plan.deadlines})
    for time in times:
        sides = tuple(
            tuple(_deadline(side, one) for one in side.plan.deadlines if _time(one) == time) for side in pair.sides
        )
        yield compared(pair, _time_name(pair, time), (sides[0], sides[1]), alike="beside")


def _time(deadline: Deadline) -> Time:
    return (deadline.hours if deadline.hours is not None else 10**6, deadline.clock or "")


def _time_name(pair: Pair, time: Time) -> Text:
    hours, clock = time
    if clock:
        return pair.say("plan_deadlines.clock", clock=clock)
    if hours == 10**6:
        return pair.say("compare.other_time")
    return pair.say("plan_deadlines.hour" if hours == 1 else "plan_deadlines.hours", number=hours)


def _deadline(edition: Edition, deadline: Deadline) -> Statement:
    return Statement(deadline.text, notes=(deadline.actor, deadline.begins), citation=edition.cite(deadline.cite))

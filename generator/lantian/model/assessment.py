"""A forecast held against a plan's own criteria: a cross-check for the duty officer, never a warning."""

from collections.abc import Iterator
from typing import Literal

from lantian.model.level import Level, LevelId, Track, TrackId
from lantian.model.plan import Plan
from lantian.model.text import Record, Text
from lantian.model.trigger import AllOf, AnyOf, Expression, Finding, finding, holds, thresholds
from lantian.model.trigger_sentence import compose_threshold, compose_trigger
from lantian.model.wording import Wording

Pollutant = Literal["pm25", "ozone"]
BESIDE_LEVELS: dict[Pollutant, TrackId] = {"pm25": "notice", "ozone": "ozone"}
"""The track that a primary pollutant calls for: for fine particles below the levels, for ozone in their place."""


class Step(Record):
    """One line of the trace; `about`, `findings` and `holds` are empty where no rule is held against the forecast."""

    about: LevelId | TrackId | None = None
    findings: tuple[Finding, ...] = ()
    holds: bool | None = None
    text: Text


class Assessment(Record):
    """What the criteria give, and how; the first line of the trace says that this is not a warning."""

    level: LevelId | TrackId | None
    trace: tuple[Step, ...]


def assess(plan: Plan, means: tuple[int, ...], pollutant: Pollutant, wording: Wording) -> Assessment:
    """Hold means of consecutive 24 hours against the criteria of a plan (clause: `trigger_cite` of each level).

    The highest level whose criteria hold wins. Ozone has no levels, only its advisory; a public notice is looked at
    only if no level holds. ValueError for a forecast without a value: nothing can be said about it.
    """
    if not means:
        raise ValueError("no_forecast")
    rules = _rules(plan, pollutant)
    checked = tuple(_check(rule, means, wording) for rule in rules)
    found = next((rule for rule, step in zip(rules, checked, strict=True) if step.holds), None)
    result = _result(found, wording) if rules else wording.pattern("assess.no_rule")
    trace = (*_preamble(plan, means, pollutant, wording), *checked, Step(text=result))
    return Assessment(level=found.id if found else None, trace=trace)


def _rules(plan: Plan, pollutant: Pollutant) -> tuple[Level | Track, ...]:
    """Return what is looked at, the highest level first."""
    levels = sorted(plan.levels, key=lambda level: level.rank, reverse=True) if pollutant == "pm25" else []
    tracks = [track for track in plan.tracks if track.id == BESIDE_LEVELS[pollutant]]
    return (*levels, *tracks)


def _preamble(plan: Plan, means: tuple[int, ...], pollutant: Pollutant, wording: Wording) -> Iterator[Step]:
    spoken = wording.join(tuple(Text(zh=str(mean), en=str(mean)) for mean in means), "join.list")
    number = plan.document.number or plan.document.short
    yield Step(text=wording.pattern("assess.notice"))
    yield Step(text=wording.say(f"assess.basis_{pollutant}", plan=plan.document.title, number=number, means=spoken))
    yield Step(text=wording.pattern("assess.whole_days"))


def _check(rule: Level | Track, means: tuple[int, ...], wording: Wording) -> Step:
    met = holds(rule.trigger, means)
    findings = tuple(finding(threshold, means) for threshold in thresholds(rule.trigger))
    spoken = wording.join(tuple(_say(found, wording) for found in findings), "assess.join_thresholds")
    how = _how(rule.trigger, wording)
    text = wording.say("assess.holds" if met else "assess.fails", name=rule.names, rule=how, thresholds=spoken)
    return Step(about=rule.id, findings=findings, holds=met, text=text)


def _say(found: Finding, wording: Wording) -> Text:
    key = "assess.threshold_holds" if found.holds else "assess.threshold_fails"
    return wording.say(key, threshold=compose_threshold(found.threshold, wording), longest=found.longest_hours)


def _how(expression: Expression, wording: Wording) -> Text:
    parts = list(thresholds(expression))
    if len(parts) == 1:
        return wording.pattern("assess.rule_one")
    if isinstance(expression, AnyOf) and len(expression.any_of) == len(parts):
        return wording.pattern("assess.rule_any")
    if isinstance(expression, AllOf) and len(expression.all_of) == len(parts):
        return wording.pattern("assess.rule_all")
    return wording.say("assess.rule_mixed", trigger=compose_trigger(expression, wording))


def _result(found: Level | Track | None, wording: Wording) -> Text:
    if found is None:
        return wording.pattern("assess.nothing")
    return wording.say("assess.highest" if isinstance(found, Level) else "assess.track", name=found.names)

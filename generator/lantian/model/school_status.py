"""Can pupils be outdoors: the answer for schools, from the plan's own measures and the message's own day."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from lantian.model.citation import Citation
from lantian.model.clock import day_start
from lantian.model.level import LevelId
from lantian.model.measure import Measure
from lantian.model.moment_sentence import moment
from lantian.model.plan import Plan
from lantian.model.school_days import SchoolStop, school_stops
from lantian.model.situation import Situation
from lantian.model.text import Text
from lantian.model.wording import Wording

Outdoor = Literal["stopped", "allowed", "advised_indoors"]
Classes = Literal["as_usual", "may_be_suspended", "suspended"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolStatus:
    """The answer, the half-open span in which it holds (None where it is open), in words, and the clause.

    `classes` is never `suspended` here: only a notice of the education authority says so, and no message carries it.
    """

    outdoor: Outdoor
    classes: Classes = "as_usual"
    start: datetime | None = None
    until: datetime | None = None
    headline: Text
    citation: Citation | None = None


def school_status(situation: Situation, plan: Plan, wording: Wording) -> SchoolStatus:
    """Answer for schools; a real warning beats everything, an exercise changes nothing."""
    for stop in school_stops(situation.timeline, situation.as_of, plan):
        if stop.until is None or situation.as_of < stop.until:
            return _stopped(stop, situation, plan, wording)
    if situation.level is not None:
        return _not_required(situation.level, situation, plan, wording)
    if situation.exercise_level is not None:
        return _drilled(situation.exercise_level, plan, wording)
    if situation.lifted_at is not None:
        at = moment(situation.lifted_at, situation.as_of, "full", wording)
        return SchoolStatus(outdoor="allowed", headline=wording.say("school.lifted", at=at), start=situation.lifted_at)
    return _advised_by_track(situation, plan, wording) or _unasked(situation, plan, wording)


def _unasked(situation: Situation, plan: Plan, wording: Wording) -> SchoolStatus:
    """Say that nothing is required now; where a warning is suspended, that it is not lifted."""
    level = situation.suspended_level
    if level is None:
        return SchoolStatus(outdoor="allowed", headline=wording.pattern("school.none"))
    return SchoolStatus(outdoor="allowed", headline=wording.say("school.suspended", level=plan.level(level).names))


def stop_words(brief: Text | None, wording: Wording) -> Text:
    """Say what stops in the plan's own short words; neutral ones never name more than any such rule stops."""
    return brief or wording.pattern("school.stop")


def _stopped(stop: SchoolStop, situation: Situation, plan: Plan, wording: Wording) -> SchoolStatus:
    now = situation.as_of
    begins = _from(stop.start, now, wording)
    citation = plan.cite(stop.clause, wording)
    if now < stop.start:
        headline = wording.say("school.pending", begins=begins)
        return SchoolStatus(outdoor="advised_indoors", until=stop.start, headline=headline, citation=citation)
    classes = _classes(situation.level, plan)
    fields: dict[str, Text | str | int] = {
        "begins": begins,
        "classes": wording.pattern(f"school.classes_{classes}"),
        "stop": stop_words(stop.brief, wording),
    }
    if stop.until is not None:
        fields["until"] = moment(stop.until, now, "full", wording)
    headline = wording.say("school.stopped" if stop.until is None else "school.stopped_until", **fields)
    return SchoolStatus(
        outdoor="stopped", classes=classes, start=stop.start, until=stop.until, headline=headline, citation=citation
    )


def _from(start: datetime, now: datetime, wording: Wording) -> Text:
    """Say from when: a whole day by its day, anything else with its clock."""
    local = start.astimezone(now.tzinfo)
    if local == day_start(local):
        return wording.say("school.from_day", day=moment(local, now, "day", wording))
    return wording.say("school.from_moment", at=moment(local, now, "full", wording))


def _not_required(level: LevelId, situation: Situation, plan: Plan, wording: Wording) -> SchoolStatus:
    advised = next((one for one in _school(plan.measures_at(level)) if one.duty == "advised"), None)
    return SchoolStatus(
        outdoor="allowed" if advised is None else "advised_indoors",
        classes=_classes(level, plan),
        start=situation.starts_at,
        headline=wording.say(
            "school.not_required" if advised is None else "school.advised", level=plan.level(level).names
        ),
        citation=None if advised is None else plan.cite(advised.levels[level], wording),
    )


def _drilled(level: LevelId, plan: Plan, wording: Wording) -> SchoolStatus:
    """Say that nothing real holds, and what would hold at the drilled level."""
    required = next((one for one in _school(plan.measures_at(level)) if one.duty == "required"), None)
    key = "school.exercise" if required is None else "school.exercise_stop"
    return SchoolStatus(
        outdoor="allowed",
        headline=wording.say(
            key, level=plan.level(level).names, stop=stop_words(required.brief if required else None, wording)
        ),
        citation=None if required is None else plan.cite(required.levels[level], wording),
    )


def _advised_by_track(situation: Situation, plan: Plan, wording: Wording) -> SchoolStatus | None:
    told = ((one, measure) for one in situation.advisories for measure in _school(plan.measures_on(one.track)))
    for advisory, measure in told:
        required = measure.duty == "required"
        return SchoolStatus(
            outdoor="stopped" if required else "advised_indoors",
            start=advisory.start,
            until=advisory.until,
            headline=wording.say("school.track_required" if required else "school.track", text=measure.text),
            citation=plan.cite(measure.tracks[advisory.track], wording),
        )
    return None


def _classes(level: LevelId | None, plan: Plan) -> Classes:
    """Tell whether the plan leaves it open to suspend classes: the only thing that it may allow (`may`) for schools."""
    measures = () if level is None else _school(plan.measures_at(level))
    return "may_be_suspended" if any(measure.duty == "may" for measure in measures) else "as_usual"


def _school(measures: tuple[Measure, ...]) -> tuple[Measure, ...]:
    return tuple(measure for measure in measures if measure.topic == "school")

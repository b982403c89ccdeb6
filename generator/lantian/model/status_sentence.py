"""The exact words of a situation: a headline, and a second line with start, expected end and how sure it is."""

from datetime import datetime

from lantian.model.moment_sentence import Span, beside, moment, period
from lantian.model.plan import Plan
from lantian.model.situation import Situation
from lantian.model.situation_parts import Advisory
from lantian.model.text import Text
from lantian.model.wording import Wording

Fields = dict[str, Text | str | int]


def headline(situation: Situation, plan: Plan, wording: Wording) -> Text:
    """Say the state in one sentence (ux.md 3.1)."""
    if situation.state == "advisory":
        return advisory_headline(situation.advisories[0], plan, situation.as_of, wording)
    if situation.suspended is not None:
        return wording.say(_suspended_key(situation), **_fields(situation, plan, wording))
    if situation.suspends_next and situation.state in {"active", "active_open"}:
        return wording.say("state.suspending", **_fields(situation, plan, wording))
    return wording.say(f"state.{situation.state}", **_fields(situation, plan, wording))


def second_line(situation: Situation, plan: Plan, wording: Wording) -> Text:
    """Say when it starts, when it is expected to end and how sure that is, or what follows where nothing holds."""
    state = situation.state
    if state == "advisory" and is_response(situation.advisories[0], plan):
        return wording.pattern("state.line_response")
    if state in {"none", "advisory", "withdrawn"}:
        return wording.pattern(f"state.line_{state}")
    if state in {"lifted", "lifted_early"}:
        return wording.pattern("state.line_lifted")
    if state == "exercise":
        return _exercise_line(situation, plan, wording)
    if situation.suspended is not None:
        since = _moment(situation.suspended.start, situation, wording)
        parts = (wording.say("state.line_suspended", start=since), _end_line(situation, wording))
        return wording.join((*parts, wording.pattern("state.line_suspended_air")), "join.sentences")
    start = wording.say("state.line_start", start=_moment(situation.starts_at, situation, wording))
    return wording.join((start, *_suspending(situation, wording), _end_line(situation, wording)), "join.sentences")


def is_response(advisory: Advisory, plan: Plan) -> bool:
    """Tell whether the plan makes the line of an advisory an emergency response with measures that bind."""
    return any(track.id == advisory.track and track.kind == "response" for track in plan.tracks)


def advisory_headline(advisory: Advisory, plan: Plan, now: datetime, wording: Wording) -> Text:
    """Name an advisory and its hours; it never carries a level. A response bears the name that the plan gives it."""
    when, when_short = _hours(advisory, now, "full", wording), _hours(advisory, now, "short", wording)
    if is_response(advisory, plan):
        names = next(track.names for track in plan.tracks if track.id == advisory.track)
        return wording.say("state.response", names=names, when=when, when_short=when_short)
    return wording.say(f"state.advisory_{advisory.track}", when=when, when_short=when_short)


def _hours(advisory: Advisory, now: datetime, form: Span, wording: Wording) -> Text:
    if advisory.until is None:
        return wording.say("state.advisory_from", start=moment(advisory.start, now, form, wording))
    return period(advisory.start, advisory.until, now, form, wording)


def _fields(situation: Situation, plan: Plan, wording: Wording) -> Fields:
    fields: Fields = {}
    level = situation.level or situation.suspended_level or situation.pending_level or situation.previous_level
    if level is not None:
        fields["level"] = plan.level(level).names
        fields["color"] = wording.pattern(f"state.color_{level}")
    following = situation.next_entry
    if following is not None and following.level is not None:
        fields["next"] = wording.pattern(f"state.color_{following.level}")
    at = _speaks_of(situation)
    if at is not None:
        fields["at"] = _moment(at, situation, wording)
        fields["at_short"] = moment(at, situation.as_of, "short", wording)
    if situation.expected_end is not None and situation.lifted_at is not None:
        fields["expected"] = beside(situation.expected_end, situation.lifted_at, situation.as_of, wording)
    return fields


def _speaks_of(situation: Situation) -> datetime | None:
    """Return the moment that the headline names."""
    change = situation.suspends_next or situation.suspended or situation.state in {"raising", "lowering", "lifting"}
    if change and situation.next_entry is not None:
        return situation.next_entry.start
    if situation.taken_back is not None:
        return situation.taken_back.issued_at
    return situation.lifted_at or situation.starts_at


def _suspended_key(situation: Situation) -> str:
    """Say of a suspended warning what is told to come: itself, another level, its lifting, or nothing yet."""
    following = situation.next_entry
    if following is None:
        return "state.suspended_open"
    if following.ends:
        return "state.suspended_lifting"
    return "state.suspended" if following.level == situation.suspended_level else "state.suspended_change"


def _suspending(situation: Situation, wording: Wording) -> tuple[Text, ...]:
    """Say from when a warning that holds will be suspended, and until when as far as that is known."""
    if not situation.suspends_next or situation.next_entry is None:
        return ()
    start = situation.next_entry.start
    ahead = (entry.start for entry in situation.timeline if entry.start > start and entry.kind != "suspended")
    until = next(ahead, None)
    fields: Fields = {"start": _moment(start, situation, wording)}
    if until is None:
        return (wording.say("state.line_suspending_open", **fields),)
    return (wording.say("state.line_suspending", **fields, end=_moment(until, situation, wording)),)


def _end_line(situation: Situation, wording: Wording) -> Text:
    lifting = situation.next_entry is not None and situation.next_entry.ends
    if lifting and situation.next_entry is not None:
        return wording.say("state.line_lifting", end=_moment(situation.next_entry.start, situation, wording))
    if situation.expected_end is None:
        return wording.pattern("state.line_open")
    name = "line_overdue" if situation.overdue else "line_end"
    return wording.say(f"state.{name}", end=_moment(situation.expected_end, situation, wording))


def _exercise_line(situation: Situation, plan: Plan, wording: Wording) -> Text:
    parts: list[Text] = []
    if situation.exercise_level is not None:
        start = _moment(situation.starts_at, situation, wording)
        level = plan.level(situation.exercise_level).names
        parts.append(wording.say("state.line_exercise", level=level, start=start))
    if situation.expected_end is None:
        parts.append(wording.pattern("state.line_exercise_open"))
    else:
        end = _moment(situation.expected_end, situation, wording)
        parts.append(wording.say("state.line_exercise_end", end=end))
    parts.append(wording.pattern("state.line_exercise_real"))
    return wording.join(tuple(parts), "join.sentences")


def _moment(at: datetime | None, situation: Situation, wording: Wording) -> Text:
    # every state that says a start rests on a message that has one
    return moment(at or situation.as_of, situation.as_of, "full", wording)

"""What a message will change and what looks odd about it, told to the operator before it is published."""

from datetime import datetime, timedelta
from typing import get_args

from lantian.model.bulletin import CHANGES_LEVEL, Bulletin
from lantian.model.demands import lacking
from lantian.model.level import LevelId
from lantian.model.measure import DRIVING, INDUSTRY, Measure, Topic
from lantian.model.plan import Plan
from lantian.model.school_status import school_status
from lantian.model.situation import Situation
from lantian.model.status_sentence import advisory_headline, headline
from lantian.model.text import Text
from lantian.model.view import view
from lantian.model.wording import Wording

LONG = timedelta(days=5)


@view
class Difference:
    """What readers are told of one subject, before and after."""

    subject: Text
    before: Text
    after: Text


@view
class Report:
    """What changes, and what the operator should look at again; neither stops a publication."""

    differences: tuple[Difference, ...]
    notes: tuple[Text, ...]


def report(before: Situation, after: Situation, bulletin: Bulletin, plan: Plan, wording: Wording) -> Report:
    """Compare the situations without and with a message, and check its times and contents."""
    old, new = _told(before, plan, wording), _told(after, plan, wording)
    differences = (
        Difference(wording.pattern(f"warn.about_{subject}"), old[subject], new[subject])
        for subject in old
        if old[subject] != new[subject]
    )
    notes = (*_time_notes(bulletin, after.as_of, plan, wording), *_content_notes(bulletin, plan, wording))
    return Report(tuple(differences), notes)


def _told(situation: Situation, plan: Plan, wording: Wording) -> dict[str, Text]:
    """Return what readers are told by subject; lines beside the levels ask for measures of their own."""
    beside = tuple(one for advisory in situation.advisories for one in plan.measures_on(advisory.track))
    own = (*DRIVING, *INDUSTRY, "school")
    return {
        "status": _status(situation, plan, wording),
        "school": school_status(situation, plan, wording).headline,
        "vehicle": _together((*_vehicles(situation, plan), *_words(beside, DRIVING)), wording),
        "enterprise": _together((*_enterprises(situation, plan, wording), *_words(beside, INDUSTRY)), wording),
        "beside": _together(_words(beside, tuple(set(get_args(Topic)) - set(own))), wording, "nothing_beside"),
    }


def _status(situation: Situation, plan: Plan, wording: Wording) -> Text:
    """Return the headline, and behind it the lines beside the levels that it does not tell of."""
    beside = (advisory_headline(one, plan, situation.as_of, wording) for one in situation.advisories)
    return wording.join(tuple(dict.fromkeys((headline(situation, plan, wording), *beside))), "join.clauses")


def _vehicles(situation: Situation, plan: Plan) -> tuple[Text, ...]:
    level = _level(situation)
    return () if level is None else tuple(rule.text for rule in plan.vehicles.rules if level in rule.levels)


def _enterprises(situation: Situation, plan: Plan, wording: Wording) -> tuple[Text, ...]:
    level = _level(situation)
    if level is None:
        return ()
    return (wording.say("warn.enterprise", level=plan.level(level).names, text=plan.level(level).reduction_text),)


def _words(measures: tuple[Measure, ...], topics: tuple[str, ...]) -> tuple[Text, ...]:
    return tuple(dict.fromkeys(one.text for one in measures if one.topic in topics))


def _together(texts: tuple[Text, ...], wording: Wording, none: str = "no_rule") -> Text:
    return wording.join(texts, "join.sentences") if texts else wording.pattern(f"warn.{none}")


def _level(situation: Situation) -> LevelId | None:
    """Return the real level that holds or is announced; a drill moves no truck and stops no plant."""
    return situation.level or situation.pending_level


def _time_notes(bulletin: Bulletin, now: datetime, plan: Plan, wording: Wording) -> tuple[Text, ...]:
    end, lead = bulletin.expected_end, plan.lead_time.hours if plan.lead_time is not None else None
    odd = {
        "start_before_issue": bulletin.starts_at < bulletin.issued_at,
        "end_before_start": end is not None and end <= bulletin.starts_at,
        "end_in_past": end is not None and end <= now,
        "long": end is not None and end - bulletin.starts_at > LONG,
    }
    notes = [wording.pattern(f"warn.note_{name}") for name, holds in odd.items() if holds]
    ahead = bulletin.starts_at - bulletin.issued_at
    if bulletin.action in {"issue", "raise", "exercise"} and lead is not None and ahead < timedelta(hours=lead):
        notes.append(wording.say("warn.note_lead_time", hours=lead))
    return tuple(notes)


def _content_notes(bulletin: Bulletin, plan: Plan, wording: Wording) -> tuple[Text, ...]:
    """Name what the plan wants in a warning and the message lacks; what no field carries must stand in its text."""
    if bulletin.action not in CHANGES_LEVEL or bulletin.line != "level":
        return ()
    names = tuple(item.names for item in lacking(plan.warning_contents, bulletin))
    return (wording.say("warn.note_lacking", items=wording.join(names, "join.list")),) if names else ()

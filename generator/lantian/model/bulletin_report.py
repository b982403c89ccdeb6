"""What a message will change and what looks odd about it, told to the operator before it is published."""

from datetime import datetime, timedelta

from lantian.model.bulletin import CHANGES_LEVEL, Bulletin
from lantian.model.demands import lacking
from lantian.model.level import LevelId
from lantian.model.plan import Plan
from lantian.model.school_status import school_status
from lantian.model.situation import Situation
from lantian.model.status_sentence import headline
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
    told = (
        ("status", headline(before, plan, wording), headline(after, plan, wording)),
        ("school", school_status(before, plan, wording).headline, school_status(after, plan, wording).headline),
        ("vehicle", _vehicles(before, plan, wording), _vehicles(after, plan, wording)),
        ("enterprise", _enterprises(before, plan, wording), _enterprises(after, plan, wording)),
    )
    differences = (
        Difference(wording.pattern(f"warn.about_{subject}"), old, new) for subject, old, new in told if old != new
    )
    notes = (*_time_notes(bulletin, after.as_of, plan, wording), *_content_notes(bulletin, plan, wording))
    return Report(tuple(differences), notes)


def _vehicles(situation: Situation, plan: Plan, wording: Wording) -> Text:
    level = _level(situation)
    rules = () if level is None else tuple(rule.text for rule in plan.vehicles.rules if level in rule.levels)
    return wording.join(rules, "join.sentences") if rules else wording.pattern("warn.no_rule")


def _enterprises(situation: Situation, plan: Plan, wording: Wording) -> Text:
    level = _level(situation)
    if level is None:
        return wording.pattern("warn.no_rule")
    return wording.say("warn.enterprise", level=plan.level(level).names, text=plan.level(level).reduction_text)


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

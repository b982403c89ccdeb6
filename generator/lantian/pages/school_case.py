"""Which case of the school answer a situation is, with the words that its sentences are filled with."""

from datetime import datetime
from typing import Literal

from lantian.model.clock import day_start
from lantian.model.level import LevelId
from lantian.model.moment_sentence import moment
from lantian.model.school_days import SchoolStop, school_stops
from lantian.model.school_status import SchoolStatus, school_status, stop_words
from lantian.model.text import Text
from lantian.model.view import view
from lantian.pages.edition import Edition

Case = Literal["stopped", "pending", "advised", "not_required", "exercise", "exercise_stop", "lifted", "track", "none"]


@view
class SchoolCase:
    """The answer of the model, which case it is, and the level and moments that sentences about it name."""

    case: Case
    status: SchoolStatus
    level: LevelId | None
    fields: dict[str, Text | str | int]
    """Among `level`, `begins` (from when), `at`, `until`, `stop` and `classes` those that the case has."""
    open_end: bool = True
    """No lift is known that would end the stop."""


def school_case(edition: Edition) -> SchoolCase:
    """Return the case; the answer itself is the model's, this only names it."""
    situation = edition.situation
    status = school_status(situation, edition.plan, edition.wording)
    for stop in school_stops(situation.timeline, situation.as_of, edition.plan):
        if stop.until is None or situation.as_of < stop.until:
            return _stop(edition, status, stop)
    if situation.level is not None:
        case: Case = "advised" if status.outdoor == "advised_indoors" else "not_required"
        return _case(edition, case, status, situation.level)
    if situation.exercise_level is not None:
        drilled: Case = "exercise" if status.citation is None else "exercise_stop"
        return _case(edition, drilled, status, situation.exercise_level)
    if situation.lifted_at is not None:
        return _case(edition, "lifted", status, situation.previous_level)
    return _case(edition, "none" if status.citation is None else "track", status, None)


def _stop(edition: Edition, status: SchoolStatus, stop: SchoolStop) -> SchoolCase:
    situation, wording = edition.situation, edition.wording
    level = _requiring(edition)
    fields: dict[str, Text | str | int] = {
        "begins": _begins(edition, stop.start),
        "classes": wording.pattern(f"school_parents.classes_{status.classes}"),
        "stop": stop_words(stop.brief, wording),
    }
    if level is not None:
        fields["level"] = edition.plan.level(level).names
    if stop.until is not None:
        fields["until"] = moment(stop.until, situation.as_of, "full", wording)
    case: Case = "pending" if situation.as_of < stop.start else "stopped"
    return SchoolCase(case=case, status=status, level=level, fields=fields, open_end=stop.until is None)


def _begins(edition: Edition, at: datetime) -> Text:
    """Say from when: a whole day by its day, anything else with its clock."""
    now = edition.situation.as_of
    local = at.astimezone(now.tzinfo)
    if local == day_start(local):
        return edition.say("school.from_day", day=moment(local, now, "day", edition.wording))
    return edition.say("school.from_moment", at=moment(local, now, "full", edition.wording))


def _requiring(edition: Edition) -> LevelId | None:
    """Return the level that makes schools stop: the one that holds, or else the one that is announced."""
    situation = edition.situation
    following = situation.next_entry.level if situation.next_entry is not None else None
    for level in (situation.level, following):
        if level is not None and any(
            one.topic == "school" and one.duty == "required" for one in edition.plan.measures_at(level)
        ):
            return level
    return situation.level or following


def _case(edition: Edition, case: Case, status: SchoolStatus, level: LevelId | None) -> SchoolCase:
    fields: dict[str, Text | str | int] = {}
    if case == "exercise_stop" and level is not None:
        fields["stop"] = stop_words(_brief(edition, level), edition.wording)
    if level is not None:
        fields["level"] = edition.plan.level(level).names
    if case == "lifted" and status.start is not None:
        fields["at"] = moment(status.start, edition.situation.as_of, "full", edition.wording)
    return SchoolCase(case=case, status=status, level=level, fields=fields)


def _brief(edition: Edition, level: LevelId) -> Text | None:
    measures = edition.plan.measures_at(level)
    return next((one.brief for one in measures if one.topic == "school" and one.duty == "required"), None)

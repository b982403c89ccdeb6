"""What stands beside an answer: since when it holds, what is announced, which plan it is from."""

from datetime import datetime, time

from lantian.model.level import LevelId
from lantian.model.moment_sentence import moment
from lantian.model.status_sentence import second_line
from lantian.model.text import Text
from lantian.pages.advised import driving_notes
from lantian.pages.edition import Edition
from lantian.pages.level_tags import suspended_note
from lantian.pages.once import once


@once
def plan_version(edition: Edition) -> Text:
    """Say which version of the plan the rules are from."""
    now = edition.as_of
    first = datetime.combine(edition.plan.valid_from, time(), now.tzinfo)
    day = moment(first, now, "date", edition.wording)
    return edition.say("vehicle_page.plan_version", plan=edition.plan.document.short, day=day)


@once
def situation_notes(edition: Edition, *, same: bool) -> tuple[Text, ...]:
    """Say since when and until when the shown level holds, what is announced, and what lines beside the levels ask."""
    situation = edition.situation
    if situation.shown_level is None:
        suspended = suspended_note(edition)
        return (*(() if suspended is None else (suspended,)), *driving_notes(edition))
    notes = [second_line(situation, edition.plan, edition.wording), *driving_notes(edition)]
    if situation.pending_level is not None:
        notes.append(edition.say("vehicle_page.pending_until"))
    change = _next_change(edition, same=same)
    return (*notes, change) if change is not None else tuple(notes)


def drill_notes(edition: Edition) -> tuple[Text, ...]:
    """Say that a drill restricts nothing, while one is shown."""
    return (edition.say("vehicle_page.drill_note"),) if edition.situation.exercise_level is not None else ()


def _next_change(edition: Edition, *, same: bool) -> Text | None:
    """Say that another level is announced while one holds, and whether the answers stay."""
    following = edition.situation.next_entry
    if edition.situation.level is None or following is None:
        return None
    if not following.live or following.level is None:  # a lift or a suspension; the line above says when
        return None
    at = moment(following.start, edition.situation.as_of, "full", edition.wording)
    key = "vehicle_page.next_same" if same else "vehicle_page.next_differs"
    return edition.say(key, at=at, level=edition.plan.level(following.level).names)


def page_notes(edition: Edition, *, same: bool) -> tuple[Text, ...]:
    """Return the notes of a page about many vehicles; while no level is shown, that nothing holds."""
    return (*drill_notes(edition), *situation_notes(edition, same=same)) or (no_level_reason(edition),)


def no_levels_note(edition: Edition) -> tuple[Text, ...]:
    """Say that the plan has no levels, so that it has no answers by level either."""
    return () if edition.plan.levels else (edition.say("vehicle_page.no_levels"),)


@once
def no_level_reason(edition: Edition) -> Text:
    """Say why no emergency rule holds: nothing is issued, or the warning is suspended."""
    return suspended_note(edition) or edition.say("vehicle.reason_no_level")


def following_level(edition: Edition) -> LevelId | None:
    """Return the level that is announced next, if one is."""
    return edition.situation.next_entry.level if edition.situation.next_entry is not None else None

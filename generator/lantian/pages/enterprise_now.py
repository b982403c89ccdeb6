"""How the warning stands towards the industry annex: which column is followed, from when; a drill is called a drill."""

from collections.abc import Iterator
from datetime import datetime

from lantian.model.level import LevelId
from lantian.model.measure import INDUSTRY
from lantian.model.moment_sentence import moment
from lantian.model.status_sentence import headline
from lantian.model.text import Text
from lantian.model.view import view
from lantian.pages.advised import asked_now
from lantian.pages.edition import Edition
from lantian.pages.level_tags import suspended_note


@view
class Mark:
    """Why a column stands out; `kind` is `in-force`, `announced` or `exercise`."""

    kind: str
    text: Text


@view
class Answers:
    """Keys of the sentence that a heading says in each case; `would` is what a drill would bring about."""

    none: str
    in_force: str
    announced: str
    would: str


def marks(edition: Edition) -> dict[LevelId, Mark]:
    """Return the marks of the columns: what holds, what is announced, what is drilled; none if nothing does."""
    situation = edition.situation
    found: dict[LevelId, Mark] = {}
    following = situation.next_entry
    if following is not None and following.live and following.level is not None:
        at = moment(following.start, situation.as_of, "short", edition.wording)
        found[following.level] = Mark("announced", edition.say("enterprise.mark_announced", at=at))
    if situation.level is not None:
        found[situation.level] = Mark("in-force", edition.say("enterprise.mark_in_force"))
    elif situation.exercise_level is not None:
        found[situation.exercise_level] = Mark("exercise", edition.say("enterprise.mark_exercise"))
    return found


def answer(edition: Edition, keys: Answers, **fields: Text) -> Text:
    """Say the heading of a page for the level that is shown, or for none."""
    situation = edition.situation
    shown = situation.shown_level
    if shown is None:
        return edition.say(keys.none, **fields)
    fields = {**fields, "level": edition.plan.level(shown).names}
    if situation.level is not None:
        return edition.say(keys.in_force, **fields)
    if situation.exercise_level is not None:
        return edition.say("exercise.would", level=fields["level"], sentence=edition.say(keys.would, **fields))
    return edition.say(keys.announced, **fields, at=start(edition))


def lines(edition: Edition) -> Iterator[Text]:
    """Yield the sentences on the column that is followed: from when, until when, and what follows it."""
    situation = edition.situation
    shown = situation.shown_level
    suspended = suspended_note(edition)
    if suspended is not None:
        yield suspended
    if shown is None:
        beside = asked_now(edition, INDUSTRY)
        if beside or suspended is None:
            yield edition.say("enterprise.line_beside_levels" if beside else "enterprise.line_none")
        return
    if situation.level is None and situation.exercise_level is not None:
        yield edition.say("enterprise.line_exercise")
        return
    if asked_now(edition, INDUSTRY):
        yield edition.say("enterprise.line_also_beside")
    key = "enterprise.line_in_force" if situation.holds else "enterprise.line_pending"
    yield edition.say(key, level=edition.plan.level(shown).names, at=start(edition))
    if situation.suspends_next:
        yield headline(situation, edition.plan, edition.wording)
    elif situation.holds and situation.next_entry is not None:
        yield _next(edition, situation.next_entry.start, situation.next_entry.holds[1])


def start(edition: Edition) -> Text:
    """Say when the level that holds or is announced takes effect."""
    situation = edition.situation
    # a level is only ever shown on the strength of a message, which has a start
    return _at(edition, situation.starts_at or situation.as_of)


def _next(edition: Edition, when: datetime, level: LevelId | None) -> Text:
    if level is None:
        return edition.say("enterprise.line_lifting", at=_at(edition, when))
    return edition.say("enterprise.line_change", at=_at(edition, when), level=edition.plan.level(level).names)


def _at(edition: Edition, when: datetime) -> Text:
    return moment(when, edition.situation.as_of, "full", edition.wording)

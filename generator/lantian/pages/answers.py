"""The four questions of a place and their answers in a word and a sentence, as the situation stands."""

from lantian.model.level import LevelId
from lantian.model.measure import DRIVING, INDUSTRY, Measure
from lantian.model.moment_sentence import moment
from lantian.model.school_status import school_status
from lantian.model.text import Text
from lantian.pages import addresses
from lantian.pages.addressees import SENSITIVE, by_addressee
from lantian.pages.advised import asked_by_line
from lantian.pages.blocks import QuestionRow
from lantian.pages.edition import Edition

DRIVERS = frozenset({"drivers"})
EVERYBODY = "public"
"""The audience that stands for everybody without a group of their own."""


def answered_level(edition: Edition) -> LevelId | None:
    """Return the level whose rules are told: in force, announced or drilled; otherwise the lowest of the plan."""
    levels = edition.plan.levels
    return edition.situation.shown_level or (levels[0].id if levels else None)


def framed(edition: Edition, sentence: Text) -> Text:
    """Say of a rule whether it holds, from when it will, that it is drilled, or at which level it would."""
    situation = edition.situation
    level = answered_level(edition)
    if situation.holds or level is None:
        return sentence
    name = edition.plan.level(level).names
    if situation.state == "exercise":
        return edition.say("exercise.would", level=name, sentence=sentence)
    if situation.pending_level is not None and situation.starts_at is not None:
        start = moment(situation.starts_at, situation.as_of, "full", edition.wording)
        return edition.say("answers.from", start=start, sentence=sentence)
    return edition.say("answers.rule", level=name, sentence=sentence)


def at_level(edition: Edition, topic: str, audiences: frozenset[str] | None = None) -> tuple[Measure, ...]:
    """Return the measures on a subject at the level that is told, for certain audiences if they are given."""
    level = answered_level(edition)
    if level is None:
        return ()
    return tuple(
        measure
        for measure in edition.plan.measures_at(level)
        if measure.topic == topic and (audiences is None or audiences & set(measure.audiences))
    )


def briefly(edition: Edition, measures: tuple[Measure, ...], between: str = "join.briefs") -> Text | None:
    """Put the short words of several measures behind each other; None if there are none."""
    if not measures:
        return None
    words = tuple(dict.fromkeys(one.brief or one.text.unstopped for one in measures))
    return edition.wording.join(words, between)


def to_sensitive(edition: Edition, between: str = "join.briefs") -> Text | None:
    """Give the advice for children, older people and patients, always behind those whom it is for; None if none."""
    advice = at_level(edition, "health", SENSITIVE)
    parts = by_addressee(advice, SENSITIVE, edition.audiences, edition.wording)
    told = tuple(
        edition.say("answers.to", names=names, text=briefly(edition, own, between) or "")
        for names, own in parts.items()
    )
    return edition.wording.join(told, "join.clauses") if told else None


def question_rows(edition: Edition) -> tuple[QuestionRow, ...]:
    """Return the rows of the front page: school, health, vehicle, enterprise."""
    return school_row(edition), health_row(edition), vehicle_row(edition), enterprise_row(edition)


def school_row(edition: Edition) -> QuestionRow:
    """Answer whether pupils may be outdoors; where nothing holds the word says only that no stop is ordered.

    Where the plan lets schools begin with the day of the notice, the stop holds before the level does.
    """
    begun = school_status(edition.situation, edition.plan, edition.wording).outdoor == "stopped"
    required = tuple(measure for measure in at_level(edition, "school") if measure.duty == "required")
    stopped = bool(required) and (edition.situation.holds or edition.situation.pending_level is not None)
    word = "answers.school_no" if stopped else "answers.school_none"
    text = briefly(edition, required)
    told = text if begun or text is None else framed(edition, text)
    return QuestionRow(
        question=edition.say("answers.school"),
        word=edition.say(word),
        sentence=told or edition.say("answers.unsaid"),
        address=addresses.school(edition.place.id),
        icon="no" if stopped else "",
    )


def health_row(edition: Edition) -> QuestionRow:
    """Answer what a family should mind: the advice for children, older people and patients.

    The word is for all the family, so it asks to stay in only where the plan has advice for everybody, too.
    """
    text = to_sensitive(edition)
    live = edition.situation.holds or edition.situation.pending_level is not None
    every = at_level(edition, "health", frozenset({EVERYBODY}))
    return QuestionRow(
        question=edition.say("answers.health"),
        word=edition.say("answers.health_less" if live and text and every else "answers.look"),
        sentence=framed(edition, text) if text else edition.say("answers.unsaid"),
        address=addresses.health(edition.place.id),
    )


def vehicle_row(edition: Edition) -> QuestionRow:
    """Lead to the answer for each vehicle; the sentence is what binds drivers on roads, and that more may come."""
    level = answered_level(edition)
    rules = tuple(rule for rule in edition.plan.vehicles.rules if level in rule.levels and rule.effect == "ban")
    required = tuple(one for one in at_level(edition, "vehicle", DRIVERS) if one.duty == "required")
    text = briefly(edition, required)
    if text is None and rules:
        text = edition.wording.join(tuple(rule.text for rule in rules), "join.sentences")
    elif text is not None and any(rule.duty == "may" for rule in rules):
        text = edition.say("answers.and_maybe", text=text)
    sentence = framed(edition, text) if text else edition.say("answers.unsaid")
    return QuestionRow(
        question=edition.say("answers.vehicle"),
        word=edition.say("answers.check"),
        sentence=_beside(edition, DRIVING, sentence),
        address=addresses.vehicle(edition.place.id),
        icon="ask",
    )


def enterprise_row(edition: Edition) -> QuestionRow:
    """Lead to the answer for each industry and grade."""
    rows = len(edition.plan.industry.sectors)
    sentence = edition.say("answers.by_grade", number=rows) if rows else edition.say("answers.unsaid")
    return QuestionRow(
        question=edition.say("answers.enterprise"),
        word=edition.say("answers.check"),
        sentence=_beside(edition, INDUSTRY, sentence),
        address=addresses.enterprise(edition.place.id),
        icon="ask",
    )


def _beside(edition: Edition, topics: tuple[str, ...], sentence: Text) -> Text:
    """Put in front what lines beside the levels ask on a subject now: it holds whatever the level says.

    Each line is named before its own measures; one that asks nothing on the subject is not named.
    """
    asked = asked_by_line(edition, topics)
    for track in reversed([one for one in edition.plan.tracks if one.id in asked]):
        words = tuple(one.brief or one.text.unstopped for one in asked[track.id])
        text = edition.wording.join(words, "join.briefs")
        sentence = edition.say("answers.beside", names=track.names, text=text, sentence=sentence)
    return sentence

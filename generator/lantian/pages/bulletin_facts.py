"""The facts of a message as a table: who issued it, when, for how long, which level, and why."""

from collections.abc import Iterator

from lantian.model.bulletin import CHANGES_LEVEL, Bulletin
from lantian.model.moment_sentence import moment
from lantian.model.text import Text
from lantian.model.timeline import Episode
from lantian.pages.blocks import Fact
from lantian.pages.bulletin_words import level_words, levels_around, withdrawal_of
from lantian.pages.correction_facts import contents, correction_facts, items
from lantian.pages.edition import Edition


def bulletin_facts(edition: Edition, chain: Episode, bulletin: Bulletin) -> tuple[Fact, ...]:
    """Return what the message states; what a message of its kind should state and does not is said to be missing."""
    if bulletin.action == "correct":
        issued = moment(bulletin.issued_at, edition.situation.as_of, "full", edition.wording)
        return (
            *_origin(edition, bulletin),
            Fact(edition.say("bulletin_fact.issued"), issued),
            *correction_facts(edition, chain, bulletin),
            Fact(edition.say("bulletin_fact.levels"), edition.say("bulletin_fact.kept")),
        )
    return (
        *_origin(edition, bulletin),
        *(_drill_times if chain.exercise else _times)(edition, chain, bulletin),
        *_levels(edition, chain, bulletin),
        *_content(edition, bulletin),
    )


def paragraphs(bulletin: Bulletin) -> tuple[str, ...]:
    """Return the paragraphs of the official text, of a correction the text put right; empty if none was given."""
    corrected = bulletin.corrected.official_text if bulletin.corrected is not None else None
    text = bulletin.official_text or corrected or ""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _origin(edition: Edition, bulletin: Bulletin) -> Iterator[Fact]:
    yield Fact(edition.say("bulletin_fact.kind"), edition.say(f"bulletin_kind.{bulletin.action}"))
    yield Fact(edition.say("bulletin_fact.issuer"), bulletin.issuer)
    number = Text(zh=bulletin.number, en=bulletin.number) if bulletin.number else edition.say("bulletin_fact.unsaid")
    yield Fact(edition.say("bulletin_fact.number"), number)


def _times(edition: Edition, chain: Episode, bulletin: Bulletin) -> Iterator[Fact]:
    say, now = edition.say, edition.situation.as_of
    yield Fact(say("bulletin_fact.issued"), moment(bulletin.issued_at, now, "full", edition.wording))
    if bulletin.action == "withdraw":
        return
    starts = moment(bulletin.starts_at, now, "full", edition.wording)
    if bulletin.action == "lift":
        yield Fact(say("bulletin_fact.lifts"), starts)
        return
    if bulletin.action in {"suspend", "resume"}:
        yield from _interruption(edition, bulletin, starts)
        return
    yield Fact(say("bulletin_fact.starts"), starts)
    if withdrawal_of(chain, bulletin) is not None:
        yield Fact(say("bulletin_fact.ends"), say("bulletin_fact.void"))
    elif bulletin.expected_end is None:
        yield Fact(say("bulletin_fact.ends"), say("bulletin_fact.open"))
    else:
        end = moment(bulletin.expected_end, now, "full", edition.wording)
        yield Fact(say("bulletin_fact.ends"), say("bulletin_fact.around", end=end))


def _interruption(edition: Edition, bulletin: Bulletin, starts: Text) -> Iterator[Fact]:
    say = edition.say
    if bulletin.action == "resume":
        yield Fact(say("bulletin_fact.resumes"), starts)
        return
    yield Fact(say("bulletin_fact.suspends"), starts)
    again = say("bulletin_fact.resumes_open")
    if bulletin.resumes_at is not None:
        again = moment(bulletin.resumes_at, edition.situation.as_of, "full", edition.wording)
    yield Fact(say("bulletin_fact.resumes"), again)


def _drill_times(edition: Edition, _chain: Episode, bulletin: Bulletin) -> Iterator[Fact]:
    """Say the hours of an exercise: nothing takes effect with it and nothing waits for a lifting."""
    said = {"issued": bulletin.issued_at, "drilled": bulletin.starts_at, "drill_ends": bulletin.expected_end}
    for name, at in said.items():
        if at is not None:
            value = moment(at, edition.situation.as_of, "full", edition.wording)
            yield Fact(edition.say(f"bulletin_fact.{name}"), value)


def _levels(edition: Edition, chain: Episode, bulletin: Bulletin) -> Iterator[Fact]:
    say = edition.say
    if bulletin.line != "level":
        yield Fact(say("bulletin_fact.levels"), say("bulletin_fact.no_color"))
        return
    before, after = levels_around(chain, bulletin)
    if chain.exercise:
        yield Fact(say("bulletin_fact.drill_level"), level_words(edition, after or before))
        return
    words = {"before": level_words(edition, before), "after": level_words(edition, after)}
    paused = {"suspend": "after", "resume": "before"}.get(bulletin.action)
    for name, level in words.items():
        told = say("bulletin_fact.suspended", level=level) if name == paused else level
        yield Fact(say(f"bulletin_fact.{name}"), told)


def _content(edition: Edition, bulletin: Bulletin) -> Iterator[Fact]:
    missing = edition.say("bulletin_fact.unsaid")
    expected = bulletin.action in CHANGES_LEVEL
    for name, value in {**contents(edition, bulletin), "approved": bulletin.approved_by}.items():
        if value is not None or expected:
            yield Fact(edition.say(f"bulletin_fact.{name}"), value or missing)
    yield from items(edition, bulletin)

"""The facts of a message as a table: who issued it, when, for how long, which level, and why."""

from collections.abc import Iterator

from lantian.model.bulletin import CHANGES_LEVEL, Bulletin
from lantian.model.moment_sentence import moment
from lantian.model.text import Text
from lantian.model.timeline import Episode
from lantian.pages.blocks import Fact
from lantian.pages.bulletin_words import level_words, levels_around, withdrawal_of
from lantian.pages.edition import Edition


def bulletin_facts(edition: Edition, chain: Episode, bulletin: Bulletin) -> tuple[Fact, ...]:
    """Return what the message states; what a message of its kind should state and does not is said to be missing."""
    return (
        *_origin(edition, bulletin),
        *(_drill_times if chain.exercise else _times)(edition, chain, bulletin),
        *_levels(edition, chain, bulletin),
        *_content(edition, bulletin),
    )


def paragraphs(bulletin: Bulletin) -> tuple[str, ...]:
    """Return the paragraphs of the official text; empty if it was not given."""
    return tuple(line.strip() for line in (bulletin.official_text or "").splitlines() if line.strip())


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
    yield Fact(say("bulletin_fact.starts"), starts)
    if withdrawal_of(chain, bulletin) is not None:
        yield Fact(say("bulletin_fact.ends"), say("bulletin_fact.void"))
    elif bulletin.expected_end is None:
        yield Fact(say("bulletin_fact.ends"), say("bulletin_fact.open"))
    else:
        end = moment(bulletin.expected_end, now, "full", edition.wording)
        yield Fact(say("bulletin_fact.ends"), say("bulletin_fact.around", end=end))


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
    yield Fact(say("bulletin_fact.before"), level_words(edition, before))
    yield Fact(say("bulletin_fact.after"), level_words(edition, after))


def _content(edition: Edition, bulletin: Bulletin) -> Iterator[Fact]:
    missing = edition.say("bulletin_fact.unsaid")
    values = ", ".join(str(value) for value in bulletin.forecast)
    pollutant = edition.say(f"pollutant.{bulletin.pollutant}") if bulletin.pollutant else None
    forecast = edition.say("bulletin_fact.means", values=values) if values else None
    stated = {
        "pollutant": pollutant, "forecast": forecast, "area": bulletin.area, "approved": bulletin.approved_by,
        "reason": bulletin.reason,
    }  # fmt: skip
    expected = bulletin.action in CHANGES_LEVEL
    for name, value in stated.items():
        if value is not None or expected:
            yield Fact(edition.say(f"bulletin_fact.{name}"), value or missing)

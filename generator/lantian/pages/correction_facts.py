"""The facts that a correction states: each as it should have read, and as it had read before."""

from collections.abc import Iterator

from lantian.model.bulletin import Bulletin
from lantian.model.correction import as_corrected, corrections_of
from lantian.model.moment_sentence import moment
from lantian.model.text import Text
from lantian.model.timeline import Episode, taken_back
from lantian.pages.blocks import Fact
from lantian.pages.edition import Edition

TIMES = {"starts_at": "starts", "expected_end": "ends", "resumes_at": "resumes"}


def correction_facts(edition: Edition, chain: Episode, bulletin: Bulletin) -> Iterator[Fact]:
    """Yield what a correction puts right, with what had been said; later and withdrawn corrections play no part."""
    subject = next(one for one in chain.messages if one.key == bulletin.about_key)
    gone = taken_back(chain.messages)
    earlier = (one for one in corrections_of(chain.messages, subject) if one.issued_at < bulletin.issued_at)
    before = as_corrected(subject, (one for one in earlier if one.key not in gone))
    old, new = stated(edition, before), stated(edition, as_corrected(before, (bulletin,)))
    issued = moment(subject.issued_at, edition.situation.as_of, "full", edition.wording)
    yield Fact(edition.say("bulletin_fact.corrects"), issued)
    for label, value in new.items():
        if old.get(label) != value:
            had = old.get(label) or edition.say("bulletin_fact.unsaid")
            yield Fact(label, edition.say("bulletin_fact.corrected", new=value, old=had))
    if before.official_text != as_corrected(before, (bulletin,)).official_text:
        yield Fact(edition.say("bulletin_fact.text"), edition.say("bulletin_fact.text_new"))


def stated(edition: Edition, bulletin: Bulletin) -> dict[Text, Text]:
    """Return what a message says of its facts, by the label of each; what it does not say is absent."""
    said: dict[Text, Text] = {}
    for field, name in TIMES.items():
        at = getattr(bulletin, field)
        if at is not None:
            said[edition.say(f"bulletin_fact.{name}")] = moment(at, edition.situation.as_of, "full", edition.wording)
    told = {
        "issuer": bulletin.issuer,
        "number": Text(zh=bulletin.number, en=bulletin.number) if bulletin.number else None,
        **contents(edition, bulletin),
    }
    said |= {edition.say(f"bulletin_fact.{name}"): value for name, value in told.items() if value is not None}
    return said | {fact.label: fact.value for fact in items(edition, bulletin)}


def contents(edition: Edition, bulletin: Bulletin) -> dict[str, Text | None]:
    """Return what a message says about the air, where and why, by the names of the facts."""
    values = ", ".join(str(value) for value in bulletin.forecast)
    return {
        "pollutant": edition.say(f"pollutant.{bulletin.pollutant}") if bulletin.pollutant else None,
        "forecast": edition.say("bulletin_fact.means", values=values) if values else None,
        "area": bulletin.area,
        "reason": bulletin.reason,
    }


def items(edition: Edition, bulletin: Bulletin) -> Iterator[Fact]:
    """Yield what the message says of the things that the plan wants in a warning, under the plan's own names."""
    names = {item.id: item.names for item in edition.plan.warning_contents}
    for name, value in bulletin.contents.items():
        yield Fact(names.get(name) or edition.say("bulletin_fact.reason"), value)

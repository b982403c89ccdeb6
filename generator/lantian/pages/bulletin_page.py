"""One official message at its permanent address: what it did, its facts, its words, and what came before and after."""

from dataclasses import replace

from lantian.model.bulletin import Bulletin
from lantian.model.text import Text
from lantian.model.timeline import Episode
from lantian.model.view import view
from lantian.pages import addresses
from lantian.pages.blocks import Fact
from lantian.pages.bulletin_facts import bulletin_facts, paragraphs
from lantian.pages.bulletin_words import correction_of, headline, levels_around, mark, successor, withdrawal_of
from lantian.pages.edition import Edition
from lantian.pages.page import Link, Page

NEUTRAL = {"lift": "lifted", "suspend": "none", "correct": "none"}
"""Messages that bring no level into force, and how their pages look."""


@view
class ChainLine:
    """A message of the chain, oldest first; the page's own has no address."""

    text: Text
    address: str
    mark: Text | None


@view
class BulletinView:
    """One message."""

    kind: Text
    headline: Text
    tone: str
    mark: Text | None
    """That it was withdrawn or corrected, or that a later message follows."""
    later: Link | None
    """The message that took it back, corrects or follows it."""
    facts: tuple[Fact, ...]
    paragraphs: tuple[str, ...]
    """The official text, in Chinese."""
    meaning: tuple[Link, ...]
    chain: tuple[ChainLine, ...]


def bulletin_page(
    edition: Edition, chain: Episode, bulletin: Bulletin, crumb: Link, lines: tuple[ChainLine, ...]
) -> Page:
    """Return the page of a real message; `lines` are those of its chain."""
    place = edition.place.id
    said = headline(edition, chain, bulletin)
    title = edition.say("bulletin_page.title", place=edition.place.names, headline=said)
    view = BulletinView(
        kind=edition.say(f"bulletin_kind.{bulletin.action}"),
        headline=said,
        tone=_tone(edition, chain, bulletin),
        mark=mark(edition, chain, bulletin),
        later=_later(edition, chain, bulletin),
        facts=bulletin_facts(edition, chain, bulletin),
        paragraphs=paragraphs(bulletin),
        meaning=_meaning(edition, chain, bulletin),
        chain=seen_from(lines, addresses.bulletin(place, bulletin.id)),
    )
    return edition.live(addresses.bulletin(place, bulletin.id), "bulletin", title, view, (crumb,))


def chain_lines(edition: Edition, chain: Episode) -> tuple[ChainLine, ...]:
    """Return every message of a chain up to now, oldest first, each with its address."""
    way = addresses.drill if chain.exercise else addresses.bulletin
    return tuple(
        ChainLine(headline(edition, chain, one), way(one.place, one.id), mark(edition, chain, one))
        for one in chain.messages
    )


def seen_from(lines: tuple[ChainLine, ...], address: str) -> tuple[ChainLine, ...]:
    """Return the lines as the page of one of them shows them."""
    return tuple(replace(one, address="") if one.address == address else one for one in lines)


def _tone(edition: Edition, chain: Episode, bulletin: Bulletin) -> str:
    if bulletin.action == "withdraw" or withdrawal_of(chain, bulletin) is not None:
        return "withdrawn"
    if bulletin.line != "level":
        return "advice"
    if bulletin.action in NEUTRAL:
        return NEUTRAL[bulletin.action]
    level = levels_around(chain, bulletin)[1]
    return level if level is not None and edition.plan.has_level(level) else "none"


def _later(edition: Edition, chain: Episode, bulletin: Bulletin) -> Link | None:
    if bulletin.action == "withdraw":
        return None
    later = withdrawal_of(chain, bulletin) or correction_of(chain, bulletin) or successor(chain, bulletin)
    if later is None:
        return None
    return Link(addresses.bulletin(later.place, later.id), headline(edition, chain, later))


def _meaning(edition: Edition, chain: Episode, bulletin: Bulletin) -> tuple[Link, ...]:
    place, say = edition.place.id, edition.say
    topics = (
        Link(addresses.school(place), say("answers.school")),
        Link(addresses.health(place), say("answers.health")),
        Link(addresses.vehicle(place), say("answers.vehicle")),
        Link(addresses.enterprise(place), say("answers.enterprise")),
    )
    return (*_subject(edition, chain, bulletin), *topics)


def _subject(edition: Edition, chain: Episode, bulletin: Bulletin) -> tuple[Link, ...]:
    place, level = edition.place.id, levels_around(chain, bulletin)[1]
    if withdrawal_of(chain, bulletin) is not None:
        return ()
    if bulletin.line != "level":
        tracks = (track for track in edition.plan.tracks if track.id == bulletin.line)
        return tuple(Link(addresses.track(place, track.id), track.names) for track in tracks)
    if level is None or not edition.plan.has_level(level):
        return ()
    name = edition.plan.level(level).names
    return (Link(addresses.level(place, level), edition.say("bulletin_page.level", level=name)),)

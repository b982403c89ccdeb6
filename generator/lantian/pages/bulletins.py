"""The official messages of a place, newest first by episode; exercises stand apart and have addresses of their own."""

from collections.abc import Iterator

from lantian.model.bulletin import Bulletin
from lantian.model.moment_sentence import moment
from lantian.model.text import Text
from lantian.model.timeline import Episode, episodes, known
from lantian.model.view import view
from lantian.pages import addresses
from lantian.pages.bulletin_page import bulletin_page, chain_lines
from lantian.pages.bulletin_words import headline, mark
from lantian.pages.drill_page import drill_page
from lantian.pages.edition import Edition
from lantian.pages.page import Link, Page


@view
class MessageRow:
    """A message in the list; `mark` says that it was withdrawn or that a later one took its place."""

    text: Text
    issued: Text
    number: str
    address: str
    mark: Text | None


@view
class EpisodeRow:
    """One chain of messages, newest first."""

    id: str
    heading: Text
    rows: tuple[MessageRow, ...]


@view
class BulletinsView:
    """Everything issued up to now; `empty` is said where nothing real was."""

    heading: Text
    empty: Text | None
    episodes: tuple[EpisodeRow, ...]
    exercises: tuple[EpisodeRow, ...]
    data: str


def bulletin_pages(edition: Edition) -> Iterator[Page]:
    """Yield the list, then every message at its permanent address; exercises below `drill/`."""
    place = edition.place.id
    chains = issued_chains(edition)
    title = edition.say("bulletin_list.title", place=edition.place.names)
    yield edition.live(addresses.bulletins(place), "bulletins", title, _view(edition, chains))
    crumb = Link(addresses.bulletins(place), edition.say("bulletin_list.crumb"))
    for chain in chains:
        if chain.first.place != place:  # the place that issued it has the page
            continue
        page_of, lines = drill_page if chain.exercise else bulletin_page, chain_lines(edition, chain)
        for bulletin in chain.messages:
            yield page_of(edition, chain, bulletin, crumb, lines)


def issued_chains(edition: Edition) -> tuple[Episode, ...]:
    """Return the chains of all messages issued up to the moment of the edition, oldest first."""
    return episodes(known(edition.messages, edition.as_of))


def _view(edition: Edition, chains: tuple[Episode, ...]) -> BulletinsView:
    newest = tuple(reversed(chains))
    real = tuple(_episode(edition, chain) for chain in newest if not chain.exercise)
    total = sum(len(one.rows) for one in real)
    empty = None if real else edition.say("bulletin_list.empty", place=edition.place.names)
    return BulletinsView(
        heading=empty or edition.say("bulletin_list.heading", number=total, episodes=len(real)),
        empty=empty,
        episodes=real,
        exercises=tuple(_episode(edition, chain) for chain in newest if chain.exercise),
        data=addresses.data(edition.place.id, "bulletins.json"),
    )


def _episode(edition: Edition, chain: Episode) -> EpisodeRow:
    begun = moment(chain.first.issued_at, edition.situation.as_of, "day", edition.wording)
    return EpisodeRow(
        id=f"episode-{chain.key.replace('/', '-')}",
        heading=edition.say("bulletin_list.drill" if chain.exercise else "bulletin_list.episode", day=begun),
        rows=tuple(_row(edition, chain, bulletin) for bulletin in reversed(chain.messages)),
    )


def _row(edition: Edition, chain: Episode, bulletin: Bulletin) -> MessageRow:
    address = addresses.drill if chain.exercise else addresses.bulletin
    return MessageRow(
        text=headline(edition, chain, bulletin),
        issued=moment(bulletin.issued_at, edition.situation.as_of, "full", edition.wording),
        number=bulletin.number or "",
        address=address(bulletin.place, bulletin.id),
        mark=mark(edition, chain, bulletin),
    )

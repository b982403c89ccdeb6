"""Sections of places and pairs: from cards where these hold, else planned from records, which are read then.

At most a few places are held in memory, however many there are: a section that is written later reads them again.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from functools import lru_cache, partial
from pathlib import Path
from zoneinfo import ZoneInfo

from lantian.model.clock import next_tick
from lantian.model.content import Content, PlaceContent
from lantian.model.text import Id
from lantian.model.view import view
from lantian.pages.site import RowsOf
from lantian.pages.standing import standing
from lantian.publication.cards import Card, Cards, outlines_of
from lantian.publication.inputs import digest
from lantian.publication.moment import ahead_of, calm_tick
from lantian.publication.pair_section import PairSection, pair_name
from lantian.publication.place_section import PlaceSection, place_section
from lantian.publication.site_parts import Ground, ground_of, narrowed, silent, still_hash, unread
from lantian.publication.written_ahead import WrittenAhead
from lantian.publishing.parts import Json, Section, Written
from lantian.reading.surveyed import Surveyed

_AT_HAND = 6
"""How many places are held: the one that changed and those around it."""


@view
class Instant:
    """What is planned when: `live` names the ids of the live sections, whose moments are kept where they may be."""

    now: datetime
    theme: Path
    theme_hash: str
    live: Mapping[str, str]
    checks: int | None = None
    """How many places are made anew of which nothing but a check is due; none beside others; no matter if absent."""
    rows: RowsOf = unread
    """Returns the companies of a place; asked only where something is built from them."""
    ahead: WrittenAhead | None = None
    """Where pages may lie that were written before the last message."""


class Planner:
    """Plans one release; `cards` are those of it so far."""

    def __init__(self, known: Surveyed, instant: Instant, before: Cards) -> None:
        """Nothing is planned yet."""
        self.cards: Cards = {}
        self.put_off = False
        """A check that is due was left for the next publication."""
        self.ground = ground_of(known.common, instant.theme_hash)
        self._places = {one.place.id: one for one in known.places}
        self._at, self._before = instant, before
        self._records = lru_cache(_AT_HAND)(self._load)
        self._planned = lru_cache(_AT_HAND)(self._plan)
        self._still_hashes: dict[Id, str] = {}

    def places(self) -> list[Section]:
        """Return the sections of all places: what has to differ first, and checks that are due a few at a time."""
        keys = {place: digest(self.ground.hash, one.key) for place, one in self._places.items()}
        due = [place for place, key in keys.items() if self._card(place, key) is None]
        calm = [place for place in due if self._is_true(place, keys[place])]
        late: frozenset[Id] = frozenset()
        if self._at.checks is not None:
            late = frozenset(calm[self._at.checks :] if len(calm) == len(due) else calm)
        self.put_off = bool(late)
        return [self._place(place, key, late) for place, key in keys.items()]

    def _place(self, place: Id, key: str, late: Collection[Id]) -> Section:
        card = self._before[place] if place in late else self._card(place, key) or self._new_card(place, key)
        return self._section(place, card, partial(self._written, place))

    def _is_true(self, place: Id, key: str) -> bool:
        card = self._before.get(place)
        return card is not None and card.is_true(key, self._at.now, self._at.live)

    def pair(self, left: Id, right: Id) -> Section:
        """Return the section of two places that are compared."""
        name = pair_name(left, right)
        key = digest(self.ground.hash, *(self._places[one].still for one in (left, right)))
        card = self._card(name, key) or self._new_pair(left, right, key)
        return self._section(name, card, partial(self._pair_written, left, right))

    def _card(self, name: str, key: str) -> Card | None:
        card = self._before.get(name)
        return card if card is not None and card.holds(key, self._at.now, self._at.live) else None

    def _section(self, name: str, card: Card, write: "partial[Written]") -> Section:
        self.cards[name] = card
        return card.section(write)

    def _new_card(self, place: Id, key: str) -> Card:
        planned, section = self._planned(place)
        around = self.content(place)
        entry = around.places[0]
        ahead = ahead_of(around, entry, self._at.now)
        return Card(
            key=key,
            moment=planned.moment,
            until=ahead.first,
            differs=ahead.differs,
            outlines=outlines_of(section),
            facts=_facts(planned, section.id),
            standing=standing(planned.edition),
            later=tuple(one.key for one in entry.bulletins if one.issued_at > self._at.now),
        )

    def _new_pair(self, left: Id, right: Id, key: str) -> Card:
        now = self._now_at(left)
        section = self._plan_pair(left, right)
        return Card(key, calm_tick(now), next_tick(now, live=False), None, outlines_of(section))

    def _now_at(self, place: Id) -> datetime:
        return self._at.now.astimezone(ZoneInfo(self._places[place].place.timezone))

    def _load(self, place: Id) -> PlaceContent:
        return self._places[place].load()

    def content(self, *places: Id) -> Content:
        """Return a content with these places and those that they follow."""
        return self.ground.content.model_copy(update={"places": tuple(map(self._records, self._around(*places)))})

    def _around(self, *places: Id) -> Iterable[Id]:
        follows = (self._places[place].place.follows for place in places)
        return dict.fromkeys((*places, *(place for place in follows if place is not None)))

    def _still_hash(self, entry: PlaceContent) -> str:
        """Return the hash of a place without its messages: its own section and each pair are named by it."""
        place = entry.place.id
        if place not in self._still_hashes:
            self._still_hashes[place] = still_hash(entry)
        return self._still_hashes[place]

    def _still_content(self, *places: Id) -> Content:
        return narrowed(self.ground.content, *(silent(self._records(one)) for one in self._around(*places)))

    def _plan(self, place: Id) -> tuple[PlaceSection, Section]:
        content = self.content(place)
        planned = place_section(
            Ground(content, self.ground.hash, self._still_hash),
            content.places[0],
            self._at.now,
            self._at.rows,
            self._at.ahead,
        )
        return planned, planned.section(self._at.theme, self._at.live)

    def _plan_pair(self, left: Id, right: Id) -> Section:
        """Plan two places that are compared; what is made now speaks of the last calm check."""
        known, ids = self._still_hashes, self._around(left, right)
        hashes = (known.get(one) or self._still_hash(self._records(one)) for one in ids)
        records = digest(self.ground.content.site.mode, *hashes)
        content = partial(self._still_content, left, right)
        pair = PairSection((left, right), calm_tick(self._now_at(left)), self.ground.hash, records, content)
        return pair.section(self._at.theme, self._at.live)

    def _written(self, place: Id, name: str, into: Path) -> Written:
        _, section = self._planned(place)
        return next(one for one in (section, *section.parts) if one.name == name).write(into)

    def _pair_written(self, left: Id, right: Id, name: str, into: Path) -> Written:
        del name
        return self._plan_pair(left, right).write(into)


def _facts(one: PlaceSection, section: str) -> Json:
    """Return what a release says of a place."""
    situation, messages = one.edition.situation, one.entry.bulletins
    return {
        "id": one.id,
        "state": situation.state,
        "level": situation.level,
        "generated_at": one.moment.isoformat(),
        "section": section,
        "messages": [message.id for message in messages],
        "hashes": {message.id: digest(message.model_dump_json(exclude_defaults=True)) for message in messages},
    }

"""What must be known of every place, plan and campaign without reading them again, and what follows from it.

A place is sound as long as none of the bytes have changed that were read and checked for it. What other files can still
spoil from outside are references: ids that are gone, or that now stand somewhere else too. Those are looked at anew.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from copy import copy

from pydantic import BaseModel, ConfigDict

from lantian.model.checks.known import Ids
from lantian.model.place import Place
from lantian.model.short_code import place_code
from lantian.model.view import view
from lantian.reading.fingerprints import UNREADABLE, Mark, joined
from lantian.reading.layout import PLAN, Unit


class Facts(BaseModel):
    """Which plan or campaign it is, whose, and which plan takes its place."""

    model_config = ConfigDict(frozen=True)
    id: str
    place: str
    superseded_by: str | None = None
    checked: str = ""
    """The hash of the vocabulary with which nothing was found wrong in it."""


class Index(BaseModel):
    """What is kept of a whole content; everything but `marks` by the hash of the files that it was read from."""

    marks: dict[str, Mark] = {}
    owned: dict[str, Facts] = {}
    """Plans and campaigns."""
    places: dict[str, Place] = {}
    sound: frozenset[str] = frozenset()
    """Keys of places that were read, checked, and found without a problem."""


@view
class Owned:
    """A plan or a campaign: its unit, the hash of its files, and its facts; None if they are not known."""

    unit: Unit
    hash: str
    facts: Facts | None
    good: bool
    """Nothing was wrong when it was read by itself."""


@view
class Held:
    """A place: its unit, hashes of its files; `place` is None if it could not be read."""

    unit: Unit
    hash: str
    still: str
    """Of its files without messages."""
    own: str
    """Of the one file that describes it, empty if something is wrong in that."""
    place: Place | None

    @property
    def id(self) -> str:
        """Return the id, which is the name of the file."""
        return self.unit.name

    @property
    def known(self) -> Place:
        """Return the place; only where no problem was found."""
        if self.place is None:
            raise LookupError(self.id)
        return self.place


class Ties:
    """What belongs to what; `words` is the hash of the vocabulary, by which plans are checked."""

    def __init__(
        self, words: str, places: tuple[Held, ...], owned: tuple[Owned, ...], strays: tuple[Unit, ...]
    ) -> None:
        """Sort plans and campaigns by whose they are and by which they are; `strays` are files of no known place."""
        self._words, self._owned, self._strays = words, owned, strays
        self.places = {one.id: one for one in places}
        self._by_place: dict[str, list[Owned]] = defaultdict(list)
        self._by_id: dict[str, list[Owned]] = defaultdict(list)
        for one in owned:
            if one.facts is not None:
                self._by_place[one.facts.place].append(one)
                self._by_id[one.facts.id].append(one)

    def with_messages(self, held: Iterable[Held]) -> "Ties":
        """Return the same, where only messages of some places have changed: they tie nothing to anything."""
        later = copy(self)
        later.places = {**self.places, **{one.id: one for one in held}}
        return later

    def of(self, held: Held) -> tuple[Owned, ...]:
        """Return the plans and campaigns of a place: those that name it, and the plan that it applies."""
        own = self._by_place.get(held.id, [])
        applied = [] if held.place is None else self._plans(held.place.plan)
        return (*own, *(one for one in applied if one not in own))

    def followed(self, held: Held) -> Held | None:
        """Return the place that a place follows."""
        return None if held.place is None else self.places.get(held.place.follows or "")

    def key(self, held: Held, *, still: bool = False) -> str:
        """Return the hash of everything that a place is read, checked and shown from; `still` leaves out messages."""
        hashes = [self._words]
        for one in (held, self.followed(held)):
            if one is not None:
                hashes += [one.still if still else one.hash, *(plan.hash for plan in self.of(one))]
        return UNREADABLE if UNREADABLE in hashes else joined(*hashes)

    def strained(self) -> Iterator[Held]:
        """Yield the places that could not be read, or whose references may not hold.

        Every rule of `model.checks` that looks at other places than the followed one has its doubt here.
        """
        shorts = Counter(place_code(one) for one in self.places)
        codes = Counter(one.place.code for one in self.places.values() if one.place is not None)
        for held in self.places.values():
            place = held.place
            shared = place is not None and place.national_code is not None and codes[place.code] > 1
            shared = shared or shorts[place_code(held.id)] > 1
            if place is None or shared or not self._holds(held, place):
                yield held

    def loose(self) -> Iterator[Unit]:
        """Yield what belongs to no place, as far as is known."""
        owners = {id(one) for held in self.places.values() for one in self.of(held)}
        yield from (one.unit for one in self._owned if id(one) not in owners)
        yield from self._strays

    @property
    def plan_ids(self) -> Ids:
        """Return the ids of all plans, None if one of them is not known."""
        facts = [one.facts for one in self._owned if one.unit.kind == PLAN]
        return None if None in facts else tuple(one.id for one in facts if one is not None)

    @property
    def hashes(self) -> dict[str, str]:
        """Return the hash of every plan and campaign by its id."""
        return {one.facts.id: one.hash for one in self._owned if one.facts is not None}

    def checked(self, held: Held) -> Iterator[str]:
        """Yield the ids of plans, of a place and of the one that it follows, that were found sound by themselves."""
        for one in (held, self.followed(held)):
            for owned in () if one is None else self.of(one):
                if owned.facts is not None and owned.unit.kind == PLAN and owned.facts.checked == self._words:
                    yield owned.facts.id

    def index(self, marks: dict[str, Mark], sound: set[str]) -> Index:
        """Return what may be kept."""
        owned = {one.hash: one.facts for one in self._owned if one.facts is not None and one.good and one.hash}
        for held in self.places.values():
            if self.key(held) in sound:
                owned |= {one.hash: self._found_sound(one.facts) for one in self.of(held) if one.facts is not None}
        places = {one.own: one.place for one in self.places.values() if one.place is not None and one.own}
        return Index.model_construct(marks=marks, owned=owned, places=places, sound=frozenset(sound))

    def _found_sound(self, facts: Facts) -> Facts:
        return facts if facts.checked == self._words else facts.model_copy(update={"checked": self._words})

    def _plans(self, plan: str) -> list[Owned]:
        return [one for one in self._by_id.get(plan, ()) if one.unit.kind == PLAN]

    def _holds(self, held: Held, place: Place) -> bool:
        facts = [one.facts for one in self.of(held) if one.facts is not None]
        return (
            bool(self._plans(place.plan))
            and (place.follows is None or (place.follows in self.places and place.follows != place.id))
            and all(len(self._by_id[one.id]) == 1 and one.place in self.places for one in facts)
            and all(one.superseded_by is None or bool(self._plans(one.superseded_by)) for one in facts)
        )

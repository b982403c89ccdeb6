"""A whole content without reading the whole of it: what changed is read and checked, the rest is known by its hash.

Every problem is found that `read_content` finds: of a place of which no byte changed since it was found sound, nothing
can be wrong but a reference to another, and those are looked at each time.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from copy import copy
from dataclasses import replace
from functools import partial
from pathlib import Path

from pydantic import TypeAdapter

from lantian.model.checks.known import Known
from lantian.model.content import Content, PlaceContent
from lantian.model.wording import Wording
from lantian.problems import ProblemsFound
from lantian.reading.content import place_ids, read_site
from lantian.reading.facts import Held, Index
from lantian.reading.files import Folder
from lantian.reading.fingerprints import UNREADABLE, Fingerprints
from lantian.reading.layout import MESSAGES, Unit, place_of_message
from lantian.reading.looks import Look, Sight, look_at
from lantian.reading.part import read_part
from lantian.reading.place_record import keep_place, kept_place
from lantian.reading.prose import read_prose
from lantian.reading.report import Report
from lantian.reading.sharing import Share, read_owned, sound_places
from lantian.reading.shelf import Shelf
from lantian.reading.surveyed import Surveyed, SurveyedPlace
from lantian.reading.tying import tie
from lantian.reading.vocabulary import WORDS, known_vocabulary

_INDEX = TypeAdapter(Index)
_NAME = "index"
_BATCH = 16
"""How many places are read at once, so that a first look at hundreds does not hold all of them in memory."""


def survey(folder: Path, shelf: Shelf, sight: Sight | None = None, share: Share | None = None) -> Surveyed:
    """Return the content below a folder; ProblemsFound with every problem of every file.

    ContentMovedError if a file changes between two looks at it. With `share` several processes read, if there is much.
    """
    return _Survey(folder, shelf, sight or Sight(look_at(folder)), share).surveyed()


class _Survey:
    """One look at a content."""

    def __init__(self, folder: Path, shelf: Shelf, sight: Sight, share: Share | None) -> None:
        self._shelf, self._report = shelf, Report()
        self._sight, self._share = sight, share
        self._files = Folder(folder, self._report)
        if not self._files.list_files():
            raise ProblemsFound(self._report.problems)
        self._before = shelf.take(_INDEX, _NAME, _NAME) or Index()
        self._prints = Fingerprints(folder, self._before.marks, sight.look)
        self._files.prints = self._prints
        self._places = place_ids(self._files, self._report)
        self._hash = self._files.hash_of(*self._files.below("vocabulary"))
        self._words = known_vocabulary(self._files, self._hash, self._report, shelf)
        if share is not None:
            read_owned(self._files, self._before, shelf, share)
        self._ties = tie(self._files, self._before, self._hash, shelf)
        self._sound: set[str] = set()
        self._strained = True

    def surveyed(self) -> Surveyed:
        """Read whatever is not known, and return the content."""
        site = read_site(self._files, self._places, self._report)
        prose = read_prose(self._files, self._report)
        self._read_changed()
        if self._report.problems:
            self.keep()
            raise ProblemsFound(self._report.problems)
        words = {"wording": self._words.wording or Wording(), "vocabulary": self._words.vocabulary()}
        common = Content.model_validate({"site": site, **words, "places": (), "prose": prose})
        places = tuple(map(self._surveyed_place, self._ties.places.values()))
        return Surveyed(common, places, self.keep, self.names, partial(self._again, common, places))

    def _surveyed_place(self, held: Held) -> SurveyedPlace:
        key, still = self._ties.key(held), self._ties.key(held, still=True)
        return SurveyedPlace(held.known, key, still, partial(self._load, held, key))

    def _again(self, common: Content, places: tuple[SurveyedPlace, ...], look: Look, shelf: Shelf) -> Surveyed | None:
        changed = look.changed_since(self._sight.look, self._sight.now)
        ids = set(map(place_of_message, changed - {MESSAGES}))
        if not ids <= self._ties.places.keys():
            return None
        later = copy(self)
        fresh = later.with_messages(ids, self._prints.anew(look, changed), shelf)
        if fresh is None or (MESSAGES in changed and later.holds_strangers()):
            return None
        now = tuple(fresh.get(one.place.id, one) for one in places)
        return Surveyed(common, now, later.keep, later.names)

    def with_messages(
        self, ids: Collection[str], prints: Fingerprints, shelf: Shelf
    ) -> dict[str, SurveyedPlace] | None:
        """Take the messages that some places have now, and return all places that they concern; None for a problem."""
        self._shelf, self._report, self._prints, self._sound = shelf, Report(), prints, {*self._sound}
        self._files = self._files.anew(self._report, prints)
        self._ties = self._ties.with_messages([self._held_now(self._ties.places[one]) for one in ids])
        new = [one for one in self._ties.places.values() if one.id in ids or one.known.follows in ids]
        whole = len(self._read(new, ())) == len(new) and not self._report.problems
        return {one.id: self._surveyed_place(one) for one in new} if whole else None

    def holds_strangers(self) -> bool:
        """Tell whether something lies among the folders of messages that is not read."""
        self._files.list_below(MESSAGES)
        return bool(self._report.problems)

    def _held_now(self, before: Held) -> Held:
        unit = replace(before.unit, files=(*self._files.list_below(f"{MESSAGES}/{before.id}"), *before.unit.still))
        return replace(before, unit=unit, hash=self._files.hash_of(*unit.files))

    @property
    def _known(self) -> Known:
        return replace(self._words.known, plans=self._ties.plan_ids, places=self._places)

    def _read_changed(self) -> None:
        """Read and check the places that are not known to be sound, and what belongs to no place."""
        strained = {held.id: held for held in self._ties.strained()}
        self._strained = bool(strained)
        changed = {held.id: held for held in self._ties.places.values() if held.id not in strained}
        for held in tuple(changed.values()):
            key = self._ties.key(held)
            if key in self._before.sound:
                self._sound.add(key)
                del changed[held.id]
        for one in self._sound_elsewhere(tuple(changed.values())):
            self._sound |= {self._ties.key(changed.pop(one))} - {UNREADABLE}
        # Those that may contradict each other are read together.
        batches = [tuple(strained.values())] if strained else []
        batches += [tuple(changed.values())[at : at + _BATCH] for at in range(0, len(changed), _BATCH)]
        loose = tuple(self._ties.loose())
        for batch in batches or ([()] if loose else []):
            self._read(batch, loose)
            loose = ()

    def _sound_elsewhere(self, places: tuple[Held, ...]) -> Iterable[str]:
        """Return the ids of places that other processes read and found sound."""
        if self._share is None:
            return ()
        return sound_places(places, lambda some: bool(self._read(some, ())), self._shelf, self._share)

    def _read(self, places: Sequence[Held], loose: Iterable[Unit]) -> tuple[PlaceContent, ...]:
        """Read and check some places; they are kept if nothing is wrong, and returned."""
        before = len(self._report.problems)
        files = {path for unit in (*loose, *self._units(places)) for path in unit.files}
        part = read_part(self._files.only(files, self._report), self._places, self._report, self._shelf)
        part.check(self._known, self._report, self._checked(places))
        if len(self._report.problems) > before:
            return ()
        found = {one.place.id: one for one in part.contents()}
        for held in places:
            key = self._ties.key(held)
            if key != UNREADABLE:
                keep_place(self._shelf, key, found[held.id], self._ties.hashes)
                self._sound.add(key)
        return tuple(found[held.id] for held in places)

    def _checked(self, places: Sequence[Held]) -> frozenset[str]:
        """Return the ids of plans that need no check: none, if any reference to another place may not hold."""
        return frozenset() if self._strained else frozenset(one for held in places for one in self._ties.checked(held))

    def _units(self, places: Sequence[Held]) -> Iterator[Unit]:
        for held in places:
            for one in (held, self._ties.followed(held)):
                if one is not None:
                    yield one.unit
                    yield from (owned.unit for owned in self._ties.of(one))

    def _load(self, held: Held, key: str) -> PlaceContent:
        """Return the records of a place; where they are not kept any more it is read again."""
        kept = kept_place(self._shelf, key)
        if kept is not None:
            return kept
        read = self._read((held,), ())
        if not read:
            raise ProblemsFound(self._report.problems)
        return read[0]

    def names(self) -> tuple[str, ...]:
        """Return the names of what is kept on the shelf."""
        held = self._ties.places.values()
        places = (f"place-{self._ties.key(one)}" for one in held)
        owned = (f"{plan.unit.kind}-{plan.hash}" for one in held for plan in self._ties.of(one))
        return (f"{_NAME}-{_NAME}", f"{WORDS}-{self._hash}", *places, *owned)

    def keep(self) -> None:
        """Keep what is known now for the next look."""
        marks = self._prints.settled(self._shelf.time())
        self._shelf.put(_INDEX, _NAME, _NAME, self._ties.index(marks, self._sound))
        self._shelf.write()

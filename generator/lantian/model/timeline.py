"""From a log of messages to what holds when: episodes, and the entries of one line in time."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from itertools import groupby, pairwise
from typing import Literal

from lantian.model.bulletin import COMMENTS, STATES_END, Bulletin
from lantian.model.correction import as_corrected
from lantian.model.level import LEVEL_ORDER, LevelId
from lantian.model.view import view

Kind = Literal["live", "suspended", "ended"]


@view
class Entry:
    """From `start` on the line is as `kind` says, because `bulletin` says so.

    `live`: the level is in force. `suspended`: it is not in force for a while, and it is not over. `ended`: it is over.
    The level of an entry that is not live is the one it suspends or ended; an advisory has no level at all.
    """

    start: datetime
    level: LevelId | None
    kind: Kind
    bulletin: Bulletin
    episode: str

    @property
    def live(self) -> bool:
        """Tell whether something is in force from here on."""
        return self.kind == "live"

    @property
    def ends(self) -> bool:
        """Tell whether what held before is over: a suspension is no end."""
        return self.kind == "ended"

    @property
    def holds(self) -> tuple[Kind, LevelId | None]:
        """Return what the entry makes true; two entries that hold the same are no change."""
        return self.kind, self.level if self.live else None


@view
class Episode:
    """One chain of messages: all that are known in order of issue, and those of them that stand.

    `messages` are as published. `standing` are those that began, changed or ended something and were not taken back,
    each with the facts that hold after corrections. `key` is that of the first message; chains of several places may
    stand in one line.
    """

    key: str
    messages: tuple[Bulletin, ...]
    standing: tuple[Bulletin, ...]

    @property
    def first(self) -> Bulletin:
        """Return the message that began the chain."""
        return self.messages[0]

    @property
    def exercise(self) -> bool:
        """Tell whether the whole chain is a drill."""
        return self.first.action == "exercise"

    @property
    def expected_end(self) -> datetime | None:
        """Return the end as last announced: an estimate, never an end in itself."""
        spoken = [message for message in self.standing if message.action in STATES_END]
        return spoken[-1].expected_end if spoken else None

    @property
    def pollutant(self) -> str | None:
        """Return the pollutant as last named."""
        named = [message.pollutant for message in self.standing if message.pollutant is not None]
        return named[-1] if named else None


def known(bulletins: Iterable[Bulletin], as_of: datetime) -> tuple[Bulletin, ...]:
    """Return the messages issued up to a moment, in order of issue."""
    issued = (bulletin for bulletin in bulletins if bulletin.issued_at <= as_of)
    return tuple(sorted(issued, key=lambda bulletin: (bulletin.issued_at, bulletin.key)))


def taken_back(messages: tuple[Bulletin, ...]) -> frozenset[str]:
    """Return the keys of messages that a standing withdrawal takes back; the latest withdrawal decides first."""
    gone: set[str] = set()
    for message in reversed(messages):
        if message.action == "withdraw" and message.about_key is not None and message.key not in gone:
            gone.add(message.about_key)
    return frozenset(gone)


def episodes(messages: tuple[Bulletin, ...]) -> tuple[Episode, ...]:
    """Cut a log in order of issue into chains; a chain is called by its first message."""
    gone = taken_back(messages)
    root: dict[str, str] = {}
    chains: dict[str, list[Bulletin]] = {}
    for message in messages:
        root[message.key] = root.get(message.replaces_key or message.key, message.key)
        chains.setdefault(root[message.key], []).append(message)
    return tuple(
        Episode(key=name, messages=tuple(chain), standing=_standing(tuple(chain), gone))
        for name, chain in chains.items()
    )


def merged(every: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return the entries of a whole line out of those of its chains.

    Where chains overlap the strictest level in force holds, and no lift or suspension of one ends another.
    """
    holding: dict[str, Entry] = {}
    line: list[Entry] = []
    in_time = sorted(every, key=lambda entry: entry.start)
    for start, together in groupby(in_time, key=lambda entry: entry.start):
        starting = tuple(together)
        for entry in starting:
            holding.pop(entry.episode, None)
            if not entry.ends:
                holding[entry.episode] = entry
        chosen = max(holding.values(), key=_strictness, default=starting[-1])
        if not line or _same(line[-1]) != _same(chosen):
            line.append(replace(chosen, start=start))
    return tuple(line)


def changes(line: tuple[Entry, ...]) -> tuple[tuple[Entry | None, Entry], ...]:
    """Return the entries at which something begins, changes or ends, each with the entry before it."""
    if not line:
        return ()
    return ((None, line[0]), *((one, other) for one, other in pairwise(line) if one.holds != other.holds))


def strictness(level: LevelId | None) -> int:
    """Return the place of a level in the national order, 1 for the lowest; 0 for no level."""
    return 0 if level is None else LEVEL_ORDER.index(level) + 1


def _standing(chain: tuple[Bulletin, ...], gone: frozenset[str]) -> tuple[Bulletin, ...]:
    corrections = tuple(one for one in chain if one.action == "correct" and one.key not in gone)
    stands = (one for one in chain if one.action not in COMMENTS and one.key not in gone)
    return tuple(as_corrected(one, corrections) for one in stands)


def _strictness(entry: Entry) -> tuple[bool, int, datetime]:
    return entry.live, strictness(entry.level), entry.bulletin.issued_at


def _same(entry: Entry) -> tuple[str, Kind, LevelId | None]:
    return entry.bulletin.key, entry.kind, entry.level

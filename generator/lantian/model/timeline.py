"""From a log of messages to what holds when: episodes, and the entries of one line in time."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby, pairwise

from lantian.model.bulletin import CHANGES_LEVEL, Bulletin
from lantian.model.level import LEVEL_ORDER, LevelId


@dataclass(frozen=True, slots=True)
class Entry:
    """From `start` on `level` holds because `bulletin` says so; an entry that is not `live` ends what held before.

    The level of an entry that is not live is the one it ended; an advisory has no level at all.
    """

    start: datetime
    level: LevelId | None
    live: bool
    bulletin: Bulletin
    episode: str

    @property
    def holds(self) -> tuple[bool, LevelId | None]:
        """Return what the entry makes true; two entries that hold the same are no change."""
        return self.live, self.level if self.live else None


@dataclass(frozen=True, slots=True)
class Episode:
    """One chain of messages: all that are known in order of issue, and those of them that stand (not taken back).

    `key` is that of the first message; chains of several places may stand in one line.
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
        spoken = [message for message in self.standing if message.action != "lift"]
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
        if message.action == "withdraw" and message.replaces_key is not None and message.key not in gone:
            gone.add(message.replaces_key)
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
        Episode(key=name, messages=tuple(chain), standing=tuple(one for one in chain if _stands(one, gone)))
        for name, chain in chains.items()
    )


def entries(episode: Episode) -> tuple[Entry, ...]:
    """Return what one chain holds from when on; a message overrules all that was to start with it or after."""
    found: list[Entry] = []
    announced: Bulletin | None = None
    for message in episode.standing:
        if message.action in CHANGES_LEVEL:
            announced = message
            found = [entry for entry in found if entry.start < message.starts_at]
            found.append(Entry(message.starts_at, message.level, live=True, bulletin=message, episode=episode.key))
        elif message.action == "lift" and announced is not None:
            found = [entry for entry in found if entry.start < message.starts_at]
            # What never began has nothing to wait for: it is over with the message that says so.
            start = message.starts_at if found else min(message.starts_at, message.issued_at)
            level = found[-1].level if found else announced.level
            found.append(Entry(start, level, live=False, bulletin=message, episode=episode.key))
    return tuple(found)


def merged(chains: Iterable[Episode]) -> tuple[Entry, ...]:
    """Return the entries of a whole line.

    Where chains overlap the strictest level holds, and no lift ends another chain.
    """
    every = sorted((entry for chain in chains for entry in entries(chain)), key=lambda entry: entry.start)
    holding: dict[str, Entry] = {}
    line: list[Entry] = []
    for start, together in groupby(every, key=lambda entry: entry.start):
        starting = tuple(together)
        for entry in starting:
            holding.pop(entry.episode, None)
            if entry.live:
                holding[entry.episode] = entry
        chosen = max(holding.values(), key=_strictness, default=starting[-1])
        if not line or line[-1].bulletin.key != chosen.bulletin.key:
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


def _stands(message: Bulletin, gone: frozenset[str]) -> bool:
    return message.action != "withdraw" and message.key not in gone


def _strictness(entry: Entry) -> tuple[int, datetime]:
    return strictness(entry.level), entry.bulletin.issued_at

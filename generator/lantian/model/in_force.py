"""What is in force at a moment: the only predicate, on which everything that is shown rests."""

from bisect import bisect_right
from collections.abc import Iterable
from datetime import datetime

from lantian.model.bulletin import Bulletin, Line
from lantian.model.level import TrackId
from lantian.model.schedule import entries
from lantian.model.timeline import Entry, Episode, changes, episodes, known, merged, taken_back
from lantian.model.view import view

TRACKS: tuple[TrackId, ...] = ("notice", "ozone", "so2")


@view
class LineInForce:
    """One line (coloured warnings, an advisory track, or drills) at a moment: all its entries and its chains."""

    as_of: datetime
    entries: tuple[Entry, ...]
    episodes: tuple[Episode, ...]

    @property
    def current(self) -> Entry | None:
        """Return the last entry that has started; at its very start it already counts."""
        started = bisect_right(self.entries, self.as_of, key=lambda entry: entry.start)
        return self.entries[started - 1] if started else None

    @property
    def upcoming(self) -> tuple[Entry, ...]:
        """Return the entries that are announced and have not started."""
        return tuple(entry for entry in self.entries if entry.start > self.as_of)

    @property
    def holding(self) -> Entry | None:
        """Return the entry that holds now, if one does."""
        current = self.current
        return current if current is not None and current.live else None

    @property
    def suspended(self) -> Entry | None:
        """Return the suspension that holds now; where nothing holds, one that is announced before any start."""
        current = self.current
        ahead = next((entry for entry in self.upcoming if not entry.ends), None)
        coming = ahead if current is None or current.ends else current
        return coming if coming is not None and coming.kind == "suspended" else None

    @property
    def announced(self) -> Entry | None:
        """Return the next entry that brings something into force, if one is announced."""
        return next((entry for entry in self.upcoming if entry.live), None)

    @property
    def live(self) -> Entry | None:
        """Return what holds now or, failing that, what is announced."""
        return self.holding or self.announced

    @property
    def next_change(self) -> Entry | None:
        """Return the next entry at which the line says something else than now."""
        now = self.current.holds if self.current is not None else ("ended", None)
        return next((entry for entry in self.upcoming if entry.holds != now), None)

    @property
    def coming(self) -> Entry | None:
        """Return what is told to come: the next change of what holds or is suspended, else what is announced."""
        if self.holding is not None:
            return self.next_change
        if self.suspended is not None:
            return self.at(max(self.suspended.start, self.as_of)).next_change
        return self.announced

    @property
    def changes(self) -> tuple[tuple[Entry | None, Entry], ...]:
        """Return every change of the line, with the entry before it."""
        return changes(self.entries)

    def episode(self, key: str) -> Episode:
        """Return one chain by its key; KeyError if it is not of this line."""
        for candidate in self.episodes:
            if candidate.key == key:
                return candidate
        raise KeyError(key)

    def at(self, moment: datetime) -> "LineInForce":
        """Return the line at another moment, with what is known now."""
        return LineInForce(moment, self.entries, self.episodes)


@view
class InForce:
    """What is in force at a moment; `warnings` is the line of coloured levels, which `exercises` never touch."""

    as_of: datetime
    warnings: LineInForce
    advisories: dict[TrackId, LineInForce]
    exercises: LineInForce
    withdrawals: tuple[tuple[Bulletin, Bulletin], ...]
    """Each standing withdrawal of a real warning message, oldest first, with the message that it took back."""


def in_force(bulletins: Iterable[Bulletin], as_of: datetime) -> InForce:
    """Tell what is in force: a message counts from its issue, its level from its start, and until it is lifted."""
    messages = known(bulletins, as_of)
    chains = episodes(messages)
    real = tuple(chain for chain in chains if not chain.exercise)
    return InForce(
        as_of=as_of,
        warnings=_line(real, "level", as_of),
        advisories={track: _line(real, track, as_of) for track in TRACKS},
        exercises=_in_time(tuple(chain for chain in chains if chain.exercise), as_of),
        withdrawals=_withdrawals(real, messages),
    )


def _line(chains: tuple[Episode, ...], line: Line, as_of: datetime) -> LineInForce:
    return _in_time(tuple(chain for chain in chains if chain.first.line == line), as_of)


def _in_time(chains: tuple[Episode, ...], as_of: datetime) -> LineInForce:
    return LineInForce(as_of, merged(entry for chain in chains for entry in entries(chain)), chains)


def _withdrawals(chains: tuple[Episode, ...], messages: tuple[Bulletin, ...]) -> tuple[tuple[Bulletin, Bulletin], ...]:
    gone = taken_back(messages)
    by_key = {message.key: message for chain in chains for message in chain.messages if chain.first.line == "level"}
    return tuple(
        (message, by_key[message.about_key])
        for message in messages
        if message.action == "withdraw" and message.key not in gone and message.about_key in by_key
    )

"""From one chain of messages to what it makes hold when: its levels in time, and the gaps in which it is suspended."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from lantian.model.bulletin import CHANGES_LEVEL, Bulletin
from lantian.model.timeline import Entry, Episode
from lantian.model.view import view


@view
class _Gap:
    """A half-open span in which nothing of the chain is in force; without an end until a later message says so."""

    start: datetime
    end: datetime | None
    by: Bulletin
    ended_by: Bulletin


@view
class _Schedule:
    """What was announced so far: levels and their end, whatever is suspended, and the gaps."""

    levels: tuple[Entry, ...] = ()
    gaps: tuple[_Gap, ...] = ()

    def until(self, moment: datetime, message: Bulletin) -> "_Schedule":
        """Return it with a gap that reaches beyond a moment ended there by a message."""
        before = (gap for gap in self.gaps if gap.start < moment)
        return replace(self, gaps=tuple(_cut(gap, moment, message) for gap in before))


def entries(episode: Episode) -> tuple[Entry, ...]:
    """Return what one chain holds from when on; a message overrules all that was to start with it or after.

    A suspension leaves the levels announced before it as they are: what it hides is in force again when it ends.
    """
    planned = _Schedule()
    announced: Bulletin | None = None
    for message in episode.standing:
        if message.action in CHANGES_LEVEL:
            announced = message
            planned = _entered(planned, Entry(message.starts_at, message.level, "live", message, episode.key))
        elif message.action == "lift" and announced is not None:
            planned = _lifted(planned, announced, message, episode.key)
        elif message.action == "resume":
            planned = planned.until(message.starts_at, message)
        elif message.action == "suspend":
            before = planned.until(message.starts_at, message)
            gap = _Gap(message.starts_at, message.resumes_at, message, message)
            planned = replace(before, gaps=(*before.gaps, gap))
    return tuple(sorted(_shown(planned), key=lambda entry: entry.start))


def _entered(planned: _Schedule, entry: Entry) -> _Schedule:
    before = planned.until(entry.start, entry.bulletin)
    kept = (other for other in before.levels if other.start < entry.start)
    return replace(before, levels=(*kept, entry))


def _lifted(planned: _Schedule, announced: Bulletin, lift: Bulletin, episode: str) -> _Schedule:
    begun = [entry for entry in planned.levels if entry.start < lift.starts_at]
    # What never began has nothing to wait for: it is over with the message that says so.
    start = lift.starts_at if begun else min(lift.starts_at, lift.issued_at)
    level = begun[-1].level if begun else announced.level
    return _entered(planned, Entry(start, level, "ended", lift, episode))


def _cut(gap: _Gap, moment: datetime, message: Bulletin) -> _Gap:
    return gap if gap.end is not None and gap.end <= moment else replace(gap, end=moment, ended_by=message)


def _shown(planned: _Schedule) -> Iterator[Entry]:
    for entry in planned.levels:
        if entry.ends or not any(_inside(entry.start, gap) for gap in planned.gaps):
            yield entry
    for gap in planned.gaps:
        yield from _suspended(gap, planned.levels)


def _suspended(gap: _Gap, levels: tuple[Entry, ...]) -> Iterator[Entry]:
    """Yield what is suspended in a gap, a level that would have begun in it too, and what is in force after it."""
    within = [entry for entry in levels if gap.start < entry.start and _inside(entry.start, gap)]
    before = [entry for entry in levels if entry.start <= gap.start]
    first = before[-1] if before else within[0] if within else None
    if first is None or first.ends:
        return
    yield replace(first, start=gap.start, kind="suspended", bulletin=gap.by)
    for entry in within:
        if entry.ends:
            return
        yield replace(entry, kind="suspended", bulletin=gap.by)
    if gap.end is not None and all(entry.start != gap.end for entry in levels):
        yield replace((first, *within)[-1], start=gap.end, bulletin=gap.ended_by)


def _inside(moment: datetime, gap: _Gap) -> bool:
    return gap.start <= moment and (gap.end is None or moment < gap.end)

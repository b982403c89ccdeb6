"""The state of a place at a moment: one code out of what is in force (ux.md 3.1, contracts.md section 3)."""

from collections.abc import Iterator
from datetime import datetime
from typing import Literal

from lantian.model.bulletin import Bulletin
from lantian.model.clock import RECENT
from lantian.model.in_force import InForce, LineInForce
from lantian.model.level import TrackId
from lantian.model.timeline import Entry, strictness

State = Literal[
    "none", "advisory", "pending", "active", "active_open", "raising", "raised", "lowering", "lowered", "lifting",
    "lifted", "lifted_early", "overdue", "withdrawn", "exercise",
]  # fmt: skip


def state_of(force: InForce) -> State:
    """Return the state; a real warning beats an exercise, and only a lifting message ends a warning.

    A suspended warning is `pending`: issued, not in force, not over.
    """
    if force.warnings.holding is not None:
        return _while_holding(force.warnings, force.warnings.holding)
    if force.warnings.suspended is not None or force.warnings.announced is not None:
        return "pending"
    return _after(force) or _beside(force)


def lifted_lately(line: LineInForce) -> Entry | None:
    """Return the entry that ended a warning less than 24 hours ago, if nothing holds since."""
    current = line.current
    return current if current is not None and current.ends and is_news(current.start, line.as_of) else None


def withdrawn_lately(force: InForce) -> tuple[Bulletin, Bulletin] | None:
    """Return the latest withdrawal of the last 24 hours and the message that it took back."""
    return next((pair for pair in reversed(force.withdrawals) if is_news(pair[0].issued_at, force.as_of)), None)


def advisories_now(force: InForce) -> Iterator[tuple[TrackId, Entry]]:
    """Yield the advisories that hold or are announced by track; one that states its hours is over with them."""
    for track, line in force.advisories.items():
        entry = line.live
        if entry is not None:
            end = line.episode(entry.episode).expected_end
            if end is None or force.as_of < end:
                yield track, entry


def is_news(moment: datetime, as_of: datetime) -> bool:
    """Tell whether a moment lies in the last 24 hours; at the full 24 hours it no longer does."""
    return moment <= as_of < moment + RECENT


def step(one: Entry, other: Entry) -> int:
    """Return how much stricter the level of a later entry is than that of an earlier one; both are live."""
    return strictness(other.level) - strictness(one.level)


def entry_before(line: LineInForce, entry: Entry) -> Entry | None:
    """Return what held before an entry of the line."""
    place = line.entries.index(entry)
    return line.entries[place - 1] if place else None


def _while_holding(line: LineInForce, holding: Entry) -> State:
    expected_end = line.episode(holding.episode).expected_end
    lift_announced = any(entry.ends for entry in line.upcoming)
    if expected_end is not None and expected_end <= line.as_of and not lift_announced:
        return "overdue"
    following = line.next_change
    if following is not None and following.kind != "suspended":
        if following.ends:
            return "lifting"
        return "raising" if step(holding, following) > 0 else "lowering"
    changed = _changed_lately(line, holding) if following is None else None
    return changed or ("active_open" if expected_end is None else "active")


def _changed_lately(line: LineInForce, holding: Entry) -> State | None:
    before = entry_before(line, holding)
    if before is None or not before.live or before.level == holding.level or not is_news(holding.start, line.as_of):
        return None
    return "raised" if step(before, holding) > 0 else "lowered"


def _after(force: InForce) -> State | None:
    ended = lifted_lately(force.warnings)
    if ended is not None:
        expected_end = force.warnings.episode(ended.episode).expected_end
        return "lifted_early" if expected_end is not None and ended.start < expected_end else "lifted"
    return "withdrawn" if withdrawn_lately(force) is not None else None


def _beside(force: InForce) -> State:
    if force.exercises.live is not None:
        return "exercise"
    return "advisory" if any(advisories_now(force)) else "none"

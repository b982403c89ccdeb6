"""The moments at which something shown must differ, and the segments between them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from lantian.model.bulletin import Bulletin
from lantian.model.clock import RECENT, next_midnight, next_new_year
from lantian.model.in_force import InForce, LineInForce, in_force
from lantian.model.level import LevelId
from lantian.model.state import State, advisories_now, state_of
from lantian.model.view import view

NEWS = frozenset({"lifted", "lifted_early", "withdrawn"})
"""States that are only news: they end 24 hours later by a rule of display, which nobody announced."""
SETTLED: dict[State, State] = {"raised": "active", "lowered": "active", "active_open": "active"}
"""States that differ in how a level is told, not in what was announced."""


@view
class Segment:
    """A half-open span in which one state and level holds, with what is known now; `until` is None if it is open.

    `told` names the sentence about its start: the state, or what is announced, over or only expected to end.
    """

    start: datetime
    until: datetime | None
    level: LevelId | None
    state: State
    told: str


@view
class _Standing:
    """What messages alone make of a moment: no rule of display counts, so it turns only at times that they name."""

    state: State
    level: LevelId | None
    told: str


def next_boundary(force: InForce, *, every_midnight: bool) -> datetime | None:
    """Return the earliest future moment at which a page must differ, None if nothing is to come.

    Dates name their year as soon as it is not the present one; `every_midnight` is for rules that change with the day.
    """
    ahead = [moment for moment in _marks(force) if moment > force.as_of]
    if every_midnight:
        ahead.append(next_midnight(force.as_of))
    if state_of(force) != "none":
        ahead.append(next_new_year(force.as_of))
    return min(ahead, default=None)


def segments(messages: tuple[Bulletin, ...], force: InForce) -> tuple[Segment, ...]:
    """Return the present segment and all that are known to follow; no messages, no segments.

    `messages` are those known now; each segment says what they say of its start. A segment begins only at a time that
    a message names. Where just a display ends (24 hours after a change, a lifting or a withdrawal) it goes on, though
    pages are built anew then (`next_boundary`): nobody announced that moment. Ends that are estimates are told as such.
    """
    marks = sorted({*_named(force), *(message.issued_at for message in messages)})
    ahead = [moment for moment in marks if moment > force.as_of]
    back = [moment for moment in reversed(marks) if moment <= force.as_of]
    if not back:
        return ()
    state, now = state_of(force), _standing(force)
    told = state if state in NEWS or now.told == now.state else now.told
    turns = [(_since(messages, force, back), replace(now, state=state, told=told))]
    before = now
    for moment in ahead:
        force_then = in_force(messages, moment)
        then = _standing(force_then)
        if then != before:
            turns.append((moment, _turn(before, then, force_then)))
            before = then
    ends = [*(moment for moment, _ in turns[1:]), None]
    return tuple(Segment(at, end, one.level, one.state, one.told) for (at, one), end in zip(turns, ends, strict=True))


def _since(messages: tuple[Bulletin, ...], force: InForce, back: list[datetime]) -> datetime:
    """Return the earliest of the past times, latest first, from which on messages make of it what they do now."""
    start, state, now = back[0], state_of(force), _standing(force)
    for moment in back[1:]:
        then = in_force(messages, moment)
        if state_of(then) != state if state in NEWS else _standing(then) != now:
            break
        start = moment
    return start


def _turn(before: _Standing, then: _Standing, force: InForce) -> _Standing:
    """Return what is told of a turn: the end of a level is news at its very start, other ends say what ends."""
    if before.level is not None or before.state == "pending" or then.level is not None:
        state = state_of(force)
        return replace(then, state=state, told=then.told if state == then.state else state)
    if then.state != "none":
        return then
    if before.state == "exercise":
        return replace(then, told="exercise_over")
    lapsed = any(line.live is not None for line in force.advisories.values())
    return replace(then, told="advisory_expected_end" if lapsed else "advisory_over")


def _standing(force: InForce) -> _Standing:
    holding = force.warnings.holding
    if holding is not None:
        state = SETTLED.get(state_of(force), state_of(force))
        return _Standing(state, holding.level, state)
    if force.warnings.suspended is not None:
        return _Standing("pending", None, "suspended")
    if force.warnings.announced is not None:
        return _Standing("pending", None, "pending")
    if force.exercises.live is not None:
        return _Standing("exercise", None, _drill(force.exercises))
    advisories = [entry for _, entry in advisories_now(force)]
    if not advisories:
        return _Standing("none", None, "none")
    begun = any(entry.start <= force.as_of for entry in advisories)
    return _Standing("advisory", None, "advisory" if begun else "advisory_announced")


def _drill(line: LineInForce) -> str:
    """Return the sentence for a drill: announced, running, or past the end that was expected."""
    holding = line.holding
    if holding is None:
        return "exercise_announced"
    end = line.episode(holding.episode).expected_end
    return "exercise" if end is None or line.as_of < end else "exercise_expected_end"


def _marks(force: InForce) -> Iterator[datetime]:
    """Yield every moment at which a page may have to differ: what messages name, and where news ends."""
    yield from _named(force)
    for line in _lines(force):
        yield from (entry.start + RECENT for entry in line.entries)
    yield from (withdrawal.issued_at + RECENT for withdrawal, _ in force.withdrawals)


def _named(force: InForce) -> Iterator[datetime]:
    """Yield the starts and ends that messages name, an end only if the same warning would still hold then."""
    for line in _lines(force):
        yield from (entry.start for entry in line.entries)
        for episode in line.episodes:
            end = episode.expected_end
            then = line.at(end).current if end is not None else None
            if end is not None and then is not None and not then.ends and then.episode == episode.key:
                yield end


def _lines(force: InForce) -> tuple[LineInForce, ...]:
    return (force.warnings, *force.advisories.values(), force.exercises)

"""The loop of `watch`: publish, find out what is next, wait for it or for a change of the files, and again.

Nothing that it knows matters after a restart: what is live and what lies there says everything.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from lantian.watching.agenda import (
    LONGEST_PAUSE,
    SETTLE,
    Agenda,
    Reading,
    Seen,
    clock_was_set,
    pause_after,
    quiet_left,
)
from lantian.watching.outcome import BadContent, Failed, Failure, Live, Outcome


class World(Protocol):
    """What the loop needs of the machine; tests have one whose time passes by itself."""

    def clocks(self) -> Reading:
        """Read both clocks."""

    def wait(self, seconds: float) -> Seen:
        """Return as soon as a file changed, with nothing after so many seconds or earlier."""

    def stopped(self) -> bool:
        """Tell whether it is time to end."""

    def beat(self) -> None:
        """Hear that the loop is not stuck, at least every other second."""

    def publish(self, now: datetime) -> Outcome:
        """Publish the content as it is, and return what came of it."""

    def tell(self, outcome: Outcome, *, mended: bool) -> None:
        """Hear what is worth telling people: a failure once, and a success that is one or that ends failures."""


@dataclass(slots=True)
class Troubles:
    """What went wrong since the last success: how often in a row, and what people were told of it."""

    number: int = 0
    told: set[str] = field(default_factory=set)


def follow(world: World) -> None:
    """Publish now and whenever something changes, until it is time to end."""
    troubles = Troubles()
    while not world.stopped():
        began = world.clocks()
        outcome = world.publish(began.now)
        if isinstance(outcome, Live):
            _tell_success(world, outcome, troubles)
            troubles = Troubles()
            agenda = Agenda(moment=outcome.publication.until)
        else:
            if outcome.kind not in troubles.told and _changes_within(world, SETTLE):
                continue  # it was not finished
            agenda = _after_failure(world, outcome, troubles)
        _wait_for(world, agenda)


def _tell_success(world: World, outcome: Live, troubles: Troubles) -> None:
    mended = bool(troubles.told)
    if mended or outcome.publication.switched:
        world.tell(outcome, mended=mended)


def _after_failure(world: World, outcome: Failure, troubles: Troubles) -> Agenda:
    """Tell people once of each kind; bad content waits for a change, everything else is tried again, ever later.

    What must differ by the clock does, from the last sound content; people hear of it each time.
    """
    troubles.number += 1
    meanwhile = outcome.meanwhile if isinstance(outcome, BadContent) else None
    if outcome.kind not in troubles.told or (meanwhile is not None and meanwhile.switched):
        troubles.told.add(outcome.kind)
        world.tell(outcome, mended=False)
    pause = pause_after(troubles.number) if isinstance(outcome, Failed) else LONGEST_PAUSE
    return Agenda(moment=None if meanwhile is None else meanwhile.until, again=world.clocks().ticks + pause)


def _wait_for(world: World, agenda: Agenda) -> None:
    """Return when something is due, when files have changed and hold still, or when the wall clock was set."""
    before = world.clocks()
    while not world.stopped() and (left := agenda.left(before)):
        world.beat()
        if seen := world.wait(left):
            _await_quiet(world, seen)
            return
        after = world.clocks()
        if clock_was_set(before, after):
            return
        before = after


def _await_quiet(world: World, seen: Seen) -> None:
    """Return when a change is complete: at once if it is whole, or else when nothing follows it for a while."""
    if seen is Seen.WHOLE:
        return
    first = last = world.clocks().ticks
    while not world.stopped() and (left := quiet_left(first, last, world.clocks().ticks)):
        world.beat()
        if world.wait(left):
            last = world.clocks().ticks


def _changes_within(world: World, seconds: float) -> bool:
    """Tell whether files change within a span, and hold still again then."""
    until = world.clocks().ticks + seconds
    while not world.stopped() and (left := until - world.clocks().ticks) > 0:
        world.beat()
        if seen := world.wait(left):
            _await_quiet(world, seen)
            return True
    return False

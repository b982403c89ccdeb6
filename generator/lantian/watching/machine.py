"""The world that the loop of `watch` works in: real files, real clocks, publications in children of their own."""

import time
from collections.abc import Callable
from dataclasses import field, replace
from datetime import datetime

from lantian.model.view import view
from lantian.publication.order import Order
from lantian.watching.agenda import CHECKS_AT_ONCE, Reading, Seen
from lantian.watching.attempt import Attempts
from lantian.watching.changes import Changes, Stop
from lantian.watching.outcome import Live, Outcome
from lantian.watching.rehearsal import rehearse
from lantian.watching.service import Supervisor
from lantian.watching.writing_ahead import WritingAhead


@view
class Machine:
    """Real files and clocks; `order` says what is published where, its `now` is the clock's at each publication."""

    order: Order
    clock: Callable[[], datetime]
    changes: Changes
    stop: Stop
    supervisor: Supervisor
    speak: Callable[[Outcome, bool], None]
    """Tells people what came of a publication, and whether it ended failures."""
    attempts: Attempts = field(default_factory=Attempts)
    ahead: WritingAhead = field(default_factory=WritingAhead)
    rehearsed: list[datetime] = field(default_factory=list)
    """When this process made ready what all children need; once, after the first publication."""

    def clocks(self) -> Reading:
        """Read both clocks."""
        return Reading(self.clock(), time.monotonic())

    def wait(self, seconds: float) -> Seen:
        """Wait for files to change."""
        return self.changes.wait(seconds)

    def stopped(self) -> bool:
        """Tell whether a signal has come."""
        return self.stop.is_set()

    def beat(self) -> None:
        """Tell the service manager that we live."""
        self.supervisor.alive()
        self.ahead.look()

    def publish(self, now: datetime) -> Outcome:
        """Publish in a child."""
        order = replace(self.order, now=now.replace(microsecond=0), checks=CHECKS_AT_ONCE, unattended=True)
        self.ahead.end()
        outcome = self.attempts.publish(order, self.beat)
        if isinstance(outcome, Live) and not self.rehearsed:
            self.rehearsed.append(now)
            rehearse(order)
        if isinstance(outcome, Live):
            self.attempts.get_ready(order, outcome.publication)
            self.ahead.begin(order, outcome.publication)
        return outcome

    def tell(self, outcome: Outcome, *, mended: bool) -> None:
        """Tell people."""
        self.speak(outcome, mended)

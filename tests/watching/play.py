"""A world whose time passes by itself, for the loop of `watch`."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from lantian.watching.agenda import STEP, Reading, Seen
from lantian.watching.outcome import Live, Outcome

BEGIN = datetime.fromisoformat("2026-11-21T23:50:00+08:00")
LEAST = 1e-6
"""No real wait is shorter; a sum of decimals may be."""


@dataclass
class Play:
    """A world: files change at given seconds, publications end as told, the last way for good; `until` it goes on."""

    outcomes: list[Outcome]
    until: float
    changes: list[float] = field(default_factory=list)
    whole: frozenset[float] = frozenset()
    """Which of the changes are whole: files that were renamed into place."""
    moments: Callable[[datetime], datetime | None] = lambda _: None
    jumps: list[tuple[float, float]] = field(default_factory=list)
    lasts: float = 0.0
    time: float = 0.0
    shift: float = 0.0
    published: list[float] = field(default_factory=list)
    told: list[tuple[float, Outcome, bool]] = field(default_factory=list)
    longest: float = 0.0
    beaten: float = 0.0

    def clocks(self) -> Reading:
        """Read both clocks."""
        return Reading(BEGIN + timedelta(seconds=self.time + self.shift), self.time)

    def wait(self, seconds: float) -> Seen:
        """Let time pass until the next change at most."""
        assert 0 < seconds <= STEP
        if not self.changes or self.changes[0] > self.time + seconds:
            self.pass_time(max(seconds, LEAST))
            return Seen.NOTHING
        change = self.changes.pop(0)
        self.pass_time(max(0.0, change - self.time))
        return Seen.WHOLE if change in self.whole else Seen.CHANGE

    def pass_time(self, seconds: float) -> None:
        """Let time pass; clocks are set on the way."""
        self.time += seconds
        while self.jumps and self.jumps[0][0] <= self.time:
            self.shift += self.jumps.pop(0)[1]

    def stopped(self) -> bool:
        """Tell whether the play is over."""
        return self.time >= self.until

    def beat(self) -> None:
        """Remember the longest time without a sign of life."""
        self.longest, self.beaten = max(self.longest, self.time - self.beaten), self.time

    def publish(self, now: datetime) -> Outcome:
        """Return the next outcome."""
        assert now == self.clocks().now
        self.published.append(self.time)
        self.pass_time(self.lasts)
        self.beat()
        outcome = self.outcomes.pop(0) if len(self.outcomes) > 1 else self.outcomes[0]
        if not isinstance(outcome, Live):
            return outcome
        return replace(outcome, publication=replace(outcome.publication, until=self.moments(now)))

    def tell(self, outcome: Outcome, *, mended: bool) -> None:
        """Remember what was told."""
        self.told.append((self.time, outcome, mended))

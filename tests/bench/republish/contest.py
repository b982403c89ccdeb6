"""The measurement of one size: rounds in which everybody takes a turn, in the same order each time."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from statistics import median

from tests.bench.process import Cost
from tests.bench.republish.floor import floor_of
from tests.bench.republish.ours import Change, Watching, can_watch
from tests.bench.republish.stand import Stand, beside, publish_again
from tests.bench.republish.twin import write_status
from tests.bench.republish.written import Written, compare, look

Tell = Callable[[str], None]
WATCH, PUBLISH, FIRST = "lantian watch", "lantian publish", "lantian publish, first"
HUGO, SEGMENT = "hugo", "hugo --renderSegments"
ELEVENTY, INCREMENTAL = "eleventy", "eleventy --watch --incremental"
PELICAN, FLOOR = "pelican", "floor"
TOO_LONG = 150.0
"""Seconds: whoever took as long is not asked a second time."""


@dataclass(slots=True)
class Result:
    """What one size brought: seconds by name, peak bytes by name, stages of our publications, what was written."""

    count: int
    pages: tuple[int, int] = (0, 0)
    seconds: dict[str, list[float]] = field(default_factory=dict)
    peak: dict[str, int] = field(default_factory=dict)
    stages: dict[str, list[dict[str, float]]] = field(default_factory=dict)
    written: Written | None = None
    floor_bytes: int = 0
    disturbed: int = 0
    """Publications that had to build more than the changed place (a promised check fell due, the program changed)."""
    failed: dict[str, str] = field(default_factory=dict)
    """Rivals that did not come to their end, and what they said."""
    load: list[float] = field(default_factory=list)

    def median(self, name: str) -> float | None:
        """Return the median of what was measured, None if nothing was."""
        return median(self.seconds[name]) if self.seconds.get(name) else None

    def stage(self, name: str, *stages: str) -> float | None:
        """Return the median of some stages of our publications together."""
        told = self.stages.get(name)
        return median(sum(one.get(stage, 0.0) for stage in stages) for one in told) if told else None

    def add_seconds(self, name: str, seconds: float) -> None:
        """Note how long something took."""
        self.seconds.setdefault(name, []).append(seconds)

    @property
    def newest(self) -> str:
        """Return the seconds that came last of everything, in a few words."""
        return ", ".join(f"{name} {seconds[-1]:.3f} s" for name, seconds in self.seconds.items())

    def add_cost(self, name: str, cost: Cost) -> None:
        """Note a process."""
        self.add_seconds(name, cost.seconds)
        self.peak[name] = max(self.peak.get(name, 0), cost.peak)

    def add_change(self, name: str, change: Change, place: str) -> None:
        """Note a publication of ours, unless more than the changed place had to be built."""
        if name != FIRST and set(change.built) - {place, "portal"}:
            self.disturbed += 1
            return
        self.add_seconds(name, change.seconds)
        self.stages.setdefault(name, []).append(change.stages)
        self.peak[name] = max(self.peak.get(name, 0), change.peak)


@dataclass(slots=True)
class Contest:
    """The rounds of one size: `full` times whole sites, `quick` times changes."""

    stand: Stand
    result: Result
    rivals: frozenset[str]
    """Who takes a turn beside us and the floor."""
    tell: Tell

    def begin(self) -> None:
        """Note our first publication, which was measured as the stand was set up."""
        self.result.add_change(FIRST, self.stand.first, self.stand.place)

    def whole_sites(self, rounds: int) -> None:
        """Let everybody build the whole site; in the first round ours is that of `begin`."""
        stand, result = self.stand, self.result
        for number in range(rounds):
            if number:
                self._turn(f"whole site: {FIRST}")
                result.add_change(FIRST, publish_again(stand), stand.place)
            for name, site in ((HUGO, stand.hugo), (ELEVENTY, stand.eleventy), (PELICAN, stand.pelican)):
                if not self.may_go(name):
                    continue
                self._turn(f"whole site: {name}")
                with self._failure_noted(name):
                    result.add_cost(name, site.build())
                if name == HUGO and name not in result.failed:
                    result.pages = stand.check_likeness()

    def changes(self, rounds: int) -> None:
        """Let everybody publish one changed place, `rounds` times; Eleventy's watch, which holds gigabytes, last."""
        stand = self.stand
        with ExitStack() as running:
            watch = self._watch(running)
            self._count_written()
            floor = floor_of(stand.ours.output, (stand.place,))
            self.result.floor_bytes = floor.bytes
            for _ in range(rounds):
                if watch is not None:
                    self._turn(WATCH)
                    self.result.add_change(WATCH, watch.change(), stand.place)
                self._turn(PUBLISH)
                self.result.add_change(PUBLISH, stand.ours.publish(weigh=True), stand.place)
                self._hugo_segment()
                self._turn(FLOOR)
                self.result.add_seconds(FLOOR, floor.write(stand.folder / "floor"))
        self._incremental(rounds)

    def _watch(self, running: ExitStack) -> Watching | None:
        if not can_watch():
            return None
        self._turn("our watch")
        return running.enter_context(beside(self.stand.ours, self.stand.folder / "watched").watching())

    def _incremental(self, rounds: int) -> None:
        stand = self.stand
        if not self.may_go(INCREMENTAL):
            return
        self._turn("eleventy's first build in its watch")
        with self._failure_noted(INCREMENTAL), stand.eleventy.watching(stand.place, stand.pages) as eleventy:
            for _ in range(rounds):
                self._turn(INCREMENTAL)
                taken = stand.eleventy.change(eleventy, stand.place, stand.pages, stand.next_state())
                self.result.add_seconds(INCREMENTAL, taken)

    def may_go(self, name: str) -> bool:
        """Tell whether a rival has another turn: it takes part, did not fail, and is not too slow to be asked twice."""
        result = self.result
        known = name.partition(" ")[0] in self.rivals and name not in result.failed
        return known and max(result.seconds.get(name, (0.0,))) < TOO_LONG

    @contextmanager
    def _failure_noted(self, name: str) -> Iterator[None]:
        """Note a rival that does not come to its end (a site can be too big for it), and go on."""
        try:
            yield
        except RuntimeError as error:
            self.result.failed[name] = str(error)

    def _hugo_segment(self) -> None:
        """Build the changed place with Hugo, and check that it says what holds now."""
        number = self.stand.next_state()
        write_status(self.stand.folder / "data" / self.stand.place, number)
        if self.may_go(SEGMENT):
            self._turn(SEGMENT)
            with self._failure_noted(SEGMENT):
                self.result.add_cost(SEGMENT, self.stand.hugo.build("changed"))
                self.stand.check_hugo(number)

    def _count_written(self) -> None:
        self._turn("counting what a change writes")
        output = self.stand.ours.output
        before = look(output)
        self.stand.ours.publish()
        self.result.written = compare(output, before, self.stand.place)

    def _turn(self, name: str) -> None:
        """Tell whose turn it is, after what the one before wrote has reached the disk."""
        self.tell(f"{name} (so far: {self.result.newest or 'nothing'})")
        os.sync()
        self.result.load.append(os.getloadavg()[0])

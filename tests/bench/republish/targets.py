"""The promises of the issue, each with what was measured."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tests.bench.republish.contest import (
    FIRST,
    FLOOR,
    HUGO,
    INCREMENTAL,
    PUBLISH,
    SEGMENT,
    WATCH,
    Result,
)

SIZES = (1, 3, 30, 337)
ONE, MANY = SIZES[0], SIZES[-1]
_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Target:
    """A promise: what was measured (None: nothing was), and the most, or the least, it may be."""

    name: str
    value: float | None
    limit: float
    unit: str
    least: bool = False

    @property
    def met(self) -> bool:
        """Say whether it is kept; what was not measured is not."""
        if self.value is None:
            return False
        return self.value >= self.limit if self.least else self.value <= self.limit

    @property
    def words(self) -> tuple[str, str, str]:
        """Return what was measured, the limit, and the verdict."""
        digits = 0 if self.unit == "files" else 2
        shown = "not measured" if self.value is None else f"{self.value:.{digits}f} {self.unit}"
        limit = f"{'at least' if self.least else 'at most'} {self.limit:g} {self.unit}"
        return shown, limit, "met" if self.met else "MISSED"


def targets(results: Mapping[int, Result]) -> Iterator[Target]:
    """Yield the promises about the sizes that were measured."""
    for count, result in results.items():
        foreign = None if result.written is None else float(len(result.written.foreign))
        yield Target(f"{_places(count)}: files of others written by a change", foreign, 0, "files")
    if ONE in results:
        yield from _one(results[ONE])
    if MANY in results:
        yield from _many(results[MANY], results.get(ONE))


def _one(one: Result) -> Iterator[Target]:
    watch, floor = one.median(WATCH), one.median(FLOOR)
    bare = one.stage(WATCH, "render", "seal", "switch")
    yield Target("1 place, watch: against Hugo's whole site", _ratio(watch, one.median(HUGO)), 1, "x Hugo")
    yield Target("1 place, watch: against the floor", _ratio(watch, floor), 10, "x floor")
    yield Target("1 place, watch: render, seal, switch against the floor", _ratio(bare, floor), 4, "x floor")


def _many(many: Result, one: Result | None) -> Iterator[Target]:
    watch = many.median(WATCH)
    alone = None if one is None else one.median(WATCH)
    name = f"{MANY} places, watch"
    yield Target(f"{name}: against one place", _ratio(watch, alone), 1.5, "x one place")
    yield Target(f"{name}: against Hugo's whole site", _ratio(many.median(HUGO), watch), 150, "x faster", least=True)
    for rival in (SEGMENT, INCREMENTAL):
        yield Target(f"{name}: against {rival}", _ratio(many.median(rival), watch), 10, "x faster", least=True)
    yield Target(f"{MANY} places, cold publish of one change", many.median(PUBLISH), 3, "s")
    yield Target(
        f"{MANY} places, first publication: against Hugo", _ratio(many.median(FIRST), many.median(HUGO)), 1, "x Hugo"
    )
    ours, theirs = (many.peak.get(name, 0) / _MEGABYTE for name in (FIRST, HUGO))
    yield Target(f"{MANY} places, first publication: memory against Hugo", _ratio(ours, theirs), 0.5, "x Hugo")


def _ratio(value: float | None, other: float | None) -> float | None:
    return value / other if value and other else None


def _places(count: int) -> str:
    return "1 place" if count == 1 else f"{count} places"

"""When a level or an advisory is called for: boolean expressions over a forecast."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field, model_validator

from lantian.model.text import Record

Metric = Literal["aqi_daily", "so2_hourly_ug_m3"]
HOURS_PER_MEAN = 24


class Threshold(Record):
    """A value that a forecast must exceed (`over`) or reach (`at_least`), for `hours` in a row if they are given."""

    metric: Metric
    over: int | None = None
    at_least: int | None = None
    hours: Annotated[int, Field(gt=0)] | None = None

    @model_validator(mode="after")
    def one_bound(self) -> "Threshold":
        """Refuse a threshold with no bound or with two."""
        if (self.over is None) == (self.at_least is None):
            raise ValueError("one_bound")
        return self

    def reached_by(self, value: int) -> bool:
        """Tell whether one value counts: `over` is strictly greater, `at_least` includes the number."""
        return value > self.over if self.over is not None else value >= (self.at_least or 0)


class AnyOf(Record):
    """Holds if one of its parts holds."""

    any_of: tuple["Expression", ...]


class AllOf(Record):
    """Holds if all of its parts hold."""

    all_of: tuple["Expression", ...]


Expression = AnyOf | AllOf | Threshold
AnyOf.model_rebuild()
AllOf.model_rebuild()


class Finding(Record):
    """What one threshold met in a forecast: the longest run of hours, and whether that is enough."""

    threshold: Threshold
    longest_hours: int
    holds: bool


def longest_run_hours(threshold: Threshold, means: tuple[int, ...]) -> int:
    """Return the longest unbroken time, in hours, for which consecutive 24-hour means reach the threshold."""
    longest = run = 0
    for value in means:
        run = run + HOURS_PER_MEAN if threshold.reached_by(value) else 0
        longest = max(longest, run)
    return longest


def holds(expression: Expression, means: tuple[int, ...]) -> bool:
    """Tell whether a forecast of consecutive 24-hour means fulfils the expression."""
    if isinstance(expression, AnyOf):
        return any(holds(part, means) for part in expression.any_of)
    if isinstance(expression, AllOf):
        return all(holds(part, means) for part in expression.all_of)
    return finding(expression, means).holds


def finding(threshold: Threshold, means: tuple[int, ...]) -> Finding:
    """Hold one threshold against a forecast of consecutive 24-hour means."""
    longest = longest_run_hours(threshold, means)
    return Finding(threshold=threshold, longest_hours=longest, holds=longest >= (threshold.hours or HOURS_PER_MEAN))


def thresholds(expression: Expression) -> Iterator[Threshold]:
    """Yield the thresholds of an expression from left to right."""
    if isinstance(expression, Threshold):
        yield expression
        return
    for part in expression.any_of if isinstance(expression, AnyOf) else expression.all_of:
        yield from thresholds(part)

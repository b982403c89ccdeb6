"""A sheet as every reader hands it on: rows of values, what is merged, and cells that must not be trusted."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import Literal

Value = str | int | float | bool | date | time | timedelta | None
Row = Sequence[Value]
Mark = Literal["formula", "error"]


def blank(value: Value) -> bool:
    """Tell whether a cell holds nothing but spaces."""
    return value is None or (isinstance(value, str) and (not value or value.isspace()))


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range; all four ends count from 0 and belong to it."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: `rows` begin at the first row of the sheet and can be gone through once; columns begin at `left`."""

    name: str
    rows: Iterator[Row]
    left: int = 0
    merges: tuple[Merge, ...] = ()
    marks: Mapping[tuple[int, int], Mark] = field(default_factory=dict)
    """By row and column, counted from 0: cells whose value was worked out by the spreadsheet, or that show an error."""


@dataclass(frozen=True, slots=True)
class Book:
    """A file that was opened: its kind, its sheets one after the other, and what the operator should know of it."""

    kind: str
    sheets: Iterator[Sheet]
    names: tuple[str, ...] = ()
    macros: bool = False
    hidden: tuple[str, ...] = ()

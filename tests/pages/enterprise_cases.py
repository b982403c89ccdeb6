"""The real annex in made-up situations, for the tests of the enterprise pages."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from tests.warning_messages import at, messages

from lantian.model.content import Content
from lantian.model.industry import Cell, SectorRow
from lantian.pages.edition import Edition, edition
from lantian.pages.enterprise_entry import Entry
from lantian.pages.enterprise_sectors import SectorView, sector_view
from lantian.reading.content import read_content

CONTENT = Path(__file__).resolve().parents[2] / "content"
Told = list[dict[str, Any]]
NONE: Told = []
ACTIVE: Told = [{"action": "issue", "level": "orange", "issued": "11-21 10:00", "end": "11-26 12:00"}]
PENDING: Told = [{"action": "issue", "level": "orange", "issued": "11-22 10:00", "starts": "11-23 12:00"}]
RISE = {"action": "raise", "level": "red", "issued": "11-22 11:00", "starts": "11-23 18:00", "after": 1}
RAISING: Told = [*ACTIVE, RISE]
LIFTING: Told = [*ACTIVE, {"action": "lift", "issued": "11-22 11:00", "starts": "11-22 18:00", "after": 1}]
LIFTED: Told = [*ACTIVE, {"action": "lift", "issued": "11-22 10:00", "after": 1}]
EXERCISE: Told = [{"action": "exercise", "level": "orange", "issued": "11-22 08:00", "starts": "11-22 09:00"}]
EVERY = (NONE, ACTIVE, PENDING, RAISING, LIFTING, LIFTED, EXERCISE)


@cache
def content() -> Content:
    """Return the real content."""
    return read_content(CONTENT)


def situated(told: Told, **changed: object) -> Edition:
    """Return the edition at noon of 22 November with these messages and fields of the plan changed."""
    entry = content().place("yangquan")
    plan = entry.plan.model_copy(update=changed)
    return edition(
        content(), entry.model_copy(update={"plans": (plan,), "bulletins": messages(told)}), at("11-22 12:05")
    )


def row(number: int) -> SectorRow:
    """Return a row of the annex by its number."""
    return next(row for row in content().place("yangquan").plan.industry.sectors if row.number == number)


def view(number: int, told: Told | None = None) -> SectorView:
    """Return the page of a row."""
    return sector_view(situated(told or NONE), row(number))


def said_by_cells() -> Iterator[tuple[SectorRow, Cell, Entry]]:
    """Yield every cell of the annex with what its page says."""
    calm = situated(NONE)
    for one in calm.plan.industry.sectors:
        for grade, shown in zip(one.grades, sector_view(calm, one).grades, strict=True):
            for level, box in zip(calm.plan.levels, shown.boxes, strict=True):
                for cell, entry in zip(calm.plan.industry.cells(one, level.id, grade), box.entries, strict=True):
                    yield one, cell, entry

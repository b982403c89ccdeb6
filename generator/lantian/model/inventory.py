"""A place's reduction inventory: its companies one by one, and a head that says what was taken and from where."""

from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from typing import Annotated

from pydantic import AwareDatetime, Field, StringConstraints

from lantian.model.industry import Grade
from lantian.model.level import LevelId
from lantian.model.text import Id, Record, Text, Words
from lantian.model.view import view

Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
_HASH_DIGITS = 10


@view
class Enterprise:
    """One row of an inventory; `county` and `name` as printed, `sector` and `branch` ids of the plan.

    `measures` are reductions that the row itself names, by level, in the words of the inventory: they win over what
    the plan says of the sector. `row` and `sheet` say where it stood in the file that was imported.
    """

    id: str
    """The anchor: the credit code in small letters, else `n-` and a hash of name and county."""
    name: str
    code: str | None
    county: str
    sector: str
    branch: str | None
    grade: Grade
    measures: tuple[tuple[LevelId, str], ...]
    row: int
    sheet: str = ""


class SectorCount(Record):
    """How many companies of a county are in a sector."""

    sector: Id
    count: Annotated[int, Field(ge=1)]


class County(Record):
    """A county as the inventory prints it; `id` is that of the plan's area of this name, else `c01` and so on."""

    id: Id
    name: Words
    names: Text | None = None
    """In both languages, where the content knows the county."""
    sectors: tuple[SectorCount, ...] = Field(min_length=1)

    @property
    def count(self) -> int:
        """Return how many companies are in the county."""
        return sum(entry.count for entry in self.sectors)


class Group(Record):
    """How many companies have a grade of a sector, by branch where the inventory names it."""

    sector: Id
    branch: Id | None = None
    grade: Grade
    count: Annotated[int, Field(ge=1)]


class Inventory(Record):
    """The head of an inventory: small, whatever the number of rows, which stand in a table beside it.

    Rows were checked against `plan`; `published` is the day of the data, None where nobody said it; `sha256` is that of
    the table's bytes.
    """

    place: Id
    plan: Id
    source: Text
    published: date | None = None
    imported_at: AwareDatetime
    file: Words
    """The name of the file that was imported, without its folder."""
    sha256: Digest
    rows: Annotated[int, Field(ge=1)]
    levels: tuple[LevelId, ...] = ()
    """Levels for which at least one row names a reduction of its own."""
    counties: tuple[County, ...] = Field(min_length=1)
    groups: tuple[Group, ...] = Field(min_length=1)

    def county(self, name: str) -> County:
        """Return a county by its printed name; KeyError if no row is there."""
        for candidate in self.counties:
            if candidate.name == name:
                return candidate
        raise KeyError(name)


@view
class Stamp:
    """What tells inventories apart: the hash of the table, and the moment of the import as a file name says it."""

    sha256: str
    moment: str


def anchor(code: str | None, name: str, county: str) -> str:
    """Return what an address of a company ends in: the same after every import of the same company."""
    if code is not None:
        return code.lower()
    both = f"{name}\n{county}".encode()
    return f"n-{sha256(both).hexdigest()[:_HASH_DIGITS]}"


def order(row: Enterprise) -> tuple[str, ...]:
    """Return what rows are sorted by: county, sector, name, then what tells rows of one company apart."""
    return (row.county, row.sector, row.name, row.code or "", row.branch or "", row.grade)


def counted_counties(rows: Iterable[Enterprise]) -> dict[str, dict[str, int]]:
    """Return by county and sector how many rows there are, in the order of the rows."""
    counts: dict[str, dict[str, int]] = {}
    for row in rows:
        sectors = counts.setdefault(row.county, {})
        sectors[row.sector] = sectors.get(row.sector, 0) + 1
    return counts


def counted_groups(rows: Iterable[Enterprise]) -> tuple[Group, ...]:
    """Return how many rows have each grade of each sector and branch, sorted by these."""
    counts: dict[tuple[str, str | None, Grade], int] = {}
    for row in rows:
        key = (row.sector, row.branch, row.grade)
        counts[key] = counts.get(key, 0) + 1
    ordered = sorted(counts.items(), key=lambda entry: (entry[0][0], entry[0][1] or "", entry[0][2]))
    return tuple(Group(sector=key[0], branch=key[1], grade=key[2], count=count) for key, count in ordered)

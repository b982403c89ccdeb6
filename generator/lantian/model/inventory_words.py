"""The declared vocabulary of spreadsheets: the headings of columns, and the words that name sectors and grades."""

from typing import Literal

from pydantic import Field

from lantian.model.industry import Grade
from lantian.model.level import LevelId
from lantian.model.text import Id, Record, Words

ColumnField = Literal["name", "code", "county", "sector", "branch", "grade"]
Several = tuple[Words, ...]


class InventoryWords(Record):
    """Words as inventories use them; compared without spaces, in half-width and regardless of case."""

    columns: dict[ColumnField, Several]
    """Headings of the columns that are taken over."""
    measures: dict[LevelId, Several]
    """Headings of columns that name a row's own reduction at a level."""
    groups: Several = ()
    """Headings that stand above such columns and say nothing by themselves."""
    ignored: Several = ()
    """Headings of columns that may be left out without harm."""
    personal: Several = ()
    """Parts of headings that announce data of persons: such a column is never read."""
    totals: Several = ()
    """Words that a row of sums begins or ends with."""
    notes: Several = ()
    """Words that a note below the table begins with."""
    absent: Several = ()
    """What stands in a cell instead of a credit code where there is none."""
    county_endings: Several = ()
    """What the name of a county ends in: a sheet of such a name is a county's."""
    sector_endings: Several = ()
    """What may follow the name of a sector without changing it."""
    fill_down: tuple[ColumnField, ...] = Field(default=())
    """Columns in which a blank cell repeats the cell above, even where no merged cell says so."""
    sectors: dict[Id, Several] = Field(default_factory=dict)
    """Other names of sectors, by the id of `sectors.yaml`."""
    grades: dict[Grade, Several] = Field(default_factory=dict)
    """Other names of grades."""

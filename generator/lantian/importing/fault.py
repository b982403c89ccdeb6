"""What is wrong in a spreadsheet, and what was left out or changed: collected, so that all is told at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lantian.model.checks.finding import Filling
from lantian.model.view import view

MOST_FAULTS = 200
MOST_EXAMPLES = 5


@view
class Where:
    """A place in a file: a sheet (empty where there is none), row and column counted from 1, 0 for the whole."""

    sheet: str = ""
    row: int = 0
    column: int = 0

    @property
    def cell(self) -> str:
        """Return the place as people name it: `C12`, `C` for a column, `12` for a row, nothing for the whole."""
        return f"{letters(self.column)}{self.row or ''}"


@view
class Fault:
    """One mistake by the key of its sentence, with the words to fill in."""

    where: Where
    key: str
    fields: Mapping[str, Filling]


@view
class Note:
    """Something that was left out, read in a certain way or added, and how often; `where` are the first places."""

    key: str
    fields: tuple[tuple[str, str], ...]
    count: int
    where: tuple[Where, ...]


class RefusedError(Exception):
    """The file is not imported; carries the mistakes that are told, and how many more there are."""

    def __init__(self, faults: tuple[Fault, ...], more: int = 0) -> None:
        """Keep the mistakes in the order in which they were found."""
        self.faults, self.more = faults, more
        super().__init__(", ".join(fault.key for fault in faults))


@dataclass(slots=True)
class Findings:
    """The mistakes and notes of one import, as far as it has got."""

    faults: list[Fault] = field(default_factory=list)
    more: int = 0
    _notes: dict[tuple[str, tuple[tuple[str, str], ...]], tuple[int, list[Where]]] = field(default_factory=dict)

    def wrong(self, where: Where, key: str, /, **fields: Filling) -> None:
        """Remember a mistake; after many only their number grows."""
        if len(self.faults) < MOST_FAULTS:
            self.faults.append(Fault(where, key, fields))
        else:
            self.more += 1

    def note(self, key: str, where: Where, /, **fields: str) -> None:
        """Remember something that the operator should know; the same with the same words is counted."""
        entry = (key, tuple(fields.items()))
        count, places = self._notes.get(entry, (0, []))
        if count < MOST_EXAMPLES:
            places.append(where)
        self._notes[entry] = (count + 1, places)

    @property
    def notes(self) -> tuple[Note, ...]:
        """Return the notes in the order in which they first came up."""
        return tuple(Note(key, fields, count, tuple(at)) for (key, fields), (count, at) in self._notes.items())

    def stop_if_wrong(self) -> None:
        """Raise RefusedError if there is a mistake."""
        if self.faults:
            raise RefusedError(tuple(self.faults), self.more)


def refuse(key: str, where: Where | None = None, /, **fields: Filling) -> RefusedError:
    """Return the error that ends an import at one mistake."""
    return RefusedError((Fault(where or Where(), key, fields),))


def letters(column: int) -> str:
    """Return the letters of a column that is counted from 1; nothing for 0."""
    named = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        named = chr(ord("A") + rest) + named
    return named


def column_number(named: str) -> int:
    """Return the number of a column from its letters, counted from 1; 0 for what are none."""
    number = 0
    for letter in named:
        if not "A" <= letter <= "Z":
            return 0
        number = number * 26 + ord(letter) - ord("A") + 1
    return number

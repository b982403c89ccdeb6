"""Which rows of a sheet are no rows of data: blank ones, sums, notes, headings that are printed again."""

from collections.abc import Mapping

from lantian.importing.cleaning import cleaned, folded, plain_value
from lantian.importing.header import Column
from lantian.importing.lexicon import Use
from lantian.importing.sheet import Row, Value, blank
from lantian.model.inventory_words import InventoryWords

_JUDGED: tuple[Use, ...] = ("grade", "code")
"""What a row of sums never has."""


class RowKinds:
    """Tells rows apart by what stands in them and by declared words."""

    def __init__(self, columns: Mapping[Use, Column], words: InventoryWords, left: int) -> None:
        """Keep the columns that matter and the words."""
        self.indices = tuple(column.index for column in columns.values())
        self.name = columns["name"].index
        self._heading = folded(columns["name"].heading.rpartition("/")[2])
        self._judged = tuple(columns[use].index for use in _JUDGED if use in columns)
        self._totals = tuple(folded(word) for word in words.totals)
        self._notes = tuple(folded(word) for word in words.notes)
        self._left = left

    def kind(self, row: Row, values: Mapping[int, Value]) -> str:
        """Return what a row is by the key of a note: `nothing`, `header_again`, `sum_row`, `note_row`; else empty."""
        name = values.get(self.name)
        if isinstance(name, str) and name and any(self._judges(values.get(index)) for index in self._judged):
            return "header_again" if folded(name) == self._heading else ""
        texts = texts_of(row, self._left)
        folds = {index: folded(text) for index, text in texts.items()}
        totals = {index for index, word in folds.items() if self._is_total(word)}
        if totals and not any(index in folds and index not in totals for index in self._judged):
            return "sum_row"
        if len(folds) == 1 and next(iter(folds.values())).startswith(self._notes):
            return "note_row"
        return "" if any(index in texts for index in self.indices) else "nothing"

    def _judges(self, value: Value) -> bool:
        """Tell whether a cell holds a grade or a code, and not the word for a sum."""
        return not blank(value) and not (isinstance(value, str) and self._is_total(folded(value)))

    def _is_total(self, word: str) -> bool:
        return word.startswith(self._totals) or word.endswith(self._totals)


def texts_of(row: Row, left: int) -> dict[int, str]:
    """Return what the cells of a row say, by column; a cell with a refused character counts, with a mark for it."""
    told: dict[int, str] = {}
    for index, value in enumerate(row, left):
        if not blank(value):
            text = cleaned(plain_value(value) or str(value))
            if text.text or text.fault:
                told[index] = text.text or "?"
    return told

"""Tables for people and programs: CSV that opens in a spreadsheet, and in which no cell can become a formula."""

import csv
import re
from collections.abc import Iterable

from lantian.pages.page import Document

Row = tuple[object, ...]
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""Beginnings that a spreadsheet takes for a formula, full-width ones among them."""
_SUSPECT = frozenset((" ", *_FORMULA))
"""First signs after which a text is looked at: blanks before a formula are skipped by spreadsheets."""


class _Lines(list[str]):
    """What the csv writer writes to."""

    def write(self, line: str) -> None:
        self.append(line)


def csv_file(address: str, head: tuple[str, ...], rows: Iterable[Row]) -> Document:
    """Return a table: UTF-8 with a mark at the start, by which spreadsheets know the encoding; lines end with CRLF."""
    lines = _Lines()
    writer = csv.writer(lines)
    writer.writerow(head)
    for row in rows:
        writer.writerow([_cell(value) for value in row])
    return Document(address=address, data="".join(lines).encode("utf-8-sig"))


def _cell(value: object) -> str:
    """Spell a value; text that would run as a formula gets an apostrophe in front, a number stays a number."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    words = str(value)
    if words[:1] not in _SUSPECT:
        return words
    risky = words.lstrip(" ").startswith(_FORMULA) and _NUMBER.fullmatch(words) is None
    return f"'{words}" if risky else words

"""A file becomes the rows of an inventory: judged, opened, read sheet by sheet, compared; all or nothing."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lantian.importing.book import open_book
from lantian.importing.cleaning import folded
from lantian.importing.duplicates import Companions, anchored
from lantian.importing.fault import Findings, Note, RefusedError, Where
from lantian.importing.header import Column
from lantian.importing.lexicon import Lexicon, Use
from lantian.importing.sheet import Book
from lantian.importing.sniff import read_file, usual_ending
from lantian.importing.table import Table
from lantian.model.inventory import Enterprise

Tell = Callable[[str], None]
"""Hears the name of each stage as it begins: `inspect`, `rows`, `compare`."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What the operator said of the file; `columns` are uses by heading or letter."""

    sheets: tuple[str, ...] = ()
    columns: Mapping[str, Use] = field(default_factory=dict)
    county: str = ""


@dataclass(frozen=True, slots=True)
class SheetRead:
    """A sheet that was read: which row has the headings, counted from 1, and what each column is."""

    name: str
    header_row: int
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Imported:
    """What a file holds: the rows in their order, counties as they first came up, and what the operator should know."""

    rows: tuple[Enterprise, ...]
    counties: tuple[str, ...]
    kind: str
    sheets: tuple[SheetRead, ...]
    notes: tuple[Note, ...]


def import_file(path: Path, lexicon: Lexicon, choices: Choices, tell: Tell) -> Imported:
    """Return what a file holds; RefusedError with every mistake in it."""
    findings = Findings()
    tell("inspect")
    data = read_file(path)
    book = open_book(data, choices.sheets)
    del data
    _note_book(book, path, findings)
    chosen = {folded(name): use for name, use in choices.columns.items()}
    sheets: list[SheetRead] = []
    tell("rows")
    read = _read(book, lexicon, chosen, choices.county, findings, sheets)
    rows = _all(read, findings)
    _judge_choices(choices.columns, sheets, findings)
    if not rows and not findings.faults:
        findings.wrong(Where(), "no_rows")
    findings.stop_if_wrong()
    tell("compare")
    counties = tuple(dict.fromkeys(row.county for row in rows))
    return Imported(anchored(rows), counties, book.kind, tuple(sheets), findings.notes)


def _all(read: Iterator[Enterprise], findings: Findings) -> list[Enterprise]:
    """Return all rows; a sheet that breaks off adds to the mistakes found before it."""
    try:
        return list(Companions(findings).kept(read))
    except RefusedError as broken:
        raise RefusedError((*findings.faults, *broken.faults), findings.more + broken.more) from broken


def _read(
    book: Book, lexicon: Lexicon, chosen: Mapping[str, Use], county: str, findings: Findings, sheets: list[SheetRead]
) -> Iterator[Enterprise]:
    for sheet in book.sheets:
        table = Table(sheet, lexicon, chosen, county, findings)
        yield from table.companies()
        if table.header is not None:
            sheets.append(SheetRead(sheet.name, table.header.first + 1, table.header.columns))


def _note_book(book: Book, path: Path, findings: Findings) -> None:
    if book.macros:
        findings.note("macros", Where())
    for name in book.hidden:
        findings.note("hidden_sheet", Where(name), name=name)
    if not path.name.lower().endswith(usual_ending(book.kind)):
        findings.note("other_kind", Where(), kind=book.kind)


def _judge_choices(columns: Mapping[str, Use], sheets: list[SheetRead], findings: Findings) -> None:
    """Report a choice for a column that no sheet has."""
    known: set[str] = set()
    for sheet in sheets:
        known |= {name for column in sheet.columns for name in column.names}
    for name in columns if sheets else ():
        if folded(name) not in known:
            findings.wrong(Where(), "no_such_column", name=name)

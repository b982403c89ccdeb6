"""What an import found: columns, counts, and everything that was left out, filled or read in a certain way."""

from collections import Counter
from collections.abc import Iterable, Mapping

import click

from lantian.cli.import_words import noted, printable
from lantian.cli.session import Session
from lantian.importing.fault import Note, Where, letters
from lantian.importing.header import Column
from lantian.importing.importer import Imported
from lantian.model.content import Content
from lantian.model.inventory import Inventory
from lantian.model.text import Text

_MOST_OF_A_KIND = 20
_UNUSED = {"ignore": "import.ignore", "personal": "import.personal"}
_NOT_TOLD = frozenset({"ignored_column", "personal_column"})
"""Notes that stand with the columns already, except in JSON."""


def print_report(session: Session, imported: Imported, head: Inventory, content: Content) -> None:
    """Print the whole report; the same whether anything is written or not."""
    session.tell("import.file", file=head.file, kind=imported.kind.upper(), rows=head.rows)
    for sheet in imported.sheets:
        session.tell("import.sheet", name=printable(sheet.name or head.file), row=sheet.header_row)
        for column in sheet.columns:
            click.echo(f"  {letters(column.index + 1):>2}  {column.heading} → {_use(session, column)}")
    plan = content.place(head.place).plan
    sectors = {row.sector: row.names for row in plan.industry.sectors}
    grades = {grade: entry.names for grade, entry in content.vocabulary.grades.items()}
    _tell_counts(session, "import.counties", ((county.name, county.count) for county in head.counties))
    _tell_counts(session, "import.sectors", _named(session, sectors, ((g.sector, g.count) for g in head.groups)))
    _tell_counts(session, "import.grades", _named(session, grades, ((g.grade, g.count) for g in head.groups)))
    spoken = Counter(level for row in imported.rows for level, _ in row.measures)
    levels: dict[str, Text] = {level.id: level.names for level in plan.levels}
    _tell_counts(session, "import.measures", _named(session, levels, spoken.items()))
    _tell_notes(session, imported.notes)


def record_of(session: Session, imported: Imported, head: Inventory, *, written: bool) -> dict[str, object]:
    """Return the report for programs."""
    sheets = [
        {
            "name": sheet.name,
            "header_row": sheet.header_row,
            "columns": [
                {"column": letters(one.index + 1), "heading": one.heading, "use": one.use} for one in sheet.columns
            ],
        }
        for sheet in imported.sheets
    ]
    counts = head.model_dump(mode="json", include={"place", "plan", "file", "rows", "counties", "groups", "levels"})
    notes = [
        {"key": note.key, **dict(note.fields), "count": note.count, "cells": [_at(where) for where in note.where],
         "text": session.speak(noted(note))}
        for note in imported.notes
    ]  # fmt: skip
    return {"written": written, "kind": imported.kind, **counts, "sheets": sheets, "notes": notes, "problems": []}


def _use(session: Session, column: Column) -> str:
    key = _UNUSED.get(column.use or "")
    return str(column.use) if key is None else session.words(key)


def _named(session: Session, names: Mapping[str, Text], counts: Iterable[tuple[str, int]]) -> Iterable[tuple[str, int]]:
    """Yield sums by name, in the order of the names."""
    total: Counter[str] = Counter()
    for key, count in counts:
        total[key] += count
    ordered = (key for key in names if key in total)
    return ((session.speak(names[key]), total[key]) for key in ordered)


def _tell_counts(session: Session, key: str, counts: Iterable[tuple[str, int]]) -> None:
    told = tuple(f"{name} {count}" for name, count in counts)
    if told:
        session.tell(key, counts=session.join(told))


def _tell_notes(session: Session, notes: Iterable[Note]) -> None:
    """Print the notes, of each kind no more than anybody reads."""
    shown: Counter[str] = Counter()
    for note in notes:
        shown[note.key] += 1
        if note.key in _NOT_TOLD or shown[note.key] > _MOST_OF_A_KIND:
            continue
        at = ", ".join(_at(where) for where in note.where)
        more = "" if note.count <= len(note.where) else " …"
        click.echo(f"- {session.speak(noted(note))}{f' ({at}{more})' if at else ''}")
    left = sum(max(count - _MOST_OF_A_KIND, 0) for key, count in shown.items() if key not in _NOT_TOLD)
    if left:
        session.tell("import.more_notes", number=left)


def _at(where: Where) -> str:
    return printable(f"[{where.sheet}]{where.cell}" if where.sheet else where.cell)

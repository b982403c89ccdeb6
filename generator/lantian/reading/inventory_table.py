"""The rows of an inventory as a table of our own making: one form, written and read here."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO
from typing import get_args

from lantian.model.industry import Grade
from lantian.model.inventory import Enterprise
from lantian.model.level import LEVEL_ORDER, LevelId
from lantian.reading.report import Report
from lantian.reading.yaml_source import Position

COLUMNS = ("id", "name", "code", "county", "sector", "branch", "grade", "sheet", "row")
_GRADES: dict[str, Grade] = {grade: grade for grade in get_args(Grade)}
_LEVELS: dict[str, LevelId] = {level: level for level in LEVEL_ORDER}


def table_text(rows: Iterable[Enterprise], levels: Iterable[LevelId]) -> str:
    """Return the table of rows: the columns of every inventory, then one for each level that some row speaks of."""
    named = tuple(levels)
    stream = StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow((*COLUMNS, *named))
    for row in rows:
        measures = dict(row.measures)
        fixed = (row.id, row.name, row.code, row.county, row.sector, row.branch, row.grade, row.sheet, row.row)
        writer.writerow((*fixed, *(measures.get(level) for level in named)))
    return stream.getvalue()


def parse_rows(text: str, name: str, report: Report) -> tuple[Enterprise, ...]:
    """Return the rows of a table; what is no row of ours is reported with its line."""
    lines = csv.reader(StringIO(text, newline=""), strict=True)
    try:
        header = next(lines, [])
        levels = tuple(_LEVELS[column] for column in header[len(COLUMNS) :] if column in _LEVELS)
        expected = (*COLUMNS, *levels)
        if tuple(header) != expected:
            report.add_file(name, "wrong_columns", expected=",".join(expected))
            return ()
        return tuple(_rows(lines, levels, name, report))
    except csv.Error as error:
        report.add(name, Position(lines.line_num, 1), "broken_table", reason=str(error))
        return ()


def _rows(lines: Iterable[list[str]], levels: tuple[LevelId, ...], name: str, report: Report) -> Iterator[Enterprise]:
    """Yield what the lines below the header say; no value of ours has a line break, so lines count as rows."""
    seen: set[str] = set()
    width = len(COLUMNS) + len(levels)
    for position, line in enumerate(lines, 2):
        if len(line) != width or line[6] not in _GRADES or not line[8].isascii() or not line[8].isdecimal():
            report.add(name, Position(position, 1), "broken_row", expected=",".join((*COLUMNS, *levels)))
            continue
        if line[0] in seen:
            report.add(name, Position(position, 1), "repeated_id", id=line[0])
        seen.add(line[0])
        yield _row(line, levels)


def _row(line: list[str], levels: tuple[LevelId, ...]) -> Enterprise:
    anchor, name, code, county, sector, branch, grade, sheet, number = line[: len(COLUMNS)]
    named = zip(levels, line[len(COLUMNS) :], strict=True)
    return Enterprise(
        id=anchor,
        name=name,
        code=code or None,
        county=county,
        sector=sector,
        branch=branch or None,
        grade=_GRADES[grade],
        measures=tuple((level, words) for level, words in named if words),
        row=int(number),
        sheet=sheet,
    )

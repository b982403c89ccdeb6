"""The list of terms, a table of two columns."""

import csv
from pathlib import PurePosixPath

from lantian.model.content import Term
from lantian.reading.files import Folder
from lantian.reading.report import Report
from lantian.reading.yaml_source import Position

GLOSSARY = PurePosixPath("vocabulary/glossary.csv")
_COLUMNS = ["zh", "en"]


def read_glossary(folder: Folder, report: Report) -> tuple[Term, ...] | None:
    """Return the terms in the order of the file; None if the table is broken."""
    text = folder.read_text(GLOSSARY)
    if text is None:
        return None
    name = folder.name(GLOSSARY)
    rows = csv.reader(text.splitlines(keepends=True), strict=True)
    terms: list[Term] = []
    try:
        if next(rows, None) != _COLUMNS:
            report.add_file(name, "wrong_columns", expected=",".join(_COLUMNS))
            return None
        for row in rows:
            if len(row) == len(_COLUMNS) and all(cell.strip() for cell in row):
                terms.append(Term(zh=row[0].strip(), en=row[1].strip()))
            elif row:
                report.add(name, Position(rows.line_num, 1), "broken_row", expected=",".join(_COLUMNS))
    except csv.Error as error:
        report.add(name, Position(rows.line_num, 1), "broken_table", reason=str(error))
        return None
    return tuple(terms)

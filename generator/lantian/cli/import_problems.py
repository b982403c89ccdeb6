"""The mistakes of a spreadsheet as problems: file, sheet, cell, what is wrong and how to mend it."""

from pathlib import Path
from typing import NoReturn

import click

from lantian.cli.check import print_problems
from lantian.cli.import_words import printable, said
from lantian.cli.session import Session, print_json
from lantian.importing.fault import Fault, RefusedError
from lantian.problems import Problem

REFUSED = 1


def problem_of(fault: Fault, file: str) -> Problem:
    """Return a mistake as a problem of `file[sheet]!cell`."""
    sentence = said(fault)
    where = fault.where
    named = printable(f"{file}[{where.sheet}]" if where.sheet else file)
    return Problem(named, where.row or 1, where.column or 1, sentence.what, sentence.mend, where.cell)


def tell_refusal(session: Session, refused: RefusedError, file: Path, *, as_json: bool) -> NoReturn:
    """Print every mistake and end the command with exit code 1; nothing was written."""
    problems = tuple(problem_of(fault, file.name) for fault in refused.faults)
    if as_json:
        print_json({"written": False, "problems": [_record(one, session) for one in problems], "more": refused.more})
    else:
        print_problems(session, problems, aside=True)
        if refused.more:
            session.tell_aside("import.more_problems", number=refused.more)
        session.tell_aside("import.nothing_written")
    click.get_current_context().exit(REFUSED)


def _record(problem: Problem, session: Session) -> dict[str, str | int | None]:
    what, mend = session.speak(problem.what), session.speak(problem.mend)
    row, column = problem.line, problem.column
    return {"file": problem.file, "row": row, "column": column, "cell": problem.cell, "what": what, "mend": mend}

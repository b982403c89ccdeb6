"""`lantian check`: every problem of the content, with file, line and the way to mend it."""

import click

from lantian.cli.session import Session, print_json
from lantian.model.content import Content
from lantian.problems import Problem, ProblemsFound
from lantian.reading.inventory_words import check_tables


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print the problems as JSON.")
@click.pass_context
def check(ctx: click.Context, *, as_json: bool) -> None:
    """Read all content and print every problem with file, line and the way to mend it."""
    session: Session = ctx.obj
    content, problems = _checked(session)
    if as_json:
        print_json({"problems": [_record(problem, session) for problem in problems]})
    elif content is not None:
        session.tell("check.sound", **counts(content))
    else:
        print_problems(session, problems)
    ctx.exit(1 if problems else 0)


def counts(content: Content) -> dict[str, int]:
    """Return how many places, plans, archived campaigns and bulletins there are."""
    return {
        "places": len(content.places),
        "plans": sum(len(entry.plans) for entry in content.places),
        "campaigns": sum(len(entry.campaigns) for entry in content.places),
        "bulletins": sum(len(entry.bulletins) for entry in content.places),
    }


def print_problems(session: Session, problems: tuple[Problem, ...], *, aside: bool = False) -> None:
    """Print problems in the order of files and lines, then how many; `aside` on the error stream."""
    for problem in problems:
        click.echo(problem.sentence(session.language), err=aside)
    files = len({problem.file for problem in problems})
    click.echo(session.words("check.problems", number=len(problems), files=files), err=aside)


def _checked(session: Session) -> tuple[Content | None, tuple[Problem, ...]]:
    """Return the content and its problems: those of the tables of companies too, which no other command reads whole."""
    try:
        content = session.read()
        check_tables(session.content_folder, content)
    except ProblemsFound as found:
        return None, found.problems
    return content, ()


def _record(problem: Problem, session: Session) -> dict[str, str | int]:
    what, mend = session.speak(problem.what), session.speak(problem.mend)
    return {"file": problem.file, "line": problem.line, "column": problem.column, "what": what, "mend": mend}

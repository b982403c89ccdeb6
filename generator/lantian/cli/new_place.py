"""`lantian new-place`: the files of a new place from the template, and what to do with them."""

import re
from importlib.resources import files
from pathlib import Path

import click

from lantian.cli.session import Session
from lantian.model.place import RESERVED
from lantian.model.text import LANGUAGES

PLACE_MARK = "PLACE_ID"
FILL_MARK = "# fill in"
PLAN_FILES = ("plan", "measures", "vehicles", "industry")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_ID = 50
"""Leaves room for what is put behind it in the id of the plan."""


@click.command("new-place")
@click.argument("place", metavar="ID")
@click.pass_obj
def new_place(session: Session, place: str) -> None:
    """Write the files of a new place from the template, and print the way to its first page."""
    if _ID.fullmatch(place) is None or len(place) > LONGEST_ID or place in RESERVED:
        session.refuse("new_place.bad_id", place=place)
    written = place_files(session.content_folder, place)
    taken = next((path for path in (*written, session.content_folder / "plans" / place) if path.exists()), None)
    if taken is not None:
        session.refuse("new_place.taken", place=place, file=str(taken))
    if not (session.content_folder / "site.yaml").is_file():
        session.refuse("new_place.no_content", folder=str(session.content_folder))
    for path, text in written.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    _print_steps(session, place, written)


def place_files(content: Path, place: str) -> dict[Path, str]:
    """Return the text of each file of a new place."""
    template = files(__package__) / "place_template"
    sources = {content / "places" / f"{place}.yaml": template / "places" / f"{PLACE_MARK}.yaml"}
    sources |= {content / "plans" / place / f"{name}.yaml": template / "plans" / f"{name}.yaml" for name in PLAN_FILES}
    return {path: source.read_text("utf-8").replace(PLACE_MARK, place) for path, source in sources.items()}


def _print_steps(session: Session, place: str, written: dict[Path, str]) -> None:
    """Print every file with the lines to fill in, then the commands to type."""
    session.tell("new_place.written", place=place, number=len(written))
    for path, text in written.items():
        numbers = [str(number) for number, line in enumerate(text.splitlines(), 1) if FILL_MARK in line]
        key = "new_place.fill" if numbers else "new_place.later"
        session.tell_below(key, file=str(path), lines=", ".join(numbers))
    session.tell("new_place.check", command=session.command("check"))
    session.tell("new_place.build", command=session.command("build"))
    pages = {language: str(session.site / language / place / "index.html") for language in LANGUAGES}
    session.tell("new_place.open", zh=pages["zh"], en=pages["en"])

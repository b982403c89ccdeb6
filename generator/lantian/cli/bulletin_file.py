"""A message becomes a file of the content: never over another one, and never if the content would not be sound."""

import os
from pathlib import Path
from tempfile import mkstemp

import click

from lantian.cli.session import Session
from lantian.model.bulletin import Bulletin
from lantian.problems import ProblemsFound
from lantian.reading.bulletin_text import bulletin_text

READABLE = 0o644


def add_bulletin(session: Session, bulletin: Bulletin, *, dry_run: bool) -> None:
    """Write the file of a message and read everything again; ProblemsFound, and no file, if that finds a problem."""
    text = bulletin_text(bulletin)
    file = session.content_folder / "bulletins" / bulletin.place / f"{bulletin.id}.yaml"
    if dry_run:
        session.tell("warn.would_write", file=str(file))
    else:
        _add(session, file, text)
        session.tell("warn.written", file=str(file))
    click.echo("".join(f"    {line}" for line in text.splitlines(keepends=True)))


def _add(session: Session, file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        write_new(file, text)
    except FileExistsError:
        session.refuse("warn.file_exists", file=str(file))
    try:
        session.read()
    except ProblemsFound:
        file.unlink()
        session.tell_aside("warn.taken_back", file=str(file))
        raise


def write_new(file: Path, text: str) -> None:
    """Write a file whole or not at all; FileExistsError if there is one of that name, which stays as it is."""
    handle, name = mkstemp(prefix=".", suffix=".tmp", dir=file.parent)
    draft = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        draft.chmod(READABLE)
        file.hardlink_to(draft)
    finally:
        draft.unlink()

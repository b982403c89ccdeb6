"""`lantian build`: the whole site as plain files."""

import os
from datetime import datetime
from pathlib import Path
from time import perf_counter

import click

from lantian.build import build as build_site
from lantian.cli.moments import as_of_option, read_clock
from lantian.cli.progress import stages
from lantian.cli.session import Session


@click.command()
@click.option(
    "--into", type=click.Path(path_type=Path), help="Folder of the site; site/ in the output folder if absent."
)
@as_of_option
@click.pass_obj
def build(session: Session, into: Path | None, as_of: datetime | None) -> None:
    """Build the whole site as plain files into a folder, or leave the folder as it was."""
    started = perf_counter()
    target = (into or session.site).absolute()  # `.` is another folder once the new site has taken its place
    if target.resolve().is_relative_to(session.content_folder.resolve()):
        session.refuse("failed.inside_content", folder=str(into or session.site))
    with stages(session) as tell:
        later = build_site(session.content_folder, target, as_of or read_clock(), tell)
    files = [name for _, _, names in os.walk(target) for name in names]
    pages = sum(name.endswith(".html") for name in files)
    seconds = f"{perf_counter() - started:.1f}"
    if later:
        session.tell("build.later", messages=", ".join(later))
    session.tell("build.done", pages=pages, files=len(files), seconds=seconds, folder=str(into or session.site))

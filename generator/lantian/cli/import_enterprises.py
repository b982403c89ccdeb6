"""`lantian import-enterprises`: a spreadsheet of companies becomes the inventory of a place, whole or not at all."""

from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import click

from lantian.cli.both_languages import BOTH
from lantian.cli.import_choices import CHOICE, DAY
from lantian.cli.import_problems import tell_refusal
from lantian.cli.import_report import print_report, record_of
from lantian.cli.import_shelf import settle, undo_import, write
from lantian.cli.moments import read_clock
from lantian.cli.progress import Tell, stages
from lantian.cli.session import Session, print_json
from lantian.importing.cleaning import cleaned
from lantian.importing.fault import RefusedError
from lantian.importing.head import Origin, head_of
from lantian.importing.importer import Choices, Imported, import_file
from lantian.importing.lexicon import lexicon
from lantian.model.content import Content
from lantian.model.text import Text
from lantian.reading.inventory_table import table_text
from lantian.reading.inventory_words import read_words

_PATH = click.Path(path_type=Path, dir_okay=False)


@click.command("import-enterprises")
@click.argument("place")
@click.argument("file", type=_PATH, required=False)
@click.option("--source", type=BOTH, metavar="中文|English", help="Who published the inventory; its file if absent.")
@click.option("--date", "day", type=DAY, metavar="YYYY-MM-DD", help="The day of the data; not stated if absent.")
@click.option("--sheet", "sheets", multiple=True, metavar="NAME", help="Read this sheet only; may be repeated.")
@click.option("--map", "columns", type=CHOICE, multiple=True, metavar="COLUMN=FIELD", help="Say what a column is.")
@click.option("--county", default="", metavar="NAME", help="The county of every row, where no column names it.")
@click.option("--dry-run", is_flag=True, help="Report what would be imported, and write nothing.")
@click.option("--undo", is_flag=True, help="Put the inventory before the present one back.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
@click.pass_obj
def import_enterprises(
    session: Session, /, place: str, file: Path | None, *, undo: bool, as_json: bool,
    **said: Any,  # noqa: ANN401  # as the options say
) -> None:  # fmt: skip
    """Take over a place's reduction inventory from XLSX, XLS, ODS or CSV (FILE), or put the earlier one back."""
    if undo == (file is not None):
        session.refuse("import.file_or_undo")
    if file is None:
        undo_import(session, place, as_json=as_json)
        return
    if not said["dry_run"]:
        settle(session, place)
    try:
        _import(session, place, file, said, as_json=as_json)
    except RefusedError as refused:
        tell_refusal(session, refused, file, as_json=as_json)


def _import(session: Session, place: str, file: Path, said: Mapping[str, Any], *, as_json: bool) -> None:
    """Read, report, and write unless it is a dry run; RefusedError, and nothing written, for any mistake."""
    with stages(session) as tell:
        tell("read")
        content = session.read()
        entry = session.place(content, place)
        imported = _imported(session, content, place, file, said, tell)
        table = table_text(imported.rows, tuple(level.id for level in entry.plan.levels)).encode()
        origin = _origin(session, file, said["source"], said["day"])
        head = head_of(imported, entry.plan, origin, sha256(table).hexdigest(), entry.inventory)
        if not said["dry_run"]:
            tell("write")
            write(session, head, table)
    if as_json:
        print_json(record_of(session, imported, head, written=not said["dry_run"]))
        return
    print_report(session, imported, head, content)
    session.tell("import.dry_run" if said["dry_run"] else "import.written", place=place, rows=head.rows)


def _imported(
    session: Session, content: Content, place: str, file: Path, said: Mapping[str, Any], tell: Tell
) -> Imported:
    plan = session.place(content, place).plan
    words = read_words(session.content_folder, content)
    levels = tuple(level.id for level in plan.levels)
    choices = Choices(said["sheets"], dict(said["columns"]), cleaned(said["county"]).text)
    if said["county"] and not choices.county:
        session.refuse("import.no_county", given=ascii(said["county"]))
    return import_file(file, lexicon(words, content.vocabulary, plan.industry, levels), choices, tell)


def _origin(session: Session, file: Path, source: Text | None, day: date | None) -> Origin:
    """Return where the data come from; a file is its own source where nobody names one."""
    now = read_clock()
    if day is not None and day > now.date():
        session.refuse("import.day_to_come", day=day.isoformat())
    name = cleaned(file.name).text or "?"
    return Origin(source or Text(zh=f"文件“{name}”", en=f"file “{name}”"), day, now, name)

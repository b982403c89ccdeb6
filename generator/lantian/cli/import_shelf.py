"""Inventories on disk, as the command changes them: written and read back, taken back, made whole after a crash."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lantian.cli.session import Session, print_json
from lantian.importing.fault import RefusedError
from lantian.importing.shelf import Shelf, only_one
from lantian.model.inventory import Inventory
from lantian.problems import ProblemsFound
from lantian.reading.inventory import ENTERPRISES, read_rows
from lantian.reading.inventory_text import head_text, stamp_of


def write(session: Session, head: Inventory, table: bytes) -> None:
    """Make an inventory the one that counts and read it back; the one before is back if that finds a problem."""
    with _shelf(session, head.place) as shelf:
        shelf.put(head_text(head).encode(), table)
        try:
            session.read()
            read_rows(session.content_folder, head.place)
        except ProblemsFound:
            shelf.take_back(keep=False)
            session.tell_aside("import.taken_back")
            raise


def undo_import(session: Session, place: str, *, as_json: bool) -> None:
    """Put the inventory before back; what was to be taken back stays if the one before has become unsound."""
    with _shelf(session, place) as shelf:
        if shelf.settle():
            session.tell_aside("import.settled")
        try:
            before = shelf.take_back()
        except RefusedError:
            session.refuse("import.nothing_to_undo", place=place)
        problems = _problems(session, place)
        if problems is not None:
            shelf.put_forward()
            session.tell_aside("import.undo_taken_back")
            raise problems
    if as_json:
        print_json({"undone": True, "inventory": before is not None})
    else:
        session.tell("import.undone" if before is not None else "import.undone_first", place=place)


def settle(session: Session, place: str) -> None:
    """Make head and table one whole again, where an import was broken off."""
    if not (session.content_folder / ENTERPRISES).is_dir():
        return
    with _shelf(session, place) as shelf:
        if shelf.settle():
            session.tell_aside("import.settled")


@contextmanager
def _shelf(session: Session, place: str) -> Iterator[Shelf]:
    """Yield the shelf of a place that the content describes; its files may be as broken as they like."""
    places = sorted(path.stem for path in (session.content_folder / "places").glob("*.yaml"))
    if place not in places:
        session.refuse("misuse.no_such_place", place=place, known=", ".join(places) or "—")
    try:
        with only_one(session.content_folder) as folder:
            yield Shelf(folder, place, stamp_of)
    except RefusedError as refused:
        if refused.faults[0].key != "import_under_way":
            raise
        session.refuse("import.under_way")


def _problems(session: Session, place: str) -> ProblemsFound | None:
    """Return what is wrong with the inventory of a place; other problems of the content are not its affair."""
    names = {f"{place}.yaml", f"{place}.csv"}
    try:
        session.read()
        read_rows(session.content_folder, place)
    except ProblemsFound as found:
        files = [(one, Path(one.file)) for one in found.problems]
        own = [one for one, file in files if file.name in names and file.parent.name == ENTERPRISES]
        return ProblemsFound(own) if own else None
    return None

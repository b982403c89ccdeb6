"""Inventories on disk: put, kept, taken back; and one whole inventory whatever moment a crash comes at."""

from collections.abc import Callable
from datetime import datetime, timedelta
from hashlib import sha256
from itertools import count
from pathlib import Path

import pytest

from lantian.importing.fault import RefusedError
from lantian.importing.shelf import Shelf, only_one
from lantian.model.inventory import County, Group, Inventory, SectorCount
from lantian.model.text import Text
from lantian.reading.inventory_text import head_text, stamp_of

NOON = datetime.fromisoformat("2026-11-21T12:00:00+08:00")


class CrashError(Exception):
    """The machine stops here."""


def pair(number: int) -> tuple[bytes, bytes]:
    """Return the head and the table of an invented inventory."""
    table = f"table {number}\n".encode()
    head = Inventory(
        place="sample",
        plan="sample-2024",
        source=Text(zh="虚构", en="invented"),
        imported_at=NOON + timedelta(minutes=number),
        file="a.xlsx",
        sha256=sha256(table).hexdigest(),
        rows=1,
        counties=(County(id="c01", name="虚构县", sectors=(SectorCount(sector="bricks", count=1),)),),
        groups=(Group(sector="bricks", grade="A", count=1),),
    )
    return head_text(head).encode(), table


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """Return an empty shelf of a place."""
    (tmp_path / "enterprises").mkdir()
    return Shelf(tmp_path / "enterprises", "sample", stamp_of)


def now(shelf: Shelf) -> tuple[bytes, bytes] | None:
    """Return the inventory that counts, None if there is none at all."""
    if not shelf.current.head.exists() and not shelf.current.table.exists():
        return None
    return shelf.current.head.read_bytes(), shelf.current.table.read_bytes()


def test_inventories_come_back_in_turn(shelf: Shelf) -> None:
    """Each undo goes one inventory further back, to none at all; everything is still somewhere on disk."""
    for number in range(3):
        shelf.put(*pair(number))
    for number in (1, 0):
        assert shelf.take_back() is not None
        assert now(shelf) == pair(number)
    assert shelf.take_back() is None
    assert now(shelf) is None
    kept = {path.read_bytes() for path in shelf.current.head.parent.rglob("*.*")}
    assert kept == {part for number in range(3) for part in pair(number)}
    with pytest.raises(RefusedError, match="nothing_to_undo"):
        shelf.take_back()


def test_an_undo_can_be_undone(shelf: Shelf) -> None:
    """What was taken back comes forward again, and what came back goes back to its place."""
    for number in range(2):
        shelf.put(*pair(number))
    before = files(shelf)
    shelf.take_back()
    shelf.put_forward()
    assert files(shelf) == before


def test_one_import_at_a_time(tmp_path: Path) -> None:
    """A second import is refused while one is under way, and does not disturb it."""
    with only_one(tmp_path), pytest.raises(RefusedError, match="import_under_way"), only_one(tmp_path):
        pass
    with only_one(tmp_path) as folder:
        assert folder.is_dir()


def files(shelf: Shelf) -> dict[Path, bytes]:
    """Return every file of the shelf."""
    return {path: path.read_bytes() for path in shelf.current.head.parent.rglob("*.*") if path.is_file()}


def crash_after(writes: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the machine stop after so many files were put in place or removed."""
    left = count(writes, -1)
    real_replace, real_unlink = Path.replace, Path.unlink

    def stop() -> None:
        if next(left) <= 0:
            raise CrashError

    def replace(self: Path, target: Path) -> Path:
        stop()
        return real_replace(self, target)

    def unlink(self: Path, missing_ok: bool = False) -> None:  # noqa: FBT001, FBT002  # as pathlib has it
        stop()
        real_unlink(self, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "replace", replace)
    monkeypatch.setattr(Path, "unlink", unlink)


def change(shelf: Shelf, kind: str) -> None:
    """Put a further inventory, or take one back."""
    if kind == "put":
        shelf.put(*pair(7))
    else:
        shelf.take_back()


@pytest.mark.parametrize("kind", ["put", "take back"])
@pytest.mark.parametrize("earlier", [0, 2])
@pytest.mark.parametrize("writes", range(9))
def test_a_crash_leaves_one_whole_inventory(
    kind: str, earlier: int, writes: int, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a crash at any write one inventory counts, whole: the one before or the one after; none is listed twice."""
    for number in range(earlier):
        shelf.put(*pair(number))
    whole = {now(shelf), pair(7) if kind == "put" else pair(earlier - 2) if earlier > 1 else None}
    with monkeypatch.context() as machine:
        crash_after(writes, machine)
        broken_off(lambda: change(shelf, kind))
    shelf.settle()
    assert now(shelf) in whole
    assert not shelf.settle()
    heads = [path.read_bytes() for path in (shelf.current.head.parent / "earlier").rglob("*.yaml")]
    assert len(heads) == len(set(heads))
    assert shelf.current.head.read_bytes() not in heads if shelf.current.head.exists() else True


def broken_off(act: Callable[[], None]) -> None:
    """Do something that a crash may break off, or that there is nothing to do for."""
    try:
        act()
    except (CrashError, RefusedError):
        return


def test_a_table_edited_by_hand_is_not_settled_away(shelf: Shelf) -> None:
    """A table that fits no kept head is left as it is, for `check` to tell."""
    shelf.put(*pair(0))
    shelf.current.table.write_bytes(b"by hand")
    assert not shelf.settle()
    assert shelf.current.table.read_bytes() == b"by hand"

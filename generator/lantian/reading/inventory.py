"""The inventory of a place: a small head that is read with all content, and a table that is read on demand."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path, PurePosixPath

from pydantic import TypeAdapter

from lantian.model.checks.inventory import chapter_findings, inventory_findings
from lantian.model.inventory import Enterprise, Inventory, counted_groups
from lantian.model.view import view
from lantian.problems import ProblemsFound
from lantian.reading.files import Folder
from lantian.reading.inventory_table import parse_rows
from lantian.reading.places import PlaceDraft
from lantian.reading.plans import PlanDraft
from lantian.reading.records import read_record
from lantian.reading.report import Report
from lantian.reading.yaml_source import YamlSource

ENTERPRISES = "enterprises"
TABLE_LIMIT_BYTES = 100_000_000
_HEAD = TypeAdapter(Inventory)
_NEEDED = frozenset({"id", "levels", "industry"})


@view
class InventoryDraft:
    """The head of an inventory by its file; `head` is None if it could not be read."""

    source: YamlSource | None
    head: Inventory | None


def head_path(place: str) -> PurePosixPath:
    """Return where the head of a place's inventory stands below the content folder."""
    return PurePosixPath(ENTERPRISES, f"{place}.yaml")


def table_path(place: str) -> PurePosixPath:
    """Return where the rows of a place's inventory stand below the content folder."""
    return PurePosixPath(ENTERPRISES, f"{place}.csv")


def read_inventories(folder: Folder, places: tuple[str, ...], report: Report) -> dict[str, InventoryDraft]:
    """Read the head of every inventory, by place; a head without its table, or the reverse, is a problem."""
    drafts: dict[str, InventoryDraft] = {}
    for path in _current(folder):
        place = path.stem
        if place not in places:
            report.add_file(folder.name(path), "inventory_of_no_place", id=place)
            continue
        twin = path.with_suffix(".csv" if path.suffix == ".yaml" else ".yaml")
        if twin not in folder.files:
            report.add_file(folder.name(twin), "inventory_half", twin=folder.name(path))
        if path.suffix == ".yaml":
            drafts[place] = _read_head(folder, path, report)
    return drafts


def check_inventories(
    drafts: Mapping[str, InventoryDraft],
    places: tuple[PlaceDraft, ...],
    plans: tuple[PlanDraft, ...],
    report: Report,
) -> None:
    """Report what does not fit to the plan that the place applies; nothing where that could not be read."""
    for draft in places:
        inventory = drafts.get(draft.id)
        if draft.place is None or inventory is None or inventory.head is None or inventory.source is None:
            continue
        report.add_findings(inventory.source, inventory_findings(inventory.head, draft.place.plan))
        plan = next((one for one in plans if one.id == inventory.head.plan and not _NEEDED - one.readable), None)
        if plan is not None:
            levels = tuple(level.id for level in plan.plan.levels)
            report.add_findings(inventory.source, chapter_findings(inventory.head, plan.plan.industry, levels))


def read_rows(content: Path, place: str) -> tuple[Enterprise, ...]:
    """Return the rows of a place's inventory, none if it has no inventory; sorted by county, sector and name.

    ProblemsFound if the table is not the one that was imported with the head.
    """
    report = Report()
    folder = Folder(content, report)
    head, table = head_path(place), table_path(place)
    folder.take_files(head, table)
    draft = _read_head(folder, head, report) if head in folder.files else None
    rows: tuple[Enterprise, ...] = ()
    if draft is not None and table not in folder.files:
        report.add_file(folder.name(table), "inventory_half", twin=folder.name(head))
    elif draft is not None and draft.head is not None:
        rows = _read_table(folder, table, draft.head, report)
    if report.problems:
        raise ProblemsFound(report.problems)
    return rows


def _current(folder: Folder) -> tuple[PurePosixPath, ...]:
    return tuple(path for path in folder.below(ENTERPRISES) if len(path.parts) == len((ENTERPRISES, path.name)))


def _read_head(folder: Folder, path: PurePosixPath, report: Report) -> InventoryDraft:
    source = folder.read_yaml(path)
    return InventoryDraft(source, read_record(_HEAD, source, report, {"place": path.stem}))


def _read_table(folder: Folder, path: PurePosixPath, head: Inventory, report: Report) -> tuple[Enterprise, ...]:
    name = folder.name(path)
    data = folder.read_bytes(path, TABLE_LIMIT_BYTES)
    if data is None:
        return ()
    if sha256(data).hexdigest() != head.sha256:
        report.add_file(name, "inventory_changed")
        return ()
    text = folder.decode(data, name)
    rows = () if text is None else parse_rows(text, name, report)
    if not report.problems and counted_groups(rows) != head.groups:
        report.add_file(name, "inventory_not_of_head")
    return rows

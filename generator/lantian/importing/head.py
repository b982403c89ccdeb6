"""The head of an inventory: what was imported, counted; counties keep the ids that they had."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from lantian.importing.importer import Imported
from lantian.model.inventory import County, Inventory, SectorCount, counted_counties, counted_groups
from lantian.model.level import LEVEL_ORDER
from lantian.model.plan import Plan
from lantian.model.text import Text
from lantian.model.view import view


@view
class Origin:
    """Where data come from: their source and day as the operator gave them, the file, the moment of the import."""

    source: Text
    published: date | None
    imported_at: datetime
    file: str


def head_of(imported: Imported, plan: Plan, origin: Origin, sha256: str, earlier: Inventory | None) -> Inventory:
    """Return the head for rows whose table has this hash; `earlier` is the inventory that this one follows."""
    spoken = {level for row in imported.rows for level, _ in row.measures}
    return Inventory(
        place=plan.place,
        plan=plan.id,
        source=origin.source,
        published=origin.published,
        imported_at=origin.imported_at,
        file=origin.file,
        sha256=sha256,
        rows=len(imported.rows),
        levels=tuple(level for level in LEVEL_ORDER if level in spoken),
        counties=_counties(imported, plan, earlier),
        groups=counted_groups(imported.rows),
    )


def _counties(imported: Imported, plan: Plan, earlier: Inventory | None) -> tuple[County, ...]:
    areas = {area.names.zh: area for area in plan.vehicles.areas}
    counts = counted_counties(imported.rows)
    ids = _ids(imported.counties, {name: area.id for name, area in areas.items()}, earlier)
    return tuple(
        County(
            id=ids[name],
            name=name,
            names=areas[name].names if name in areas else None,
            sectors=tuple(SectorCount(sector=sector, count=count) for sector, count in sorted(counts[name].items())),
        )
        for name in imported.counties
    )


def _ids(names: Iterable[str], areas: Mapping[str, str], earlier: Inventory | None) -> dict[str, str]:
    """Return an id for each county: that of the area, the one it had before, or the next number that is free."""
    before = {} if earlier is None else {county.name: county.id for county in earlier.counties}
    taken = {*areas.values(), *before.values()}
    ids: dict[str, str] = {}
    number = 0
    for name in names:
        known = areas.get(name) or before.get(name)
        while known is None:
            number += 1
            if (free := f"c{number:02}") not in taken:
                known = free
        ids[name] = known
        taken.add(known)
    return ids

"""Companies under two plans: rules on grades, sectors, rules beside them, companies outside the key sectors."""

from collections.abc import Iterator

from lantian.model.industry import Grade, SectorRow
from lantian.model.level import LevelId
from lantian.model.text import Text
from lantian.model.view import view
from lantian.pages import addresses
from lantian.pages.blocks import Fact
from lantian.pages.compare_asked import Looks, asked
from lantian.pages.compare_cells import (
    CellTally,
    Field,
    SectorDifference,
    differing,
    in_brief,
    side_statements,
)
from lantian.pages.compare_enterprise_rules import enterprise_tables
from lantian.pages.compare_rows import ComparedTable, Pair
from lantian.pages.compare_vehicles import common_levels
from lantian.pages.edition import Edition
from lantian.pages.once import once
from lantian.pages.page import Link
from lantian.pages.vehicle_words import apart

Rows = tuple[SectorRow, SectorRow]


@view
class EnterprisesView:
    """All that two plans ask of companies."""

    answer: Text
    count: Text
    sectors: tuple[SectorDifference, ...]
    alike: Text | None
    """Sectors of both plans whose fields all agree."""
    lone: tuple[Fact, ...]
    """For each place that has any, the sectors that only its plan lists."""
    tables: tuple[ComparedTable, ...]
    heads: tuple[Text, Text]
    links: tuple[Link, ...]


def enterprises_view(pair: Pair) -> EnterprisesView:
    """Return what differs, sector by sector where both plans have something for a grade at a level."""
    levels = common_levels(pair)
    found = _compared(pair)
    tally = enterprises_tally(pair)
    alike = tuple(rows[0].names for rows, _, count in found if count.total and not count.unlike)
    return EnterprisesView(
        answer=enterprises_answer(pair, tally),
        count=_count(pair, tally),
        sectors=tuple(_sector(pair, rows, fields, levels) for rows, fields, _ in found if fields),
        alike=apart(pair.left, alike) if alike else None,
        lone=tuple(_lone(pair)),
        tables=enterprise_tables(pair),
        heads=pair.names,
        links=tuple(
            Link(addresses.enterprise(side.place.id), pair.say("compare_enterprises.way", place=side.place.names))
            for side in pair.sides
        ),
    )


def enterprises_tally(pair: Pair) -> CellTally:
    """Count the fields of both plans without describing them."""
    return sum((count for _, _, count in _compared(pair)), CellTally())


def enterprises_answer(pair: Pair, tally: CellTally) -> Text:
    """Say how many fields differ; fields that only one plan fills are no agreement."""
    if not tally.total:
        return pair.say("compare_enterprises.answer_none")
    same = "open" if tally.left_open == tally.total else "same"
    key = "compare_enterprises.answer" if tally.unlike else f"compare_enterprises.answer_{same}"
    return pair.say(key, unlike=tally.unlike, total=tally.total)


def lost_sentence(edition: Edition, tally: CellTally) -> tuple[Text, ...]:
    """Say how many fields could not be compared, if any."""
    return (edition.say("compare_enterprises.lost", lost=tally.lost),) if tally.lost else ()


def _count(pair: Pair, tally: CellTally) -> Text:
    same = tally.total - tally.unlike
    count = pair.say("compare_enterprises.count", same=same, lone=tally.lone, open=tally.left_open)
    return pair.left.wording.join((count, *lost_sentence(pair.left, tally)))


def _shared(pair: Pair) -> tuple[Rows, ...]:
    other = {row.sector: row for row in pair.right.plan.industry.sectors}
    return tuple((row, other[row.sector]) for row in pair.left.plan.industry.sectors if row.sector in other)


@once
def _compared(pair: Pair) -> tuple[tuple[Rows, tuple[Field, ...], CellTally], ...]:
    """Return the sectors of both plans with the fields that differ, and the count."""
    levels, looks = common_levels(pair), Looks(asked)
    return tuple((rows, *_fields(pair, rows, levels, looks)) for rows in _shared(pair))


def _fields(pair: Pair, rows: Rows, levels: tuple[LevelId, ...], looks: Looks) -> tuple[tuple[Field, ...], CellTally]:
    grades: tuple[Grade, ...] = tuple(dict.fromkeys((*rows[0].grades, *rows[1].grades)))
    left, right = (
        tuple(looks.at(side, row, level, grades) for level in levels)
        for side, row in zip(pair.sides, rows, strict=True)
    )
    return differing(grades, left, right)


def _sector(pair: Pair, rows: Rows, fields: tuple[Field, ...], levels: tuple[LevelId, ...]) -> SectorDifference:
    left = tuple((one.grade, one.case, one.left) for one in fields)
    right = tuple((one.grade, one.case, one.right) for one in fields)
    return SectorDifference(
        rows[0].names,
        side_statements(pair.left, rows[0], left, levels, in_brief),
        side_statements(pair.right, rows[1], right, levels, in_brief),
    )


def _lone(pair: Pair) -> Iterator[Fact]:
    shared = {rows[0].sector for rows in _shared(pair)}
    for side in pair.sides:
        names = tuple(row.names for row in side.plan.industry.sectors if row.sector not in shared)
        if names:
            label = pair.say("compare_enterprises.lone", place=side.place.names, number=len(names))
            yield Fact(label, apart(side, names))

"""One page per row of the industry annex: the table of grades and levels, and everything needed to read it."""

import re
from collections.abc import Iterator
from functools import partial

from lantian.model.citation import Citation
from lantian.model.industry import Branch, Cell, Grade, GradeRule, SectorRow
from lantian.model.text import Text
from lantian.model.view import view
from lantian.pages import addresses
from lantian.pages.blocks import Doubt, Fact
from lantian.pages.boards import board_links, of_annex
from lantian.pages.edition import Edition
from lantian.pages.enterprise_entry import Entry, kind_of, ruled, transport_sentence
from lantian.pages.enterprise_matrix import (
    Column,
    GradeRow,
    all_cells,
    columns,
    grade_names,
    grade_rows,
    same_as_below,
)
from lantian.pages.enterprise_now import Answers, answer, lines
from lantian.pages.enterprise_words import KindWord, begins, kind_words
from lantian.pages.inventory import list_way
from lantian.pages.page import Later, Link, Page
from lantian.pages.plan_doubts import doubted_rows

ANSWERS = Answers(
    none="enterprise.sector_none",
    in_force="enterprise.sector_in_force",
    announced="enterprise.sector_announced",
    would="enterprise.would_follow",
)
RULED = Answers(
    none="enterprise.sector_none",
    in_force="enterprise.ruled_in_force",
    announced="enterprise.ruled_announced",
    would="enterprise.would_by_grade",
)
"""The same where the plan tells no levels apart."""


@view
class RuleRow:
    """What the plan says of some grades at all levels alike."""

    grades: Text
    entry: Entry
    note: Text | None
    citation: Citation


@view
class SectorView:
    """One row of the annex."""

    headline: Text
    names: Text
    of_annex: Text
    lines: tuple[Text, ...]
    begins: tuple[Fact, ...]
    columns: tuple[Column, ...]
    grades: tuple[GradeRow, ...]
    jumps: tuple[Link, ...]
    """The ways to the grades of the table, where there are several."""
    branches: tuple[Text, ...]
    transports: tuple[Text, ...]
    counting: tuple[Text, ...]
    kinds: tuple[KindWord, ...]
    same_as_below: tuple[Text, ...]
    notes: tuple[Text, ...]
    rules: tuple[RuleRow, ...]
    """What the plan says of whole grades, in place of the table, where it has no cells for the sector."""
    doubts: tuple[Doubt, ...]
    """Doubts about the row beside those marked in its cells."""
    footnotes: tuple[Link, ...]
    boards: tuple[Link, ...]
    """The sheets for the gate, by grade."""
    ways: tuple[Link, ...]
    doubt_page: str


def sector_pages(edition: Edition, crumbs: tuple[Link, ...]) -> Iterator[Page]:
    """Yield a page for every row of the plan; `crumbs` lead down to the list of sectors."""
    for row in edition.plan.industry.sectors:
        title = edition.say("enterprise.sector_title", place=edition.place.names, sector=row.names)
        yield edition.live(
            _address(edition, row), "enterprise_sector", title, Later(partial(sector_view, edition, row)), crumbs
        )


def sector_view(edition: Edition, row: SectorRow) -> SectorView:
    """Return what the page of a row shows."""
    heads = columns(edition, row) if row.cells else ()
    table = grade_rows(edition, row, heads) if row.cells else ()
    cells = tuple(all_cells(edition, row))
    address = _address(edition, row)
    several = len(table) > 1
    return SectorView(
        headline=answer(edition, ANSWERS if row.cells else RULED, sector=row.names),
        names=row.names,
        of_annex=of_annex(edition, row),
        lines=tuple(lines(edition)) if row.cells else (),
        begins=begins(edition),
        columns=heads,
        grades=table,
        jumps=tuple(Link(address, grade.names, grade.anchor) for grade in table) if several else (),
        branches=tuple(_branch(edition, branch) for branch in row.branches),
        transports=_transports(edition, cells),
        counting=tuple(_counting(edition, cells)),
        kinds=kind_words(edition, map(kind_of, cells)),
        same_as_below=same_as_below(edition, row) if row.cells else (),
        notes=tuple(note for note in (row.note, edition.plan.industry.note) if note is not None),
        rules=tuple(_rules(edition, row)),
        doubts=tuple(_doubts(edition, row, cells)),
        footnotes=_footnotes(edition),
        boards=board_links(edition, row),
        ways=_ways(edition),
        doubt_page=addresses.plan(edition.place.id, "doubts"),
    )


def _address(edition: Edition, row: SectorRow) -> str:
    return addresses.sector(edition.place.id, row.number, row.sector)


def _rules(edition: Edition, row: SectorRow) -> Iterator[RuleRow]:
    """Yield what is said of whole grades, grades of which the same is said together."""
    alike: dict[GradeRule, list[Grade]] = {}
    for grade in row.grades:
        rule = edition.plan.industry.grade_rules.get(grade)
        if rule is not None and not row.cells:
            alike.setdefault(rule, []).append(grade)
    for rule, grades in alike.items():
        names = edition.wording.join(grade_names(edition, tuple(grades)), "join.list")
        entry, citation = ruled(edition, row, rule)
        yield RuleRow(names, entry, rule.note, citation)


def _branch(edition: Edition, branch: Branch) -> Text:
    grades = edition.wording.join(grade_names(edition, branch.grades), "join.list")
    return edition.say("enterprise.branch", branch=branch.names, grades=grades)


def _transports(edition: Edition, cells: tuple[Cell, ...]) -> tuple[Text, ...]:
    stated = {cell.transport: cell for cell in cells if cell.transport != "none"}
    return tuple(transport_sentence(edition, cell) for cell in stated.values())


def _counting(edition: Edition, cells: tuple[Cell, ...]) -> Iterator[Text]:
    """Say by what the shares of a row are counted and against what, and where the plan leaves that open."""
    actions = tuple(action for cell in cells for action in cell.actions)
    words = edition.content.vocabulary
    units = tuple(dict.fromkeys(words.counted_by[one.counted_by] for one in actions if one.counted_by))
    if units:
        yield edition.say("enterprise.counted", units=edition.wording.join(units, "enterprise.join_units"))
    for baseline in dict.fromkeys(one.baseline for one in actions if one.baseline):
        yield edition.say("enterprise.baseline", baseline=words.baselines[baseline])
    if any(one.percent is not None and one.counted_by is None and one.baseline is None for one in actions):
        yield edition.say("enterprise.count_unsaid")


def _doubts(edition: Edition, row: SectorRow, cells: tuple[Cell, ...]) -> Iterator[Doubt]:
    """Yield the doubts of the row and those whose clause names it, unless a cell shows them already."""
    shown = {cell.doubt for cell in cells}
    for anomaly, rows in doubted_rows(edition.plan):
        if anomaly.id not in shown and (anomaly.id in row.doubts or row.number in rows):
            yield Doubt(anomaly.id, anomaly.reading)


def _footnotes(edition: Edition) -> tuple[Link, ...]:
    address = addresses.enterprise_topic(edition.place.id, "not-listed")
    chapter = edition.plan.industry
    below = re.compile(rf"\bannex {chapter.annex}\b") if chapter.annex is not None else None
    classes = (one for one in chapter.classes if below is not None and below.search(one.cite))
    return tuple(Link(address, one.names, addresses.slug(one.id), one.text) for one in classes)


def _ways(edition: Edition) -> tuple[Link, ...]:
    place = edition.place.id
    return (
        Link(addresses.enterprise(place), edition.say("enterprise.common_way"), "common"),
        Link(addresses.enterprise_topic(place, "grades"), edition.say("enterprise.grades_way")),
        Link(addresses.enterprise_topic(place, "not-listed"), edition.say("enterprise.unlisted_way")),
        Link(addresses.sectors(place), edition.say("enterprise.all_sectors")),
        *list_way(edition),
    )

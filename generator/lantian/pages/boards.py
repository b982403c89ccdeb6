"""The notice board for the gate of a plant: a sheet per sector and grade, with blanks for what this site can not know.

Boards change only with the plan: they show every level and say nothing of the warning in force.
"""

from collections.abc import Iterator
from functools import partial

from lantian.model.citation import Citation
from lantian.model.industry import Grade, SectorRow
from lantian.model.text import Language, Text
from lantian.model.view import view
from lantian.pages import addresses
from lantian.pages.blocks import Doubt
from lantian.pages.board_sheet import BoardRow, sheet_of
from lantian.pages.edition import Edition
from lantian.pages.enterprise_entry import kind_of
from lantian.pages.enterprise_matrix import grade_names
from lantian.pages.page import Later, Link, Page
from lantian.pages.qr import QrCode, qr_code
from lantian.pages.short_addresses import short_address


@view
class SectorBoards:
    """The boards of one sector."""

    number: int
    names: Text
    boards: tuple[Link, ...]


@view
class BoardsView:
    """All boards of a plan, by sector."""

    sectors: tuple[SectorBoards, ...]


@view
class BoardView:
    """One sheet."""

    heading: Text
    sector: Text
    of_annex: Text
    grade: Text
    rows: tuple[BoardRow, ...]
    notes: tuple[Text, ...]
    doubts: tuple[Doubt, ...]
    citation: Citation
    size: dict[Language, str]
    """How large the print may be, so that it fills one sheet and no more: `large`, `middle`, `small` or `tiny`."""
    way: Link
    """The page of the sector, at its grade where that has a place of its own."""
    qr: QrCode | None
    """The code of that page's short address, for both languages; None without a public address."""


def board_pages(edition: Edition, crumbs: tuple[Link, ...]) -> Iterator[Page]:
    """Yield the list of boards, and a sheet for every grade of a row for which the plan lists anything."""
    rows = edition.plan.industry.sectors
    if not rows:
        return
    below = boards_link(edition)
    title = edition.say("board.list_title", place=edition.place.names)
    sheets = tuple((row, tuple(_sheets(edition, row))) for row in rows)
    boards = (SectorBoards(row.number, row.names, tuple(link for _, link in found)) for row, found in sheets)
    yield edition.still(below.address, "enterprise_boards", title, BoardsView(tuple(boards)), crumbs)
    for row, found in sheets:
        for grade, link in found:
            title = edition.say("board.title", place=edition.place.names, sector=row.names, grade=link.text)
            shown = Later(partial(board_view, edition, row, grade))
            yield edition.still(link.address, "enterprise_board", title, shown, (*crumbs, below))


def boards_link(edition: Edition) -> Link:
    """Return the way to the list of boards."""
    return Link(addresses.boards(edition.place.id), edition.say("board.list"))


def board_links(edition: Edition, row: SectorRow) -> tuple[Link, ...]:
    """Return the ways from a sector to its boards."""
    return tuple(link for _, link in _sheets(edition, row))


def _sheets(edition: Edition, row: SectorRow) -> Iterator[tuple[Grade, Link]]:
    """Yield each grade of a row that a board is for, and the way to the board."""
    for grade in board_grades(edition, row):
        (names,) = grade_names(edition, (grade,))
        yield grade, Link(addresses.board(edition.place.id, row.number, grade), names)


def board_grades(edition: Edition, row: SectorRow) -> tuple[Grade, ...]:
    """Return the grades of a row that a board is for: those for which not all that stands there is a plain dash."""
    chapter, levels = edition.plan.industry, edition.plan.levels
    return tuple(
        grade
        for grade in row.grades
        if any(kind_of(cell) != "not_applicable" for one in levels for cell in chapter.cells(row, one.id, grade))
    )


def board_view(edition: Edition, row: SectorRow, grade: Grade) -> BoardView:
    """Return the sheet of one grade of a row, in the words of the one composer."""
    (names,) = grade_names(edition, (grade,))
    sheet = sheet_of(edition, row, grade)
    way = sector_link(edition, row, addresses.slug(grade) if row.cells else "")
    return BoardView(
        heading=edition.say("board.heading", sector=row.names, grade=names),
        sector=row.names,
        of_annex=of_annex(edition, row),
        grade=names,
        rows=sheet.rows,
        notes=sheet.notes,
        doubts=sheet.doubts,
        citation=sheet.citation,
        size=sheet.size,
        way=way,
        qr=_qr(edition, way),
    )


def sector_link(edition: Edition, row: SectorRow, anchor: str = "") -> Link:
    """Return the way to the page of a row."""
    return Link(addresses.sector(edition.place.id, row.number, row.sector), row.names, anchor)


def of_annex(edition: Edition, row: SectorRow) -> Text:
    """Say where in the plan a row stands."""
    annex = edition.plan.industry.annex
    if annex is None:
        return edition.say("enterprise.of_list", number=row.number)
    return edition.say("enterprise.of_annex", annex=annex, number=row.number)


def _qr(edition: Edition, way: Link) -> QrCode | None:
    address = edition.content.site.address
    return None if address is None else qr_code(f"{address.rstrip('/')}/{short_address(way.address)}")

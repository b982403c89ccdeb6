"""Boards for the gate: a sheet per sector and grade, in the words of the data, with blanks for what nobody told."""

from dataclasses import replace
from functools import cache

import pytest
from tests.pages.enterprise_cases import ACTIVE, EXERCISE, NONE, content, row, situated
from tests.real_site import at

from lantian.model.content import Content
from lantian.model.industry import Grade, SectorRow
from lantian.model.reduction_sentence import compose
from lantian.pages import addresses
from lantian.pages.boards import BoardView, board_grades, board_links, board_pages, board_view
from lantian.pages.edition import Edition, edition
from lantian.pages.enterprise_sectors import sector_view
from lantian.pages.short_addresses import short_address

PLACES = tuple(entry.place.id for entry in content().places)
ADDRESS = "https://www.example.gov.cn/air"


@cache
def calm(place: str, address: str | None = None) -> Edition:
    """Return a place without a warning, of a site at an address."""
    site = content().site.model_copy(update={"address": address})
    held = content().model_copy(update={"site": site})
    assert isinstance(held, Content)
    return edition(held, held.place(place), at("11-22 12:05"))


def board(number: int, grade: Grade, place: str = "yangquan", address: str | None = None) -> BoardView:
    """Return one sheet."""
    one = calm(place, address)
    found = next(each for each in one.plan.industry.sectors if each.number == number)
    return board_view(one, found, grade)


def offered(place: str) -> list[tuple[SectorRow, Grade]]:
    """Return every sector and grade that has a board."""
    one = calm(place)
    return [(each, grade) for each in one.plan.industry.sectors for grade in board_grades(one, each)]


@pytest.mark.parametrize("place", PLACES)
def test_every_grade_that_the_plan_speaks_of_has_one_sheet(place: str) -> None:
    """There is a page for each sector and grade for which not all is a plain dash, and one list that leads to all."""
    one = calm(place)
    listed, *sheets = board_pages(one, ())
    wanted = [addresses.board(place, each.number, grade) for each, grade in offered(place)]
    assert [page.address for page in sheets] == wanted
    assert len(set(wanted)) == len(wanted) > 80
    links = [link.address for sector in listed.shown.sectors for link in sector.boards]  # type: ignore[attr-defined]
    assert links == wanted


def test_a_grade_with_dashes_alone_has_no_sheet() -> None:
    """Lime kilns have no leading grade, so nobody can print a board for it; grade B has one."""
    grades = board_grades(calm("yangquan"), row(1))
    assert "leading" not in grades
    assert "B" in grades
    assert [link.address for link in board_links(calm("yangquan"), row(1))] == [
        addresses.board("yangquan", 1, grade) for grade in grades
    ]


def test_a_sheet_says_at_each_level_what_the_data_say() -> None:
    """Production and transport of every cell are parts of the one composed sentence, level by level."""
    one = calm("yangquan")
    chapter, seen = one.plan.industry, 0
    for each, grade in offered("yangquan"):
        for level, shown in zip(one.plan.levels, board_view(one, each, grade).rows, strict=True):
            assert (shown.tone, shown.names) == (level.id, level.names)
            for cell, entry in zip(chapter.cells(each, level.id, grade), shown.entries, strict=True):
                whole = compose(cell, each, chapter, one.content.vocabulary, one.wording).zh
                if cell.effective_kind != "transport_only":
                    assert entry.text.zh.rstrip("。") in whole
                if cell.transport != "none":
                    assert entry.transport is not None
                    assert entry.transport.zh.rstrip("。") in whole
                seen += 1
    assert seen > 250


def test_lost_text_and_doubts_are_told_on_the_sheet() -> None:
    """Where the share is lost the sheet says so, with the note on the doubt, and puts no figure in its place."""
    shown = board(15, "C")
    lost = shown.rows[1].entries[1]
    assert (lost.kind, "lost" in lost.text.en) == ("unclear", True)
    assert shown.doubts[0].note.en in {entry.doubt.note.en for entry in shown.rows[1].entries if entry.doubt}


def test_a_rule_without_levels_leaves_a_blank_for_each() -> None:
    """Where the plan points at a list, its words stand once, its note is told, and every level is left to the hand."""
    first, *blanks = board(15, "B", "liaocheng").rows
    assert (first.tone, first.names.en, first.blank) == ("", "Every level", False)
    assert [(blank.tone, blank.blank, blank.entries) for blank in blanks] == [
        (level.id, True, ()) for level in calm("liaocheng").plan.levels
    ]
    assert board(15, "B", "liaocheng").notes


@pytest.mark.parametrize(
    ("place", "clause"), [("liaocheng", "4.4.2.3（2）"), ("liaocheng-resort", "四（四）4（1）③ 第3段")]
)
def test_vehicles_of_companies_follow_the_list_where_the_plan_says_so(place: str, clause: str) -> None:
    """Whoever decides what stops, both plans send the vehicles of industry to the list: sheet and page say so."""
    one = calm(place)
    measure = next(each for each in one.plan.measures if each.id == one.plan.industry.vehicles_measure)
    for grade in ("A", "B"):
        sheet = board(15, grade, place)
        assert sheet.rows[0].entries[0].transport == measure.brief
        assert clause in sheet.citation.clause
    cement = next(each for each in one.plan.industry.sectors if each.number == 15)
    assert [
        rule.entry.transport for rule in sector_view(one, cement).rules if rule.entry.transport != measure.text
    ] == []


def test_vehicles_go_by_the_list_only_at_the_levels_of_the_measure() -> None:
    """A measure that does not hold at every level is told with those at which it does."""
    one = calm("liaocheng")
    measures = tuple(
        each.model_copy(update={"levels": {"red": each.levels["red"]}})
        if each.id == one.plan.industry.vehicles_measure
        else each
        for each in one.plan.measures
    )
    cut = replace(one, plan=one.plan.model_copy(update={"measures": measures}))
    shown = board_view(cut, one.plan.industry.sectors[0], "B").rows[0].entries[0].transport
    assert shown is not None
    assert shown.en.startswith("Red warning: ")


def test_boards_do_not_change_with_the_warning() -> None:
    """The sheets are the same without a warning, under one, and in an exercise."""
    sheets = [
        [(page.address, page.title, page.shown, page.place.strip if page.place else None) for page in pages]
        for pages in (tuple(board_pages(situated(told), ())) for told in (NONE, ACTIVE, EXERCISE))
    ]
    assert sheets[0] == sheets[1] == sheets[2]
    assert all(strip is None for *_, strip in sheets[0])


def test_the_code_leads_to_the_sector_by_its_short_address() -> None:
    """With a public address the sheet carries the code of the sector's short address, without one it carries none."""
    assert board(9, "B").qr is None
    shown = board(9, "B", address=f"{ADDRESS}/")
    assert shown.qr is not None
    assert shown.qr.address == f"{ADDRESS}/{short_address(addresses.sector('yangquan', 9, 'cement'))}"
    assert (shown.way.address, shown.way.anchor) == (addresses.sector("yangquan", 9, "cement"), "b")


def test_more_words_get_smaller_print() -> None:
    """One word a level is printed largest; a row that tells three branches apart is printed smallest."""
    assert board(20, "all").size == {"zh": "huge", "en": "huge"}
    assert board(15, "C").size["en"] == "tiny"
    assert board(15, "B", "liaocheng").size["en"] == "middle"

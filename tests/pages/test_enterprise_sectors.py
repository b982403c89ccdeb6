"""The page of one row of the annex: its table, its marks, and what helps to read it."""

import re

import pytest
from tests.pages.enterprise_cases import (
    ACTIVE,
    EXERCISE,
    LIFTED,
    LIFTING,
    NONE,
    PENDING,
    RAISING,
    Told,
    content,
    row,
    said_by_cells,
    situated,
    view,
)

from lantian.model.industry import Cell
from lantian.model.reduction_sentence import compose
from lantian.pages.enterprise_entry import Entry
from lantian.pages.enterprise_sectors import sector_view


def entries(number: int, anchor: str, column: int) -> tuple[Entry, ...]:
    """Return what a row says to a grade at a level, counted from the lowest."""
    return next(grade for grade in view(number).grades if grade.anchor == anchor).boxes[column].entries


@pytest.mark.parametrize(
    ("told", "marked"),
    [
        (NONE, ["", "", ""]),
        (ACTIVE, ["", "in-force", ""]),
        (PENDING, ["", "announced", ""]),
        (RAISING, ["", "in-force", "announced"]),
        (LIFTING, ["", "in-force", ""]),
        (LIFTED, ["", "", ""]),
        (EXERCISE, ["", "exercise", ""]),
    ],
)
def test_the_followed_column_is_marked(told: Told, marked: list[str]) -> None:
    """A column stands out when its level holds, is announced or is drilled, in every row of the table alike."""
    shown = view(9, told)
    assert [column.mark.kind if column.mark else "" for column in shown.columns] == marked
    assert [[box.mark for box in grade.boxes] for grade in shown.grades] == [marked] * len(shown.grades)


@pytest.mark.parametrize(
    ("told", "headline", "line"),
    [
        (NONE, "Cement: what to stop or cut at each level", "No heavy air pollution warning is in force"),
        (LIFTED, "Cement: what to stop or cut at each level", "No heavy air pollution warning is in force"),
        (ACTIVE, "Orange warning in force", "from 10:00 on Saturday 21 November"),
        (PENDING, "follow the Orange warning column from 12:00 on Monday 23 November", "not yet in force"),
        (RAISING, "Orange warning in force", "From 18:00 on Monday 23 November the Red warning measures"),
        (LIFTING, "Orange warning in force", "lifted at 18:00 on Sunday 22 November"),
        (EXERCISE, "Exercise (if this were a real Orange warning)", "no order to stop or cut"),
    ],
)
def test_heading_and_lines_say_what_holds(told: Told, headline: str, line: str) -> None:
    """The heading holds the answer for the situation, and the lines below it say from when and what follows."""
    shown = view(9, told)
    assert headline in shown.headline.en
    assert line in " ".join(one.en for one in shown.lines)


def test_pages_say_what_the_data_say() -> None:
    """Production and transport, shown apart, are parts of the one sentence that the data files carry."""
    calm = situated(NONE)
    seen = 0
    for one, cell, entry in said_by_cells():
        whole = compose(cell, one, calm.plan.industry, calm.content.vocabulary, calm.wording).zh
        if cell.effective_kind != "transport_only":
            assert entry.text.zh.rstrip("。") in whole
        if cell.transport != "none":
            assert entry.transport is not None
            assert entry.transport.zh.rstrip("。") in whole
        seen += 1
    assert seen > 300


def test_a_dash_is_not_applicable_and_a_doubtful_dash_is_not_unrestricted() -> None:
    """A plain dash reads as not applicable; one that the document contradicts says only that nothing is listed."""
    (plain,), (doubtful,) = entries(1, "leading", 0), entries(13, "b", 0)
    assert (plain.kind, doubtful.kind) == ("not_applicable", "not_listed")
    assert "not mean unrestricted" in doubtful.text.en
    assert doubtful.doubt is not None
    assert doubtful.doubt.anchor == "an-69"


def test_lost_text_is_said_to_be_lost() -> None:
    """Where the share is lost, the word and the sentence say so and no figure is put in its place."""
    lost = entries(15, "c", 1)[1]
    assert lost.kind == "unclear"
    assert "lost" in lost.text.en
    assert not re.search(r"\d", lost.text.zh)


def test_branches_inside_a_cell_keep_their_names() -> None:
    """A cell that tells kinds of companies apart names each of them, and the page lists them with their grades."""
    assert [entry.branch.en for entry in entries(2, "c", 0) if entry.branch] == [
        "Makers of castings",
        "Makers of pig iron for casting",
    ]
    assert view(2).branches[0].en == "Makers of castings: Grade B, Grade C, Grade D"


def test_silence_on_transport_is_no_permission() -> None:
    """A full stop without a transport rule says that the plan does not say; own measures say nothing of trucks."""
    (mining,), (own,) = entries(20, "all", 0), entries(1, "a", 0)
    assert mining.transport is not None
    assert mining.transport.en == "The plan does not say."
    assert own.transport is None


def test_a_row_for_all_grades_has_one_line() -> None:
    """A row that does not tell grades apart shows one line and no choice of grades."""
    shown = view(20)
    assert [grade.anchor for grade in shown.grades] == ["all"]
    assert shown.jumps == ()


def test_equal_levels_are_named() -> None:
    """Where a level asks no more than the one below, the page says for which grades; lost text equals nothing."""
    assert [line.en for line in view(9).same_as_below] == [
        "Orange warning, the same as Yellow warning: Grade D.",
        "Red warning, the same as Orange warning: Grade D, Non-leading.",
    ]


def test_doubts_of_the_row_are_shown_once() -> None:
    """Doubts that the clause or the note ties to the row are shown, those already marked in its cells are not."""
    assert [doubt.anchor for doubt in view(9).doubts] == ["an-73"]
    assert [doubt.anchor for doubt in view(10).doubts] == ["an-73"]
    assert [doubt.anchor for doubt in view(22).doubts] == ["an-79", "an-80"]


def test_counting_names_units_and_baselines() -> None:
    """Units and reference figures of the row are told once each; a share without either is said to be open."""
    told = " ".join(line.en for line in view(9).counting)
    assert told.count("production line") == 1
    assert told.count("lowest of three daily averages") == 1
    bare = Cell.model_validate({"actions": [{"do": "limit", "percent": 30}]})
    open_row = row(20).model_copy(update={"cells": {"yellow": {"all": (bare,)}}})
    assert "does not say how they are counted" in sector_view(situated(NONE), open_row).counting[0].en


def test_other_grades_and_fewer_levels_need_only_data() -> None:
    """A plan with one level less and a row with Grade B- gives a table of that shape, and a gap is left empty."""
    plan = content().place("yangquan").plan
    small = situated(NONE, levels=plan.levels[:2])
    dash = row(1).model_copy(update={"grades": ("B-",), "cells": {"yellow": {"B-": (Cell(kind="self_directed"),)}}})
    shown = sector_view(small, dash)
    assert [grade.anchor for grade in shown.grades] == ["b-"]
    assert [len(box.entries) for box in shown.grades[0].boxes] == [1, 0]
    assert sector_view(situated(NONE, levels=()), dash).columns == ()

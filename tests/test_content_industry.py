"""The real annex on industry against what stands in the document, cell by cell and in total.

The figures were counted in the document's three tables by splitting their lines at tabs, joining the cells that a page
break tears apart, and searching the cells; they owe nothing to our own files.
Where ours must differ, the line says why.
"""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from lantian.model.industry import Action, Cell, IndustryChapter, SectorRow
from lantian.model.level import LevelId

CONTENT = Path(__file__).resolve().parents[1] / "content"
LEVELS: tuple[LevelId, ...] = ("yellow", "orange", "red")
GRADED = ("A", "B", "C", "D", "leading", "non_leading")
DOUBTS = {
    "an-59": {"yellow 12 C", "yellow 12 D", "orange 12 B", "orange 12 C", "orange 12 D", "red 12 B", "red 10 B"},
    "an-60": {"red 12 leading", "red 12 non_leading"},
    "an-61": {"red 10 leading", "red 10 non_leading", "red 11 leading"},
    "an-62": {"orange 11 leading", "orange 11 non_leading"},
    "an-63": {"orange 10 B"},
    "an-64": {"orange 1 B"},
    "an-65": {"orange 2 B", "orange 2 C"},
    "an-66": {"orange 15 C"},
    "an-67": {"red 15 leading"},
    "an-68": {"red 16 leading"},
    "an-69": {"yellow 13 B", "yellow 13 C", "orange 13 B"},
    "an-70": {"orange 5 B"},
    "an-71": {"red 3 B", "red 3 C", "red 3 D"},
    "an-72": {"red 7 B"},
    "an-74": {"orange 16 B", "orange 16 C"},
    "an-75": {"yellow 13 D", "orange 13 D"},
    "an-77": {"yellow 9 C"},
}
"""Where the list of misprints places each one."""


def read(name: str) -> dict[str, Any]:
    """Return a file below content, every scalar as text."""
    text = (CONTENT / name).read_text(encoding="utf-8")
    return dict(yaml.load(text, Loader=yaml.CBaseLoader))  # noqa: S506 - makes nothing but text, lists and mappings


@pytest.fixture(scope="module")
def annex() -> IndustryChapter:
    """Return annex 11 of the plan of Yangquan."""
    return IndustryChapter.model_validate(read("plans/yangquan/industry.yaml"))


def graded(annex: IndustryChapter) -> list[SectorRow]:
    """Return the rows that tell grades apart."""
    return [row for row in annex.sectors if row.grades == GRADED]


def cells(annex: IndustryChapter, level: LevelId) -> list[Cell]:
    """Return every cell of the graded rows at a level, branches one by one."""
    return [cell for row in graded(annex) for group in row.cells[level].values() for cell in group]


def actions(annex: IndustryChapter, level: LevelId) -> list[Action]:
    """Return every action of the graded rows at a level."""
    return [action for cell in cells(annex, level) for action in cell.actions]


def test_every_row_is_total(annex: IndustryChapter) -> None:
    """There are 22 rows in the document's order: 19 with six grades, 3 without, at each of three levels."""
    assert [row.number for row in annex.sectors] == list(range(1, 23))
    assert len(graded(annex)) == 19
    assert [row.grades for row in annex.sectors[19:]] == [("all",)] * 3
    filled = [
        (row.number, level, grade)
        for row in annex.sectors
        for level, grades in row.cells.items()
        for grade, group in grades.items()
        if group and tuple(row.cells) == LEVELS and tuple(grades) == row.grades
    ]
    assert len(set(filled)) == len(filled) == 19 * 6 * 3 + 3 * 3


@pytest.mark.parametrize(("level", "dashes", "own"), [("yellow", 34, 26), ("orange", 33, 26), ("red", 32, 26)])
def test_dashes_and_own_measures(annex: IndustryChapter, level: LevelId, dashes: int, own: int) -> None:
    """Cells of nothing but dashes, and cells that leave the measures to the company, as counted in each table."""
    kinds = [cell.effective_kind for cell in cells(annex, level)]
    assert kinds.count("not_applicable") == dashes
    assert kinds.count("self_directed") == own


@pytest.mark.parametrize(
    ("level", "cells_with_share", "shares", "at_least"),
    [
        ("yellow", 17, 20, 6),
        ("orange", 35, 46, 9),  # 47 signs in the table: row 10 C names the remaining half once more in words
        ("red", 17, 29, 8),
    ],
)
def test_shares(annex: IndustryChapter, level: LevelId, cells_with_share: int, shares: int, at_least: int) -> None:
    """Document cells with a percent sign, percent signs, and shares that are a least, as counted in each table."""
    groups = [group for row in graded(annex) for group in row.cells[level].values()]
    with_share = [group for group in groups if any(a.percent is not None for c in group for a in c.actions)]
    assert len(with_share) == cells_with_share
    assert sum(action.percent is not None for action in actions(annex, level)) == shares
    assert sum(action.at_least for action in actions(annex, level)) == at_least


@pytest.mark.parametrize(
    ("level", "trucks", "road", "everything"),
    [
        ("yellow", 53, 6, 3),
        ("orange", 52, 9, 3),  # with row 10 B, whose ban of trucks is misprinted (AN-63)
        ("red", 41, 20, 4),  # 44 and 5 in the table: 2 and 1 in the surplus cell (AN-67), 1 in a contradiction (AN-68)
    ],
)
def test_transport(annex: IndustryChapter, level: LevelId, trucks: int, road: int, everything: int) -> None:
    """How often each transport rule stands in a table."""
    rules = Counter(cell.transport for cell in cells(annex, level) if cell.transport != "none")
    assert rules == {"stop_heavy_trucks_china4": trucks, "stop_road_transport": road, "stop_all_transport": everything}


@pytest.mark.parametrize(
    ("level", "branches"),
    [
        ("yellow", 27),
        ("orange", 29),  # 28 names with a colon in the table; the name before the lost text of row 15 C is lost too
        ("red", 29),  # 29 in the table: 3 in the surplus cell of row 15 do not count, 3 names left out (AN-61) do
    ],
)
def test_branches(annex: IndustryChapter, level: LevelId, branches: int) -> None:
    """How often a table puts the name of a kind of company before a measure."""
    assert sum(cell.branch is not None for cell in cells(annex, level)) == branches


def test_rows_without_grades(annex: IndustryChapter) -> None:
    """Mining stops at all levels and has no transport rule, coal washing stops at red, the rest follows the list."""
    said = [[row.cells[level]["all"][0] for level in LEVELS] for row in annex.sectors[19:]]
    kinds = [[cell.effective_kind for cell in row] for row in said]
    assert kinds == [["full_stop"] * 3, ["transport_only", "transport_only", "full_stop"], ["see_inventory"] * 3]
    assert [cell.transport for cell in said[0]] == ["none"] * 3
    assert [cell.transport for cell in said[1]] == ["stop_heavy_trucks_china4"] * 3


def test_every_misprint_is_marked_where_it_stands(annex: IndustryChapter) -> None:
    """Each known misprint of a cell is marked in that cell and in no other, with words on how it was read."""
    marked: dict[str, set[str]] = {}
    for row in annex.sectors:
        for level, grades in row.cells.items():
            for grade, group in grades.items():
                for cell in group:
                    assert (cell.doubt is None) == (cell.doubt_note is None)
                    if cell.doubt is not None:
                        marked.setdefault(cell.doubt, set()).add(f"{level} {row.number} {grade}")
    assert marked == DOUBTS


def test_lost_text_is_the_only_unclear_action(annex: IndustryChapter) -> None:
    """Nothing but the lost share of one branch is unclear, and it carries no figure."""
    lost = [action for level in LEVELS for action in actions(annex, level) if action.do == "unclear"]
    assert [(action.percent, action.baseline) for action in lost] == [(None, "lowest_partly_lost")]


def test_words_are_defined_and_used(annex: IndustryChapter) -> None:
    """Every process, condition, unit, baseline, sector and branch that a cell names exists, and none lies idle."""
    vocabulary = read("vocabulary/industry.yaml")
    every = [action for level in LEVELS for action in actions(annex, level)]
    assert {action.scope for action in every} - {None} == set(annex.processes)
    assert {action.condition for action in every} - {None} == set(annex.conditions)
    assert {action.counted_by for action in every} - {None} == set(vocabulary["counted_by"])
    assert {action.baseline for action in every} - {None} == set(vocabulary["baselines"])
    assert {row.sector for row in annex.sectors} <= set(read("vocabulary/sectors.yaml"))
    assert set(annex.grades) <= set(vocabulary["grades"])
    for row in graded(annex):
        named = {cell.branch for level in LEVELS for group in row.cells[level].values() for cell in group} - {None}
        assert named == {branch.id for branch in row.branches}


def test_sectors_are_the_national_list_and_three_more() -> None:
    """The vocabulary has the 39 national key sectors, then the three rows that the plan adds."""
    assert list(read("vocabulary/sectors.yaml"))[39:] == ["open-pit-mining", "coal-washing-logistics", "other"]


def test_micro_companies_may_keep_running_only_under_conditions(annex: IndustryChapter) -> None:
    """The exemption of micro companies is a may with all five conditions, the city's own reduction among them."""
    micro, unlisted, single = annex.classes
    assert (micro.id, micro.duty, micro.doubt, len(micro.conditions)) == ("micro", "may", "an-78", 5)
    assert "100" in micro.conditions[3].zh
    assert "requirement is met" in micro.conditions[4].en
    assert (unlisted.cite, single.cite) == ("annex 11 note 1", "annex 11 note 1")


def test_notes_are_in_their_own_language(annex: IndustryChapter) -> None:
    """No English text of the annex has a Chinese character left in it."""
    chinese = re.compile(r"[\u3000-\u9fff\uff00-\uffef]")
    texts = re.findall(r'"en":"((?:[^"\\]|\\.)*)"', annex.model_dump_json())
    assert len(texts) > 100
    assert [text for text in texts if chinese.search(text)] == []

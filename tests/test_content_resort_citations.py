"""Every place that the resort district's plan of 2023 cites, against the clauses that the document has.

The outline was counted in the official text by hand: 四（四）4（2）③ is `chapter 4 sec 4 item 4 sub 2 ③`.
"""

from types import MappingProxyType

import pytest
from pydantic import TypeAdapter
from tests.plan_frame import read_wording
from tests.plan_outline import around, cited_in, outline, smallest
from tests.plan_whole import read_plan

from lantian.model.citation import Clause

PLACE = "liaocheng-resort"
MEASURES = "chapter 4 sec 4 item 4"
PARTS = MappingProxyType(
    {
        "chapter 1": ((5, "sec"),),
        "chapter 2": ((2, "sec"),),
        "chapter 2 sec 1": ((2, "para"),),
        "chapter 2 sec 2": ((2, "para"), (3, "item")),  # without the chart that the text has scattered here (AN-32)
        "chapter 2 sec 2 item 3": ((2, "para"),),
        "chapter 3": ((5, "sec"),),
        "chapter 3 sec 2": ((1, "para"), (2, "item")),
        "chapter 3 sec 3": ((2, "para"),),
        "chapter 3 sec 4": ((2, "para"),),
        "chapter 4": ((6, "sec"),),
        "chapter 4 sec 1": ((2, "item"),),
        "chapter 4 sec 1 item 1": ((3, "sub"),),
        "chapter 4 sec 3": ((2, "item"),),
        "chapter 4 sec 3 item 2": ((1, "para"), (2, "sub")),
        "chapter 4 sec 4": ((5, "item"),),
        "chapter 4 sec 4 item 1": ((1, "para"), (5, "sub")),
        MEASURES: ((1, "para"), (3, "sub")),
        f"{MEASURES} sub 1": ((3, "circle"),),
        f"{MEASURES} sub 2": ((3, "circle"),),
        f"{MEASURES} sub 3": ((2, "circle"),),  # red adds nothing voluntary
        f"{MEASURES} sub 1 ③": ((4, "para"),),
        f"{MEASURES} sub 2 ③": ((3, "para"),),
        f"{MEASURES} sub 3 ②": ((3, "para"),),
        "chapter 4 sec 4 item 5": ((3, "sub"),),
        "chapter 4 sec 6": ((3, "para"),),
        "chapter 5": ((4, "sec"),),
        "chapter 6": ((2, "sec"),),
        "chapter 8": ((4, "sec"),),
        "chapter 8 sec 3": ((2, "para"),),
        "chapter 8 sec 4": ((7, "item"),),
        "chapter 9": ((2, "para"),),
        "chapter 10": ((3, "para"),),
        "annex 1": ((19, "row"),),
        "annex 2": ((39, "row"),),
    }
)
OUTLINE = outline(("head", "chapter 7"), PARTS)
ANNEX_2 = frozenset(f"annex 2 row {number}" for number in range(1, 40))
CITED = cited_in(PLACE)
CLAUSE = TypeAdapter(Clause)


def test_the_outline_is_whole() -> None:
    """Head and chapters have 86 places without further parts, chapter 4 has 40 of them; annexes have 19 and 39 rows."""
    assert len(smallest(OUTLINE)) == 86 + 19 + 39
    assert sum(place.startswith("chapter 4 ") for place in smallest(OUTLINE)) == 40


def test_every_cited_place_exists() -> None:
    """No chapter, section, item, paragraph or row is cited that the document does not have."""
    assert len(CITED) > 90
    assert sorted(CITED - OUTLINE) == []


def test_every_place_is_told() -> None:
    """Every part of the ten chapters and every row of annex 1 is cited by a record, itself or with what holds it."""
    untold = [place for place in smallest(OUTLINE) - ANNEX_2 if CITED.isdisjoint(around(place))]
    assert sorted(untold) == []


def test_the_rows_of_annex_2_are_sectors() -> None:
    """The rows of annex 2 are told as sectors: each of the 39 numbers stands once, and pages cite that row."""
    industry = read_plan(PLACE).industry
    assert {f"annex {industry.annex} row {row.number}" for row in industry.sectors} == ANNEX_2
    assert {industry.row_clause(row, "red").split("; ")[-1] for row in industry.sectors} == ANNEX_2


@pytest.mark.parametrize("clause", sorted(CITED))
def test_every_citation_can_be_spelled_out(clause: str) -> None:
    """Each clause is well formed, and its label names the number of the document."""
    CLAUSE.validate_python(clause)
    assert "聊江管办发" in read_plan(PLACE).cite(clause, read_wording()).label.zh

"""Every place that Liaocheng's plan of 2020 cites, against the clauses that the document has.

The outline was counted in the official text by hand: numbered clauses, paragraphs, （1） as `sub`, ① as it stands.
"""

from types import MappingProxyType

import pytest
from pydantic import TypeAdapter
from tests.plan_frame import read_wording
from tests.plan_outline import around, cited_in, outline, smallest
from tests.plan_whole import read_plan

from lantian.model.citation import Clause

PLACE = "liaocheng"
CLAUSES = (
    "head 1.1 1.2 1.3 1.4 1.5 2.1 2.2 3.1 3.2 3.3.1 3.3.2 4.1 4.1.1 4.1.2 4.1.3 4.2 4.3 4.4.1 4.4.1.1 4.4.1.2 4.4.1.3 "
    "4.4.2 4.4.3 4.4.4 4.5 4.6 4.7 4.8 4.9 5.1 5.2 5.3 6.1 6.2.1 6.2.2 6.2.3 6.2.4 7 8.1 8.2 8.3 9.1 9.2 9.3 9.4 9.4.1 "
    "9.4.2 9.4.3 9.4.4 9.4.5 9.4.6 9.4.7 10"
)
PARTS = MappingProxyType(
    {
        "1.3": ((3, "para"),),
        "1.4": ((4, "para"),),  # the last one is the heading of a chart that the text has lost
        "2.1": ((2, "para"),),
        "2.2": ((5, "para"),),
        "3.1": ((6, "para"),),
        "3.2": ((3, "para"),),
        "3.3.1": ((4, "para"),),
        "3.3.2": ((3, "para"),),
        "4.4.2": ((1, "para"),),
        "4.4.3": ((1, "para"),),
        "4.4.4": ((1, "para"),),
        "4.4.2.1": ((5, "sub"),),
        "4.4.3.1": ((6, "sub"),),
        "4.4.4.1": ((7, "sub"),),
        "4.4.2.2": ((3, "sub"),),
        "4.4.3.2": ((4, "sub"),),
        "4.4.4.2": ((4, "sub"),),
        "4.4.2.3": ((3, "sub"),),
        "4.4.3.3": ((3, "sub"),),
        "4.4.4.3": ((3, "sub"),),
        "4.4.2.3 sub 1": ((2, "para"),),
        "4.4.3.3 sub 1": ((2, "para"),),
        "4.4.4.3 sub 1": ((2, "para"),),
        "4.4.4.3 sub 2": ((2, "circle"),),
        "4.4.2.3 sub 3": ((6, "circle"),),
        "4.4.3.3 sub 3": ((6, "circle"),),
        "4.4.4.3 sub 3": ((6, "circle"),),
        "4.4.2.4": ((4, "sub"),),
        "4.4.3.4": ((2, "sub"),),
        "4.4.4.4": ((6, "sub"),),
        "4.4.2.4 sub 2": ((2, "circle"),),
        "4.4.3.4 sub 2": ((6, "circle"),),
        "4.4.4.4 sub 2": ((2, "circle"),),
        "4.5": ((3, "para"),),
        "4.6": ((2, "para"),),
        "4.9": ((2, "para"),),
        "6.1": ((2, "para"),),
        "6.2.1": ((2, "para"),),
        "6.2.4": ((4, "para"),),
        "9.3": ((3, "para"),),
        "10": ((3, "para"),),
        "annex 1": ((17, "row"),),
    }
)
OUTLINE = outline(CLAUSES.split(), PARTS)
CITED = cited_in(PLACE)
CLAUSE = TypeAdapter(Clause)


def test_the_outline_is_whole() -> None:
    """Split at its numbers and lines, the document has 165 places without further parts; annex 1 has 17 rows."""
    assert len(smallest(OUTLINE)) == 165 + 17


def test_every_cited_place_exists() -> None:
    """No clause, paragraph, item or row is cited that the document does not have."""
    assert len(CITED) > 150
    assert sorted(CITED - OUTLINE) == []


def test_every_place_is_told() -> None:
    """Every clause, paragraph, item and row of the document is cited by a record, itself or with what holds it."""
    untold = [place for place in smallest(OUTLINE) if CITED.isdisjoint(around(place))]
    assert sorted(untold) == []


@pytest.mark.parametrize("clause", sorted(CITED))
def test_every_citation_can_be_spelled_out(clause: str) -> None:
    """Each clause is well formed, and its label names the plan; the document has no number of its own (AN-26)."""
    CLAUSE.validate_python(clause)
    plan = read_plan(PLACE)
    assert plan.document.short.zh in plan.cite(clause, read_wording()).label.zh

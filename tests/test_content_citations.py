"""Every place that the frame of Yangquan's plan cites, against the clauses that the document has.

Each literal was counted or read in the official text by hand; the comment beside it says where and how.
"""

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import Any

from pydantic import TypeAdapter
from tests.plan_frame import read_frame, read_wording, read_yaml

from lantian.model.citation import Clause

PLACE = "yangquan"
PLAN = read_frame(PLACE)
WORDING = read_wording()
CLAUSE = TypeAdapter(Clause)
CITING = frozenset({"cite", "clause", "trigger_cite", "approver_cite", "reduction_cite", "phones_cite"})
# Every numbered clause of chapters 1 to 9 that has text of its own; 1.2, 5.3, 9.1 and the like are headings only.
CLAUSES = frozenset(
    [
        "1.1",
        "1.2.1",
        "1.2.2",
        "1.2.3",
        "1.2.4",
        "1.3",
        "1.4",
        "1.5",
        "2",
        "2.1",
        "2.2",
        "3.1",
        "3.2",
        "3.3",
        "4.1",
        "4.2",
        "4.2.1",
        "4.2.2",
        "4.2.3",
        "4.2.4",
        "4.3",
        "4.4",
        "4.5",
        "5.1",
        "5.2",
        "5.3.1",
        "5.3.2",
        "5.3.3",
        "5.3.4",
        "5.4",
        "5.5",
        "5.6",
        "5.7",
        "6",
        "7.1",
        "7.2",
        "7.3",
        "8.1",
        "8.2",
        "8.3",
        "8.4",
        "8.5",
        "8.6",
        "8.7",
        "9.1.1",
        "9.1.2",
        "9.1.3",
        "9.1.4",
        "9.2",
        "9.3",
    ]
)
# Paragraphs, counted where we cite one by its number; lines torn apart by a page break count once.
PARAGRAPHS = MappingProxyType(
    {"3.1": 4, "4.1": 3, "4.2.2": 2, "4.2.3": 3, "4.4": 3, "4.5": 6, "5.2": 3, "5.4": 2, "6": 2, "7.1": 2}
)


def citations(value: Any) -> Iterator[str]:  # noqa: ANN401 - any part of a YAML file
    """Yield every clause string below a value."""
    if isinstance(value, dict):
        yield from (found for name, found in value.items() if name in CITING)
        for entry in value.values():
            yield from citations(entry)
    elif isinstance(value, list):
        for entry in value:
            yield from citations(entry)


CITED = tuple(citations(read_yaml(f"plans/{PLACE}/plan.yaml")))
SINGLE = tuple(one for cited in CITED for one in cited.split("; "))


def test_every_citation_is_a_place() -> None:
    """Every clause string parses, can be spelled out, and names a part and a paragraph that exist."""
    assert len(SINGLE) > 300
    for cited in CITED:
        CLAUSE.validate_python(cited)
        PLAN.cite(cited, WORDING)
    for one in SINGLE:
        if paragraph := re.search(r"^(\S+) para (\d+)$", one):
            assert int(paragraph[2]) <= PARAGRAPHS[paragraph[1]], one
    assert set(PLAN.parts) >= {part for one in SINGLE for part in re.findall(r"part (\w+)", one)}


def test_every_clause_is_told() -> None:
    """Every numbered clause and every annex is cited somewhere, and no clause is cited that the document lacks."""
    found = {match[0] for one in SINGLE if (match := re.match(r"\d+(?:\.\d+)*", one))}
    assert found == CLAUSES
    annexes = {int(match[1]) for one in SINGLE if (match := re.match(r"annex (\d+)", one))}
    assert annexes == set(range(1, 12))

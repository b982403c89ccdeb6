"""The outline of a document, and which of its places a plan cites: sets of clauses, counted as we cite them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tests.plan_whole import read_data

CITING = frozenset(
    {"cite", "clause", "source", "trigger_cite", "approver_cite", "reduction_cite", "phones_cite", "guidance_cite"}
)
BY_LEVEL = frozenset({"levels", "tracks"})
FILES = ("plan", "measures", "vehicles", "industry")
STEP = r" (?:(?:sec|item|sub|para|row) \d+|[①-⑳])"
CIRCLES = "①②③④⑤⑥⑦⑧⑨⑩"


def below(place: str, count: int, kind: str) -> tuple[str, ...]:
    """Return the numbered places below a place: `sub`, `item`, `para` and so on; circled numbers for `circle`."""
    if kind == "circle":
        return tuple(f"{place} {circle}" for circle in CIRCLES[:count])
    return tuple(f"{place} {kind} {number}" for number in range(1, count + 1))


def outline(clauses: Iterable[str], parts: Mapping[str, tuple[tuple[int, str], ...]]) -> frozenset[str]:
    """Return every place of a document: its clauses, and below each in `parts` the parts that were counted there."""
    counted = (found for place, kinds in parts.items() for count, kind in kinds for found in below(place, count, kind))
    return frozenset(clauses) | frozenset(parts) | frozenset(counted)


def smallest(places: frozenset[str]) -> frozenset[str]:
    """Return the places that have no further places inside them."""
    return frozenset(place for place in places if not any(other.startswith(f"{place} ") for other in places))


def around(place: str) -> Iterator[str]:
    """Yield a place and every place that holds it."""
    steps = [match.start() for match in re.finditer(STEP, place)]
    yield place
    yield from (place[:start] for start in steps)


def cited_in(place: str) -> frozenset[str]:
    """Return every single clause that the four files of a plan cite."""
    found = (one for name in FILES for one in _clauses(read_data(f"plans/{place}/{name}.yaml")))
    return frozenset(one for clause in found for one in clause.split("; "))


def _clauses(value: Any) -> Iterator[str]:  # noqa: ANN401 - any part of a YAML file
    if isinstance(value, dict):
        yield from (entry for name, entry in value.items() if name in CITING and isinstance(entry, str))
        for name in BY_LEVEL & value.keys():
            if isinstance(value[name], dict):
                yield from (entry for entry in value[name].values() if isinstance(entry, str))
    for entry in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _clauses(entry)

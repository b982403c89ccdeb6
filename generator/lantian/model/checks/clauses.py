"""Rules for clauses: every heading, level and grade that a citation spells out has a name."""

import re
from collections.abc import Iterable, Iterator

from lantian.model.checks.descent import LEAVES, inside
from lantian.model.checks.finding import Finding, Path, missing
from lantian.model.checks.known import Known

_NAMED = re.compile(r" (part|level|grade) ([A-Za-z_-]+)")
_CLAUSES = frozenset({"clause", "cite"})
_BY_LEVEL = frozenset({"levels", "tracks"})


def clause_findings(path: Path, value: object, known: Known) -> Iterator[Finding]:
    """Yield a finding for every word in a clause at or below `path` that nothing names."""
    if isinstance(value, str):
        yield from _spoken(path[:-1], path[-1], value, known)
    for step, entry in inside(value):
        if isinstance(entry, str):
            yield from _spoken(path, step, entry, known)
        elif type(entry) not in LEAVES:
            yield from clause_findings((*path, step), entry, known)


def _spoken(path: Path, step: str | int, text: str, known: Known) -> Iterable[Finding]:
    """Clauses stand in fields called so, or as values of `levels` and `tracks`."""
    if not isinstance(step, str):
        return ()
    if step in _CLAUSES or step.endswith("_cite") or (path and path[-1] in _BY_LEVEL):
        return _named((*path, step), text, known)
    return ()


def _named(path: Path, clause: str, known: Known) -> Iterator[Finding]:
    names = {"part": known.parts, "level": known.cited_levels, "grade": known.cited_grades}
    for kind, name in _NAMED.findall(clause):
        yield from missing(path, name, names[kind], f"unknown_cited_{kind}")

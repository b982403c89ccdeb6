"""Rules for clauses: every heading, level and grade that a citation spells out has a name."""

import re
from collections.abc import Iterator

from lantian.model.checks.finding import Finding, Path, missing
from lantian.model.checks.known import Known
from lantian.model.text import Record

_NAMED = re.compile(r" (part|level|grade) ([A-Za-z_-]+)")


def clause_findings(path: Path, value: object, known: Known) -> Iterator[Finding]:
    """Yield a finding for every word in a clause at or below `path` that nothing names."""
    if isinstance(value, Record):
        for name in type(value).model_fields:
            yield from clause_findings((*path, name), getattr(value, name), known)
    elif isinstance(value, tuple):
        for index, entry in enumerate(value):
            yield from clause_findings((*path, index), entry, known)
    elif isinstance(value, dict):
        for name, entry in value.items():
            yield from clause_findings((*path, name), entry, known)
    elif isinstance(value, str) and _is_clause(path):
        yield from _named(path, value, known)


def _is_clause(path: Path) -> bool:
    """Clauses stand in fields called so, or as values of `levels` and `tracks`."""
    last = str(path[-1])
    if last in {"clause", "cite"} or last.endswith("_cite"):
        return True
    return len(path) > 1 and path[-2] in {"levels", "tracks"} and isinstance(path[-1], str)


def _named(path: Path, clause: str, known: Known) -> Iterator[Finding]:
    names = {"part": known.parts, "level": known.cited_levels, "grade": known.cited_grades}
    for kind, name in _NAMED.findall(clause):
        yield from missing(path, name, names[kind], f"unknown_cited_{kind}")

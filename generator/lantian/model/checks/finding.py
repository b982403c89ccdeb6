"""What a check found: where, which sentence says so, and the words to fill in."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import field, replace

from lantian.model.text import Text
from lantian.model.view import view

Path = tuple[str | int, ...]
"""Keys and indices from the top of a record down to the value that is meant."""
Filling = str | int | Text | tuple[str, ...]
"""A word of the content, a number, a statement, or a list of ids."""


@view
class Finding:
    """One inconsistency; `key` names a sentence, `at_key` points at the key of the value instead of the value."""

    path: Path
    key: str
    fields: Mapping[str, Filling] = field(default_factory=dict)
    at_key: bool = False


def below(path: Path, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings of a part as findings of the whole: `path` leads to the part."""
    for finding in findings:
        yield replace(finding, path=path + finding.path)


def repeated(path: Path, ids: Iterable[str], name: str = "id") -> Iterator[Finding]:
    """Yield a finding for every entry of the list at `path` whose id an earlier entry has; `name` is the id's field."""
    seen: set[str] = set()
    for index, entry in enumerate(ids):
        if entry in seen:
            yield Finding((*path, index, name), "repeated_id", {"id": entry})
        seen.add(entry)


def missing(
    path: Path, entry: str, known: Collection[str] | None, key: str, *, at_key: bool = False
) -> tuple[Finding, ...]:
    """Return a finding if `entry` is not among `known`; what could not be read (`None`) knows everything."""
    if known is None or entry in known:
        return ()
    return (Finding(path, key, {"id": entry, "known": tuple(dict.fromkeys(known))}, at_key=at_key),)

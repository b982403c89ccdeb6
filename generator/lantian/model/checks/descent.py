"""The way down into a record: what lies in it, with the step that leads there."""

from collections.abc import Iterable
from functools import cache
from types import NoneType

from lantian.model.text import Record, Text

LEAVES: frozenset[type] = frozenset({str, Text, bool, int, NoneType})
"""Kinds of what most often lies at the end of a way, so that nobody need look inside."""


def inside(value: object) -> Iterable[tuple[str | int, object]]:
    """Return the fields of a record, the entries of a list or of a dictionary; nothing of a word."""
    if isinstance(value, (tuple, list)):
        return enumerate(value)
    if isinstance(value, dict):
        return value.items()
    kind: type = type(value)
    return [(name, getattr(value, name)) for name in _fields(kind)]


@cache
def _fields(kind: type) -> tuple[str, ...]:
    """Return the names of the fields of a record, worked out once: every fact of every plan is asked."""
    return tuple(kind.model_fields) if issubclass(kind, Record) else ()

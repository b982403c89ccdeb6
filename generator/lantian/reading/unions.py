"""Errors of a union: pydantic reports every alternative; the reader wants the one that was meant."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from pydantic_core import ErrorDetails

from lantian.model.checks.finding import Path
from lantian.model.view import view

Steps = tuple[str | int, ...]
KEY_STEP = "[key]"
_OWN_LEVEL = frozenset({"missing", "extra_forbidden"})


@view
class Located:
    """An error with the path of the value in the data; without an error type if no alternative of a union fits."""

    path: Path
    details: ErrorDetails
    fits_nothing: bool = False
    allowed: tuple[str, ...] = ()


def located(errors: Sequence[ErrorDetails], data: object) -> Iterator[Located]:
    """Yield each error once, at the path of the value; steps that name an alternative of a union are left out."""
    yield from _resolve([(tuple(error["loc"]), error) for error in errors], data, ())


def _resolve(errors: Sequence[tuple[Steps, ErrorDetails]], value: object, base: Path) -> Iterator[Located]:
    unions: dict[Path, dict[str | int, list[tuple[Steps, ErrorDetails]]]] = {}
    values: dict[Path, object] = {}
    for steps, error in errors:
        length, inner = _follow(steps, value)
        rest = steps[length:]
        if not rest or rest[0] == KEY_STEP or (len(rest) == 1 and error["type"] == "missing"):
            yield Located(base + tuple(step for step in steps if step != KEY_STEP), error, allowed=_allowed(error))
        else:
            alternatives = unions.setdefault(steps[:length], {})
            alternatives.setdefault(rest[0], []).append((rest[1:], error))
            values[steps[:length]] = inner
    for path, alternatives in unions.items():
        yield from _choose(alternatives, values[path], base + path)


def _follow(steps: Steps, value: Any) -> tuple[int, Any]:  # noqa: ANN401 - data as it was read
    """Return how many steps lead through the data, and the value there."""
    for index, step in enumerate(steps):
        inside = step in value if isinstance(value, dict) else isinstance(value, list) and isinstance(step, int)
        if not inside:
            return index, value
        value = value[step]
    return len(steps), value


def _choose(
    alternatives: dict[str | int, list[tuple[Steps, ErrorDetails]]], value: object, path: Path
) -> Iterator[Located]:
    """Take the alternative with the fewest errors about the value itself; if two are as good, none fits."""
    every = [error for listed in alternatives.values() for _, error in listed]
    if all(error["type"] == "literal_error" for error in every):
        allowed = tuple(entry for error in every for entry in _allowed(error))
        yield Located(path, every[0], allowed=allowed)
        return
    costs = {label: sum(_own(steps, error) for steps, error in listed) for label, listed in alternatives.items()}
    least = min(costs.values())
    best = [label for label, cost in costs.items() if cost == least]
    if len(best) > 1:
        yield Located(path, every[0], fits_nothing=True)
    else:
        yield from _resolve(alternatives[best[0]], value, path)


def _own(steps: Steps, error: ErrorDetails) -> int:
    return int(not steps or (len(steps) == 1 and error["type"] in _OWN_LEVEL))


def _allowed(error: ErrorDetails) -> tuple[str, ...]:
    return tuple(re.findall(r"'([^']*)'", str(error.get("ctx", {}).get("expected", ""))))

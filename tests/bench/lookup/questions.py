"""Random parts of names, and what a plain scan of all names answers to them."""

from collections.abc import Sequence
from random import Random

from lantian.lookup.folding import folded
from lantian.model.inventory import Enterprise
from lantian.model.view import view

SHORTEST, LONGEST = 2, 12


@view
class Spread:
    """The middle, the 95th of a hundred and the highest of some figures."""

    median: float
    high: float
    top: float


def spread(figures: Sequence[float]) -> Spread:
    """Return how figures are spread."""
    ordered = sorted(figures)
    return Spread(ordered[len(ordered) // 2], ordered[int(0.95 * len(ordered))], ordered[-1])


@view
class Question:
    """A part of a name, and the numbers of all companies whose name has it."""

    text: str
    numbers: tuple[int, ...]


def questions(rows: Sequence[Enterprise], number: int, seed: int = 11) -> tuple[Question, ...]:
    """Return parts of random names: any of two signs or more, wherever it begins."""
    chance = Random(seed)  # noqa: S311 - no secrets
    names = tuple(folded(row.name) for row in rows)
    return tuple(_asked(names, _part(chance, chance.choice(names))) for _ in range(number))


def _part(chance: Random, name: str) -> str:
    length = chance.randint(SHORTEST, min(LONGEST, len(name)))
    start = chance.randint(0, len(name) - length)
    return name[start : start + length]


def _asked(names: Sequence[str], text: str) -> Question:
    return Question(text, tuple(number for number, name in enumerate(names) if text in name))

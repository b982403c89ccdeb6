"""The browser's part of the search told again in Python, to hold the files against a plain scan in unit tests.

The script itself is tested in a browser (tests/browser/test_lookup.py, `make bench-lookup`).
"""

import json
from collections.abc import Callable, Sequence

from lantian.lookup.packing import Block, head
from lantian.lookup.splitting import END, Signs

Known = tuple[str, int, list[int]]
"""A leaf as it was read: key, repeat, texts."""


def found(text: str, blocks: Sequence[Block], texts: Sequence[Signs]) -> tuple[int, list[int]]:
    """Return how many texts the head and the outer blocks promise, and which texts all blocks give, in their order."""
    told = json.loads(head(blocks))
    leaves = [(number, leaf) for number, block in enumerate(blocks) for leaf in _read(block)]
    short = [texts_of for _, (key, _, texts_of) in leaves if key != text and text.startswith(key)]
    if short:
        numbers = sorted({one for several in short for one in several if holds(texts[one], text)})
        return len(numbers), numbers
    certain = [(number, leaf) for number, leaf in leaves if leaf[0].startswith(text) and leaf[1] < len(text)]
    numbers = [one for _, leaf in certain for one in leaf[2]]
    inside = sorted({number for number, _ in certain})
    promised = sum(len(leaf[2]) for number, leaf in certain if number in {inside[0], inside[-1]}) if inside else 0
    for number in inside[1:-1]:
        repeats = told["repeats"].get(str(number), {})
        promised += told["totals"][number] - sum(count for repeat, count in repeats.items() if int(repeat) >= len(text))
    return promised, numbers


def holds(signs: Signs, text: str) -> bool:
    """Tell whether a text can be read as one that contains another."""
    fits: Callable[[int], bool] = lambda start: all(sign in signs[start + at] for at, sign in enumerate(text))  # noqa: E731
    return any(fits(start) for start in range(len(signs) - len(text) + 1))


def _read(block: Block) -> list[Known]:
    leaves: list[Known] = []
    before = ""
    for key, repeat, first, *steps in json.loads(block.data):
        before = before[: int(key[0])] + key[1:]
        texts = [first]
        for step in steps:
            texts.append(texts[-1] + step)
        leaves.append((before, repeat, texts))
    return leaves


def ends(key: str) -> bool:
    """Tell whether the key of a leaf stands at the end of its texts."""
    return key.endswith(END)

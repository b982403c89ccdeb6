"""Leaves as files: blocks of a few kilobytes, and a head that tells in which of them a search looks."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from json.encoder import encode_basestring

from lantian.lookup.compact_json import compact
from lantian.lookup.splitting import Leaf
from lantian.model.view import view

BLOCK_BYTES = 9_000
"""A block ends once it is as long; four kilobytes compressed."""
PART = 2_000
"""A leaf of more texts is cut, so that a block of the commonest ending stays a block."""


@view
class Block:
    """Some leaves in order: the key of the first, the texts of all, those among them by their repeat, and the file."""

    first: str
    total: int
    repeats: dict[int, int]
    data: bytes


def packed(leaves: Iterable[Leaf]) -> tuple[Block, ...]:
    """Return the blocks of some leaves."""
    blocks: list[Block] = []
    inside: list[Leaf] = []
    written: list[bytes] = []
    length = 0
    for leaf in _parts(leaves):
        line = _line(leaf, inside[-1].key if inside else "")
        inside.append(leaf)
        written.append(line)
        length += len(line)
        if length >= BLOCK_BYTES:
            blocks.append(_block(inside, written))
            inside, written, length = [], [], 0
    return tuple(blocks) if not inside else (*blocks, _block(inside, written))


def head(blocks: Sequence[Block]) -> bytes:
    """Return the file that is read before any block: `keys` (the first of each block), `totals`, `repeats`.

    `repeats` has, by block and by repeat, how many of its texts came up already for whoever searches for as few signs.
    """
    keys, before = [], ""
    for block in blocks:
        keys.append(shortened(block.first, before))
        before = block.first
    repeats = {str(number): block.repeats for number, block in enumerate(blocks) if block.repeats}
    return compact({"keys": keys, "totals": [block.total for block in blocks], "repeats": repeats})


def shortened(key: str, before: str) -> str:
    """Return a key with the number of signs that it shares with the one before it in their place, at most 9."""
    shared = 0
    for sign, other in zip(key[:9], before, strict=False):
        if sign != other:
            break
        shared += 1
    return f"{shared}{key[shared:]}"


def _parts(leaves: Iterable[Leaf]) -> Iterator[Leaf]:
    for leaf in leaves:
        for start in range(0, len(leaf.texts), PART):
            yield Leaf(leaf.key, leaf.repeat, leaf.texts[start : start + PART])


def _line(leaf: Leaf, before: str) -> bytes:
    """Return a leaf: its key, its repeat, the first text, then how far it is from each to the next."""
    texts = leaf.texts
    steps = "".join([f",{after - one}" for one, after in pairwise(texts)])
    return f"[{encode_basestring(shortened(leaf.key, before))},{leaf.repeat},{texts[0]}{steps}]".encode()


def _block(leaves: Sequence[Leaf], lines: Sequence[bytes]) -> Block:
    repeats: dict[int, int] = {}
    for leaf in leaves:
        if leaf.repeat:
            repeats[leaf.repeat] = repeats.get(leaf.repeat, 0) + len(leaf.texts)
    total = sum(len(leaf.texts) for leaf in leaves)
    return Block(leaves[0].key, total, repeats, b"[" + b",".join(lines) + b"]")

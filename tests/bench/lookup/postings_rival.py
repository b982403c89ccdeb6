"""Two-character postings cut into shards, in the simplest form: what a search of them would fetch."""

import gzip
import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from time import process_time

from tests.bench.lookup.questions import Question, Spread, spread

from lantian.lookup.folding import folded
from lantian.lookup.rows import ROWS
from lantian.model.inventory import Enterprise

SHARDS = 256
SHOWN = 20


@dataclass(frozen=True)
class PostingsFigures:
    """What the postings weigh, and what a search of them fetches: its shards, then the companies it has to look at."""

    build_seconds: float
    index_bytes: int
    fetched: Spread


def measure_postings(
    rows: Sequence[Enterprise], asked: Sequence[Question], row_bytes: Sequence[int]
) -> PostingsFigures:
    """Build the shards and ask them; `row_bytes` is the compressed size of each block of companies."""
    names = [folded(row.name) for row in rows]
    began = process_time()
    postings: dict[str, list[int]] = {}
    for number, name in enumerate(names):
        for pair in {name[at : at + 2] for at in range(len(name) - 1)}:
            postings.setdefault(pair, []).append(number)
    shards: list[dict[str, list[int]]] = [{} for _ in range(SHARDS)]
    for pair, numbers in postings.items():
        shards[_shard(pair)][pair] = [numbers[0], *(after - one for one, after in pairwise(numbers))]
    sizes = [len(gzip.compress(json.dumps(shard, ensure_ascii=False).encode(), 6)) for shard in shards]
    seconds = process_time() - began
    fetched = [_fetched(question.text, names, postings, sizes, row_bytes) for question in asked]
    return PostingsFigures(seconds, sum(sizes), spread(fetched))


def _shard(pair: str) -> int:
    return sum(ord(sign) * factor for sign, factor in zip(pair, (31, 17), strict=True)) % SHARDS


def _fetched(
    text: str, names: Sequence[str], postings: dict[str, list[int]], sizes: Sequence[int], row_bytes: Sequence[int]
) -> float:
    """Return the bytes until twenty companies are sure: all shards, and the blocks of those that are looked at."""
    pairs = {text[at : at + 2] for at in range(len(text) - 1)}
    both = sorted(set.intersection(*(set(postings.get(pair, ())) for pair in pairs)))
    looked_at, sure = set(), 0
    for number in both:
        looked_at.add(number // ROWS)
        sure += text in names[number]
        if sure == SHOWN:
            break
    shards = {_shard(pair) for pair in pairs}
    return float(sum(sizes[shard] for shard in shards) + sum(row_bytes[block] for block in looked_at))

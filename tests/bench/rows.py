"""The rival's data: the texts of our own content as a flat list of rows, as many bytes of YAML as our content has."""

from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import yaml

DUTIES = ("required", "may", "advised", "own_choice")
Row = dict[str, str]


def yaml_bytes(content: Path) -> int:
    """Return how many bytes of YAML a content folder holds."""
    return sum(file.stat().st_size for file in content.rglob("*.yaml"))


def dump(data: object) -> str:
    """Write YAML as people do: one record a line, Chinese as it is."""
    return yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10_000)


def content_rows(content: Path, budget: int) -> list[Row]:
    """Return rows of texts, shortest first, that fill a budget of bytes as YAML; texts repeat if they must."""
    texts = sorted({pair for file in content.rglob("*.yaml") for pair in _pairs(_load(file))})
    mean = len(dump([_row(number, pair) for number, pair in enumerate(texts)]).encode()) / len(texts)
    wanted = int(budget / mean)
    # Every n-th when there are too many, all of them again when there are too few: the lengths stay spread alike.
    chosen = texts[:: -(-len(texts) // wanted)] if wanted < len(texts) else texts
    filled = sorted(islice(cycle(chosen), wanted), key=_length)
    return [_row(number, pair) for number, pair in enumerate(filled)]


def _load(file: Path) -> Any:  # noqa: ANN401  # whatever YAML holds
    with file.open("rb") as source:
        return yaml.load(source, Loader=yaml.CSafeLoader)  # the safe loader, in C


def _pairs(data: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401  # whatever YAML holds
    """Yield each text of the data: mappings that hold Chinese and English."""
    if isinstance(data, dict):
        if isinstance(data.get("zh"), str) and isinstance(data.get("en"), str):
            yield data["zh"], data["en"]
        data = list(data.values())
    if isinstance(data, list):
        for value in data:
            yield from _pairs(value)


def _row(number: int, pair: tuple[str, str]) -> Row:
    zh, en = pair
    duty = DUTIES[number % len(DUTIES)]
    return {"id": f"r{number}", "zh": zh, "en": en, "clause": f"5.3.{number % 9}", "duty": duty}


def _length(pair: tuple[str, str]) -> int:
    return sum(len(text.encode()) for text in pair)

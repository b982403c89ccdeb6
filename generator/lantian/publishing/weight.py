"""What pages weigh on the way to a reader: told if it is more than promised, never refused."""

import gzip
from collections.abc import Iterator
from pathlib import Path

from lantian.publishing.parts import Written

PROMISED_BYTES = 14_000
"""What a status page and the style sheet weigh together, compressed (ux.md 11)."""
_LEVELS = (1, 6)
"""The first is quick and packs less: what is light with it is light; the second is what a web server does."""


def heavy_pages(folder: Path, written: Written) -> Iterator[str]:
    """Yield the pages that promise to be light and are not."""
    room = PROMISED_BYTES - written.style_bytes
    for file in written.light:
        if (folder / file).is_file():
            data = (folder / file).read_bytes()
            if all(len(gzip.compress(data, level)) > room for level in _LEVELS):
                yield file

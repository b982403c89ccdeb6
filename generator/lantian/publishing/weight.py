"""What pages weigh on the way to a reader: told if it is more than promised, never refused."""

import gzip
from collections.abc import Iterator, Mapping

PROMISED_BYTES = 14_000
"""What a status page and the style sheet weigh together, compressed (ux.md 11)."""
_LEVELS = (1, 6)
"""The first is quick and packs less: what is light with it is light; the second is what a web server does."""


def heavy_pages(pages: Mapping[str, bytes], style_bytes: int) -> Iterator[str]:
    """Yield the pages that promise to be light and are not, beside a style sheet of that weight."""
    room = PROMISED_BYTES - style_bytes
    for file, data in pages.items():
        if all(len(gzip.compress(data, level)) > room for level in _LEVELS):
            yield file

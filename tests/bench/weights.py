"""What a reader loads: the compressed weight of every status page of a built site.

A status page is one that promises a next check, so each whose bytes change with the warning is held to the limits.
"""

import gzip
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from posixpath import dirname, join, normpath

from lxml import html
from tests.bench.shape import read_tree

STATUS = "//*[@data-next-check]"
STYLES = "//link[@rel='stylesheet'][not(@media='print')]/@href"
SCRIPTS = "//script/@src"
OTHERS = "//img/@src | //link[@rel='icon']/@href | //iframe/@src | //object/@data"


@dataclass(frozen=True, slots=True)
class Weight:
    """One page: bytes of HTML and style, and of scripts, as gzip level 6 leaves them; requests, the page included."""

    address: str
    page: int
    scripts: int
    requests: int


def status_weights(site: Path) -> list[Weight]:
    """Return the weight of each status page; RuntimeError if the site has none."""
    weights = [
        _weight(site, file, tree) for file in sorted(site.rglob("*.html")) if (tree := read_tree(file)).xpath(STATUS)
    ]
    if not weights:
        raise RuntimeError("no page of the site promises a next check")
    return weights


@cache
def compressed(file: Path) -> int:
    """Return how many bytes of a file go over the line."""
    return len(gzip.compress(file.read_bytes(), compresslevel=6))


def _weight(site: Path, file: Path, tree: html.HtmlElement) -> Weight:
    address = file.relative_to(site).as_posix()
    styles, scripts, others = (
        {site / normpath(join(dirname(address), str(link))) for link in tree.xpath(path)}
        for path in (STYLES, SCRIPTS, OTHERS)
    )
    return Weight(
        address=address.removesuffix("index.html"),
        page=compressed(file) + sum(map(compressed, styles)),
        scripts=sum(map(compressed, scripts)),
        requests=1 + len(styles | scripts | others),
    )

"""Which file of the site a link leads to, and to which anchor."""

import re
from functools import lru_cache
from posixpath import normpath
from urllib.parse import unquote

NOWHERE = "?"
"""What a link that leaves the site from below its root leads to."""
_UP = {"": 0, "./": 0, **{"../" * steps: steps for steps in range(1, 12)}}
"""How far a link leads up before it leads down."""
_UNUSUAL = re.compile(r"[:?%]|/[/.]")


def target(link: str, above: str) -> tuple[str, str]:
    """Return the file that a link in a folder leads to, and its anchor."""
    way, _, anchor = link.partition("#")
    way = unquote(way.partition("?")[0])
    if way.startswith("/"):
        return NOWHERE, anchor
    file = normpath(f"{above}/{way}" if above else way or ".")
    if way == "" or way.endswith("/") or file == "." or way.rpartition("/")[2] in {".", ".."}:
        file = "index.html" if file == "." else f"{file}/index.html"
    return (NOWHERE if file.startswith("..") else file), unquote(anchor)


def followed(way: str, above: str) -> tuple[str, str] | None:
    """Return what `target` finds, None for a foreign link; most are told by what was found before for the same way."""
    plain = _plain(way)
    if plain is None:
        return None if is_foreign(way) else target(way, above)
    up, file, anchor = plain
    if up == 0:
        return (f"{above}/{file}" if above else file), anchor
    base = above.rsplit("/", up)
    if len(base) > up:
        return f"{base[0]}/{file}", anchor
    return (file, anchor) if len(base) == up and above else target(way, above)


@lru_cache(maxsize=65_536)
def _plain(way: str) -> tuple[int, str, str] | None:
    """Return how far a way leads up, the file that it leads to from there, and its anchor; None for any other way.

    The same few thousand stand on page after page.
    """
    rest = way.lstrip("./")
    up = _UP.get(way[: len(way) - len(rest)])
    if up is None or _UNUSUAL.search(rest):
        return None
    file, _, anchor = rest.partition("#")
    return up, (file if file and not file.endswith("/") else f"{file}index.html"), anchor


def is_foreign(link: str) -> bool:
    """Tell whether a link names a scheme or a host: another site, a telephone, a picture inside the page."""
    head = link.partition("/")[0].partition("#")[0].partition("?")[0]
    return ":" in head or link.startswith("//")

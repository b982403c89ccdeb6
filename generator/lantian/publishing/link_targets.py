"""Which file of the site a link leads to, and to which anchor."""

from functools import lru_cache
from posixpath import normpath
from urllib.parse import unquote

NOWHERE = "?"
"""What a link that leaves the site from below its root leads to."""
_UP = {"": 0, "./": 0, **{"../" * steps: steps for steps in range(1, 12)}}
"""How far a link leads up before it leads down."""


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


def target_by_heart(way: str, above: str) -> tuple[str, str]:
    """Return what `target` finds, by what was found before for the same way down."""
    rest = way.lstrip("./")
    up = _UP.get(way[: len(way) - len(rest)])
    found = None if up is None else _below(rest)
    if found is None or up is None:
        return target(way, above)
    base = above
    for _ in range(up):
        if not base:
            return target(way, above)
        base = base.rpartition("/")[0]
    return (f"{base}/{found[0]}" if base else found[0]), found[1]


@lru_cache(maxsize=65_536)
def _below(way: str) -> tuple[str, str] | None:
    """Return what `target` finds for a way that only leads downward, counted from where it starts; None for any other.

    The same few thousand stand on page after page.
    """
    return None if ":" in way or "//" in way or "/." in way or "%" in way else target(way, "")


def is_foreign(link: str) -> bool:
    """Tell whether a link names a scheme or a host: another site, a telephone, a picture inside the page."""
    head = link.partition("/")[0].partition("#")[0].partition("?")[0]
    return ":" in head or link.startswith("//")

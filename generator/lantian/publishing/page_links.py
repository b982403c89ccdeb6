"""One written page, read once: where it leads, which anchors it has, what it shows.

In a page of our templates each attribute stands behind a space, its value in double quotes, and no sign of a tag stands
in text or values. Then a search finds what a parser would, in a third of its time; any other page goes through one.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html import unescape
from posixpath import dirname, normpath
from urllib.parse import unquote

from lantian.model.view import view

_NAMES = (b"href", b"src", b"id", b"data-state", b"data-generated")
_VALUES = {name: re.compile(b' %b="([^"]*)"' % name) for name in _NAMES}
_TAG = re.compile("<[^<>]*>")
_UP = {"": 0, "./": 0, **{"../" * steps: steps for steps in range(1, 12)}}
"""How far a link leads up before it leads down."""
_PROMISE = b" data-next-check="
_BODY = b"<body"
_OURS = b"<body data-template="
_ESCAPED = frozenset("&<>\"'")
NOWHERE = "?"
"""What a link that leaves the site from below its root leads to."""


@view
class WrittenPage:
    """What was found in a page; `links` are files of the site with anchors, those out of the site are left out."""

    file: str
    links: frozenset[tuple[str, str]]
    anchors: frozenset[str]
    states: frozenset[str]
    promises: tuple[str, ...]
    """The moments that its promises of a next check count from."""
    source: bytes

    def says(self, words: str) -> bool:
        """Tell whether the words stand in the text of the page, however tags and white space divide them."""
        return _stand_in(self.source, words) or " ".join(words.split()) in " ".join(_text(self.source).split())


def read_page(data: bytes, file: str, address: str | None) -> WrittenPage:
    """Read one page; `address` is where the site is public, links to it lead into the site."""
    found = _attributes(data)
    if not _is_ours(data, found):
        data = _rewritten(data)
        found = _attributes(data)
    return WrittenPage(
        file=file,
        links=frozenset(_inside(_words((*found[b"href"], *found[b"src"])), file, address)),
        anchors=frozenset(_words(found[b"id"])),
        states=frozenset(_words(found[b"data-state"])),
        promises=tuple(_promises(data)),
        source=data,
    )


def _is_ours(source: bytes, found: dict[bytes, list[bytes]]) -> bool:
    """Tell whether a page comes from our templates: their mark, every attribute found, nothing commented out."""
    if _OURS not in source or b"<!--" in source:
        return False
    return all(source.count(b"%b=" % name) == len(values) for name, values in found.items())


def _attributes(source: bytes) -> dict[bytes, list[bytes]]:
    """Return the values of every attribute that is looked for, as far as they are written as ours are."""
    return {name: pattern.findall(source) for name, pattern in _VALUES.items()}


def _rewritten(source: bytes) -> bytes:
    """Return a page that somebody else wrote as we would have written it."""
    from lxml import etree, html  # noqa: PLC0415 - for the page that a person wrote by hand, if there ever is one

    tree = html.document_fromstring(source, parser=html.HTMLParser(encoding="utf-8", remove_comments=True))
    return etree.tostring(tree, encoding="utf-8", method="xml")


def _words(values: Iterable[bytes]) -> set[str]:
    return {unescape(value.decode()) if b"&" in value else value.decode() for value in values}


def _promises(source: bytes) -> Iterator[str]:
    """Yield the moments that stand in the tags of promises."""
    at = source.find(_PROMISE)
    while at >= 0:
        end = source.find(b">", at)
        yield from _words(_VALUES[b"data-generated"].findall(source[source.rfind(b"<", 0, at) : end]))
        at = source.find(_PROMISE, end)


def _stand_in(source: bytes, words: str) -> bool:
    """Tell whether the words stand in the source of the body as they are, outside of tags; a no may be wrong."""
    if not _ESCAPED.isdisjoint(words):
        return False
    sought, body = words.encode(), source.index(_BODY)
    at = source.find(sought, body)
    while at >= 0:
        if source.rfind(b"<", body, at) < source.rfind(b">", body, at):
            return True
        at = source.find(sought, at + 1)
    return False


def _text(source: bytes) -> str:
    """Return the text of the body."""
    return unescape(_TAG.sub("", source[source.index(_BODY) :].decode()))


def _inside(links: Iterable[str], file: str, address: str | None) -> Iterator[tuple[str, str]]:
    """Yield the files that links lead to, with their anchors."""
    above = dirname(file)
    steps = above.split("/") if above else []
    bases = ["/".join((*steps[: len(steps) - up], "")) for up in range(len(steps) + 1)]
    for link in links:
        rest = link.lstrip("./")
        up = _UP.get(link[: len(link) - len(rest)], len(bases))
        found = _below(rest) if up < len(bases) else None
        if link == "" or link.startswith("#"):
            yield file, unquote(link[1:])
        elif address is not None and link.startswith(address):
            yield target(link.removeprefix(address), "")
        elif found is not None:
            yield bases[up] + found[0], found[1]
        elif not _is_foreign(link):
            yield target(link, above)


@lru_cache(maxsize=65_536)
def _below(way: str) -> tuple[str, str] | None:
    """Return what `target` finds for a way that only leads downward, counted from where it starts; None for any other.

    The same few thousand stand on page after page.
    """
    return None if ":" in way or "//" in way or "/." in way or "%" in way else target(way, "")


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


def _is_foreign(link: str) -> bool:
    """Tell whether a link names a scheme or a host: another site, a telephone, a picture inside the page."""
    head = link.partition("/")[0].partition("#")[0].partition("?")[0]
    return ":" in head or link.startswith("//")

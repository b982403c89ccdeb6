"""Written pages, read for where they lead, which anchors they have and what they show.

In a page of our templates each attribute stands behind a space, its value in double quotes, and no sign of a tag stands
in text or values. Then a search finds what a parser would; any other page goes through one first. Nine lines of ten
stand on an earlier page of the same section too: each is searched once.
"""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from itertools import chain
from urllib.parse import unquote

from lantian.model.view import view
from lantian.publishing.link_targets import is_foreign, target, target_by_heart

_FOUND = re.compile(b' (href|src|id|data-state|data-generated)="([^"]*)"')
_SIGNS = (b"href=", b"src=", b"id=", b"data-state=", b"data-generated=")
"""However an attribute is written: where one of these is not found as above, the page is not written as ours are."""
_MOMENT = re.compile(b' data-generated="([^"]*)"')
_PROMISE = b" data-next-check="
_COMMENT = b"<!--"
_WAY, _ANCHOR, _STATE, _PROMISED, _ODD = ">", "#", "=", "@", "!"
"""The first sign of a mark: what its line has."""
_HERE = ("", "#")
_KINDS = {b"href": _WAY, b"src": _WAY, b"id": _ANCHOR, b"data-state": _STATE}
_MOST_LINES = 20_000
"""How many are remembered, of several places: a few megabytes."""
_TAG = re.compile("<[^<>]*>")
_BODY = b"<body"
_OURS = b"<body data-template="
_ESCAPED = frozenset("&<>\"'")


@view
class WrittenPage:
    """What was found in a page; where it leads is told by who read it."""

    file: str
    anchors: tuple[str, ...]
    """Sorted."""
    states: frozenset[str]
    promises: frozenset[str]
    """The moments that its promises of a next check count from."""
    source: bytes

    def says(self, words: str) -> bool:
        """Tell whether the words stand in the text of the page, however tags and white space divide them."""
        return _stand_in(self.source, words) or " ".join(words.split()) in " ".join(_text(self.source).split())


class Pages:
    """Reads the pages of a section one after the other; `address` is where the site is public."""

    def __init__(self, address: str | None) -> None:
        """Nothing is read yet."""
        self.links: dict[tuple[str, str], str] = {}
        """Files of the site with anchors, each with the first page that leads there.

        Links out of the site are not among them, nor those of a page to an anchor of its own.
        """
        self._address = address
        self._followed: dict[str, set[str]] = {}
        """By the folder above that of a page: marks of links that lead to the same file from every folder in it."""

    def read(self, data: bytes, file: str) -> WrittenPage:
        """Read one page, and note where it leads."""
        marks = _marks(data)
        if _ODD in marks or _OURS not in data:
            data = _rewritten(data)
            marks = _marks(data)
        above = file.rpartition("/")[0]
        followed = self._followed.setdefault(above.rpartition("/")[0], set()) if above else set()
        own: dict[str, list[str]] = {_WAY: [], _ANCHOR: [], _STATE: [], _PROMISED: [], _ODD: []}
        for mark in marks - followed:
            own[mark[0]].append(mark[1:])
        anchors = frozenset(own[_ANCHOR])
        for way in own[_WAY]:
            if way[:1] in _HERE:
                if way and unquote(way[1:]) not in anchors:
                    self.links.setdefault((file, unquote(way[1:])), file)
            elif self._follow(way, file, above):
                followed.add(_WAY + way)
        return WrittenPage(file, tuple(sorted(anchors)), frozenset(own[_STATE]), frozenset(own[_PROMISED]), data)

    def _follow(self, way: str, file: str, above: str) -> bool:
        """Note where a link leads; tell whether pages in all folders beside this one would lead there with it."""
        if self._address is not None and way.startswith(self._address):
            self.links.setdefault(target(way.removeprefix(self._address), ""), file)
            return True
        if is_foreign(way):
            return True
        self.links.setdefault(target_by_heart(way, above), file)
        return way.startswith("../")


class _Lines(dict[bytes, tuple[str, ...]]):
    """The marks of lines, each found when it is first asked for."""

    def __missing__(self, line: bytes) -> tuple[str, ...]:
        if len(self) >= _MOST_LINES:
            self.clear()
        self[line] = found = _found(line) if b"=" in line or _COMMENT in line else ()
        return found


_LINES = _Lines()
"""Of this process and, as far as they were there, of its parent."""


def learn(pages: Iterable[bytes]) -> None:
    """Remember the lines of pages: others that have them are read faster, by children of this process too."""
    for data in pages:
        for line in data.split(b"\n"):
            _ = _LINES[line]


def _marks(data: bytes) -> set[str]:
    """Return the marks of all lines of a page."""
    return set(chain.from_iterable(map(_LINES.__getitem__, data.split(b"\n"))))


def _found(line: bytes) -> tuple[str, ...]:
    """Return the marks of a line: what stands in it, and whether it is written otherwise than ours are."""
    found = _FOUND.findall(line)
    marks = [_KINDS[name] + _words(value) for name, value in found if name in _KINDS]
    if len(found) != sum(map(line.count, _SIGNS)) or _COMMENT in line:
        marks.append(_ODD)
    if _PROMISE in line:
        marks += _promised(line)
    return tuple(marks)


def _promised(line: bytes) -> Iterator[str]:
    """Yield the moments that promises in a line count from, and a mark if a tag does not end where it begins."""
    at = line.find(_PROMISE)
    while at >= 0:
        begin, end = line.rfind(b"<", 0, at), line.find(b">", at)
        if begin < 0 or end < 0:
            yield _ODD
        yield from (_PROMISED + _words(moment) for moment in _MOMENT.findall(line[max(begin, 0) : end]))
        at = line.find(_PROMISE, at + 1)


def _words(value: bytes) -> str:
    return unescape(value.decode()) if b"&" in value else value.decode()


def _rewritten(source: bytes) -> bytes:
    """Return a page that somebody else wrote as we would have written it."""
    from lxml import etree, html  # noqa: PLC0415 - for the page that a person wrote by hand, if there ever is one

    tree = html.document_fromstring(source, parser=html.HTMLParser(encoding="utf-8", remove_comments=True))
    return etree.tostring(tree, encoding="utf-8", method="xml")


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

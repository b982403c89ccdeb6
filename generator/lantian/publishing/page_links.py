"""Written pages, read for where they lead, which anchors they have and what they show.

In a page of our templates each attribute stands behind a space, its value in double quotes, and no sign of a tag stands
in text or values. Then a search finds what a parser would; any other page goes through one first.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from html import unescape
from urllib.parse import unquote

from lantian.model.view import view
from lantian.publishing.link_targets import followed, target


def _search(*values: tuple[str, str]) -> re.Pattern[bytes]:
    """Return the search for attributes by name: a group for the value of each, and a last one for what is odd.

    It goes from one = to the next and looks back for a name: a single sign is found several times faster than words.
    """
    names = dict(values)
    last = "".join(sorted({name[-1] for name in names}))
    named = "|".join(f"(?<={name}=)" for name in names)
    found = "|".join(f"(?<= {name}=){value}" for name, value in values)
    return re.compile(f"=(?<=[{last}]=)(?:{named})(?:{found}|(?<=(=)))".encode())


_VALUE = '"([^"]*)"'
_FOUND = _search(
    *(("href", '"#([^"]*)"'), ("href", _VALUE), ("src", _VALUE), ("id", _VALUE)),
    *(("data-state", '("[^"]*)"'), ("data-generated", _VALUE)),
)
"""With the first quote of a state, because an empty one is wrong; of the others an empty value tells nothing."""
_NOT_FOUND = (b"",) * _FOUND.groups
_MOMENT = re.compile(b' data-generated="([^"]*)"')
_PROMISE = b" data-next-check="
_DOCTYPE, _COMMENT = b"<!doctype", b"<!--"
_EMPTY: frozenset[bytes] = frozenset((b"",))
_NO_WORDS: frozenset[str] = frozenset()
_TAG = re.compile("<[^<>]*>")
_BODY = b"<body"
_UP = b"../"
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
        self._known: defaultdict[str, set[bytes]] = defaultdict(lambda: {*_EMPTY})
        """By the folder above that of a page: links that lead to the same file from every folder in it."""

    def read(self, data: bytes, file: str) -> WrittenPage:
        """Read one page, and note where it leads."""
        here, links, pictures, ids, states, moments, odd = _values(data)
        if any(odd) or _OURS not in data or _has_comment(data):
            data = _rewritten(data)
            here, links, pictures, ids, states, moments, _ = _values(data)
        anchors = _words({*ids} - _EMPTY)
        self._follow({*links, *pictures}, file)
        for anchor in map(unquote, _words({*here}.difference(_EMPTY, ids))):
            if anchor not in anchors:
                self.links.setdefault((file, anchor), file)
        told = frozenset(unescape(one[1:].decode()) for one in states if one) if any(states) else _NO_WORDS
        promises = frozenset(_promised(data)) if any(moments) else _NO_WORDS
        return WrittenPage(file, tuple(sorted(anchors)), told, promises, data)

    def _follow(self, links: set[bytes], file: str) -> None:
        """Note where links lead, but for those that lead there from all folders beside and were followed before."""
        above = file.rpartition("/")[0]
        known = self._known[above.rpartition("/")[0] if above else "."]
        new = links - known
        for link, way in zip(new, _words(new), strict=True):
            found = followed(way, above)
            if found is None and self._address is not None and way.startswith(self._address):
                found = target(way.removeprefix(self._address), "")
            if found is not None:
                self.links.setdefault(found, file)
            if link[:3] == _UP or found is None:
                known.add(link)


def _values(data: bytes) -> tuple[tuple[bytes, ...], ...]:
    """Return the values of each attribute in a page, empty ones between them; those of the last are what is odd."""
    return tuple(zip(*_FOUND.findall(data) or (_NOT_FOUND,), strict=True))


def _has_comment(data: bytes) -> bool:
    """Tell whether there is a comment; where nothing has a ! but the first line, one sign is looked for."""
    rest = data.removeprefix(_DOCTYPE)
    return b"!" in rest and _COMMENT in rest


def _promised(data: bytes) -> Iterator[str]:
    """Yield the moments that promises in a page count from: those in the same tag."""
    at = data.find(_PROMISE)
    while at >= 0:
        yield from _words(_MOMENT.findall(data[data.rfind(b"<", 0, at) : data.find(b">", at)]))
        at = data.find(_PROMISE, at + 1)


def _words(values: Collection[bytes]) -> list[str]:
    """Return what values say that are not empty."""
    words = b'"'.join(values).decode()  # all at once, since most pages have a handful
    said = words.split('"') if words else []
    return [unescape(one) for one in said] if "&" in words else said


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

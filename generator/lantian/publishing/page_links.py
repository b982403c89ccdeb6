"""One written page, read once: where it leads, which anchors it has, what it shows."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from posixpath import dirname, normpath
from urllib.parse import unquote

from lxml import etree, html

from lantian.model.view import view

_LINKS = etree.XPath("//@href | //@src", smart_strings=False)
_ANCHORS = etree.XPath("//@id | //a/@name", smart_strings=False)
_STATES = etree.XPath("//@data-state", smart_strings=False)
_PROMISE = etree.XPath("//*[@data-next-check]/@data-generated", smart_strings=False)
_TEXT = etree.XPath("string(/html/body)", smart_strings=False)
_PARSER = html.HTMLParser(encoding="utf-8")
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
    text: str


def read_page(folder: Path, file: str, address: str | None) -> WrittenPage:
    """Read one page of a section; `address` is where the site is public, links to it lead into the site."""
    tree = html.document_fromstring((folder / file).read_bytes(), parser=_PARSER)
    return WrittenPage(
        file=file,
        links=frozenset(_inside(_found(_LINKS, tree), file, address)),
        anchors=frozenset(_found(_ANCHORS, tree)),
        states=frozenset(_found(_STATES, tree)),
        promises=tuple(_found(_PROMISE, tree)),
        text=str(_TEXT(tree)),
    )


def _found(path: etree.XPath, tree: html.HtmlElement) -> list[str]:
    found = path(tree)
    return [str(one) for one in found] if isinstance(found, list) else []


def _inside(links: list[str], file: str, address: str | None) -> Iterator[tuple[str, str]]:
    """Yield the files that links lead to, with their anchors."""
    above = dirname(file)
    for link in links:
        if link == "" or link.startswith("#"):
            yield file, unquote(link[1:])
        elif address is not None and link.startswith(address):
            yield target(link.removeprefix(address), "")
        elif not _is_foreign(link):
            yield target(link, above)


@cache
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

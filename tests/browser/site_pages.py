"""Reads a built site from its files alone: which pages there are, of which kind, and where their links lead."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote, urlsplit

from lxml import html

LANGUAGES = ("zh", "en")


@dataclass(frozen=True)
class SitePage:
    """One HTML file of the site."""

    site: Path
    path: str  # relative to the site, with forward slashes: zh/yangquan/index.html

    @cached_property
    def tree(self) -> html.HtmlElement:
        """Return the parsed document."""
        return html.document_fromstring((self.site / self.path).read_bytes(), parser=html.HTMLParser(encoding="utf-8"))

    @property
    def address(self) -> str:
        """Return the address below the site's root; a folder's page is the folder."""
        return self.path.removesuffix("index.html")

    @property
    def language(self) -> str | None:
        """Return the language tree the page stands in; None for the pages that belong to none."""
        first = self.path.partition("/")[0]
        return first if first in LANGUAGES else None

    @property
    def section(self) -> str:
        """Return the folder below the language tree, such as a place; empty for the pages that stand beside them."""
        first, _, below = self.twin("").lstrip("/").partition("/")
        return first if below and self.language else ""

    @property
    def template(self) -> str | None:
        """Return the kind of page, as the page itself declares it."""
        body = self.tree.body
        return None if body is None else body.get("data-template")

    @property
    def redirects(self) -> bool:
        """Say whether the page only sends the reader on."""
        return bool(self.tree.xpath("//meta[translate(@http-equiv, 'REFSH', 'refsh')='refresh']"))

    def twin(self, language: str) -> str:
        """Return the path of the same page in the other language tree."""
        return f"{language}/{self.path.partition('/')[2]}"

    def target(self, link: str) -> tuple[str, str]:
        """Resolve a relative link; gives the file's path in the site and the fragment, either may be empty."""
        parts = urlsplit(link)
        path = unquote(parts.path)
        if not path:
            return self.path, unquote(parts.fragment)
        joined = normpath(f"{self.path.rpartition('/')[0] or '.'}/{path}")
        is_folder = path.endswith(("/", "/.", "/..")) or path in {".", ".."}
        file = normpath(f"{joined}/index.html") if is_folder else joined
        return file, unquote(parts.fragment)


def read_pages(site: Path) -> list[SitePage]:
    """Return every HTML file of the site, in order of its path; raises AssertionError if there is none."""
    pages = [SitePage(site, file.relative_to(site).as_posix()) for file in sorted(site.rglob("*.html"))]
    assert pages, f"no page in {site}"
    return pages


def representatives(pages: list[SitePage]) -> list[SitePage]:
    """Return the page of most content for each template, language and place, so that every kind is looked at."""
    chosen: dict[tuple[str, str | None, str], SitePage] = {}
    for page in pages:
        if page.redirects or page.template is None:
            continue
        key = (page.template, page.language, page.section)
        if key not in chosen or size(page) > size(chosen[key]):
            chosen[key] = page
    assert chosen, "no page names its template in <body data-template>"
    return list(chosen.values())


def fullest(pages: list[SitePage]) -> list[SitePage]:
    """Return the page of most content for each template and language, of whatever place."""
    chosen = {(page.template, page.language): page for page in sorted(pages, key=size)}
    return list(chosen.values())


def batched(pages: Sequence[SitePage], number: int) -> Iterator[Sequence[SitePage]]:
    """Yield the pages, so many at a time."""
    return (pages[at : at + number] for at in range(0, len(pages), number))


def promises(page: SitePage) -> bool:
    """Say whether the page changes with the warning: such a page promises a next check."""
    return bool(page.tree.xpath("//p[@id='stale'][@data-next-check]"))


def size(page: SitePage) -> int:
    """Return the length of the file in bytes."""
    return (page.site / page.path).stat().st_size


def links(page: SitePage) -> Iterator[tuple[str, str]]:
    """Yield every address the page names, with the element that names it."""
    for element in page.tree.iter():
        if not isinstance(element.tag, str):
            continue
        for attribute in ("href", "src", "action", "poster", "data", "cite"):
            if (value := element.get(attribute)) is not None:
                yield element.tag, value.strip()
        for candidate in (element.get("srcset") or "").split(","):
            if candidate.strip():
                yield element.tag, candidate.split()[0]
        if (element.get("http-equiv") or "").lower() == "refresh":
            yield "meta", element.get("content", "").partition("=")[2].strip("'\" ")

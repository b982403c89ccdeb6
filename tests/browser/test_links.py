"""Every link leads somewhere, stays inside the site or is configured, and every page has its twin."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import etree

from site_pages import LANGUAGES, SitePage, links

pytestmark = pytest.mark.browser

CONTENT = Path(__file__).resolve().parents[2] / "content"
# Telephone numbers and mail addresses are no links into the site.
SPOKEN = {"tel", "mailto", "sms", "data"}


@pytest.fixture(scope="session")
def configured() -> str:
    """Return all text of the content: an absolute address may only come from there."""
    files = [file for kind in ("*.yaml", "*.md") for file in sorted(CONTENT.rglob(kind))]
    assert files
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


@pytest.fixture(scope="session")
def anchors(built_site: Path, pages: list[SitePage]) -> dict[str, set[str]]:
    """Return the places a link can point at, for each page and picture of the site."""
    found = {page.path: set(page.tree.xpath("//@id | //a/@name")) for page in pages}
    for picture in built_site.rglob("*.svg"):
        found[picture.relative_to(built_site).as_posix()] = set(etree.parse(picture).xpath("//@id"))
    return found


def canonical(page: SitePage) -> list[str]:
    """Return the addresses that the page calls its own."""
    return [str(link) for link in page.tree.xpath("//link[@rel='canonical']/@href")]


def public_address(pages: list[SitePage]) -> str:
    """Return where the site says it is published, or nothing when it names no host."""
    named = {
        link.removesuffix(page.address)
        for page in pages
        if not page.redirects
        for link in canonical(page)
        if urlsplit(link).scheme
    }
    assert len(named) <= 1, f"pages disagree about the public address: {named}"
    return "".join(named)


def inside(link: str, page: SitePage, public: str) -> tuple[str, str]:
    """Resolve a link that stays in the site, absolute or relative; gives the file and the fragment."""
    if public and link.startswith(public):
        return SitePage(page.site, "index.html").target("./" + link.removeprefix(public))
    return page.target(link)


def trouble(link: str, page: SitePage, public: str, anchors: dict[str, set[str]]) -> str | None:
    """Say what is wrong with a link into the site, if anything is."""
    file, fragment = inside(link, page, public)
    if link in {"", "#"}:
        return "leads nowhere"
    if link.startswith("/"):
        return "is not relative"
    if file.startswith("../"):
        return "leaves the site"
    if not (page.site / file).is_file():
        return f"no file {file}"
    if fragment and fragment not in anchors.get(file, set()):
        return f"no #{fragment} in {file}"
    return None


def test_every_link_resolves(pages: list[SitePage], configured: str, anchors: dict[str, set[str]]) -> None:
    """Each address in each page is a file of the site with that anchor, or stands in the content word for word."""
    public, seen, found = public_address(pages), 0, []
    for page in pages:
        for element, link in links(page):
            seen += 1
            scheme = urlsplit(link).scheme
            if scheme in SPOKEN:
                continue
            if (scheme or link.startswith("//")) and not (public and link.startswith(public)):
                if link not in configured or element not in {"a", "blockquote", "q"}:
                    found.append(f"{page.path}: {link} is not configured")
            elif wrong := trouble(link, page, public, anchors):
                found.append(f"{page.path}: {link} {wrong}")
    assert seen
    assert not found, f"{len(found)} dead links\n" + "\n".join(found[:60])


def test_public_address_is_configured(pages: list[SitePage], configured: str) -> None:
    """If the pages name the host they are published on, the content says so."""
    assert public_address(pages).rstrip("/") in configured


def test_styles_name_only_files_of_the_site(built_site: Path) -> None:
    """Each picture or font that a style sheet names lies in the site; nothing is imported from elsewhere."""
    sheets, dead = sorted(built_site.rglob("*.css")), []
    assert sheets
    for sheet in sheets:
        text = sheet.read_text(encoding="utf-8")
        named = re.findall(r"url\(\s*['\"]?([^'\")]+)", text) + re.findall(r"@import\s+['\"]([^'\"]+)", text)
        here = SitePage(built_site, sheet.relative_to(built_site).as_posix())
        dead += [f"{here.path}: {link}" for link in named if not (built_site / here.target(link)[0]).is_file()]
    assert not dead


def test_both_languages_have_the_same_pages(pages: list[SitePage]) -> None:
    """The two trees hold the same addresses, and each page declares the language it is written in."""
    trees = {language: {page.twin("") for page in pages if page.language == language} for language in LANGUAGES}
    assert all(trees.values())
    assert trees["zh"] == trees["en"]
    wrong = [page.path for page in pages if page.language and not page.tree.get("lang", "").startswith(page.language)]
    assert not wrong


def test_language_link_leads_to_the_same_page(pages: list[SitePage]) -> None:
    """Head and body of each page name its twin: alternate links for both languages, and a visible link to the other."""
    public, seen, found = public_address(pages), 0, []
    for page in pages:
        if not page.language or page.redirects:
            continue
        seen += 1
        for language in LANGUAGES:
            alternate = page.tree.xpath("//link[@rel='alternate'][starts-with(@hreflang, $l)]/@href", l=language)
            visible = page.tree.xpath("//body//a[starts-with(@hreflang, $l)]/@href", l=language)
            twin = page.twin(language)
            if [inside(str(link), page, public)[0] for link in alternate] != [twin]:
                found.append(f"{page.path}: alternate {language} is {alternate}")
            if language != page.language and twin not in {inside(str(link), page, public)[0] for link in visible}:
                found.append(f"{page.path}: the link to {language} is {visible}")
    assert seen
    assert not found, f"{len(found)} pages\n" + "\n".join(found[:40])


def test_canonical_is_the_page_itself(pages: list[SitePage]) -> None:
    """Each page names itself, once, as its canonical address; a site that has no public address yet names none."""
    public, seen, found = public_address(pages), 0, []
    published = any(canonical(page) for page in pages)
    for page in pages:
        if page.language and not page.redirects:
            seen += 1
            if [inside(link, page, public)[0] for link in canonical(page)] != [page.path] * published:
                found.append(f"{page.path}: {canonical(page)}")
    assert seen
    assert not found, f"{len(found)} pages\n" + "\n".join(found[:40])

"""What stands at the short addresses: a page that leads on, and a drawing of its code."""

from dataclasses import replace
from functools import cache
from xml.etree import ElementTree as ET

import pytest
import segno
from lxml import html
from tests.real_site import LIFT, ORANGE, RED, at, content_with

from lantian.build import plan
from lantian.formats.short_pages import ShortAddressTakenError, is_message, short_documents
from lantian.pages.page import Page, Site

ADDRESS = "https://www.example.gov.cn/air/"
SVG = "{http://www.w3.org/2000/svg}"


@cache
def site() -> Site:
    """Return the planned site under a warning."""
    return plan(content_with(ORANGE), at("11-21 12:00"))


def files(address: str | None = None, mode: str = "demo", pages: tuple[Page, ...] = ()) -> dict[str, bytes]:
    """Return the files of short addresses, by address, of a site at an address."""
    frame = replace(site().frame, address=address, mode=mode)
    documents = short_documents(frame, pages or site().pages, content_with().wording)
    return {document.address: document.data for document in documents}


def test_each_page_leads_on_by_itself_and_by_links_in_both_languages() -> None:
    """The page goes to the Chinese answer at once; links name it in both languages; no search engine lists it."""
    found = files()
    (school,) = (page for page in site().pages if page.address == "yangquan/school/")
    tree = html.document_fromstring(found[f"{school.short}index.html"].decode())
    assert tree.xpath("//meta[@http-equiv='refresh']/@content") == ["0; url=../../../zh/yangquan/school/"]
    assert tree.xpath("//a/@href") == ["../../../zh/yangquan/school/", "../../../en/yangquan/school/"]
    assert [link.text_content() for link in tree.xpath("//a")] == [school.title.zh, school.title.en]
    assert tree.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert not tree.xpath("//script | //style | //@style | //link")
    public = html.document_fromstring(files(ADDRESS)[f"{school.short}index.html"].decode())
    assert public.xpath("//link[@rel='canonical']/@href") == [f"{ADDRESS}zh/yangquan/school/"]


def test_every_short_address_has_its_page_and_nothing_else_without_a_public_address() -> None:
    """Without a public address there is nothing that a code could say, so there is no drawing."""
    assert sorted(files()) == sorted(f"{page.short}index.html" for page in site().pages if page.short)
    assert len(files()) > 400


def test_files_do_not_change_with_the_warning() -> None:
    """A lifted, a running and a raised warning leave the bytes alone; a message adds its own page."""
    found = files()
    for messages, moment in (((ORANGE, LIFT), "11-23 12:00"), ((ORANGE, RED), "11-21 19:00")):
        later = plan(content_with(*messages), at(moment))
        then = files(pages=later.pages)
        added = then.keys() - found.keys()
        assert {address: data for address, data in then.items() if address not in added} == found
        assert (
            added
            == {f"{page.short}index.html" for page in later.pages if page.short and is_message(page)} - found.keys()
            != set()
        )


def test_the_drawing_is_the_code_of_the_short_address() -> None:
    """The dark modules are those of the whole short address; the names and the address stand below it in words."""
    (school,) = (page for page in site().pages if page.address == "yangquan/school/")
    drawing = ET.fromstring(files(ADDRESS)[f"{school.short}qr.svg"])  # noqa: S314 - our own file
    said = [one.text for one in drawing.iter(f"{SVG}text")]
    assert said == [f"演示：{school.title.zh}", f"Demo: {school.title.en}", f"{ADDRESS}{school.short}"]
    (code,) = drawing.findall(f"{SVG}svg")
    modules = segno.make_qr(f"{ADDRESS}{school.short}", error="m").matrix
    assert code.get("viewBox") == f"0 0 {len(modules) + 8} {len(modules) + 8}"
    widest = max(float(one.get("font-size", 0)) * len(one.text or "") * 0.55 for one in drawing.iter(f"{SVG}text"))
    assert widest < 480


def test_demo_is_marked_and_official_is_not() -> None:
    """A demo says so in the title, the page and the drawing; an official site has no such words."""
    for mode, marked in (("demo", True), ("official", False)):
        for data in files(ADDRESS, mode).values():
            assert ("演示" in data.decode()) is marked


def test_markup_in_a_title_is_shown_as_text() -> None:
    """A name can not become an element, neither in the page nor in the drawing."""
    (school,) = (page for page in site().pages if page.address == "yangquan/school/")
    bad = replace(school, title=school.title.model_copy(update={"zh": "<img onerror=x>", "en": '"><script>'}))
    for data in files(ADDRESS, pages=(bad,)).values():
        assert b"<img" not in data
        assert b"<script" not in data


def test_two_pages_with_one_short_address_end_the_build() -> None:
    """Nothing is published where a code would lead to one of two answers."""
    one, other, *_ = (page for page in site().pages if page.short)
    with pytest.raises(ShortAddressTakenError, match=other.address):
        files(pages=(one, replace(other, short=one.short)))

"""Searching a page finds what a parser finds, in our own pages and in those that somebody wrote by hand."""

from pathlib import Path

import pytest
from lxml import html
from tests.publishing.small_site import NOON, small_content

from lantian.build import build
from lantian.publishing.page_links import WrittenPage, read_page, target

FILE = "zh/east/index.html"


def parsed(data: bytes, file: str) -> WrittenPage:
    """Return what a parser finds in a page."""
    tree = html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8"))
    above = file.rpartition("/")[0]
    links = (str(link) for link in tree.xpath("//@href | //@src"))
    inside = (link for link in links if not link.startswith(("data:", "tel:", "mailto:", "https://", "//")))
    return WrittenPage(
        file=file,
        links=frozenset((file, link[1:]) if link.startswith("#") else target(link, above) for link in inside),
        anchors=frozenset(map(str, tree.xpath("//@id"))),
        states=frozenset(map(str, tree.xpath("//@data-state"))),
        promises=tuple(map(str, tree.xpath("//*[@data-next-check]/@data-generated"))),
        source=" ".join(str(tree.xpath("string(/html/body)")).split()).encode(),
    )


def test_our_own_pages_are_read_as_a_parser_reads_them(tmp_path: Path) -> None:
    """On every page of a site the search finds the same links, anchors, states, promises and words."""
    build(small_content(tmp_path), tmp_path / "site", NOON, lambda _: None)
    files = [path.relative_to(tmp_path / "site").as_posix() for path in (tmp_path / "site").rglob("*.html")]
    assert len(files) > 100
    for file in files:
        data = (tmp_path / "site" / file).read_bytes()
        found, sure = read_page(data, file, None), parsed(data, file)
        assert found.source == data, f"{file} is not written as our pages are"
        assert (found.links, found.anchors, found.states) == (sure.links, sure.anchors, sure.states)
        assert set(found.promises) == set(sure.promises)
        assert found.says(sure.source.decode())


ODD = {
    "single quotes": "<p id='a' class=b><a href='b/'>c</a></p>",
    "no quotes": "<p id=a class=b><a href=b/>c</a></p>",
    "a break before the attribute": '<p\nid="a"><a\nhref="b/">c</a></p>',
    "capitals": '<P ID="a"><A HREF="b/">c</A></P>',
    "spaces around the sign": '<p id = "a"><a href = "b/">c</a></p>',
    "a comment": '<!-- <a href="no/" id="no">no</a> --><p id="a"><a href="b/">c</a></p>',
    "escaped": '<p id="a"><a href="b/?c=1&amp;d=2">c</a></p>',
}


@pytest.mark.parametrize("body", ODD.values(), ids=ODD.keys())
def test_pages_written_by_hand_go_to_the_parser(body: str) -> None:
    """However a page is written: what a reader can follow is found, and what stands in a comment is not."""
    page = read_page(f"<!doctype html><html><body>{body}</body></html>".encode(), FILE, None)
    assert page.links == {("zh/east/b/index.html", "")}
    assert page.anchors == {"a"}
    assert page.says("c")
    assert not page.says("no")


@pytest.mark.parametrize("way", ["single quotes", "no quotes", "a break before the attribute", "a comment"])
def test_a_template_that_is_written_otherwise_goes_to_the_parser(way: str) -> None:
    """A page of ours in which an attribute stands in another way is not half read."""
    page = read_page(f'<html><body data-template="odd">{ODD[way]}</body></html>'.encode(), FILE, None)
    assert page.links == {("zh/east/b/index.html", "")}
    assert page.anchors == {"a"}


SAID = {
    "as it stands": ("<p>east 2</p>", True),
    "divided by a tag": ("<p>ea<b>st</b> 2</p>", True),
    "divided by a break": ("<p>east\n  2</p>", True),
    "in an attribute": ('<p title="east 2">west</p>', False),
    "in the head": ("", False),
    "first in an attribute, then in the text": ('<p title="east 2">east 2</p>', True),
}


@pytest.mark.parametrize(("body", "said"), SAID.values(), ids=SAID.keys())
def test_words_count_where_a_reader_sees_them(body: str, said: bool) -> None:  # noqa: FBT001 - a case of the table
    """A page says what stands in the text of its body; titles, descriptions and attributes do not count."""
    data = f'<html><head><title>east 2</title><meta content="east 2"></head><body>{body}</body></html>'.encode()
    assert read_page(data, FILE, None).says("east 2") is said


def test_signs_that_are_escaped_count() -> None:
    """Words with signs that HTML escapes are found in the text."""
    page = read_page(b"<html><body><p>a &lt;b&gt; &amp; &#34;c&#39;</p></body></html>", FILE, None)
    assert page.says("""a <b> & "c'""")

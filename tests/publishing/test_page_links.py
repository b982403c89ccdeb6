"""Searching a page finds what a parser finds, in our own pages and in those that somebody wrote by hand."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from tests.publishing.small_site import NOON, small_content

from lantian.build import build
from lantian.publishing.link_targets import followed, is_foreign, target
from lantian.publishing.page_links import Pages, WrittenPage

FILE = "zh/east/index.html"


Ways = set[tuple[str, str]]
"""Files with anchors."""


def read_alone(data: bytes, file: str = FILE) -> tuple[WrittenPage, Ways]:
    """Return what is found in a page that no other was read before, and where it leads."""
    pages = Pages(None)
    return pages.read(data, file), set(pages.links)


def parsed(data: bytes, file: str) -> tuple[WrittenPage, Ways]:
    """Return what a parser finds in a page, and where it leads but to itself."""
    tree = html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8"))
    above = file.rpartition("/")[0]
    links = (str(link) for link in tree.xpath("//@href | //@src"))
    inside = (link for link in links if not link.startswith(("data:", "tel:", "mailto:", "https://", "//", "#")))
    page = WrittenPage(
        file=file,
        anchors=tuple(sorted(map(str, tree.xpath("//@id")))),
        states=frozenset(map(str, tree.xpath("//@data-state"))),
        promises=frozenset(map(str, tree.xpath("//*[@data-next-check]/@data-generated"))),
        source=" ".join(str(tree.xpath("string(/html/body)")).split()).encode(),
    )
    return page, {target(link, above) for link in inside}


def test_our_own_pages_are_read_as_a_parser_reads_them(tmp_path: Path) -> None:
    """On every page of a site the search finds the same links, anchors, states, promises and words."""
    build(small_content(tmp_path), tmp_path / "site", NOON, lambda _: None)
    files = [path.relative_to(tmp_path / "site").as_posix() for path in (tmp_path / "site").rglob("*.html")]
    assert len(files) > 100
    pages, everywhere = Pages(None), set()
    for file in files:
        data = (tmp_path / "site" / file).read_bytes()
        (found, ways), (sure, sure_ways) = read_alone(data, file), parsed(data, file)
        assert found.source == data, f"{file} is not written as our pages are"
        assert ways == sure_ways
        assert (found.anchors, found.states, found.promises) == (sure.anchors, sure.states, sure.promises)
        assert found.says(sure.source.decode())
        assert pages.read(data, file) == found
        everywhere |= ways
    assert set(pages.links) == everywhere, "what was followed from a folder beside is not followed again"


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
    page, ways = read_alone(f"<!doctype html><html><body>{body}</body></html>".encode())
    assert ways == {("zh/east/b/index.html", "")}
    assert page.anchors == ("a",)
    assert page.says("c")
    assert not page.says("no")


@pytest.mark.parametrize("way", ["single quotes", "no quotes", "a break before the attribute", "a comment"])
def test_a_template_that_is_written_otherwise_goes_to_the_parser(way: str) -> None:
    """A page of ours in which an attribute stands in another way is not half read."""
    page, ways = read_alone(f'<html><body data-template="odd">{ODD[way]}</body></html>'.encode())
    assert ways == {("zh/east/b/index.html", "")}
    assert page.anchors == ("a",)


def test_what_is_odd_is_odd_on_every_page() -> None:
    """Each page that has an odd line goes to the parser, also when another had the same before."""
    pages = Pages(None)
    for number in (1, 2):
        data = f'<body data-template="odd">\n<p id=a>\n<a href="{number}/">b</a></body>'.encode()
        assert pages.read(data, FILE).anchors == ("a",)
    assert set(pages.links) == {(f"zh/east/{number}/index.html", "") for number in (1, 2)}


def test_a_promise_whose_tag_is_divided_is_read_whole() -> None:
    """A promise counts from the moment in its own tag, over a break too, and from no other."""
    other = b'<p id="b" data-generated="before">c</p>'
    data = b'<body data-template="ours">%b<p id="a" data-next-check="later"\n data-generated="now">b</p>%b</body>'
    page, _ = read_alone(data % (other, other))
    assert page.promises == {"now"}
    assert page.source == data % (other, other)


def test_an_empty_state_is_a_state() -> None:
    """A mark of a state that says nothing is not taken for none."""
    page, _ = read_alone(b'<body data-template="ours"><p data-state="">a</p><p data-state="calm">b</p></body>')
    assert page.states == {"", "calm"}


@pytest.mark.parametrize("first", [b"", b"<!doctype html>"])
def test_a_comment_sends_a_page_of_ours_to_the_parser(first: bytes) -> None:
    """A comment is found whether or not another sign of exclamation stands before it, and nothing in it counts."""
    page, ways = read_alone(first + b'<body data-template="ours"><!-- <a href="no/" id="no">a</a> --></body>')
    assert (page.anchors, ways) == ((), set())


@given(st.text("a./#?%:", max_size=9), st.lists(st.sampled_from(("a", "b")), max_size=3).map("/".join))
def test_ways_told_by_heart_lead_where_they_lead(way: str, above: str) -> None:
    """What was found for a way once leads to the same file from any folder, unless it is foreign."""
    assert followed(way, above) == (None if is_foreign(way) else target(way, above))


def test_a_missing_anchor_of_the_page_itself_is_told() -> None:
    """A page that leads to an anchor of its own leads nowhere else; one that is not there is told."""
    page, ways = read_alone(b'<body data-template="ours"><p id="a"><a href="#a">b</a><a href="#c">d</a></p></body>')
    assert page.anchors == ("a",)
    assert ways == {(FILE, "c")}


def test_pages_beside_each_other_lead_up_alike() -> None:
    """A link that leads up is followed once for all folders beside; one that leads down, from each."""
    pages = Pages("https://own.example/")
    ways = ("../b/", "c/", "./#d", "tel:1", "https://own.example/zh/")
    data = b'<body data-template="ours">' + b"".join(b'<a href="%b">e</a>' % way.encode() for way in ways) + b"</body>"
    for file in ("zh/east/index.html", "zh/west/index.html"):
        pages.read(data, file)
    own = {(f"zh/{place}/{name}", "") for place in ("east", "west") for name in ("c/index.html",)}
    assert set(pages.links) == own | {
        ("zh/b/index.html", ""),
        ("zh/index.html", ""),
        ("zh/east/index.html", "d"),
        ("zh/west/index.html", "d"),
    }


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
    assert read_alone(data)[0].says("east 2") is said


def test_signs_that_are_escaped_count() -> None:
    """Words with signs that HTML escapes are found in the text."""
    page, _ = read_alone(b"<html><body><p>a &lt;b&gt; &amp; &#34;c&#39;</p></body></html>")
    assert page.says("""a <b> & "c'""")

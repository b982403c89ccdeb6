"""Running text can not carry a script, in whatever way it is written; everything else stays what it was."""

import re

import pytest
from markdown import Markdown

from lantian.rendering.plain_markdown import PlainMarkdown
from lantian.rendering.settings import pelican_settings

HOSTILE = (
    "<script>alert(1)</script>",
    "text <script>alert(1)</script> text",
    "<div markdown='1' onclick='x()'>*a*</div>",
    "> <img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x]( JavaScript:alert(1))",
    "[x](java&#115;cript:alert(1))",
    "[x](java&Tab;script:alert(1))",
    "[x](javascript://[)",
    "![x](data:text/html;base64,AAAA)",
    "<javascript:alert(1)>",
    "[x][1]\n\n[1]: vbscript:x",
    "<!-- a comment --><script>alert(1)</script>",
)


def spoken(text: str) -> str:
    """Return what becomes of a text with the extensions of the site."""
    return Markdown(extensions=["markdown.extensions.extra", "markdown.extensions.meta", PlainMarkdown()]).convert(text)


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_runs(text: str) -> None:
    """No element of the text's own and no link that runs something gets through."""
    found = spoken(text)
    assert set(re.findall(r"<([a-z]+)", found)) <= {"p", "a", "em", "blockquote", "img"}
    assert not re.search(r"<[^>]*\s(?:on\w+|markdown)=", found)
    assert not re.search(r"(?:href|src)=.?\s*(?:java|vb|data)", found, re.IGNORECASE)


def test_what_looks_like_html_is_shown() -> None:
    """Typed HTML stands on the page as it was typed."""
    assert spoken("<script>alert(1)</script>") == "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"


def test_ordinary_links_stay() -> None:
    """Pages, files of the site, mail and phone can be linked."""
    targets = ("https://www.example.gov.cn/", "{filename}about.md", "../data/index.json", "mailto:a@b.cn", "tel:12369")
    for target in targets:
        assert f'href="{target}"' in spoken(f"[x]({target})")


def test_the_site_reads_its_text_so(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The settings of the site name the extension last, so that none behind it lets HTML in again."""
    folder = tmp_path_factory.mktemp("site")
    settings = pelican_settings(folder, folder, folder, lambda _: pytest.fail("not planned"), None)
    assert isinstance(settings["MARKDOWN"]["extensions"][-1], PlainMarkdown)

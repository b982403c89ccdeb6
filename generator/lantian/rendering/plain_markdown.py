"""Running text is text: HTML in it is shown as it was typed, and a link leads to a page, a mail or a phone."""

from html import unescape
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

SCHEMES = frozenset({"", "http", "https", "mailto", "tel"})


class PlainMarkdown(Extension):
    """Takes raw HTML out of Markdown; must come after every extension that would read HTML itself."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's own name
        """Leave HTML to the escaping of ordinary text, and look at every link at the end."""
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.treeprocessors.register(_Links(md), "plain_links", 0)


class _Links(Treeprocessor):
    def run(self, root: Element) -> None:
        """Take the target from links and pictures that would run something instead of leading somewhere."""
        for element in root.iter():
            for name in ("href", "src"):
                target = element.get(name)
                if target is not None and not _leads(target):
                    del element.attrib[name]


def _leads(target: str) -> bool:
    """Tell whether a target, read as a browser reads it, is a page, a mail or a phone."""
    try:
        return urlsplit(unescape(target).strip()).scheme.lower() in SCHEMES
    except ValueError:  # brackets of an address that is none
        return False

"""What a built page is made of, counted: the measure that the rival's page has to meet."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import html


@dataclass(frozen=True, slots=True)
class Shape:
    """One HTML file: address below the root, language, bytes, all elements, and the blocks of its `main`."""

    address: str
    language: str
    size: int
    elements: int
    headings: int
    paragraphs: int
    items: int
    marks: int
    rows: int
    cells: int
    """Cells of all rows together."""


def read_tree(file: Path) -> html.HtmlElement:
    """Return the parsed document."""
    return html.document_fromstring(file.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))


def read_shapes(site: Path) -> Iterator[Shape]:
    """Yield the shape of every HTML file of a built site, in order of its path; a link is counted where it leads."""
    for file in sorted(path for path in site.rglob("*.html") if not path.is_symlink()):
        tree = read_tree(file)
        address = file.relative_to(site).as_posix()
        yield Shape(
            address=address,
            language="en" if address.startswith("en/") else "zh",
            size=file.stat().st_size,
            elements=sum(isinstance(element.tag, str) for element in tree.iter()),
            headings=_count(tree, "h1|h2|h3"),
            paragraphs=_count(tree, "p|dd|small"),
            items=_count(tree, "li|dt"),
            marks=_count(tree, "svg"),
            rows=_count(tree, "tr"),
            cells=_count(tree, "td|th"),
        )


def _count(tree: html.HtmlElement, names: str) -> int:
    """Count the elements of these names inside `main`."""
    path = " | ".join(f"//main//{name}" for name in names.split("|"))
    return len(tree.xpath(path))

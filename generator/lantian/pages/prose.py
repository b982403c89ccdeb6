"""Pages of running text: Markdown files of the same name in both languages."""

from collections.abc import Iterator

from lantian.model.content import Content
from lantian.pages.page import Page


def prose_pages(content: Content) -> Iterator[Page]:
    """Yield a page per text; its words are read when it is written."""
    for prose in content.prose:
        yield Page(
            address=f"{prose.slug}/", template="pages/prose.html", title=prose.title, view=None,
            prose=f"{prose.slug}.md",
        )  # fmt: skip

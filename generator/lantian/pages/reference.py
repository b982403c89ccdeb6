"""Pages to look things up: the glossary of the field and the site map."""

from collections.abc import Iterator

from lantian.model.content import Content, Term
from lantian.model.view import view
from lantian.pages import addresses
from lantian.pages.page import Page
from lantian.pages.site_map import site_map


@view
class GlossaryView:
    """All terms, in the order of the list."""

    terms: tuple[Term, ...]


def reference_pages(content: Content) -> Iterator[Page]:
    """Yield the glossary and the site map."""
    yield Page(
        address=addresses.GLOSSARY, template="pages/glossary.html",
        title=content.wording.pattern("reference.glossary"), view=GlossaryView(terms=content.vocabulary.glossary),
    )  # fmt: skip
    yield site_map(content)

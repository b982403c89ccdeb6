"""What the grades mean and whom to ask; it changes only with the plan."""

from collections.abc import Iterator
from functools import partial

from lantian.model.text import Text
from lantian.model.view import view
from lantian.pages import addresses
from lantian.pages.blocks import Fact
from lantian.pages.edition import Edition
from lantian.pages.enterprise_entry import kind_of, transport_sentence
from lantian.pages.enterprise_matrix import all_cells
from lantian.pages.enterprise_words import Contact, KindWord, contacts, kind_words
from lantian.pages.inventory import list_way
from lantian.pages.page import Later, Link, Page


@view
class GradesView:
    """The words of the tables."""

    grades: tuple[Fact, ...]
    kinds: tuple[KindWord, ...]
    transports: tuple[Text, ...]
    contacts: tuple[Contact, ...]
    listed: tuple[Link, ...]
    """The way to the companies by name, where the place has an inventory."""
    ways: tuple[Link, ...]


def help_pages(edition: Edition, crumbs: tuple[Link, ...]) -> Iterator[Page]:
    """Yield the page of the grades."""
    place, names = edition.place.id, edition.place.names
    grades = addresses.enterprise_topic(place, "grades")
    title = edition.say("enterprise.grades_title", place=names)
    yield edition.still(grades, "enterprise_grades", title, Later(partial(grades_view, edition)), crumbs)


def grades_view(edition: Edition) -> GradesView:
    """Explain the grades that the plan has, and the words and transport rules that its tables use."""
    rows = edition.plan.industry.sectors
    place = edition.place.id
    cells = tuple((row, cell) for row in rows for cell in all_cells(edition, row))
    transports = {cell.transport: (row, cell) for row, cell in cells if cell.transport != "none"}
    return GradesView(
        grades=tuple(_grade(edition, grade) for grade in edition.plan.industry.grades),
        kinds=kind_words(edition, (kind_of(cell) for _, cell in cells)),
        transports=tuple(transport_sentence(edition, cell) for row, cell in transports.values()),
        contacts=tuple(contacts(edition)),
        listed=list_way(edition),
        ways=(
            Link(addresses.sectors(place), edition.say("enterprise.all_sectors")),
            Link(addresses.enterprise_topic(place, "not-listed"), edition.say("enterprise.unlisted_way")),
        ),
    )


def _grade(edition: Edition, grade: str) -> Fact:
    entry = edition.content.vocabulary.grades[grade]
    return Fact(entry.names, entry.text or edition.say("enterprise.grade_unexplained"))

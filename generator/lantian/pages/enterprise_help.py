"""What the grades mean and whom to ask, and what a company does that is on no list. Both change only with the plan."""

from collections.abc import Iterator

from lantian.model.industry import EnterpriseClass
from lantian.model.text import Text
from lantian.model.view import view
from lantian.pages import addresses
from lantian.pages.blocks import Doubt, Fact, Said, doubt_of
from lantian.pages.edition import Edition
from lantian.pages.enterprise_matrix import all_cells, kind_of, transport_sentence
from lantian.pages.enterprise_words import Contact, KindWord, contacts, kind_words
from lantian.pages.inventory import list_way
from lantian.pages.page import Link, Page

EXPECTED = {"micro": "enterprise.no_micro", "unlisted": "enterprise.no_unlisted"}
"""Classes that readers ask for, and what is said where a plan has no such rule."""


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


@view
class ClassBlock:
    """A rule for companies without a row, with all its conditions."""

    anchor: str
    names: Text
    said: Said
    conditions: tuple[Text, ...]
    doubt: Doubt | None


@view
class UnlistedView:
    """The cases of a company that is on no list."""

    classes: tuple[ClassBlock, ...]
    unsaid: tuple[Text, ...]
    """What readers expect here and the plan does not say."""
    contacts: tuple[Contact, ...]
    ways: tuple[Link, ...]
    doubts: str


def help_pages(edition: Edition, crumbs: tuple[Link, ...]) -> Iterator[Page]:
    """Yield the page of the grades and the page of companies that are on no list."""
    place, names = edition.place.id, edition.place.names
    grades = addresses.enterprise_topic(place, "grades")
    title = edition.say("enterprise.grades_title", place=names)
    yield edition.still(grades, "enterprise_grades", title, grades_view(edition), crumbs)
    unlisted = addresses.enterprise_topic(place, "not-listed")
    title = edition.say("enterprise.unlisted_title", place=names)
    yield edition.still(unlisted, "enterprise_unlisted", title, unlisted_view(edition), crumbs)


def grades_view(edition: Edition) -> GradesView:
    """Explain the grades that the plan has, and the words and transport rules that its tables use."""
    rows = edition.plan.industry.sectors
    place = edition.place.id
    cells = tuple((row, cell) for row in rows for cell in all_cells(edition, row))
    transports = {cell.transport: (row, cell) for row, cell in cells if cell.transport != "none"}
    return GradesView(
        grades=tuple(_grade(edition, grade) for grade in edition.plan.industry.grades),
        kinds=kind_words(edition, (kind_of(cell) for _, cell in cells)),
        transports=tuple(transport_sentence(edition, row, cell) for row, cell in transports.values()),
        contacts=tuple(contacts(edition)),
        listed=list_way(edition),
        ways=(
            Link(addresses.sectors(place), edition.say("enterprise.all_sectors")),
            Link(addresses.enterprise_topic(place, "not-listed"), edition.say("enterprise.unlisted_way")),
        ),
    )


def unlisted_view(edition: Edition) -> UnlistedView:
    """Return the rules for companies without a row, and say which of the expected ones are missing."""
    classes = edition.plan.industry.classes
    place = edition.place.id
    stated = {one.id for one in classes}
    return UnlistedView(
        classes=tuple(_class(edition, one) for one in classes),
        unsaid=tuple(edition.say(key) for expected, key in EXPECTED.items() if expected not in stated),
        contacts=tuple(contacts(edition)),
        ways=(
            Link(addresses.sectors(place), edition.say("enterprise.all_sectors")),
            Link(addresses.enterprise_topic(place, "grades"), edition.say("enterprise.grades_way")),
        ),
        doubts=addresses.plan(place, "doubts"),
    )


def _grade(edition: Edition, grade: str) -> Fact:
    entry = edition.content.vocabulary.grades[grade]
    return Fact(entry.names, entry.text or edition.say("enterprise.grade_unexplained"))


def _class(edition: Edition, rule: EnterpriseClass) -> ClassBlock:
    doubt = doubt_of(edition.plan, rule.doubt)
    return ClassBlock(
        anchor=addresses.slug(rule.id),
        names=rule.names,
        said=Said(id=rule.id, text=rule.text, duty=rule.duty, citation=edition.cite(rule.cite)),
        conditions=rule.conditions,
        doubt=doubt,
    )

"""What a company does that is on no list: three questions, each with what the plan says or that it does not (ux.md P5).

It changes only with the plan.
"""

from collections.abc import Iterator
from functools import partial

from lantian.model.citation import Citation
from lantian.model.industry import EnterpriseClass, Unlisted
from lantian.model.text import Text
from lantian.model.view import view
from lantian.pages import addresses
from lantian.pages.blocks import Doubt, Said, doubt_of
from lantian.pages.edition import Edition
from lantian.pages.enterprise_guidance import address as guidance_address
from lantian.pages.enterprise_words import Contact, contacts
from lantian.pages.page import Later, Link, Page

QUESTIONS: tuple[Unlisted, ...] = ("may_continue", "common", "same_kind")


@view
class ClassBlock:
    """A rule for companies without a row, with all its conditions."""

    anchor: str
    names: Text
    said: Said
    conditions: tuple[Text, ...]
    doubt: Doubt | None


@view
class Outcome:
    """One of the three questions: the rules that answer it, or that the plan has none."""

    anchor: str
    question: Text
    classes: tuple[ClassBlock, ...]
    text: Text | None
    """What a table of its own says to such companies, where the plan has one."""
    citation: Citation | None
    way: Link | None
    """Where to read on: that table, or the sectors whose measures are meant."""
    unsaid: Text | None


@view
class UnlistedView:
    """The three cases of a company that is on no list, and what else the plan says of kinds of companies."""

    outcomes: tuple[Outcome, ...]
    others: tuple[ClassBlock, ...]
    contacts: tuple[Contact, ...]
    ways: tuple[Link, ...]
    doubts: str


def not_listed_pages(edition: Edition, crumbs: tuple[Link, ...]) -> Iterator[Page]:
    """Yield the page of companies that are on no list."""
    address = addresses.enterprise_topic(edition.place.id, "not-listed")
    title = edition.say("enterprise.unlisted_title", place=edition.place.names)
    yield edition.still(address, "enterprise_unlisted", title, Later(partial(unlisted_view, edition)), crumbs)


def unlisted_view(edition: Edition) -> UnlistedView:
    """Return the three cases; what the plan does not say is said to be unsaid, never left out."""
    place = edition.place.id
    others = (one for one in edition.plan.industry.classes if one.unlisted is None)
    return UnlistedView(
        outcomes=tuple(_outcome(edition, question) for question in QUESTIONS),
        others=tuple(_class(edition, one) for one in others),
        contacts=tuple(contacts(edition)),
        ways=(
            Link(addresses.sectors(place), edition.say("enterprise.all_sectors")),
            Link(addresses.enterprise_topic(place, "grades"), edition.say("enterprise.grades_way")),
        ),
        doubts=addresses.plan(place, "doubts"),
    )


def _outcome(edition: Edition, question: Unlisted) -> Outcome:
    chapter = edition.plan.industry
    classes = tuple(_class(edition, one) for one in chapter.classes if one.unlisted == question)
    guided = question == "same_kind" and bool(chapter.guidance)
    return Outcome(
        anchor=f"case-{addresses.slug(question)}",
        question=edition.say(f"not_listed.{question}"),
        classes=classes,
        text=chapter.guidance_text if guided else None,
        citation=edition.cite(chapter.guidance_cite) if guided and chapter.guidance_cite is not None else None,
        way=_way(edition, guided=guided) if question == "same_kind" else None,
        unsaid=None if classes or guided else edition.say(f"not_listed.no_{question}"),
    )


def _way(edition: Edition, *, guided: bool) -> Link | None:
    if guided:
        return Link(guidance_address(edition), edition.say("enterprise_guidance.way"))
    if not edition.plan.industry.sectors:
        return None
    return Link(addresses.sectors(edition.place.id), edition.say("enterprise.all_sectors"))


def _class(edition: Edition, rule: EnterpriseClass) -> ClassBlock:
    return ClassBlock(
        anchor=addresses.slug(rule.id),
        names=rule.names,
        said=Said(id=rule.id, text=rule.text, duty=rule.duty, citation=edition.cite(rule.cite)),
        conditions=rule.conditions,
        doubt=doubt_of(edition.plan, rule.doubt),
    )

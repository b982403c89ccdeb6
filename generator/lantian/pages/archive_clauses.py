"""Every statement of a campaign that has ended, item by item, with the bodies that the document names."""

from collections.abc import Iterator

from lantian.model.campaign import CampaignStatement, Passage
from lantian.model.citation import Citation
from lantian.model.text import Text
from lantian.model.view import view
from lantian.pages.archived import Archived, Ended, File
from lantian.pages.blocks import Fact
from lantian.pages.page import Link


@view
class ArchivedStatement:
    """One thing that was said; `duty` is empty where the document states a fact."""

    id: str
    text: Text
    duty: str
    actor: Text | None
    condition: Text | None
    due: Text | None
    doubts: tuple[Link, ...]


@view
class ArchivedPassage:
    """A paragraph, who was to see to it, and what it says."""

    id: str
    who: tuple[Fact, ...]
    citation: Citation
    rows: tuple[ArchivedStatement, ...]


@view
class ArchivedItem:
    """A numbered item with its paragraphs; without a heading where the document numbers none."""

    heading: Text | None
    passages: tuple[ArchivedPassage, ...]


@view
class ArchivedSection:
    """A section with its items."""

    id: str
    heading: Text
    items: tuple[ArchivedItem, ...]


@view
class ArchivedClausesView:
    """All statements by section."""

    ended: Ended
    contents: tuple[Link, ...]
    sections: tuple[ArchivedSection, ...]
    file: File


def archived_clauses_view(archived: Archived) -> ArchivedClausesView:
    """Return the statements in the order of the document; a section without any is left out."""
    page = archived.address("clauses")
    campaign = archived.campaign
    sections = tuple(
        ArchivedSection(f"section-{one.id}", one.names, tuple(_items(archived, one.id))) for one in campaign.sections
    )
    shown = tuple(one for one in sections if one.items)
    number = sum(len(passage.statements) for passage in campaign.passages)
    return ArchivedClausesView(
        ended=archived.ended(archived.say("archive.clauses_heading", number=number, items=len(campaign.items))),
        contents=tuple(Link(page, one.heading, anchor=one.id) for one in shown),
        sections=shown,
        file=archived.files("statements")[0],
    )


def _items(archived: Archived, section: str) -> Iterator[ArchivedItem]:
    passages = tuple(one for one in archived.campaign.passages if one.section == section)
    loose = tuple(_passage(archived, one) for one in passages if one.item is None)
    if loose:
        yield ArchivedItem(None, loose)
    for item in archived.campaign.items:
        own = tuple(_passage(archived, one) for one in passages if one.item == item.number)
        if own:
            yield ArchivedItem(archived.say("archive.item", number=item.number, names=item.names), own)


def _passage(archived: Archived, passage: Passage) -> ArchivedPassage:
    return ArchivedPassage(
        id=f"passage-{passage.id}",
        who=tuple(_who(archived, passage)),
        citation=archived.cite(passage.cite),
        rows=tuple(_statement(archived, one) for one in passage.statements),
    )


def _who(archived: Archived, passage: Passage) -> Iterator[Fact]:
    for role in ("lead", "support", "local"):
        names = archived.bodies(getattr(passage, role))
        if names is not None:
            yield Fact(archived.say(f"archive.{role}"), names)


def _statement(archived: Archived, one: CampaignStatement) -> ArchivedStatement:
    return ArchivedStatement(
        id=f"statement-{one.id}",
        text=one.text,
        duty=one.duty or "",
        actor=one.actor,
        condition=one.condition,
        due=one.due,
        doubts=archived.doubts(one.doubts),
    )

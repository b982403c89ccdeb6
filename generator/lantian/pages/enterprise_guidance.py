"""What companies outside the key sectors stop or cut: a level per column, silence told as silence."""

from collections.abc import Iterator
from itertools import groupby

from lantian.model.citation import Citation
from lantian.model.industry import GuidanceLevel, GuidanceRow
from lantian.model.text import Text
from lantian.model.view import view
from lantian.pages import addresses
from lantian.pages.blocks import Doubt, Fact, doubt_of
from lantian.pages.edition import Edition
from lantian.pages.enterprise_entry import Entry, entry_of, kind_of
from lantian.pages.enterprise_now import Answers, Mark, answer, lines, marks
from lantian.pages.enterprise_words import KindWord, kind_words
from lantian.pages.page import Later, Link, Page

ANSWERS = Answers(
    none="enterprise_guidance.headline_none",
    in_force="enterprise_guidance.headline_in_force",
    announced="enterprise_guidance.headline_announced",
    would="enterprise_guidance.would_follow",
)


@view
class GuidedBox:
    """One kind of company at one level; without `entries` the plan does not list it there."""

    tone: str
    mark: str
    label: Text
    duty: str
    entries: tuple[Entry, ...]
    citation: Citation | None


@view
class GuidedRow:
    """One kind of company across the levels."""

    anchor: str
    names: Text
    boxes: tuple[GuidedBox, ...]
    silence: Text | None
    doubts: tuple[Doubt, ...]


@view
class GuidedGroup:
    """Rows under one heading of the document, or under none."""

    heading: Text | None
    rows: tuple[GuidedRow, ...]


@view
class GuidanceView:
    """The whole guidance of a plan."""

    headline: Text
    lines: tuple[Text, ...]
    rule: Fact | None
    """Whom it binds and how much is left open."""
    jumps: tuple[Link, ...]
    groups: tuple[GuidedGroup, ...]
    kinds: tuple[KindWord, ...]
    doubt_page: str
    ways: tuple[Link, ...]


def guidance_pages(edition: Edition, crumbs: tuple[Link, ...]) -> Iterator[Page]:
    """Yield the page, if the plan has guidance for companies outside the key sectors."""
    if edition.plan.industry.guidance:
        title = edition.say("enterprise_guidance.title", place=edition.place.names)
        view = Later(lambda: guidance_view(edition))
        yield edition.live(address(edition), "enterprise_guidance", title, view, crumbs)


def address(edition: Edition) -> str:
    """Return the address of the page."""
    return addresses.enterprise_topic(edition.place.id, "guidance")


def guidance_view(edition: Edition) -> GuidanceView:
    """Return what the page shows."""
    chapter = edition.plan.industry
    cells = tuple(cell for row in chapter.guidance for level in row.levels.values() for cell in level.cells)
    grouped = groupby(chapter.guidance, key=lambda row: row.group)
    rule = None
    if chapter.guidance_text is not None and chapter.guidance_cite is not None:
        label = edition.say("enterprise_guidance.binds")
        rule = Fact(label, chapter.guidance_text, edition.cite(chapter.guidance_cite))
    return GuidanceView(
        headline=answer(edition, ANSWERS),
        lines=tuple(lines(edition)),
        rule=rule,
        jumps=tuple(Link(address(edition), row.names, addresses.slug(row.id)) for row in chapter.guidance),
        groups=tuple(GuidedGroup(group, tuple(_row(edition, row) for row in rows)) for group, rows in grouped),
        kinds=kind_words(edition, (kind_of(cell) for cell in cells)),
        doubt_page=addresses.plan(edition.place.id, "doubts"),
        ways=(
            Link(addresses.sectors(edition.place.id), edition.say("enterprise.all_sectors")),
            Link(addresses.enterprise_topic(edition.place.id, "not-listed"), edition.say("enterprise.unlisted_way")),
        ),
    )


def _row(edition: Edition, row: GuidanceRow) -> GuidedRow:
    marked = marks(edition)
    doubts = (doubt_of(edition.plan, doubt) for doubt in row.doubts)
    return GuidedRow(
        anchor=addresses.slug(row.id),
        names=row.names,
        boxes=tuple(
            _box(edition, row, row.levels.get(level.id), level.id, level.names, marked.get(level.id))
            for level in edition.plan.levels
        ),
        silence=row.silence,
        doubts=tuple(doubt for doubt in doubts if doubt is not None),
    )


def _box(
    edition: Edition, row: GuidanceRow, said: GuidanceLevel | None, tone: str, names: Text, mark: Mark | None
) -> GuidedBox:
    return GuidedBox(
        tone=tone,
        mark=mark.kind if mark is not None else "",
        label=names if mark is None else edition.say("enterprise.column", level=names, mark=mark.text),
        duty=said.duty if said is not None else "",
        entries=() if said is None else tuple(entry_of(edition, row, cell) for cell in said.cells),
        citation=None if said is None else edition.cite(said.cite),
    )

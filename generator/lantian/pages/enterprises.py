"""The pages for companies: the start, the list of sectors, a page per sector, the grades, and who is not listed."""

from collections.abc import Iterator
from functools import partial

from lantian.model.industry import Grade, SectorRow
from lantian.model.text import Text
from lantian.model.view import view
from lantian.pages import addresses
from lantian.pages.blocks import Fact, Said
from lantian.pages.boards import board_pages, boards_link
from lantian.pages.edition import Edition
from lantian.pages.enterprise_guidance import address as guidance_address
from lantian.pages.enterprise_guidance import guidance_pages
from lantian.pages.enterprise_help import help_pages
from lantian.pages.enterprise_matrix import grade_names
from lantian.pages.enterprise_now import Answers, answer, lines, start
from lantian.pages.enterprise_sectors import sector_pages
from lantian.pages.enterprise_words import advised, begins, common_rules, holds_common
from lantian.pages.inventory import LookupBlock, lookup_block
from lantian.pages.not_listed import not_listed_pages
from lantian.pages.page import Later, Link, Page

ANSWERS = Answers(
    none="enterprise.headline_none",
    in_force="enterprise.headline_in_force",
    announced="enterprise.headline_announced",
    would="enterprise.would_reduce",
)


@view
class SectorLine:
    """One row of the annex in a list; `grades` are those for which the row lists anything at any level."""

    number: int
    names: Text
    address: str
    grades: tuple[Text, ...]
    branches: tuple[Text, ...]


@view
class StartView:
    """Where a company begins."""

    headline: Text
    lines: tuple[Text, ...]
    begins: tuple[Fact, ...]
    sectors: tuple[SectorLine, ...]
    no_sectors: Text
    """What is said where no row is held: nothing of the plan."""
    ways: tuple[Link, ...]
    common_intro: Text
    common: tuple[Said, ...]
    no_common: Text
    """What is said where there are none: the plan lists none at the level, or this site holds none of them."""
    advised: tuple[Said, ...]
    doubts: str
    lookup: LookupBlock | None
    """The search for a company, where the place has an inventory."""


@view
class SectorsView:
    """All rows of the plan, and the sectors of the national list that have no row of their own."""

    headline: Text
    sectors: tuple[SectorLine, ...]
    no_sectors: Text
    without_row: tuple[Text, ...]
    """Empty where no row is held: of such a plan nobody can say which rows it lacks."""
    rest: Link | None
    """The row that takes in what has none of its own, if the plan has one."""
    ways: tuple[Link, ...]


def enterprise_pages(edition: Edition) -> Iterator[Page]:
    """Yield the start page for companies, and what their sector asks of them."""
    crumbs = crumb, below = _crumbs(edition)
    title = edition.say("enterprise.title", place=edition.place.names)
    yield edition.live(crumb.address, "enterprise", title, Later(partial(start_view, edition)))
    listed = edition.say("enterprise.sectors_title", place=edition.place.names)
    view = Later(partial(sectors_view, edition))
    yield edition.still(below.address, "enterprise_sectors", listed, view, (crumb,))
    yield from sector_pages(edition, crumbs)


def sheet_pages(edition: Edition) -> Iterator[Page]:
    """Yield the sheets for gates, of which none changes with the warning."""
    yield from board_pages(edition, _crumbs(edition))


def general_pages(edition: Edition) -> Iterator[Page]:
    """Yield the pages for companies that no row of their sector answers, and on the grades."""
    crumb, _ = _crumbs(edition)
    yield from guidance_pages(edition, (crumb,))
    yield from help_pages(edition, (crumb,))
    yield from not_listed_pages(edition, (crumb,))


def _crumbs(edition: Edition) -> tuple[Link, Link]:
    place = edition.place.id
    return (
        Link(addresses.enterprise(place), edition.say("enterprise.crumb")),
        Link(addresses.sectors(place), edition.say("enterprise.sectors_crumb")),
    )


def start_view(edition: Edition) -> StartView:
    """Return what the start shows; with a level shown, its rules, otherwise all rules with their levels."""
    rows = edition.plan.industry.sectors
    return StartView(
        headline=answer(edition, ANSWERS) if rows else edition.say("enterprise.sectors_none"),
        lines=tuple(lines(edition)) if rows else (),
        begins=begins(edition),
        sectors=_lines(edition),
        no_sectors=edition.say("enterprise.rules_not_held"),
        ways=_ways(edition),
        common_intro=_common_intro(edition),
        common=common_rules(edition),
        no_common=edition.say("enterprise.rules_unsaid" if holds_common(edition) else "enterprise.rules_not_held"),
        advised=advised(edition),
        doubts=addresses.plan(edition.place.id, "doubts"),
        lookup=lookup_block(edition),
    )


def sectors_view(edition: Edition) -> SectorsView:
    """Return the list of rows; it says nothing of the warning."""
    rows = edition.plan.industry.sectors
    own, known = {row.sector for row in rows}, edition.content.vocabulary.sectors
    rest = next((row for row in rows if row.sector == "other"), None)
    headline = edition.say("enterprise.sectors_headline", number=len(rows))
    return SectorsView(
        headline=headline if rows else edition.say("enterprise.sectors_none"),
        sectors=_lines(edition),
        no_sectors=edition.say("enterprise.rules_not_held"),
        without_row=tuple(names for one, names in known.items() if one not in own) if rows else (),
        rest=Link(_address(edition, rest), rest.names) if rest else None,
        ways=_ways(edition),
    )


def _lines(edition: Edition) -> tuple[SectorLine, ...]:
    rows = sorted(edition.plan.industry.sectors, key=lambda row: row.number)
    return tuple(
        SectorLine(
            number=row.number,
            names=row.names,
            address=_address(edition, row),
            grades=grade_names(edition, tuple(grade for grade in row.grades if _lists(edition, row, grade))),
            branches=tuple(branch.names for branch in row.branches),
        )
        for row in rows
    )


def _lists(edition: Edition, row: SectorRow, grade: Grade) -> bool:
    """Tell whether a row lists anything for a grade, at whatever level."""
    cells = (cell for level in edition.plan.levels for cell in edition.plan.industry.cells(row, level.id, grade))
    return any(cell.effective_kind != "not_applicable" for cell in cells)


def _address(edition: Edition, row: SectorRow) -> str:
    return addresses.sector(edition.place.id, row.number, row.sector)


def _ways(edition: Edition) -> tuple[Link, ...]:
    place = edition.place.id
    guided = Link(guidance_address(edition), edition.say("enterprise_guidance.way"))
    return (
        *((guided,) if edition.plan.industry.guidance else ()),
        Link(addresses.enterprise_topic(place, "not-listed"), edition.say("enterprise.unlisted_way")),
        Link(addresses.enterprise_topic(place, "grades"), edition.say("enterprise.grades_way")),
        *((boards_link(edition),) if edition.plan.industry.sectors else ()),
    )


def _common_intro(edition: Edition) -> Text:
    situation = edition.situation
    shown = situation.shown_level
    if shown is None:
        return edition.say("enterprise.common_rules")
    level = edition.plan.level(shown).names
    if situation.level is not None:
        return edition.say("enterprise.common_at", level=level)
    if situation.exercise_level is not None:
        return edition.say("exercise.would", level=level, sentence=edition.say("enterprise.common_would"))
    return edition.say("enterprise.common_from", at=start(edition))

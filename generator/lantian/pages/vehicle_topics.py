"""Pages on the vehicle rules that change only with the plan: areas, exemptions, how to find the emission standard."""

from collections.abc import Iterator
from functools import partial

from lantian.model.citation import Citation
from lantian.model.level import LevelId
from lantian.model.text import Text
from lantian.model.vehicle import VehicleRule
from lantian.model.view import view
from lantian.pages import addresses
from lantian.pages.blocks import Said
from lantian.pages.edition import Edition
from lantian.pages.once import once
from lantian.pages.page import Later, Link, Page
from lantian.pages.vehicle_cards import Exempt, exempt, ruled


@view
class AreaEntry:
    """A kind of road or place, and every rule that names it."""

    id: str
    names: Text
    description: Text
    citation: Citation
    rules: tuple[Said, ...]


@view
class AreasView:
    """All kinds of places that the rules tell apart."""

    answer: Text
    areas: tuple[AreaEntry, ...]
    doubts: str
    links: tuple[Link, ...]


@view
class ExemptRow:
    """An exemption and the rule that it is from."""

    exempt: Exempt
    rule: Text
    citation: Citation


@view
class ExemptGroup:
    """Exemptions of one kind."""

    id: str
    heading: Text
    note: Text
    rows: tuple[ExemptRow, ...]


@view
class ExemptionsView:
    """Exemptions with approval, without, and those that the document leaves in doubt."""

    answer: Text
    groups: tuple[ExemptGroup, ...]
    doubts: str
    links: tuple[Link, ...]


@view
class FindView:
    """How to find out the emission standard, and how the standards are called."""

    answer: Text
    steps: tuple[Text, ...]
    road: tuple[Text, ...]
    nonroad: tuple[Text, ...]
    links: tuple[Link, ...]


EXEMPT_NOTES = {
    "permit": "vehicle.exemption_permit",
    "free": "vehicle.exemption_no_permit",
    "doubtful": "vehicle_page.exempt_doubtful_note",
}
"""What it takes, by kind of exemption."""


@once
def topic_links(edition: Edition, but: str = "") -> tuple[Link, ...]:
    """Return the ways to the pages beside the single vehicles, without the page itself."""
    topics = {"table": "table", "areas": "areas", "exemptions": "exemptions", "how-to-find-standard": "find"}
    if edition.plan.vehicles.plates is not None:
        topics["plates"] = "plates"
    return tuple(
        Link(addresses.vehicle_topic(edition.place.id, topic), edition.say(f"vehicle_page.{name}"))
        for topic, name in topics.items()
        if topic != but
    )


def topic_pages(edition: Edition, crumbs: tuple[Link, ...]) -> Iterator[Page]:
    """Yield the still pages; a plan without areas has only the one on standards."""
    if edition.plan.vehicles.areas:
        yield _page(edition, "areas", "areas", Later(partial(areas_view, edition)), crumbs)
        yield _page(edition, "exemptions", "exemptions", Later(partial(exemptions_view, edition)), crumbs)
    yield _page(edition, "how-to-find-standard", "find", Later(partial(find_view, edition)), crumbs)


def areas_view(edition: Edition) -> AreasView:
    """Return every area with the rules that name it, at whatever level."""
    chapter = edition.plan.vehicles
    return AreasView(
        answer=edition.say("vehicle_page.areas_answer", number=len(chapter.areas)),
        areas=tuple(
            AreaEntry(
                id=area.id,
                names=area.names,
                description=area.description,
                citation=edition.cite(area.cite),
                rules=tuple(
                    ruled(edition, rule, _levels(rule)).said for rule in chapter.rules if area.id in rule.areas
                ),
            )
            for area in chapter.areas
        ),
        doubts=addresses.plan(edition.place.id, "doubts"),
        links=topic_links(edition, "areas"),
    )


def exemptions_view(edition: Edition) -> ExemptionsView:
    """Return every exemption by what it takes."""
    kinds: dict[str, list[ExemptRow]] = {"permit": [], "free": [], "doubtful": []}
    for rule in edition.plan.vehicles.rules:
        citation = edition.cite(rule.clause)
        for one in rule.exemptions:
            kind = "doubtful" if one.doubt is not None else "permit" if one.needs_permit else "free"
            kinds[kind].append(ExemptRow(exempt(edition, one), rule.text, citation))
    counts = {kind: len({row.exempt.text for row in rows}) for kind, rows in kinds.items()}
    key = "exempt_answer" if any(counts.values()) else "exempt_none"
    return ExemptionsView(
        answer=edition.say(f"vehicle_page.{key}", **counts),
        groups=tuple(
            ExemptGroup(
                kind, edition.say(f"vehicle_page.exempt_{kind}_head"), edition.say(EXEMPT_NOTES[kind]), tuple(rows)
            )
            for kind, rows in kinds.items()
            if rows
        ),
        doubts=addresses.plan(edition.place.id, "doubts"),
        links=topic_links(edition, "exemptions"),
    )


def find_view(edition: Edition) -> FindView:
    """Return the steps and the names of the stages, newest first."""
    vocabulary = edition.content.vocabulary
    road, nonroad = (
        tuple(names for stage, names in sorted(series.items(), reverse=True) if stage != "unknown")
        for series in (vocabulary.stages, vocabulary.nonroad_stages)
    )
    return FindView(
        answer=edition.say("vehicle_page.find_answer"),
        steps=vocabulary.finding_stage,
        road=road,
        nonroad=nonroad,
        links=topic_links(edition, "how-to-find-standard") if edition.plan.vehicles.areas else (),
    )


def _levels(rule: VehicleRule) -> tuple[LevelId, ...]:
    return tuple(rule.levels)


def _page(edition: Edition, topic: str, name: str, view: object, crumbs: tuple[Link, ...]) -> Page:
    title = edition.say(f"vehicle_page.{name}_title", place=edition.place.names)
    return edition.still(addresses.vehicle_topic(edition.place.id, topic), f"vehicle_{name}", title, view, crumbs)

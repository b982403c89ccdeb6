"""Two levels of one place: what is new, changed, not repeated and unchanged, for whom; vehicles and companies."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from lantian.model.level import Level
from lantian.model.measure import Measure
from lantian.model.text import Text
from lantian.model.trigger_sentence import compose_trigger
from lantian.model.view import view
from lantian.pages import addresses
from lantian.pages.blocks import Said, said
from lantian.pages.compare_areas import AreaTable
from lantian.pages.compare_cells import SectorDifference
from lantian.pages.compare_level_cells import LevelCells, level_cells, level_guidance, level_vehicles
from lantian.pages.compare_pairs import level_pairs
from lantian.pages.compare_rows import ComparedRow, ComparedTable, Statement
from lantian.pages.compare_shares import share_details, share_statement
from lantian.pages.compare_triggers import trigger_details
from lantian.pages.edition import Edition
from lantian.pages.level_marks import replaced_at
from lantian.pages.page import Later, Link, Page

KINDS = ("new", "changed", "gone", "unchanged")


@view
class AudienceGroup:
    """Statements for the same audiences."""

    heading: Text
    rows: tuple[Said, ...]


@view
class Change:
    """Statements that changed in the same way; `kind` is one of `KINDS`."""

    kind: str
    heading: Text
    note: Text | None
    groups: tuple[AudienceGroup, ...]
    count: int


@view
class LevelPairView:
    """All that tells two levels apart."""

    answer: Text
    tables: tuple[ComparedTable, ...]
    changes: tuple[Change, ...]
    vehicles: tuple[AreaTable, ...]
    vehicles_count: Text
    cells: LevelCells
    guidance: tuple[SectorDifference, ...]
    heads: tuple[Text, Text]
    links: tuple[Link, ...]
    doubts: str


def compare_level_pages(edition: Edition) -> Iterator[Page]:
    """Yield a page per pair of levels."""
    place = edition.place
    crumb = Link(addresses.levels(place.id), edition.say("levels.title"))
    for lower, higher in level_pairs(edition):
        title = edition.say("compare_levels.title", place=place.names, lower=lower.names, higher=higher.names)
        address = addresses.level_pair(place.id, lower.id, higher.id)
        view = Later(partial(level_pair_view, edition, lower, higher))
        yield edition.still(address, "compare_levels", title, view, (crumb,))


def level_pair_view(edition: Edition, lower: Level, higher: Level) -> LevelPairView:
    """Return what differs between two levels."""
    place = edition.place.id
    changes = tuple(_changes(edition, lower, higher))
    counts = {change.kind: change.count for change in changes}
    areas, count = level_vehicles(edition, lower.id, higher.id)
    key = "compare_levels.answer" if counts.get("gone") else "compare_levels.answer_kept"
    numbers = {kind: counts.get(kind, 0) for kind in KINDS[:3]}
    return LevelPairView(
        answer=edition.say(key, lower=lower.names, higher=higher.names, **numbers),
        tables=(_table(edition, lower, higher),),
        changes=changes,
        vehicles=areas,
        vehicles_count=count,
        cells=level_cells(edition, lower.id, higher.id),
        guidance=level_guidance(edition, lower.id, higher.id),
        heads=(lower.names, higher.names),
        links=(
            Link(addresses.level(place, lower.id), lower.names),
            Link(addresses.level(place, higher.id), higher.names),
            Link(addresses.COMPARE, edition.say("compare.way")),
        ),
        doubts=addresses.plan(place, "doubts"),
    )


def changed_how(edition: Edition, lower: Level, higher: Level) -> Iterator[tuple[str, Measure, Measure | None]]:
    """Yield each measure of either level, how it changed, and what it replaces if that holds at the lower level."""
    by_id = {measure.id: measure for measure in edition.plan.measures}
    replaced: set[str] = set()
    for measure in edition.plan.measures_at(higher.id):
        if lower.id in measure.levels:
            yield "unchanged", measure, None
            continue
        earlier = replaced_at(measure, by_id, lower.id)
        replaced |= {earlier.id} if earlier is not None else set()
        yield ("new" if earlier is None else "changed"), measure, earlier
    for measure in edition.plan.measures_at(lower.id):
        if higher.id not in measure.levels and measure.id not in replaced:
            yield "gone", measure, None


def _changes(edition: Edition, lower: Level, higher: Level) -> Iterator[Change]:
    found = tuple(changed_how(edition, lower, higher))
    for kind in KINDS:
        rows = tuple((measure, earlier) for how, measure, earlier in found if how == kind)
        if not rows:
            continue
        heading = edition.say(f"compare_levels.{kind}", lower=lower.names, higher=higher.names, number=len(rows))
        note = edition.say("compare_levels.gone_note", higher=higher.names) if kind == "gone" else None
        at = lower if kind == "gone" else higher
        groups = tuple(_groups(edition, rows, at, lower))
        yield Change(kind, heading, note, groups, len(rows))


def _groups(
    edition: Edition, rows: tuple[tuple[Measure, Measure | None], ...], at: Level, lower: Level
) -> Iterator[AudienceGroup]:
    order = tuple(edition.audiences)
    heard = dict.fromkeys(measure.audiences for measure, _ in rows)
    for audiences in sorted(heard, key=lambda one: order.index(one[0])):
        heading = edition.wording.join(tuple(edition.audiences[one] for one in audiences), "join.list")
        yield AudienceGroup(
            heading,
            tuple(_said(edition, one, before, at, lower) for one, before in rows if one.audiences == audiences),
        )


def _said(edition: Edition, measure: Measure, earlier: Measure | None, at: Level, lower: Level) -> Said:
    plain = said(measure, edition.plan, edition.audiences, edition.wording, at.id)
    note = None
    if earlier is not None:
        note = edition.say("levels.before", level=lower.names, text=earlier.text)
    elif measure.cumulative and at.id != next(iter(measure.levels)):
        note = edition.say("compare_levels.cumulative")
    return replace(plain, audiences=(), mark_note=note)


def _table(edition: Edition, lower: Level, higher: Level) -> ComparedTable:
    names = (lower.names, higher.names)
    conditions = trigger_details(edition.wording, names, lower.trigger, higher.trigger)
    triggers = tuple(
        (Statement(edition.say("compare.sentence", text=compose_trigger(one.trigger, edition.wording)),
                   citation=edition.cite(one.trigger_cite)),)
        for one in (lower, higher)
    )  # fmt: skip
    shares = tuple((share_statement(edition, one.reduction, one.reduction_cite),) for one in (lower, higher))
    unlike = tuple(share_details(edition, lower.reduction, higher.reduction))
    rows = (
        _row(edition, "thresholds", triggers, conditions),
        _row(edition, "shares", shares, unlike),
    )
    return ComparedTable("figures", edition.say("compare_levels.figures"), rows)


def _row(
    edition: Edition, name: str, sides: tuple[tuple[Statement, ...], ...], details: tuple[Text, ...]
) -> ComparedRow:
    mark = "differs" if details else "same"
    return ComparedRow(
        edition.say(f"compare.{name}"), mark, edition.say(f"compare.mark_{mark}"), sides[0], sides[1], details
    )  # fmt: skip

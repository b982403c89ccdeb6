"""All vehicles in one table: a row per class and standard, merged where every area gives the same verdict."""

from functools import partial
from itertools import groupby, islice

from lantian.model.level import LevelId
from lantian.model.text import Id, Text
from lantian.model.vehicle import Fuel, Stage, VehicleClass
from lantian.model.vehicle_rows import TableRow, class_rows
from lantian.model.vehicle_sheets import Sheet
from lantian.model.vehicle_verdict import fuels_of
from lantian.model.view import view
from lantian.pages import addresses
from lantian.pages.edition import Edition
from lantian.pages.once import once
from lantian.pages.page import Later, Link, Page
from lantian.pages.vehicle_answers import as_it_stands
from lantian.pages.vehicle_cells import Cell
from lantian.pages.vehicle_notes import no_levels_note, page_notes, plan_version
from lantian.pages.vehicle_topics import topic_links
from lantian.pages.vehicle_words import (
    fuel_names,
    level_groups,
    level_names,
    listed,
    stage_name,
    standards,
    verdict_word,
)

Key = tuple[tuple[Fuel, ...], tuple[tuple[str, str], ...]]
"""What rows must share to be merged: the fuels, and verdict with reason area by area."""


@view
class Kind:
    """Standards of a class with the same verdict in every area; `all_kinds` if that is every one of the class."""

    entry: VehicleClass
    label: Text
    all_kinds: bool
    row: TableRow


@view
class ClassRows:
    """A class and its rows; each is a label and a cell per area."""

    names: Text
    address: str
    rows: tuple[tuple[Text, tuple[Cell, ...]], ...]


@view
class LevelTable:
    """The table of one or more levels."""

    caption: Text
    classes: tuple[ClassRows, ...]


@view
class TableView:
    """Every vehicle, the shown level first."""

    answer: Text
    asides: tuple[Text, ...]
    areas: tuple[Text, ...]
    tables: tuple[LevelTable, ...]
    version: Text
    links: tuple[Link, ...]


def table_page(edition: Edition, crumbs: tuple[Link, ...]) -> Page:
    """Return the page with the whole table."""
    place = edition.place
    title = edition.say("vehicle_page.table_title", place=place.names)
    return edition.live(
        addresses.vehicle_topic(place.id, "table"), "vehicle_table", title, Later(partial(table_view, edition)), crumbs
    )


def table_view(edition: Edition) -> TableView:
    """Return a table per group of levels that share all verdicts."""
    shown = edition.situation.shown_level
    answer = edition.say("vehicle_page.table_none")
    if shown is not None:
        answer = as_it_stands(edition, edition.say("vehicle_page.table_shown"), named=True)
    rows = {level.id: kinds(edition, level.id) for level in edition.plan.levels}
    groups = level_groups(edition, rows.__getitem__)
    return TableView(
        answer=answer,
        asides=(*page_notes(edition, same=len(groups) == 1), *no_levels_note(edition)),
        areas=tuple(area.names for area in edition.plan.vehicles.areas),
        tables=tuple(
            _table(edition, group, rows[group[0]]) for group in sorted(groups, key=lambda group: shown not in group)
        ),
        version=plan_version(edition),
        links=topic_links(edition, "table"),
    )


def kinds(edition: Edition, level: LevelId) -> tuple[Kind, ...]:
    """Return the rows of the table at a level, class by class, newest standards first."""
    sheets = edition.decisions.sheets
    classes = edition.content.vocabulary.vehicle_classes
    return tuple(kind for entry in classes for kind in _kinds(edition, entry, tuple(sheets(level, entry.id).items())))


@once
def _kinds(edition: Edition, entry: VehicleClass, sheets: tuple[tuple[Id, Sheet], ...]) -> tuple[Kind, ...]:
    """Return the rows of a class by its sheets of each area, which are often those of another level."""
    found = class_rows(entry, dict(sheets))
    if all(_told_alike(edition, sheet) for _, sheet in sheets):
        label = edition.say("vehicle_page.any_kind")
        return tuple(Kind(entry, label, all_kinds=True, row=row) for row in islice(found, 1))
    order, rows = standards(entry), tuple(found)
    # Fuels that differ somewhere run as lines of their own, so that neighbours are stages of the same fuels.
    lines = list(dict.fromkeys(row.fuels for row in rows))
    ranked = sorted(rows, key=lambda row: (row.stage == "unknown", lines.index(row.fuels), order.index(row.stage)))
    merged = [tuple(group) for _, group in groupby(ranked, key=_key)]
    return tuple(Kind(entry, _label(edition, entry, group), all_kinds=False, row=group[0]) for group in merged)


@once
def _told_alike(edition: Edition, sheet: Sheet) -> bool:
    """Tell whether everything on a sheet gets the same verdict for the same reason."""
    del edition
    return len({(answer.verdict, answer.reason) for answer in sheet.answers.values()}) == 1


def _verdicts(row: TableRow) -> tuple[tuple[str, str], ...]:
    return tuple((answer.verdict, answer.reason) for answer in row.answers.values())


def _key(row: TableRow) -> tuple[bool, Key]:
    return row.stage == "unknown", (row.fuels, _verdicts(row))


def _label(edition: Edition, entry: VehicleClass, group: tuple[TableRow, ...]) -> Text:
    stages = [row.stage for row in group]
    label = stages_label(edition, entry, stages)
    fuels = group[0].fuels
    if set(fuels) == set(fuels_of(entry, stages[0])):
        return label
    return edition.say("vehicle_page.with_fuel", kind=label, fuels=fuel_names(edition, fuels))


def stages_label(edition: Edition, entry: VehicleClass, stages: list[Stage | None]) -> Text:
    """Name several standards together, newest first; at an end of the series by `and older` or `and newer`."""
    names = [stage_name(edition, entry, stage) for stage in stages]
    if len(stages) == 1:
        return names[0]
    if stages[-1] == min(entry.stages):
        return edition.say("vehicle_page.older", stage=names[0])
    if stages[0] == max(entry.stages):
        return edition.say("vehicle_page.newer", stage=names[-1])
    return listed(edition, names)


def _table(edition: Edition, levels: tuple[LevelId, ...], rows: tuple[Kind, ...]) -> LevelTable:
    caption = edition.say("vehicle_page.level_caption", levels=level_names(edition, levels))
    if edition.situation.exercise_level in levels:
        caption = edition.say("exercise.title", title=caption)
    found = groupby(rows, key=lambda kind: kind.entry)
    return LevelTable(caption, tuple(_class(edition, entry, tuple(members)) for entry, members in found))


def _class(edition: Edition, entry: VehicleClass, members: tuple[Kind, ...]) -> ClassRows:
    return ClassRows(
        names=entry.names,
        address=addresses.vehicle(edition.place.id, entry.id),
        rows=tuple(
            (
                kind.label,
                tuple(
                    Cell(kind.row.answers[area.id].verdict, verdict_word(edition, kind.row.answers[area.id]))
                    for area in edition.plan.vehicles.areas
                ),
            )
            for kind in members
        ),
    )

"""Vehicles under two plans: where the same vehicle gets another answer, and how many cases agree."""

from collections.abc import Iterator

from lantian.model.citation import Citation
from lantian.model.level import LevelId
from lantian.model.text import Text
from lantian.model.vehicle import Area, Plates
from lantian.model.view import view
from lantian.pages import addresses
from lantian.pages.compare_areas import AreaTable, asking, tally_fields, verdict_row
from lantian.pages.compare_rows import ComparedTable, Pair, Statement, compared
from lantian.pages.compare_verdicts import Contrast, Tally, contrasts, tally_of
from lantian.pages.edition import Edition
from lantian.pages.once import once
from lantian.pages.page import Link


@view
class LoneArea:
    """An area that only one side tells apart."""

    owner: Text
    names: Text
    description: Text
    citation: Citation


@view
class VehiclesView:
    """All vehicles of two plans."""

    answer: Text
    count: Text
    areas: tuple[AreaTable, ...]
    lone: tuple[LoneArea, ...]
    lone_levels: tuple[Text, ...]
    plates: ComparedTable | None
    heads: tuple[Text, Text]
    links: tuple[Link, ...]


def vehicles_view(pair: Pair) -> VehiclesView:
    """Return the answers that differ at the levels and in the areas that both plans have."""
    levels = common_levels(pair)
    found = tuple(_area(pair, area, levels) for area, _ in _common_areas(pair))
    tally = tally_of([count for _, count in found])
    return VehiclesView(
        answer=vehicles_answer(pair, tally),
        count=pair.say("compare_vehicles.count", **tally_fields(tally)),
        areas=tuple(table for table, _ in found),
        lone=tuple(_lone(pair)),
        lone_levels=tuple(_lone_levels(pair)),
        plates=_plates(pair),
        heads=pair.names,
        links=tuple(
            Link(addresses.vehicle(side.place.id), pair.say("compare_vehicles.way", place=side.place.names))
            for side in pair.sides
        ),
    )


def vehicles_tally(pair: Pair) -> Tally:
    """Count the cases of both plans without describing them."""
    levels = common_levels(pair)
    return tally_of([_contrasts(pair, area.id, levels)[1] for area, _ in _common_areas(pair)])


def vehicles_answer(pair: Pair, tally: Tally) -> Text:
    """Say in how many cases the answers differ; cases that nobody could compare are no agreement."""
    if not tally.total:
        return pair.say("compare_vehicles.answer_none")
    key = "compare_vehicles.answer" if tally.unlike else "compare_vehicles.answer_same"
    return pair.say(key, **tally_fields(tally))


@once
def common_levels(pair: Pair) -> tuple[LevelId, ...]:
    """Return the levels that both plans have, the lowest first."""
    ordered = sorted(pair.left.plan.levels, key=lambda level: level.rank)
    return tuple(level.id for level in ordered if pair.right.plan.has_level(level.id))


@once
def _contrasts(pair: Pair, area: str, levels: tuple[LevelId, ...]) -> tuple[tuple[Contrast, ...], Tally]:
    classes = pair.left.content.vocabulary.vehicle_classes
    return contrasts(pair, classes, len(levels), asking(pair.left, area, levels), asking(pair.right, area, levels))


def _area(pair: Pair, area: Area, levels: tuple[LevelId, ...]) -> tuple[AreaTable, Tally]:
    found, tally = _contrasts(pair, area.id, levels)
    rows = []
    for contrast in found:
        chosen = tuple(levels[case] for case in contrast.cases)
        names = tuple(pair.left.plan.level(level).names for level in chosen)
        named = pair.left.wording.join(names, "join.list")
        rows.append(verdict_row(pair.sides, contrast, (chosen, chosen), named))
    said = tuple(
        pair.say("compare_vehicles.said", place=side.place.names, area=own.names, text=own.description)
        for side in pair.sides
        for own in side.plan.vehicles.areas
        if own.id == area.id
    )
    key = "compare_vehicles.area_count" if tally.unlike else "compare_vehicles.area_same"
    count = pair.say(key, **tally_fields(tally))
    return AreaTable(area.id, area.names, said, tuple(rows), count), tally


def _common_areas(pair: Pair) -> Iterator[tuple[Area, Area]]:
    other = {area.id: area for area in pair.right.plan.vehicles.areas}
    yield from ((area, other[area.id]) for area in pair.left.plan.vehicles.areas if area.id in other)


def _lone(pair: Pair) -> Iterator[LoneArea]:
    common = {area.id for area, _ in _common_areas(pair)}
    for side in pair.sides:
        for area in side.plan.vehicles.areas:
            if area.id not in common:
                yield LoneArea(side.place.names, area.names, area.description, side.cite(area.cite))


def _lone_levels(pair: Pair) -> Iterator[Text]:
    for side in pair.sides:
        for level in side.plan.levels:
            if level.id not in common_levels(pair):
                yield pair.say("compare_vehicles.lone_level", place=side.place.names, level=level.names)


def _plates(pair: Pair) -> ComparedTable | None:
    plates = tuple(side.plan.vehicles.plates for side in pair.sides)
    if plates == (None, None):
        return None
    sides = tuple(
        () if one is None else (_plates_statement(side, one),) for side, one in zip(pair.sides, plates, strict=True)
    )
    heading = pair.say("compare_vehicles.plates")
    row = compared(pair, pair.say("compare_vehicles.plates_rule"), (sides[0], sides[1]), alike="beside")
    return ComparedTable("plates", heading, (row,))


def _plates_statement(edition: Edition, plates: Plates) -> Statement:
    clauses = dict.fromkeys(one for stated in plates.levels.values() for one in stated.split("; "))
    names = tuple(level.names for level in edition.plan.levels if level.id in plates.levels)
    return Statement(
        plates.text,
        notes=(edition.wording.join(names, "join.list"),),
        citation=edition.cite("; ".join(clauses)),
    )

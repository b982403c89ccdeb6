"""What two plans ask for at their levels: thresholds, shares, schools, lines beside the levels."""

from collections.abc import Iterator

from lantian.model.level import LEVEL_ORDER, Level, LevelId, ReductionShares, Track
from lantian.model.measure import Measure
from lantian.model.text import Text
from lantian.model.trigger_sentence import compose_trigger
from lantian.pages.compare_rows import ComparedRow, ComparedTable, Pair, Statement, compared
from lantian.pages.compare_shares import share_details, share_statement
from lantian.pages.compare_triggers import trigger_details
from lantian.pages.edition import Edition

TRACKS = ("notice", "ozone", "so2")


def plan_tables(pair: Pair) -> tuple[ComparedTable, ...]:
    """Return thresholds, shares, schools and lines beside the levels, side by side."""
    return (
        ComparedTable("thresholds", pair.say("compare.thresholds"), tuple(_thresholds(pair)), _follows(pair)),
        ComparedTable("shares", pair.say("compare.shares"), tuple(_shares(pair))),
        ComparedTable("schools", pair.say("compare.schools"), tuple(_schools(pair))),
        ComparedTable("tracks", pair.say("compare.tracks"), tuple(_tracks(pair))),
    )


def levels_of(pair: Pair) -> Iterator[tuple[LevelId, Text, tuple[Level | None, Level | None]]]:
    """Yield every level that one or both plans have, the lowest first, with its name."""
    for level in LEVEL_ORDER:
        found = tuple(one.plan.level(level) if one.plan.has_level(level) else None for one in pair.sides)
        named = next((one.names for one in found if one is not None), None)
        if named is not None:
            yield level, named, (found[0], found[1])


def no_level(edition: Edition) -> Statement:
    """Say that a plan has no such level."""
    return Statement(edition.say("compare.no_level"))


def _follows(pair: Pair) -> Text | None:
    """Say that one of the places takes over the warnings of the other, whatever thresholds its plan prints."""
    for side, other in (pair.sides, pair.sides[::-1]):
        if side.place.follows == other.place.id:
            return pair.say("compare.follows", place=side.place.names, other=other.place.names)
    return None


def _thresholds(pair: Pair) -> Iterator[ComparedRow]:
    for level, names, (left, right) in levels_of(pair):
        sides = tuple((_trigger(side, one),) for side, one in zip(pair.sides, (left, right), strict=True))
        details: tuple[Text, ...] = (pair.say("compare.level_missing"),)
        if left is not None and right is not None:
            details = trigger_details(pair.left.wording, pair.names, left.trigger, right.trigger)
        yield compared(pair, names, (sides[0], sides[1]), details, alike="same", tone=level)


def _trigger(edition: Edition, level: Level | None) -> Statement:
    if level is None:
        return no_level(edition)
    text = edition.say("compare.sentence", text=compose_trigger(level.trigger, edition.wording))
    return Statement(text, citation=edition.cite(level.trigger_cite))


def _shares(pair: Pair) -> Iterator[ComparedRow]:
    for level, names, (left, right) in levels_of(pair):
        if left is None or right is None:
            continue
        sides = tuple(
            (share_statement(side, one.reduction, one.reduction_cite),)
            for side, one in zip(pair.sides, (left, right), strict=True)
        )
        details = share_details(pair.left, left.reduction, right.reduction)
        yield compared(pair, names, (sides[0], sides[1]), details, alike="same", tone=level)


def _schools(pair: Pair) -> Iterator[ComparedRow]:
    yield compared(
        pair, pair.say("compare.school_begins"),
        ((Statement(pair.left.say(f"compare.{pair.left.plan.school_begins}")),),
         (Statement(pair.right.say(f"compare.{pair.right.plan.school_begins}")),)),
        (pair.say("compare.aspect_begins"),) if pair.left.plan.school_begins != pair.right.plan.school_begins else (),
        alike="same",
    )  # fmt: skip
    for level, names, found in levels_of(pair):
        if None in found:
            continue
        for key, duties in (("outdoor", {"required", "advised"}), ("suspension", {"may"})):
            rows = tuple(tuple(_school(side, level, duties)) for side in pair.sides)
            label = pair.say(f"compare.{key}", level=names)
            yield compared(pair, label, (rows[0], rows[1]), _strength(pair, level, duties), tone=level)


def _school(edition: Edition, level: LevelId, duties: set[str]) -> Iterator[Statement]:
    for measure in _school_measures(edition, level, duties):
        yield measure_statement(edition, measure, level)


def _school_measures(edition: Edition, level: LevelId, duties: set[str]) -> tuple[Measure, ...]:
    return tuple(one for one in edition.plan.measures_at(level) if one.topic == "school" and one.duty in duties)


def _strength(pair: Pair, level: LevelId, duties: set[str]) -> Iterator[Text]:
    found = [_school_measures(side, level, duties) for side in pair.sides]
    if {one.duty for one in found[0]} != {one.duty for one in found[1]}:
        yield pair.say("compare.aspect_duty")
    if {one.condition is None for one in found[0]} != {one.condition is None for one in found[1]}:
        yield pair.say("compare.aspect_condition")


def measure_statement(edition: Edition, measure: Measure, level: LevelId) -> Statement:
    """Return a measure as one side of a row."""
    notes = (
        *((edition.say("compare.only_if", text=measure.condition),) if measure.condition else ()),
        *((edition.say("compare.begins", text=measure.begins),) if measure.begins else ()),
        *(edition.say("compare.except", text=one) for one in measure.exceptions),
    )
    return Statement(measure.text, measure.duty, measure.permission, notes, edition.cite(measure.levels[level]))


def _tracks(pair: Pair) -> Iterator[ComparedRow]:
    for track in TRACKS:
        left, right = (next((one for one in side.plan.tracks if one.id == track), None) for side in pair.sides)
        named = left or right
        if named is None:
            continue
        sides = tuple(
            () if one is None else (_track(side, one),) for side, one in zip(pair.sides, (left, right), strict=True)
        )
        details = tuple(_track_details(pair, left, right)) if left and right else ()
        yield compared(pair, pair.say(f"compare.track_{track}"), (sides[0], sides[1]), details, tone="advice")


def _track(edition: Edition, track: Track) -> Statement:
    trigger = edition.say("compare.when", text=compose_trigger(track.trigger, edition.wording))
    shares: tuple[Text, ...] = ()
    if track.reduction is not None:
        shares = (share_statement(edition, track.reduction, track.reduction_cite or track.cite).text,)
    notes = (edition.say(f"compare.kind_{track.kind}"), trigger, *shares)
    return Statement(track.consequence, track.duty, notes=notes, citation=edition.cite(track.cite))


def _track_details(pair: Pair, left: Track, right: Track) -> Iterator[Text]:
    if left.kind != right.kind:
        yield pair.say("compare.aspect_kind")
    if left.duty != right.duty:
        yield pair.say("compare.aspect_duty")
    yield from trigger_details(pair.left.wording, pair.names, left.trigger, right.trigger)
    none = ReductionShares(so2=None, nox=None, pm=None, voc=None)
    yield from share_details(pair.left, left.reduction or none, right.reduction or none)

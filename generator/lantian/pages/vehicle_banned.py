"""Which vehicles are banned somewhere at a level, in as few words as are true: by class, fuels and standards."""

from collections.abc import Iterator

from lantian.model.level import LevelId
from lantian.model.text import Text
from lantian.model.vehicle import Fuel, Stage, VehicleClass
from lantian.pages.edition import Edition
from lantian.pages.vehicle_table import stages_label
from lantian.pages.vehicle_words import fuel_names


def banned_vehicles(edition: Edition, level: LevelId) -> tuple[Text, ...]:
    """Return the names of the vehicles that are banned in at least one area, class by class."""
    classes = edition.content.vocabulary.vehicle_classes
    return tuple(name for entry in classes for name in _of_class(edition, entry, _banned(edition, entry, level)))


def _banned(edition: Edition, entry: VehicleClass, level: LevelId) -> dict[Fuel, frozenset[Stage | None]]:
    """Return by fuel the standards that are banned somewhere; a standard that is not known is none."""
    found: dict[Fuel, set[Stage | None]] = {}
    for stage in (*entry.stages, None):
        for one in edition.decisions.by_area(entry, stage, level):
            if one.answer.verdict == "banned":
                for fuel in one.fuels:
                    found.setdefault(fuel, set()).add(stage)
    return {fuel: frozenset(stages) for fuel, stages in found.items()}


def _of_class(edition: Edition, entry: VehicleClass, banned: dict[Fuel, frozenset[Stage | None]]) -> Iterator[Text]:
    every: frozenset[Stage | None] = frozenset(entry.stages)
    whole = {fuel: frozenset({None}) if fuel == "electric" else every for fuel in entry.fuels}
    if banned == whole:
        yield entry.names
        return
    alike: dict[frozenset[Stage | None], list[Fuel]] = {}
    for fuel in entry.fuels:
        if fuel in banned:
            key = every if banned[fuel] == whole[fuel] else banned[fuel]
            alike.setdefault(key, []).append(fuel)
    burning = [fuel for fuel in entry.fuels if fuel != "electric"]
    for stages, fuels in alike.items():
        # A standard is named of burning fuels only, so that all of them together need no name.
        unnamed = stages != every and fuels == burning
        name = (
            entry.names
            if unnamed
            else edition.say("vehicle_page.of_fuels", vehicle=entry.names, fuels=fuel_names(edition, fuels))
        )
        if stages == every:
            yield name
        else:
            label = stages_label(edition, entry, sorted(stages, key=str, reverse=True))
            yield edition.say("vehicle_page.of_stage", vehicle=name, stage=label)

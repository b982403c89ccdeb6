"""What vehicles of a contrast are called: classes together, with the fuels and standards unless it is all."""

from collections import defaultdict

from lantian.model.text import Text
from lantian.model.vehicle import Fuel, Stage, VehicleClass
from lantian.pages.compare_verdicts import Vehicle
from lantian.pages.edition import Edition
from lantian.pages.vehicle_words import apart, fuel_names, listed, stage_name


def vehicle_names(edition: Edition, vehicles: tuple[Vehicle, ...]) -> Text:
    """Name vehicles, classes of which the same is meant together, with the fuels and standards unless it is all."""
    by_class: dict[str, list[Vehicle]] = defaultdict(list)
    for vehicle in vehicles:
        by_class[vehicle.entry.id].append(vehicle)
    by_kinds: dict[Text, list[Text]] = defaultdict(list)
    for found in by_class.values():
        by_kinds[_kinds(edition, tuple(found))].append(found[0].entry.names)
    return apart(
        edition,
        (
            edition.say("compare_vehicles.kinds", vehicle=listed(edition, names), kinds=kinds)
            for kinds, names in by_kinds.items()
        ),
    )


def _kinds(edition: Edition, vehicles: tuple[Vehicle, ...]) -> Text:
    entry = vehicles[0].entry
    if len(vehicles) == sum(1 if fuel == "electric" else len(entry.stages) for fuel in entry.fuels):
        return edition.say("vehicle_page.any_kind")
    by_stages: dict[tuple[Stage | None, ...], list[Fuel]] = defaultdict(list)
    for fuel in entry.fuels:
        stages = tuple(one.stage for one in vehicles if one.fuel == fuel)
        if stages:
            by_stages[stages].append(fuel)
    kinds = tuple(_kind(edition, entry, stages, tuple(fuels)) for stages, fuels in by_stages.items())
    return edition.wording.join(kinds, "compare_vehicles.and")


def _kind(edition: Edition, entry: VehicleClass, stages: tuple[Stage | None, ...], fuels: tuple[Fuel, ...]) -> Text:
    named = fuel_names(edition, fuels)
    if stages == (None,) or len(stages) == len(entry.stages):
        return named
    return edition.say("vehicle_page.with_fuel", kind=named, fuels=_stage_names(edition, entry, stages))


def _stage_names(edition: Edition, entry: VehicleClass, stages: tuple[Stage | None, ...]) -> Text:
    first, last = (stage_name(edition, entry, stage) for stage in (stages[0], stages[-1]))
    if len(stages) == 1:
        return first
    if stages == entry.stages[: len(stages)]:
        return edition.say("vehicle_page.older", stage=last)
    if stages == entry.stages[-len(stages) :]:
        return edition.say("vehicle_page.newer", stage=first)
    return listed(edition, (stage_name(edition, entry, stage) for stage in stages))

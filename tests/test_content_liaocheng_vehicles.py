"""What the two plans of Liaocheng answer about vehicles, held against the clauses on mobile sources of each document.

The city's plan of 2020: 4.4.2.3, 4.4.3.3 and 4.4.4.3, 4.5. The resort's of 2023: 四（四）4, where each level adds.
"""

from collections.abc import Iterable
from itertools import product

import pytest
from pydantic import TypeAdapter
from tests.plan_whole import read_data, read_plan

from lantian.model.checks.known import Known
from lantian.model.checks.vehicles import vehicle_findings
from lantian.model.level import LevelId
from lantian.model.vehicle import VehicleClass, VehicleRule, VerdictCode
from lantian.model.vehicle_verdict import Question, answer

CITY, RESORT = "liaocheng", "liaocheng-resort"
LEVELS: tuple[LevelId, ...] = ("yellow", "orange", "red")
CLASSES = TypeAdapter(tuple[VehicleClass, ...]).validate_python(read_data("vocabulary/vehicles.yaml")["classes"])
STAGES = ("1", "2", "3", "4", "5", "6")
SLOW = ("three_wheeler", "low_speed_truck", "tractor")
BANNED_IN_TOWN = ("heavy_truck", "medium_truck", *SLOW)


def verdict(place: str, level: str, vehicle: str, fuel: str, stage: str | None, area: str) -> VerdictCode:
    """Return what the plan of a place answers to a driver."""
    asked = {"level": level, "vehicle_class": vehicle, "fuel": fuel, "stage": stage, "area": area}
    return answer(TypeAdapter(Question).validate_python(asked), read_plan(place).vehicles, CLASSES).verdict


def stages_of(vehicle: str) -> Iterable[str]:
    """Return the stages that a class has and a driver can know."""
    return next(entry.stages for entry in CLASSES if entry.id == vehicle)


def rules_at(place: str, clause: str, **wanted: object) -> list[VehicleRule]:
    """Return the rules that rest on a clause at some level and have certain fields."""
    rules = (rule for rule in read_plan(place).vehicles.rules if clause in "; ".join(rule.levels.values()).split("; "))
    return [rule for rule in rules if all(getattr(rule, name) == value for name, value in wanted.items())]


@pytest.mark.parametrize("place", [CITY, RESORT])
def test_every_vehicle_gets_exactly_one_answer(place: str) -> None:
    """No two parts of a chapter contradict each other, and none forgets a class in an area."""
    plan = read_plan(place)
    anomalies = tuple(anomaly.id for anomaly in plan.anomalies)
    known = Known(vehicle_classes=CLASSES, levels=LEVELS, anomalies=anomalies)
    assert list(vehicle_findings(("vehicles",), plan.vehicles, known)) == []


@pytest.mark.parametrize(("level", "vehicle"), list(product(("orange", "red"), BANNED_IN_TOWN)))
def test_ban_in_town_counts_stages_only_in_the_resort(level: str, vehicle: str) -> None:
    """The city bans diesel of every stage in town from orange on, the resort that of China IV and older (AN-07)."""
    for stage in stages_of(vehicle):
        assert verdict(CITY, level, vehicle, "diesel", stage, "urban_area") == "banned"
        older = stage <= "4"
        assert (verdict(RESORT, level, vehicle, "diesel", stage, "urban_area") == "banned") == older
    assert verdict(CITY, level, vehicle, "diesel", "unknown", "urban_area") == "banned"


@pytest.mark.parametrize(
    ("place", "stage", "expected"),
    [(CITY, "6", "banned"), (RESORT, "6", "allowed"), (RESORT, "5", "allowed"), (RESORT, "4", "banned")],
)
def test_heavy_diesel_truck_at_orange(place: str, stage: str, expected: VerdictCode) -> None:
    """A China VI truck in town at orange: banned by the city's plan, left free by the resort's."""
    assert verdict(place, "orange", "heavy_truck", "diesel", stage, "urban_area") == expected


@pytest.mark.parametrize("vehicle", ["light_truck", "medium_truck", "heavy_truck", "three_wheeler", "tractor"])
def test_yellow_is_never_a_ban_in_town(vehicle: str) -> None:
    """可采取 and 应采取…限制 promise no ban to a driver: the answer is that a restriction may be announced (AN-08)."""
    for stage in ("1", "4"):
        assert verdict(CITY, "yellow", vehicle, "diesel", stage, "urban_area") == "may_be_restricted"
        assert verdict(RESORT, "yellow", vehicle, "diesel", stage, "urban_area") == "may_be_restricted"


def test_only_the_resort_owes_a_restriction() -> None:
    """At yellow the city may restrict, the resort's authority must, in a way that the plan does not say."""
    (possible,) = rules_at(CITY, "4.4.2.3 sub 2", effect="ban")
    (owed,) = rules_at(RESORT, "chapter 4 sec 4 item 4 sub 1 ③ para 3", duty="may")
    assert (possible.duty, possible.detail, possible.stages, tuple(possible.levels)) == (
        "may",
        "stated",
        None,
        ("yellow",),
    )
    assert (owed.detail, owed.stages, tuple(owed.levels)) == ("unspecified", ("1", "2", "3", "4"), LEVELS)


@pytest.mark.parametrize(("level", "stage"), list(product(("orange", "red"), STAGES)))
def test_light_diesel_trucks_are_open_in_the_city(level: str, stage: str) -> None:
    """From orange on the city's plan no longer names light trucks: neither banned nor free (AN-21)."""
    assert verdict(CITY, level, "light_truck", "diesel", stage, "urban_area") == "unknown"


@pytest.mark.parametrize("place", [CITY, RESORT])
@pytest.mark.parametrize("level", LEVELS)
def test_unsealed_trucks_stay_off_every_road(place: str, level: str) -> None:
    """Trucks without a sealed cover are banned at all three levels, whatever drives them (AN-19)."""
    for fuel, stage, area in (("diesel", "6", "other_roads"), ("electric", None, "urban_area")):
        assert verdict(place, level, "bulk_truck", fuel, stage, area) == "banned"


@pytest.mark.parametrize(
    ("vehicle", "fuel", "expected"),
    [
        ("small_passenger", "petrol", "by_plate"),
        ("small_passenger", "electric", "with_permit"),  # AN-22: as far as approved
        ("light_truck", "gas", "by_plate"),
        ("motorcycle", "petrol", "by_plate"),  # 机动车
    ],
)
def test_odd_even_rule(vehicle: str, fuel: str, expected: VerdictCode) -> None:
    """Inside the four ring roads plates decide at red, and only there; the resort has no such rule."""
    stage = None if fuel == "electric" else "4"
    assert verdict(CITY, "red", vehicle, fuel, stage, "ring_road") == expected
    assert verdict(CITY, "orange", vehicle, fuel, stage, "ring_road") != expected
    plates = read_plan(CITY).vehicles.plates
    assert plates is not None
    assert plates.levels == {"red": "4.4.4.3 sub 2 ①"}
    assert sum(exemption.needs_permit for exemption in plates.exemptions) == 4  # mail, disabled, new energy, others
    assert len(plates.exemptions) == 6  # and city service, special vehicles on a task
    assert read_plan(RESORT).vehicles.plates is None
    assert [rule.id for rule in read_plan(RESORT).vehicles.rules if rule.effect == "odd_even"] == []


@pytest.mark.parametrize("place", [CITY, RESORT])
@pytest.mark.parametrize("level", ["orange", "red"])
def test_bulk_transport_and_machinery(place: str, level: str) -> None:
    """Bulk units do without China IV trucks, sites without Stage II machinery; newer ones are not named."""
    for fuel in ("diesel", "gas"):
        for stage in STAGES:
            expected = "site_rule" if stage <= "4" else "unknown"
            assert verdict(place, level, "heavy_truck", fuel, stage, "bulk_units") == expected
        for stage in ("1", "2", "3", "4"):
            expected = "site_rule" if stage <= "2" else "unknown"
            assert verdict(place, level, "nonroad_machinery", fuel, stage, "construction_site") == expected
    assert verdict(place, "yellow", "heavy_truck", "diesel", "4", "bulk_units") == "unknown"
    assert verdict(place, "yellow", "nonroad_machinery", "diesel", "2", "construction_site") == "unknown"


@pytest.mark.parametrize(("vehicle", "fuel"), [("heavy_truck", "diesel"), ("small_passenger", "petrol")])
def test_red_in_the_resort_leaves_nobody_free(vehicle: str, fuel: str) -> None:
    """At red further vehicles may be limited with the city's consent, so no road is promised to any."""
    for area in ("urban_area", "other_roads"):
        assert verdict(RESORT, "red", vehicle, fuel, "6", area) == "may_be_restricted"


def test_asphalt_plants_lose_gas_trucks_of_china_v() -> None:
    """含国五燃气 stands for asphalt concrete at orange and red alone (AN-20)."""
    (rule,) = [rule for rule in read_plan(CITY).vehicles.rules if rule.doubt == "an-20"]
    assert (rule.fuels, rule.stages, rule.classes) == (("gas",), ("5",), ("heavy_truck",))
    assert rule.levels == {"orange": "4.4.3.4 sub 2 ②", "red": "4.4.4.4 sub 2 ②"}


@pytest.mark.parametrize(
    ("place", "clause", "effect", "classes", "exempt"),
    [
        (CITY, "4.4.3.3 sub 2", "ban", BANNED_IN_TOWN, 2),  # 城市运行保障, 特种任务
        (CITY, "4.4.3.3 sub 2", "site_ban", ("heavy_truck",), 3),  # 民生保障, 特种, 危化品
        (CITY, "4.4.3.3 sub 2", "site_ban", ("nonroad_machinery",), 2),  # 清洁能源, 紧急检修
        (RESORT, "chapter 4 sec 4 item 4 sub 2 ③ para 3", "ban", BANNED_IN_TOWN, 2),
        (RESORT, "chapter 4 sec 4 item 4 sub 2 ③ para 3", "site_ban", ("heavy_truck",), 3),
    ],
)
def test_exemptions(place: str, clause: str, effect: str, classes: tuple[str, ...], exempt: int) -> None:
    """Whoever the document exempts in brackets is exempt without a permit, and nobody else."""
    (rule,) = rules_at(place, clause, effect=effect, classes=classes)
    assert [exemption.needs_permit for exemption in rule.exemptions] == [False] * exempt
    assert rule.duty == "required"
    assert tuple(rule.levels) == ("orange", "red")

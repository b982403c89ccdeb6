"""The vehicle chapter of Yangquan and the vehicle vocabulary against the document."""

from pathlib import Path

import pytest
from pydantic import TypeAdapter

from lantian.model.checks.known import Known
from lantian.model.checks.vehicles import vehicle_findings
from lantian.model.text import Text
from lantian.model.vehicle import Fuel, Scope, Stage, VehicleChapter, VehicleClass, VehicleRule
from lantian.reading.yaml_source import parse

ROOT = Path(__file__).resolve().parents[1]
LEVELS = ("yellow", "orange", "red")
ANOMALIES = ("an-43", "an-44", "an-45", "an-46", "an-47", "an-48", "an-11")


def _read(name: str) -> dict[str, object]:
    data, faults = parse((ROOT / "content" / name).read_text(encoding="utf-8"))
    assert not faults
    assert data is not None
    return dict(data)


CHAPTER = VehicleChapter.model_validate(_read("plans/yangquan/vehicles.yaml"))
VOCABULARY = _read("vocabulary/vehicles.yaml")
CLASSES = TypeAdapter(tuple[VehicleClass, ...]).validate_python(VOCABULARY["classes"])
RULES = {rule.id: rule for rule in CHAPTER.rules}
SCOPES: tuple[Scope, ...] = (*CHAPTER.rules, *CHAPTER.releases, *CHAPTER.silences)


def test_every_vehicle_gets_exactly_one_answer() -> None:
    """No two parts of the chapter contradict each other, and none forgets a class in an area."""
    known = Known(vehicle_classes=CLASSES, levels=("yellow", "orange", "red"), anomalies=ANOMALIES)
    assert list(vehicle_findings(("vehicles",), CHAPTER, known)) == []


def test_rules_are_those_of_the_document() -> None:
    """③ paragraph 2 holds two rules, ② paragraph 1 two, ③ paragraph 1 with annex 11 those on deliveries."""
    assert {rule.id: (rule.effect, rule.clause) for rule in CHAPTER.rules} == {
        "heavy-trucks-open-roads": ("ban", "5.3.1 ③ para 2; 5.3.2 ③ para 2; 5.3.3 ③ para 2"),
        "large-enterprises-trucks": ("site_ban", "5.3.1 ③ para 2; 5.3.2 ③ para 2; 5.3.3 ③ para 2"),
        "unsealed-trucks": ("ban", "5.3.1 ② para 1; 5.3.2 ② para 1; 5.3.3 ② para 1"),
        "site-machinery": ("site_ban", "5.3.1 ② para 1; 5.3.2 ② para 1; 5.3.3 ② para 1"),
        "inventory-heavy-trucks": ("site_ban", _inventory()),
        "inventory-all-transport": ("site_ban", _inventory()),
    }
    assert {rule.duty for rule in CHAPTER.rules} == {"required"}
    assert CHAPTER.plates is None


def _inventory() -> str:
    numbers = (("5.3.1", "yellow"), ("5.3.2", "orange"), ("5.3.3", "red"))
    return "; ".join(f"{number} ③ para 1; annex 11 level {level}" for number, level in numbers)


@pytest.mark.parametrize("scope", SCOPES, ids=lambda scope: scope.id)
def test_scope_holds_at_all_levels_and_cites_the_right_section(scope: Scope) -> None:
    """Every rule, release and silence holds at all three levels and cites 5.3.1, 5.3.2 and 5.3.3 for them (AN-44)."""
    assert tuple(scope.levels) == LEVELS
    assert [clause.split(" ")[0] for clause in scope.levels.values()] == ["5.3.1", "5.3.2", "5.3.3"]


@pytest.mark.parametrize(
    ("rule", "fuels", "stages"),
    [
        ("heavy-trucks-open-roads", ("petrol", "diesel", "gas"), ("1", "2", "3", "4")),
        ("large-enterprises-trucks", ("petrol", "diesel", "gas"), ("1", "2", "3", "4", "5")),
        ("inventory-heavy-trucks", ("petrol", "diesel", "gas"), ("1", "2", "3", "4")),
        ("unsealed-trucks", None, None),
        ("site-machinery", None, None),
    ],
)
def test_fuels_and_stages(rule: str, fuels: tuple[Fuel, ...] | None, stages: tuple[Stage, ...] | None) -> None:
    """国四及以下 is China I to IV, 国五及以下 China I to V, gas is inside; other rules count no stages."""
    assert (RULES[rule].fuels, RULES[rule].stages) == (fuels, stages)


@pytest.mark.parametrize(
    ("rule", "exemptions"),
    [
        (
            "heavy-trucks-open-roads",
            {"special-tasks": (True, None), "farm-products": (True, None), "special-vehicles-perhaps": (True, "an-43")},
        ),
        (
            "large-enterprises-trucks",
            {"special-vehicles": (False, None), "approved-vehicles-perhaps": (True, "an-43")},
        ),
    ],
)
def test_exemptions(rule: str, exemptions: dict[str, tuple[bool, str | None]]) -> None:
    """Approved tasks belong to the first rule, special vehicles to the second; the other way round is doubtful."""
    assert _exemptions(RULES[rule]) == exemptions


def _exemptions(rule: VehicleRule) -> dict[str, tuple[bool, str | None]]:
    return {entry.id: (entry.needs_permit, entry.doubt) for entry in rule.exemptions}


def test_doubts_are_marked() -> None:
    """Rules and silences that rest on a doubtful reading name the anomaly."""
    doubts = {rule.id: rule.doubt for rule in CHAPTER.rules if rule.doubt is not None}
    doubts |= {silence.id: silence.doubt for silence in CHAPTER.silences if silence.doubt is not None}
    assert doubts == {
        "heavy-trucks-open-roads": "an-45",
        "large-enterprises-trucks": "an-43",
        "site-machinery": "an-47",
        "older-heavy-trucks-in-town": "an-45",
        "other-trucks-on-roads": "an-45",
        "machinery-elsewhere": "an-47",
    }


def test_threshold_of_large_enterprises_includes_its_number() -> None:
    """以上 includes the number: the words say "or more", never "more than"."""
    area = next(area for area in CHAPTER.areas if area.id == "large_enterprise")
    told = (area.description, RULES["large-enterprises-trucks"].text)
    assert all("150 万吨" in text.zh and "1.5 million tonnes or more" in text.en for text in told)


def test_vocabulary_names_everything_that_classes_use() -> None:
    """Fuels and stages of every class have a name, and there is a way to find out the stage."""
    fuels = TypeAdapter(dict[Fuel, Text]).validate_python(VOCABULARY["fuels"])
    stages = TypeAdapter(dict[Stage, Text]).validate_python(VOCABULARY["stages"])
    nonroad = TypeAdapter(dict[Stage, Text]).validate_python(VOCABULARY["nonroad_stages"])
    assert fuels.keys() == {fuel for entry in CLASSES for fuel in entry.fuels}
    assert stages.keys() == {stage for entry in CLASSES for stage in entry.stages} | {"unknown"}
    own = {stage for entry in CLASSES if entry.id in {"nonroad_machinery", "tractor"} for stage in entry.stages}
    assert nonroad.keys() == own | {"unknown"}
    assert len(TypeAdapter(tuple[Text, ...]).validate_python(VOCABULARY["finding_stage"])) == 6

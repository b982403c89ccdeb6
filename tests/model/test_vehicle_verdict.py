"""Verdicts on vehicles: the cases of the plan of Yangquan, and the order in which rules win."""

from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel, TypeAdapter

from lantian.model.level import LevelId
from lantian.model.text import Duty, Text
from lantian.model.vehicle import (
    Area,
    Effect,
    Exemption,
    Release,
    VehicleChapter,
    VehicleClass,
    VehicleRule,
    VerdictCode,
)
from lantian.model.vehicle_verdict import Answer, Question, all_questions, answer
from lantian.reading.yaml_source import parse

ROOT = Path(__file__).resolve().parents[2]
LEVELS: tuple[LevelId | None, ...] = (None, "yellow", "orange", "red")
WORDS = Text(zh="例", en="Example")


class Given(BaseModel, extra="forbid"):
    """The question of a case; `level` is `none` where no level holds."""

    level: str
    vehicle_class: str
    fuel: str
    stage: str | None
    area: str


class Expected(BaseModel, extra="forbid"):
    """What the answer must say; absent fields are not looked at."""

    verdict: VerdictCode
    rules: tuple[str, ...]
    reason: str | None = None
    silences: tuple[str, ...] | None = None


class Case(BaseModel, extra="forbid"):
    """A rule as a sentence."""

    name: str
    given: Given
    expect: Expected


def _read(name: str) -> dict[str, object]:
    data, faults = parse((ROOT / name).read_text(encoding="utf-8"))
    assert not faults
    assert data is not None
    return dict(data)


CHAPTER = VehicleChapter.model_validate(_read("content/plans/yangquan/vehicles.yaml"))
CLASSES = TypeAdapter(tuple[VehicleClass, ...]).validate_python(_read("content/vocabulary/vehicles.yaml")["classes"])
CASES = TypeAdapter(tuple[Case, ...]).validate_python(_read("tests/cases/vehicles.yaml")["cases"])
QUESTIONS = tuple(all_questions(CLASSES, CHAPTER.areas, LEVELS))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Case) -> None:
    """Each sentence of tests/cases/vehicles.yaml holds."""
    given = case.given.model_dump()
    question = Question.model_validate({**given, "level": None if given["level"] == "none" else given["level"]})
    got = answer(question, CHAPTER, CLASSES)
    wanted = case.expect.model_dump(exclude_none=True)
    assert {name: getattr(got, name) for name in wanted} == wanted


def _rule(effect: Effect, duty: Duty = "required", **fields: object) -> VehicleRule:
    return VehicleRule.model_validate(
        {
            "id": f"{effect.replace('_', '-')}-{duty.replace('_', '-')}",
            "levels": {"red": "1"},
            "effect": effect,
            "duty": duty,
            "classes": ["heavy_truck"],
            "fuels": None,
            "stages": None,
            "areas": ["town"],
            "text": WORDS,
            **fields,
        }
    )


def _chapter(*rules: VehicleRule, releases: tuple[Release, ...] = ()) -> VehicleChapter:
    area = Area(id="town", names=WORDS, description=WORDS, cite="1")
    return VehicleChapter(summary=WORDS, areas=(area,), rules=rules, releases=releases)


def _ask(chapter: VehicleChapter) -> Answer:
    question = Question(level="red", vehicle_class="heavy_truck", fuel="diesel", stage="4", area="town")
    return answer(question, chapter, CLASSES)


@pytest.mark.parametrize(
    ("rules", "verdict"),
    [
        ((_rule("odd_even"), _rule("site_ban"), _rule("ban")), "banned"),
        ((_rule("odd_even"), _rule("site_ban")), "site_rule"),
        ((_rule("odd_even"), _rule("ban", "may")), "by_plate"),
        ((_rule("hours", hours="07:00-20:00"), _rule("site_ban")), "banned"),
        ((_rule("ban", "may"),), "may_be_restricted"),
        ((_rule("ban", "advised"),), "unknown"),
        ((), "unknown"),
    ],
)
def test_strictest_required_rule_wins(rules: tuple[VehicleRule, ...], verdict: VerdictCode) -> None:
    """A ban beats a site rule, that a plate rule, that a rule which may come; all of them stay listed."""
    got = _ask(_chapter(*rules))
    assert (got.verdict, got.rules) == (verdict, tuple(rule.id for rule in rules))


def test_exemption_with_permit_does_not_free_the_class() -> None:
    """A ban stays a ban for the class, and the answer names who is exempt."""
    exemption = Exemption(id="pass", text=WORDS, needs_permit=True)
    got = _ask(_chapter(_rule("ban", exemptions=[exemption])))
    assert (got.verdict, got.exemptions) == ("banned", (exemption,))


@pytest.mark.parametrize(
    ("needs_permit", "rules", "verdict"),
    [
        (True, (("odd_even", "required"),), "with_permit"),
        (True, (("odd_even", "required"), ("ban", "may")), "with_permit"),
        (True, (("ban", "may"),), "may_be_restricted"),
        (False, (("odd_even", "required"),), "allowed"),
        (False, (("ban", "may"),), "allowed"),
    ],
)
def test_exemption_of_a_fuel_decides_for_it(
    *, needs_permit: bool, rules: tuple[tuple[Effect, Duty], ...], verdict: VerdictCode
) -> None:
    """Where a whole fuel is exempt it is free, or free with proof if somebody must agree; other fuels are bound."""
    exemption = Exemption(id="clean", text=WORDS, needs_permit=needs_permit, fuels=("electric",))
    chapter = _chapter(*(_rule(effect, duty, exemptions=[exemption]) for effect, duty in rules))
    question = Question(level="red", vehicle_class="heavy_truck", fuel="electric", stage=None, area="town")
    assert answer(question, chapter, CLASSES).verdict == verdict
    assert _ask(chapter).verdict == _ask(_chapter(*(_rule(effect, duty) for effect, duty in rules))).verdict


def test_fuel_exempt_from_one_rule_is_bound_by_another() -> None:
    """Proof for the plate rule does not help against a ban without that exemption."""
    exemption = Exemption(id="clean", text=WORDS, needs_permit=True, fuels=("electric",))
    chapter = _chapter(_rule("odd_even", exemptions=[exemption]), _rule("ban"))
    question = Question(level="red", vehicle_class="heavy_truck", fuel="electric", stage=None, area="town")
    assert answer(question, chapter, CLASSES).verdict == "banned"


def test_rule_with_stages_does_not_mean_electric_vehicles() -> None:
    """A vehicle without an emission stage is outside a rule that counts stages."""
    question = Question(level="red", vehicle_class="heavy_truck", fuel="electric", stage=None, area="town")
    got = answer(question, _chapter(_rule("ban", stages=["1", "2", "3", "4", "5", "6"])), CLASSES)
    assert (got.verdict, got.rules) == ("unknown", ())


def test_every_combination_that_exists_is_asked_once() -> None:
    """All questions differ, and their number is the sum over classes that the vocabulary gives."""
    # By class, fuels that burn × (stages + unknown) + electric: car, light, medium, heavy, bulk 3×7+1=22 each;
    # three-wheeler, low-speed truck, tractor 1×5=5 each; machinery 2×5+1=11; motorcycle 1×5+1=6.
    per_area_and_level = 5 * 22 + 3 * 5 + 11 + 6
    assert per_area_and_level == 142
    assert len(QUESTIONS) == 142 * 5 * 4
    assert len({question.model_dump_json() for question in QUESTIONS}) == len(QUESTIONS)


def test_unknown_stage_is_never_allowed_if_a_known_one_is_not() -> None:
    """Not knowing the stage never gives a better verdict than the worst stage of the class."""
    asked = [question for question in QUESTIONS if question.stage == "unknown"]
    stages = {entry.id: entry.stages for entry in CLASSES}
    assert len(asked) == (5 * 3 + 3 + 2 + 1) * 5 * 4
    for question in asked:
        known = {
            answer(question.model_copy(update={"stage": stage}), CHAPTER, CLASSES).verdict
            for stage in stages[question.vehicle_class]
        }
        assert answer(question, CHAPTER, CLASSES).verdict == (known.pop() if len(known) == 1 else "unknown"), question


def test_no_verdict_stands_without_a_reason_in_the_plan() -> None:
    """Bans and site rules name a rule, free passage names a release, and every silence is explained by a sentence."""
    answers = [answer(question, CHAPTER, CLASSES) for question in QUESTIONS if question.level is not None]
    assert {got.verdict for got in answers} == {"allowed", "banned", "site_rule", "unknown"}
    for got in answers:
        named = {"allowed": got.releases, "unknown": got.silences or got.rules}.get(got.verdict, got.rules)
        assert named, got


def test_rules_are_the_same_at_every_level() -> None:
    """Yellow, orange and red give the same answer to every question, as the plan's text does not change (AN-44)."""
    by_level = {
        level: [answer(question, CHAPTER, CLASSES) for question in QUESTIONS if question.level == level]
        for level in LEVELS
    }
    assert by_level["yellow"] == by_level["orange"] == by_level["red"] != by_level[None]


def test_wording_has_every_verdict_and_reason() -> None:
    """Each verdict code has its word, and each reason that an answer gives has its sentence."""
    written = _read("content/vocabulary/wording/vehicle.yaml")
    needed = {f"verdict_{verdict}" for verdict in get_args(VerdictCode)}
    needed |= {answer(question, CHAPTER, CLASSES).reason.removeprefix("vehicle.") for question in QUESTIONS}
    needed |= {"reason_by_plate", "reason_may_be_restricted"}
    assert needed <= written.keys()
    TypeAdapter(dict[str, Text]).validate_python(written)

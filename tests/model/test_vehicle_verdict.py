"""Verdicts on vehicles: the order in which rules win, and what an exemption does."""

import pytest
from tests.vehicle_plans import CLASSES

from lantian.model.text import Duty, Text
from lantian.model.vehicle import Area, Effect, Exemption, Release, VehicleChapter, VehicleRule, VerdictCode
from lantian.model.vehicle_verdict import Answer, Question, answer

WORDS = Text(zh="例", en="Example")


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

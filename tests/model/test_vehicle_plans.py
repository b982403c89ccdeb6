"""Verdicts on vehicles by the real plans: their cases as sentences, and what must hold for every question."""

from typing import get_args

import pytest
from pydantic import TypeAdapter
from tests.vehicle_plans import CASE_FILES, CLASSES, LEVELS, Case, Given, cases, chapter, questions, read

from lantian.model.text import Text
from lantian.model.vehicle import VerdictCode
from lantian.model.vehicle_verdict import Answer, answer

EVERY_PLAN = pytest.mark.parametrize("place", CASE_FILES)
AREAS = {"yangquan": 5, "liaocheng": 6, "liaocheng-resort": 5}
VERDICTS = {
    "yangquan": {"allowed", "banned", "site_rule", "unknown"},
    "liaocheng": set(get_args(VerdictCode)),
    "liaocheng-resort": set(get_args(VerdictCode)) - {"by_plate", "with_permit"},
}
"""What the plan can answer while a level holds."""


def ask(place: str, **told: str | None) -> Answer:
    """Return what the plan of a place says of one vehicle."""
    return answer(Given.model_validate(told).question(), chapter(place), CLASSES)


@pytest.mark.parametrize(
    ("place", "case"), [pytest.param(place, case, id=f"{place}: {case.name}") for place in CASE_FILES
                        for case in cases(place)],
)  # fmt: skip
def test_case(place: str, case: Case) -> None:
    """Each sentence of the three files of cases holds by the plan of its place."""
    got = answer(case.given.question(), chapter(place), CLASSES)
    wanted = case.expect.model_dump(exclude_none=True)
    assert {name: getattr(got, name) for name in wanted} == wanted


@EVERY_PLAN
def test_no_case_is_told_twice(place: str) -> None:
    """Every sentence of a file has a name and a question of its own, and there are many."""
    told = cases(place)
    assert len({case.name for case in told}) == len(told) > 20
    assert len({case.given.model_dump_json() for case in told}) == len(told)


@pytest.mark.parametrize(
    ("place", "verdict"), [("liaocheng", "banned"), ("liaocheng-resort", "allowed"), ("yangquan", "allowed")]
)
def test_one_truck_gets_the_answer_of_each_plan(place: str, verdict: VerdictCode) -> None:
    """At Orange a China VI heavy diesel truck is banned in Liaocheng's streets, and in no other of the three."""
    got = ask(place, level="orange", vehicle_class="heavy_truck", fuel="diesel", stage="6", area="urban_area")
    assert got.verdict == verdict


@pytest.mark.parametrize("stage", ["1", "4", "6", "unknown"])
def test_what_the_plan_does_not_name_is_unknown_and_said(stage: str) -> None:
    """At Orange Liaocheng's plan names heavy and medium diesel trucks: of a light one it says that it is not named."""
    got = ask("liaocheng", level="orange", vehicle_class="light_truck", fuel="diesel", stage=stage, area="urban_area")
    assert (got.verdict, got.rules, got.releases) == ("unknown", (), ())
    (silence,) = (one for one in chapter("liaocheng").silences if one.id in got.silences)
    assert "没有点名" in silence.text.zh
    assert "neither banned nor released" in silence.text.en


def test_an_electric_car_needs_proof_where_plates_decide() -> None:
    """At Red Liaocheng's odd-even rule exempts new energy only as approved: proof is needed, others go by plate."""
    told = {"level": "red", "vehicle_class": "small_passenger", "area": "ring_road"}
    assert ask("liaocheng", **told, fuel="electric", stage=None).verdict == "with_permit"
    assert ask("liaocheng", **told, fuel="petrol", stage="6").verdict == "by_plate"


@EVERY_PLAN
def test_every_combination_that_exists_is_asked_once(place: str) -> None:
    """All questions differ, and their number is the sum over classes that the vocabulary gives."""
    # By class, fuels that burn × (stages + unknown) + electric: car, light, medium, heavy, bulk 3×7+1=22 each;
    # three-wheeler, low-speed truck, tractor 1×5=5 each; machinery 2×5+1=11; motorcycle 1×5+1=6.
    per_area_and_level = 5 * 22 + 3 * 5 + 11 + 6
    assert per_area_and_level == 142
    assert len(chapter(place).areas) == AREAS[place]
    assert len(questions(place)) == 142 * AREAS[place] * 4
    assert len(set(questions(place))) == len(questions(place))


@EVERY_PLAN
def test_unknown_stage_is_never_allowed_if_a_known_one_is_not(place: str) -> None:
    """Not knowing the stage never gives a better verdict than the worst stage of the class."""
    asked = [question for question in questions(place) if question.stage == "unknown"]
    stages = {entry.id: entry.stages for entry in CLASSES}
    assert len(asked) == (5 * 3 + 3 + 2 + 1) * AREAS[place] * 4
    for question in asked:
        known = {
            answer(question._replace(stage=stage), chapter(place), CLASSES).verdict
            for stage in stages[question.vehicle_class]
        }
        got = answer(question, chapter(place), CLASSES).verdict
        assert got == (known.pop() if len(known) == 1 else "unknown"), question


@EVERY_PLAN
def test_no_verdict_stands_without_a_reason_in_the_plan(place: str) -> None:
    """Bans and site rules name a rule, free passage names a release, and every silence is explained by a sentence."""
    plan = chapter(place)
    answers = [answer(question, plan, CLASSES) for question in questions(place) if question.level is not None]
    assert {got.verdict for got in answers} == VERDICTS[place]
    for got in answers:
        named = {"allowed": got.releases, "unknown": got.silences or got.rules}.get(got.verdict, got.rules)
        assert named, got


@EVERY_PLAN
def test_without_a_warning_no_plan_restricts_anybody(place: str) -> None:
    """Where no level holds, the answer is that this plan restricts nothing, whatever is asked."""
    calm = [question for question in questions(place) if question.level is None]
    assert len(calm) == 142 * AREAS[place]
    assert {answer(question, chapter(place), CLASSES).verdict for question in calm} == {"allowed"}


def test_rules_of_yangquan_are_the_same_at_every_level() -> None:
    """Yellow, orange and red give the same answer to every question, as the plan's text does not change (AN-44)."""
    plan = chapter("yangquan")
    by_level = {
        level: [answer(question, plan, CLASSES) for question in questions("yangquan") if question.level == level]
        for level in LEVELS
    }
    assert by_level["yellow"] == by_level["orange"] == by_level["red"] != by_level[None]


def test_wording_has_every_verdict_and_reason() -> None:
    """Each verdict code has its word, and each reason that an answer of any plan gives has its sentence."""
    written = read("content/vocabulary/wording/vehicle.yaml")
    needed = {f"verdict_{verdict}" for verdict in get_args(VerdictCode)}
    given = {answer(question, chapter(place), CLASSES).reason for place in CASE_FILES for question in questions(place)}
    needed |= {reason.removeprefix("vehicle.") for reason in given}
    assert {"reason_by_plate", "reason_may_be_restricted"} <= needed <= written.keys()
    TypeAdapter(dict[str, Text]).validate_python(written)

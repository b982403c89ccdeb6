"""The frame of the resort district's plan of 2023 against figures read in the document: levels, ozone, rules, clocks.

Each literal was counted or read in the official text by hand; the comment beside it says where and how.
"""

import re

import pytest
from tests.plan_whole import read_data, read_plan

from lantian.model.level import LevelId
from lantian.model.place import Place
from lantian.model.trigger import AllOf, AnyOf, Expression, Threshold, holds, thresholds

PLACE = "liaocheng-resort"
PLAN = read_plan(PLACE)
LEVELS: tuple[LevelId, ...] = ("yellow", "orange", "red")


def over(value: int, hours: int) -> Threshold:
    """Return the threshold of a daily mean that must be exceeded for some hours."""
    return Threshold(metric="aqi_daily", over=value, hours=hours)


# 三（二）1, its second to fourth paragraphs; "a forecast day over 200" is one mean of 24 hours.
TRIGGERS: dict[LevelId, Expression] = {
    "yellow": AnyOf(any_of=(over(200, 24), over(150, 48))),
    "orange": AnyOf(any_of=(over(200, 48), over(150, 72))),
    "red": AllOf(all_of=(over(200, 72), over(300, 24))),
}


def test_place_follows_the_city() -> None:
    """The resort is no division with a code and issues no warning: it takes over those of Liaocheng (AN-02)."""
    place = Place.model_validate({"id": PLACE, **read_data(f"places/{PLACE}.yaml")})
    assert (place.id, place.plan, place.kind, place.follows) == (PLACE, PLAN.id, "district", "liaocheng")
    assert place.national_code is None
    assert "聊城市" in place.issuer.zh
    assert PLAN.follows is not None
    assert (PLAN.follows.hours, PLAN.follows.duty) == (3, "required")  # 四（二）: 3 hours from the city's notice
    assert "chapter 4 sec 2" in PLAN.follows.cite.split("; ")
    assert PLAN.tightening is None  # no clause lets the district apply a stricter level


def test_document() -> None:
    """Number, dates, repeal and legal basis are those of the head, 一（二） and chapter ten."""
    assert PLAN.document.number is not None
    assert PLAN.document.number.zh.replace(" ", "") == "聊江管办发\u30142023\u301512号"
    assert str(PLAN.document.issued_on) == str(PLAN.valid_from) == "2023-10-18"
    assert PLAN.valid_until is None
    assert [repeal.number for repeal in PLAN.document.repeals] == ["聊江重指办\u30142021\u301513号"]
    assert len(PLAN.document.basis) == 12  # 一（二）: titles in brackets, one by one
    assert "沙尘" in PLAN.document.scope.zh  # 一（三）


@pytest.mark.parametrize(("rank", "level", "response"), [(1, "yellow", "III"), (2, "orange", "II"), (3, "red", "I")])
def test_levels(rank: int, level: LevelId, response: str) -> None:
    """Each level has the thresholds of 三（二）1, and its sentence names the same figures in both languages."""
    found = PLAN.level(level)
    assert (found.rank, found.response, found.trigger) == (rank, response, TRIGGERS[level])
    figures = {str(part.over) for part in thresholds(found.trigger)} | {"24"}  # 24 hours: how the mean is taken
    figures |= {str(part.hours) for part in thresholds(found.trigger)}
    for text in (found.trigger_text.zh, found.trigger_text.en):
        assert set(re.findall(r"\d+", text)) == figures
    assert "聊城市" in found.trigger_text.zh  # who decides
    assert "Liaocheng City" in found.trigger_text.en


@pytest.mark.parametrize(
    ("means", "expected"),
    [
        ((150, 150, 150, 150), None),
        ((151,), None),
        ((201,), "yellow"),
        ((151, 151), "yellow"),
        ((201, 201), "orange"),
        ((160, 170, 155), "orange"),  # the city's plan of 2020 calls this no level
        ((500,), "yellow"),  # and this red
        ((210, 300, 220), "orange"),
        ((210, 310, 220), "red"),
        ((201, 301), "orange"),
    ],
)
def test_forecasts(means: tuple[int, ...], expected: LevelId | None) -> None:
    """Forecasts give the level that 三（二）1 gives them, at the edges and where the city's plan differs (AN-01)."""
    reached = [level for level in LEVELS if holds(PLAN.level(level).trigger, means)]
    assert (reached[-1] if reached else None) == expected


@pytest.mark.parametrize(("level", "each", "together"), [("yellow", 10, 20), ("orange", 20, 40), ("red", 30, 60)])
def test_shares(level: LevelId, each: int, together: int) -> None:
    """Four pollutants have a share each, and sulfur dioxide and nitrogen oxides have a sum: 四（三）2（1）."""
    found = PLAN.level(level)
    shares = {"so2": each, "nox": each, "pm": each, "voc": each, "so2_plus_nox": together, "as_a_rule": False}
    assert found.reduction.model_dump() == shares
    assert found.reduction_cite == "chapter 4 sec 3 item 2 sub 1"
    for text in (found.reduction_text.zh, found.reduction_text.en):
        assert re.findall(r"(\d+)%", text) == [str(each), str(together)]


def test_ozone_is_a_response_without_levels() -> None:
    """Two days over 150 call for the ozone response, with shares of VOCs and NOx only, as a rule (AN-11)."""
    (ozone,) = PLAN.tracks
    assert (ozone.id, ozone.kind, ozone.duty) == ("ozone", "response", "required")
    assert ozone.trigger == over(150, 48)  # 三（二）2
    assert ozone.reduction is not None
    shares = {"so2": None, "nox": 20, "pm": None, "voc": 20, "so2_plus_nox": None, "as_a_rule": True}
    assert ozone.reduction.model_dump() == shares  # 四（三）2（2）
    assert ozone.reduction_cite == "chapter 4 sec 3 item 2 sub 2"
    assert holds(ozone.trigger, (151, 151))
    assert not holds(ozone.trigger, (150, 150, 150))
    assert not holds(ozone.trigger, (200,))


def test_the_district_has_no_rules_of_warning_of_its_own() -> None:
    """Raising, lowering and lifting are passed on without hours or classes; the plan knows no others (三（五）)."""
    for rule in (PLAN.raising, PLAN.lowering, PLAN.lifting):
        assert rule is not None
        assert (rule.hours, rule.category, rule.duty) == (None, None, "required")
        assert "chapter 3 sec 5" in rule.cite.split("; ")
        assert "聊城市" in rule.text.zh
    assert (PLAN.merging, PLAN.early_start, PLAN.lead_time) == (None, None, None)
    assert PLAN.approvals == ()
    assert [level.approver for level in PLAN.levels] == [None] * 3
    assert PLAN.warning_contents == ()


def test_deadlines() -> None:
    """Every clock and date of the document, each at its clause, in hours where it is given in hours."""
    assert {(entry.cite, entry.hours) for entry in PLAN.deadlines} == {
        ("chapter 4 sec 2", 3),  # departments are told
        ("chapter 2 sec 2 item 1", None),  # every day: how measures are carried out
        ("annex 1 row 14", None),  # every day: power used
        ("chapter 4 sec 6 para 1", None),  # 3 working days
        ("chapter 4 sec 6 para 2", None),  # every year before the end of May, on 12 months
        ("chapter 7", None),  # every year before the heating season
        ("chapter 5 sec 4", None),  # 24 hours a day
    }
    told = {entry.cite: f"{entry.limit.zh if entry.limit else ''}{entry.text.zh}" for entry in PLAN.deadlines}
    assert "3个工作日" in told["chapter 4 sec 6 para 1"]
    assert "5月底前" in told["chapter 4 sec 6 para 2"]
    assert "12个月" in told["chapter 4 sec 6 para 2"]
    assert "采暖季" in told["chapter 7"]
    assert "24小时" in told["chapter 5 sec 4"]
    (notified,) = [entry for entry in PLAN.deadlines if entry.hours == 3]
    assert "市" in notified.begins.zh  # from the notice of the city, not from the district's own steps

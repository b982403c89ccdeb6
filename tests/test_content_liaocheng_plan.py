"""The frame of Liaocheng's plan of 2020 against figures read in the document: levels, rules, clocks, strength, doubts.

Each literal was counted or read in the official text by hand; the comment beside it says where and how.
"""

import re

import pytest
from tests.plan_whole import read_data, read_plan

from lantian.model.level import LevelId
from lantian.model.place import Place
from lantian.model.trigger import AllOf, AnyOf, Threshold, holds, thresholds

PLACE = "liaocheng"
PLAN = read_plan(PLACE)
LEVELS: tuple[LevelId, ...] = ("yellow", "orange", "red")


def over(value: int, hours: int) -> Threshold:
    """Return the threshold of a daily mean that must be exceeded for some hours."""
    return Threshold(metric="aqi_daily", over=value, hours=hours)


def test_place_issues_its_own_warnings() -> None:
    """Liaocheng is a city with a code that follows nobody; its issuer is the office that sends warnings (3.3.1)."""
    place = Place.model_validate({"id": PLACE, **read_data(f"places/{PLACE}.yaml")})
    assert (place.id, place.plan, place.code, place.kind, place.follows) == (PLACE, PLAN.id, "371500", "city", None)
    assert place.issuer == PLAN.document.interpreter
    assert PLAN.follows is None
    assert PLAN.tightening is None


def test_document() -> None:
    """Date and repeal are those of the head and chapter 10; the text has no number and none is made up (AN-26)."""
    assert PLAN.document.number is None
    assert str(PLAN.document.issued_on) == str(PLAN.valid_from) == "2020-10-22"
    assert PLAN.valid_until is None
    assert [repeal.number for repeal in PLAN.document.repeals] == [
        "聊政办字\u30142019\u301542号"
    ]  # 10, third paragraph
    assert len(PLAN.document.basis) == 13  # 1.2: three laws, then ten documents, titles in brackets one by one
    assert "沙尘暴" in PLAN.document.scope.zh  # 1.3, third paragraph


TRIGGERS = {
    "yellow": over(200, 48),  # 3.1, third paragraph
    "orange": over(200, 72),  # fourth
    # fifth: both of two, or 500 alone, which 达到 includes and which lasts for no stated time
    "red": AnyOf(any_of=(AllOf(all_of=(over(200, 96), over(300, 48))), Threshold(metric="aqi_daily", at_least=500))),
}


@pytest.mark.parametrize(("rank", "level", "response"), [(1, "yellow", "III"), (2, "orange", "II"), (3, "red", "I")])
def test_levels(rank: int, level: LevelId, response: str) -> None:
    """Each level has the threshold of 3.1, and its sentence names the same figures in both languages."""
    found = PLAN.level(level)
    assert (found.rank, found.response, found.trigger) == (rank, response, TRIGGERS[level])
    figures = {str(part.over or part.at_least) for part in thresholds(found.trigger)}
    figures |= {str(part.hours) for part in thresholds(found.trigger) if part.hours}
    days = {str(part.hours // 24) for part in thresholds(found.trigger) if part.hours}
    for text in (found.trigger_text.zh, found.trigger_text.en):
        assert set(re.findall(r"\d+", text)) == figures | days | {"24"}  # 24 hours: how the mean is taken


@pytest.mark.parametrize(
    ("means", "expected"),
    [
        ((201,), None),
        ((200, 200, 200, 200), None),
        ((201, 201), "yellow"),
        ((201, 201, 201), "orange"),
        ((160, 170, 155), None),  # the plans of 2023 call this orange
        ((210, 310, 220), "orange"),  # and this red
        ((201, 301, 301, 201), "red"),
        ((201, 301, 300, 201), "orange"),
        ((301, 301, 301), "orange"),
        ((499,), None),  # AN-23: a single day below 500 is no level
        ((500,), "red"),
    ],
)
def test_forecasts(means: tuple[int, ...], expected: LevelId | None) -> None:
    """Forecasts give the level that 3.1 gives them, at the edges and where other plans differ (AN-01)."""
    reached = [level for level in LEVELS if holds(PLAN.level(level).trigger, means)]
    assert (reached[-1] if reached else None) == expected


@pytest.mark.parametrize(("level", "each", "together"), [("yellow", 10, 20), ("orange", 20, 40), ("red", 30, 60)])
def test_shares(level: LevelId, each: int, together: int) -> None:
    """Four pollutants have a share each, and sulfur dioxide and nitrogen oxides have a sum (4.3, 4.4.2 to 4.4.4)."""
    found = PLAN.level(level)
    assert found.reduction.model_dump() == {
        "so2": each,
        "nox": each,
        "pm": each,
        "voc": each,
        "so2_plus_nox": together,
        "as_a_rule": False,
    }
    for text in (found.reduction_text.zh, found.reduction_text.en):
        assert re.findall(r"(\d+)%", text) == [str(each), str(together)]


def test_notice_is_the_only_track() -> None:
    """A day over 200 below yellow calls for a notice, which must be given; the plan has no line for ozone (AN-11)."""
    (notice,) = PLAN.tracks
    assert (notice.id, notice.kind, notice.duty, notice.cite) == ("notice", "advisory", "required", "3.1 para 6")
    assert notice.trigger == over(200, 24)
    assert notice.reduction is None


def test_timed_rules() -> None:
    """Hours, classes and duties of 3.3: lifting is a may and asks for lightly polluted or better (AN-03 to AN-05)."""
    names = ("raising", "lowering", "lifting", "merging", "early_start", "lead_time")
    rules = {name: getattr(PLAN, name) for name in names}
    assert {name: (rule.hours, rule.category, rule.duty, rule.cite.split(" ")[0]) for name, rule in rules.items()} == {
        "raising": (None, None, "required", "3.3.2"),
        "lowering": (None, None, "required", "3.3.2"),
        "lifting": (36, "lightly", "may", "3.3.2"),
        "merging": (36, None, "required", "3.3.2"),
        "early_start": (12, "heavily", "required", "3.3.1"),
        "lead_time": (24, None, "required", "3.3.1"),
    }


def test_deadlines() -> None:
    """Every clock of the document: 3 hours, 2 hours, 3 working days, and at least three hours after a stop."""
    assert {(entry.cite.split(" ")[0].rstrip(";"), entry.hours) for entry in PLAN.deadlines} == {
        ("4.2", 3),
        ("5.2", 2),
        ("4.9", None),
        ("4.4.1.1", None),
    }
    limits = {entry.cite: entry.limit for entry in PLAN.deadlines if entry.hours is None}
    assert [limit.zh for cite, limit in limits.items() if limit and cite.startswith("4.9")] == ["3个工作日内"]
    assert [limit.zh[:2] for cite, limit in limits.items() if limit and cite == "4.4.1.1"] == ["至少"]
    assert len({entry.begins.zh for entry in PLAN.deadlines}) == 4  # four starts


def test_approvals() -> None:
    """Deputy commander for yellow and orange, commander for red; for lifting the text has two answers (AN-15)."""
    issued = {level: entry.role.zh for entry in PLAN.approvals if entry.action == "issue" for level in entry.levels}
    assert [level for level, role in issued.items() if "副指挥长（分管副市长）" in role] == ["yellow", "orange"]
    assert "指挥部指挥长（市长）" in issued["red"]
    assert {level.id: level.approver.zh for level in PLAN.levels if level.approver} == issued
    lifted = [(level, entry.role.zh) for entry in PLAN.approvals if entry.action == "lift" for level in entry.levels]
    director = {(level, "市指挥部办公室主任") for level in LEVELS}
    assert sorted(lifted) == sorted(director | set(issued.items()))


def test_totals() -> None:
    """A warning contains five things (3.3.1), five kinds of media publish it (5.2)."""
    assert len(PLAN.warning_contents) == 5
    assert len(PLAN.channels) == 5

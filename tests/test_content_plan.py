"""The real frame of Yangquan's plan against figures read in the document: levels, rules, clocks, strength, doubts.

Each literal was counted or read in the official text by hand; the comment beside it says where and how.
"""

import re
from collections import Counter
from typing import Any

import pytest
from tests.plan_frame import read_frame

from lantian.model.trigger import AllOf, AnyOf, thresholds

PLAN = read_frame("yangquan")


def test_document() -> None:
    """Number, dates, repeal and legal basis are those of the head, 1.3 and 9.3."""
    assert PLAN.document.number is not None
    assert PLAN.document.number.zh == "阳政办发\u30142023\u301585号"
    assert str(PLAN.document.issued_on) == str(PLAN.valid_from) == "2023-11-28"
    assert [repeal.number for repeal in PLAN.document.repeals] == ["阳政办发\u30142021\u3015123号"]
    assert len(PLAN.document.basis) == 14  # 1.3: titles in the list, one a line
    assert "3年" in PLAN.document.revision.zh
    assert "沙尘" in PLAN.document.scope.zh


@pytest.mark.parametrize(
    ("level", "rank", "response", "joined", "conditions", "share"),
    [  # 3.1 and the first paragraph of each "mandatory" part of 5.3
        ("yellow", 1, "III", AnyOf, [(200, 24), (150, 48)], 20),
        ("orange", 2, "II", AnyOf, [(200, 48), (150, 72)], 30),
        ("red", 3, "I", AllOf, [(200, 72), (300, 24)], 40),
    ],
)
def test_levels(
    level: Any,  # noqa: ANN401 - the parametrized id of a level
    rank: int,
    response: str,
    joined: type,
    conditions: list[tuple[int, int]],
    share: int,
) -> None:
    """Each level has the thresholds, the response and the shares of the document; nothing is summed up."""
    found = PLAN.level(level)
    assert (found.rank, found.response) == (rank, response)
    assert isinstance(found.trigger, joined)
    assert [(part.over, part.hours) for part in thresholds(found.trigger)] == conditions
    assert {part.metric for part in thresholds(found.trigger)} == {"aqi_daily"}
    shares = found.reduction.model_dump()
    assert shares == {"so2": share, "nox": share, "pm": share, "voc": share, "so2_plus_nox": None, "as_a_rule": False}
    numbers = {str(number) for condition in conditions for number in condition if number != 24} | {"24"}
    assert numbers == set(re.findall(r"\d+", found.trigger_text.zh))
    assert numbers == set(re.findall(r"\d+", found.trigger_text.en))


def test_tracks() -> None:
    """Ozone has three alternatives (3.2), sulfur dioxide one hourly value (3.3); there is no other track."""
    ozone, so2 = PLAN.tracks
    assert [(part.over, part.hours) for part in thresholds(ozone.trigger)] == [(200, None), (150, 48), (100, 72)]
    assert isinstance(ozone.trigger, AnyOf)
    assert [part.model_dump() for part in thresholds(so2.trigger)] == [
        {"metric": "so2_hourly_ug_m3", "over": 150, "at_least": None, "hours": None}
    ]


def test_timed_rules() -> None:
    """Hours, classes and duties of chapter 4: may is not must, and merging names no hours (AN-05)."""
    rules = {
        name: (rule.hours, rule.category, rule.duty)
        for name in ("raising", "lowering", "lifting", "merging", "early_start", "lead_time")
        if (rule := getattr(PLAN, name)) is not None
    }
    assert rules == {
        "raising": (None, None, "required"),
        "lowering": (36, None, "may"),
        "lifting": (36, "good", "may"),
        "merging": (None, None, "required"),
        "early_start": (24, "severely", "required"),
        "lead_time": (24, None, "required"),
    }
    assert PLAN.school_begins == "day_of_notice"


def test_deadlines() -> None:
    """Every clock of the plan, with each its own start (AN-52)."""
    assert {entry.id: entry.hours or entry.clock for entry in PLAN.deadlines} == {
        "form": 1,  # 4.2.2, first paragraph
        "form-province": 1,  # 4.2.2, second paragraph
        "publish": 2,  # 4.2.2, first paragraph
        "publish-province": 2,  # 4.2.2, second paragraph
        "lift-form": 1,  # 4.4, second paragraph
        "lift-publish": 2,  # 4.4, third paragraph
        "notify-members": 2,  # 5.6
        "in-place": 2,  # 5.6
        "daily-report": "10:00",  # 5.4 and 7.1
    }
    starts = {entry.id: entry.begins.zh for entry in PLAN.deadlines}
    assert starts["notify-members"] != starts["in-place"]


def test_approvals() -> None:
    """The deputy commander signs yellow and orange, the commander red, for issuing and for lifting."""
    signed = {(entry.action, level): entry.role.zh for entry in PLAN.approvals for level in entry.levels}
    deputy, chief = "市应急指挥部副总指挥（分管副市长）", "市应急指挥部总指挥（市长）"
    assert signed == {
        (action, level): chief if level == "red" else deputy
        for action in ("issue", "lift")
        for level in ("yellow", "orange", "red")
    }
    assert {level.id: level.approver.zh for level in PLAN.levels if level.approver} == {
        "yellow": deputy,
        "orange": deputy,
        "red": chief,
    }


def test_statements_stand_under_their_subjects() -> None:
    """Every subject has statements, and every statement a subject."""
    assert {statement.subject for statement in PLAN.statements} == {subject.id for subject in PLAN.subjects}


def test_ids_are_unique() -> None:
    """No two records of one list share an id, and what is part of another names one that exists."""
    lists = (PLAN.statements, PLAN.organisations, PLAN.working_groups, PLAN.anomalies, PLAN.deadlines, PLAN.subjects)
    for records in lists:
        assert [name for name, count in Counter(record.id for record in records).items() if count > 1] == []
    ids = {entry.id for entry in PLAN.organisations}
    assert {entry.within for entry in PLAN.organisations if entry.within} == {"police"}
    assert "police" in ids


def test_strength_of_statements() -> None:
    """What the plan merely permits or encourages is not told as a duty."""
    weaker = {statement.id: statement.duty for statement in PLAN.statements if statement.duty not in {"required", None}}
    assert weaker == {
        "participation": "advised",  # 1.2.4 倡导
        "regional-higher": "may",  # 5.2 可
        "regional-lower": "may",  # 5.2 可以
        "public-reports": "advised",  # 7.3 鼓励
        "exercise-time": "may",  # 9.1.3 可
    }


def test_experts_are_invited_where_needed() -> None:
    """Clause 4.2.1 leaves open when they are needed, and not whether they are then invited."""
    (experts,) = (one for one in PLAN.statements if one.id == "consultation-experts")
    assert (experts.duty, "may" in experts.text.en, "可以" in experts.text.zh) == ("required", False, False)
    assert experts.condition is not None
    assert "where needed" in experts.condition.en


def test_facts_ask_for_nothing() -> None:
    """Only what sets up the plan, names its bodies or describes a form has no strength."""
    facts = {statement.subject for statement in PLAN.statements if statement.duty is None}
    assert facts == {"principles", "command", "monitoring", "issuing", "response", "ending", "upkeep", "forms"}
    assert sum(statement.duty is None for statement in PLAN.statements) == 24  # one in "response": 5.3.4, a means


def test_anomalies() -> None:
    """Doubts AN-41 to AN-81 are all there, and of those between documents the ones that concern this plan."""
    between = {1, 3, 4, 5, 6, 9, 10, 11, 14}
    assert [entry.id for entry in PLAN.anomalies] == [f"an-{n:02}" for n in sorted(between | set(range(41, 82)))]

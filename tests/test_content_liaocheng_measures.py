"""The measures of Liaocheng's plan of 2020 against chapters 4.4 and 4.5 of the document."""

import re
from collections import Counter

import pytest
from tests.plan_whole import read_plan

from lantian.model.level import LevelId
from lantian.model.measure import Measure, MeasureKind

PLAN = read_plan("liaocheng")
BY_ID = {measure.id: measure for measure in PLAN.measures}
LEVELS: tuple[LevelId, ...] = ("yellow", "orange", "red")
SECTIONS: dict[LevelId, str] = {"yellow": "4.4.2", "orange": "4.4.3", "red": "4.4.4"}
PARTS: dict[MeasureKind, str] = {"health": "1", "advisory": "2", "mandatory": "3"}


def stating(level: LevelId, clause: str) -> list[Measure]:
    """Return the measures that rest on a clause at a level."""
    return [entry for entry in PLAN.measures if clause in entry.levels.get(level, "").split("; ")]


# Counted by hand, statement by statement.
# Health: stay in, windows, protection outside, public, outdoor workers, school, publicity, care = 8; orange adds
# events; red adds flexible teaching and suspension. Voluntary: management, transport, idling, solvents; orange adds
# buses. Mandatory at yellow: （1） stop or cut, other ways, 39 industries; （2） inventory, possible limits; （3）
# open-air work, site work, spraying, unsealed trucks, covering and watering bulk goods, fireworks = 12. At orange （2）
# has inventory, bulk transport, machinery, the ban in town, and 4.5 adds three for companies off the list = 17; red
# adds odd-even.
@pytest.mark.parametrize(
    ("level", "health", "advisory", "mandatory"), [("yellow", 8, 4, 12), ("orange", 9, 5, 17), ("red", 11, 5, 18)]
)
def test_each_level_states_as_much_as_the_document(level: LevelId, health: int, advisory: int, mandatory: int) -> None:
    """Every level restates its measures in full; none is lost and none is carried over from a lower level."""
    counted = Counter(measure.kind for measure in PLAN.measures_at(level))
    assert counted == {"health": health, "advisory": advisory, "mandatory": mandatory}


@pytest.mark.parametrize(
    ("level", "health", "voluntary", "mobile", "unlisted"),
    [
        ("yellow", 5, 3, ("sub 2",), ()),
        ("orange", 6, 4, ("sub 2",), ("4.5 para 3",)),
        ("red", 7, 4, ("sub 2 ①", "sub 2 ②"), ("4.5 para 3",)),
    ],
)
def test_every_item_is_encoded(
    level: LevelId, health: int, voluntary: int, mobile: tuple[str, ...], unlisted: tuple[str, ...]
) -> None:
    """Each item of the section is cited at its level by a measure, and nothing that stands elsewhere."""
    section = SECTIONS[level]
    cited = {one for entry in PLAN.measures if level in entry.levels for one in entry.levels[level].split("; ")}
    assert cited == {
        *(f"{section}.1 sub {number}" for number in range(1, health + 1)),
        *(f"{section}.2 sub {number}" for number in range(1, voluntary + 1)),
        *(f"{section}.3 sub 1 para {number}" for number in (1, 2)),
        *(f"{section}.3 {place}" for place in mobile),
        *(f"{section}.3 sub 3 {circle}" for circle in "①②③④⑤⑥"),
        "4.5 para 1",
        *unlisted,
    }


def test_measures_stand_in_the_part_of_their_kind() -> None:
    """A measure cites the section of each level, in the part on health, on voluntary or on mandatory measures."""
    for measure in PLAN.measures:
        assert measure.tracks == {}
        for level, clause in measure.levels.items():
            first = clause.split("; ")[0]
            assert re.match(rf"{re.escape(SECTIONS[level])}\.{PARTS[measure.kind]} |4\.5 para 3$", first), measure.id


def test_nothing_adds_up() -> None:
    """The document repeats each level in full and never says that a higher one adds to a lower one."""
    assert [measure.id for measure in PLAN.measures if measure.cumulative] == []


def test_a_statement_that_changes_takes_the_place_of_the_one_below() -> None:
    """A replacement never stands at a level of what it replaces, and stands for the same audience."""
    replacing = [measure for measure in PLAN.measures if measure.replaces is not None]
    assert replacing
    for later in replacing:
        earlier = BY_ID[str(later.replaces)]
        assert not earlier.levels.keys() & later.levels.keys()
        assert set(later.audiences) <= set(earlier.audiences)


@pytest.mark.parametrize(
    ("levels", "clauses", "duties"),
    [
        (LEVELS, "1 sub 3", ["required"]),  # 停止室外课程及活动
        (("orange", "red"), "1 sub 6", ["required"]),  # 停止举办
        (("red",), "1 sub 7", ["may", "may"]),  # 根据实际情况, 可
        (("yellow",), "1 sub 1", ["advised"] * 3),  # 提示
        (("orange", "red"), "1 sub 1", ["advised", "advised", "required"]),  # 提示, and 必须加强防护
        (LEVELS, "1 sub 2", ["advised", "may"]),  # 建议 or 提示, and 可以
        (("yellow",), "3 sub 2", ["may", "required"]),  # 可采取, and 按照…执行
        (("orange",), "3 sub 2", ["required"] * 4),  # 执行 禁止 停止 应禁止
        (("red",), "3 sub 2 ①", ["required"]),  # 实行
        (("red",), "3 sub 2 ②", ["required"] * 4),
        (LEVELS, "3 sub 1 para 1", ["may", "required"]),  # 也可, and 采取
        (LEVELS, "3 sub 3 ④", ["required"]),  # 禁止 at yellow, 应停止 above (AN-19)
    ],
)
def test_duty_follows_the_wording(levels: tuple[LevelId, ...], clauses: str, duties: list[str]) -> None:
    """What an item asks is as strong as its words, at each level apart."""
    for level in levels:
        found = stating(level, f"{SECTIONS[level]}.{clauses}")
        assert sorted(measure.duty for measure in found) == duties, level


def test_everything_voluntary_is_advised() -> None:
    """Nothing under the heading 倡议性 is told as a duty; only people outdoors have a permission of their own."""
    assert {measure.duty for measure in PLAN.measures if measure.kind == "advisory"} == {"advised"}
    assert [measure.id for measure in PLAN.measures if measure.permission] == ["outdoor-workers-protection"]
    assert {measure.duty for measure in PLAN.measures if measure.kind == "mandatory"} == {"required", "may"}


def test_suspension_of_classes() -> None:
    """Classes may be suspended at red alone, and only when the daily mean reaches 500 as well."""
    (suspension,) = [entry for entry in stating("red", "4.4.4.1 sub 7") if "停课" in entry.text.zh]
    assert (tuple(suspension.levels), suspension.duty, suspension.permission) == (("red",), "may", False)
    assert suspension.condition is not None
    assert "500" in suspension.condition.zh
    assert "500" in suspension.condition.en
    assert "may" in suspension.text.en
    others = [measure for measure in PLAN.measures if measure.id != suspension.id]
    assert [measure.id for measure in others if "停课" in measure.text.zh + str(measure.brief)] == []


@pytest.mark.parametrize(
    ("level", "clause", "zh", "en"),
    [
        ("yellow", "4.4.2.3 sub 3 ③", "2次", "2 more times a day"),
        ("orange", "4.4.3.3 sub 2", "10辆次", "more than 10 vehicle movements a day"),
        ("orange", "4.4.3.3 sub 2", "国四及以下重型货车（含燃气）", "China IV and older heavy-duty trucks"),
        ("red", "4.4.4.3 sub 2 ②", "国二及以下非道路移动机械", "China Stage II and older"),
        ("red", "4.4.4.3 sub 2 ②", "不分排放标准", "whatever their emission stage"),
        ("red", "4.4.4.3 sub 2 ①", "四条外环路", "four outer ring roads"),
        ("yellow", "4.4.2.3 sub 1 para 2", "39个重点行业", "39 key industries"),
        ("yellow", "4.4.2.3 sub 3 ④", "禁止", "banned"),
        ("orange", "4.4.3.3 sub 3 ④", "应停止", "must stay off"),
    ],
)
def test_figures_of_the_document(level: LevelId, clause: str, zh: str, en: str) -> None:
    """Figures, limits and disputed words stand in both languages as the document gives them."""
    found = [entry for entry in stating(level, clause) if zh in entry.text.zh.replace(" ", "")]
    assert len(found) == 1
    assert en in found[0].text.en


def test_conditions_stand_only_where_the_document_has_them() -> None:
    """Frost lifts the spraying of roads and of bulk goods, not their covering."""
    frost = {entry.id for entry in PLAN.measures if entry.condition is not None and "冰冻" in entry.condition.zh}
    assert frost == {"road-washing", "bulk-materials-sprayed"}
    assert BY_ID["bulk-materials-covered"].condition is None

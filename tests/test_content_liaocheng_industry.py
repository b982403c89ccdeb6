"""What Liaocheng's plan of 2020 says on industry against 4.4.1.1, 4.4.2.4, 4.4.3.4, 4.4.4.4 and 4.5 to 4.7.

The tables below were read in the document row by row; they owe nothing to our own files.
"""

from typing import NamedTuple

import pytest
from tests.plan_whole import read_data, read_plan

from lantian.model.industry import Action, Cell, Do, Transport
from lantian.model.level import LevelId

ANNEX = read_plan("liaocheng").industry
LEVELS: tuple[LevelId, ...] = ("yellow", "orange", "red")
SECTORS = (  # 4.4.1.1, in its order
    "长流程联合钢铁、短流程钢铁、铁合金、焦化、石灰窑、铸造、氧化铝、电解铝、炭素、铜冶炼、铅锌冶炼、钼冶炼、再生铜铝铅锌、"
    "有色金属压延、水泥、砖瓦窑、陶瓷、耐火材料、玻璃、岩矿棉、玻璃钢、防水建筑材料制造、炼油与石油化工、炭黑制造、煤制氮肥、"
    "制药、农药制造、涂料制造、油墨制造、纤维素醚、包装印刷、人造板制造、塑料人造革与合成革制造、橡胶制品制造、制鞋、"
    "家具制造、汽车整车制造、工程机械整机制造、工业涂装"
)


class Share(NamedTuple):
    """One action of the document: what is done to which process, how much, and whether that is a least."""

    do: Do
    process: str | None = None
    percent: int | None = None
    at_least: bool = False


HALF = Share("limit", None, 50, at_least=True)
OLD: Transport = "stop_heavy_trucks_china4"
OLD_AND_GAS: Transport = "stop_heavy_trucks_china4_gas5"
ROAD: Transport = "stop_road_transport"
STOP = Share("stop")
OWN_PLAN = Share("limit")  # 以热定产, no share
GUIDANCE: dict[tuple[str, LevelId], tuple[str, list[Share], Transport]] = {
    ("金属制品", "yellow"): ("4.4.2.4 sub 1", [Share("limit", "热镀", 50, at_least=True)], OLD),
    ("金属制品", "orange"): (
        "4.4.3.4 sub 1",
        [Share("limit", "热压延", 50, at_least=True), Share("limit", "表面热处理", 50, at_least=True)],
        OLD,
    ),
    ("金属制品", "red"): ("4.4.4.4 sub 1", [Share("stop", "热压延"), Share("stop", "表面热处理")], OLD),
    ("砂石料", "yellow"): ("4.4.2.4 sub 2 ①", [STOP], ROAD),
    ("砂石料", "orange"): ("4.4.3.4 sub 2 ①", [STOP], ROAD),
    ("砂石料", "red"): ("4.4.4.4 sub 2 ①", [STOP], ROAD),
    ("沥青混凝土", "yellow"): ("4.4.2.4 sub 2 ②", [], OLD),  # no stop at yellow (AN-20)
    ("沥青混凝土", "orange"): ("4.4.3.4 sub 2 ②", [STOP], OLD_AND_GAS),
    ("沥青混凝土", "red"): ("4.4.4.4 sub 2 ②", [STOP], OLD_AND_GAS),
    ("饲料", "orange"): ("4.4.3.4 sub 2 ③", [HALF], OLD),
    ("饲料", "red"): ("4.4.4.4 sub 3", [HALF], OLD),
    ("塑料制品", "orange"): ("4.4.3.4 sub 2 ④", [Share("limit", None, 50)], OLD),  # 限产50%, not 不低于
    ("塑料制品", "red"): ("4.4.4.4 sub 5", [STOP], OLD),
    ("化学品", "yellow"): ("4.4.2.4 sub 3", [HALF], OLD),  # 限产50%以上
    ("化学品", "orange"): ("4.4.3.4 sub 2 ⑤", [HALF], OLD),
    ("化学品", "red"): ("4.4.4.4 sub 4", [HALF], OLD),
    ("燃煤电厂", "yellow"): ("4.4.2.4 sub 4", [OWN_PLAN], OLD),
    ("燃煤电厂", "orange"): ("4.4.3.4 sub 2 ⑥", [OWN_PLAN], OLD),
    ("燃煤电厂", "red"): ("4.4.4.4 sub 6", [OWN_PLAN], OLD),
}
KINDS = ("金属制品", "砂石料", "沥青混凝土", "饲料", "塑料制品", "化学品", "燃煤电厂")


def cells(level: LevelId) -> list[Cell]:
    """Return every cell of the guidance at a level."""
    return [cell for row in ANNEX.guidance if level in row.levels for cell in row.levels[level].cells]


def said(action: Action) -> Share:
    """Return an action as the table above puts it; a process by the word that the table uses for it."""
    process = None
    if action.scope is not None:
        name = ANNEX.processes[action.scope].zh
        process = next(word for word in ("热镀", "热压延", "表面热处理") if word in name)
    return Share(action.do, process, action.percent, action.at_least)


def test_sectors() -> None:
    """The 39 key sectors stand in the order of 4.4.1.1, which is that of the national list."""
    assert len(SECTORS.split("、")) == 39
    assert [row.number for row in ANNEX.sectors] == list(range(1, 40))
    for row, name in zip(ANNEX.sectors, SECTORS.split("、"), strict=True):
        assert row.names.zh.startswith(name)
    assert [row.sector for row in ANNEX.sectors] == list(read_data("vocabulary/sectors.yaml"))[:39]
    assert (ANNEX.annex, ANNEX.source) == (None, "4.4.1.1")


def test_no_share_is_made_up_for_a_sector() -> None:
    """The plan gives no measure of any sector: Grade A and leading choose, all others look it up."""
    assert [row.sector for row in ANNEX.sectors if row.cells] == []
    kinds = {grade: rule.cell.effective_kind for grade, rule in ANNEX.grade_rules.items()}
    assert {grade for grade, kind in kinds.items() if kind == "self_directed"} == {"A", "leading"}
    assert {grade for grade, kind in kinds.items() if kind == "see_inventory"} == {"B", "C", "D", "non_leading"}
    assert [rule for rule in ANNEX.grade_rules.values() if rule.cell.actions] == []
    assert all("4.4.1.1" in rule.cite.split("; ") for rule in ANNEX.grade_rules.values())


@pytest.mark.parametrize(("kind", "level"), list(GUIDANCE))
def test_guidance_cell(kind: str, level: LevelId) -> None:
    """Each kind of company does at each level what its item says, with its shares and its transport."""
    (row,) = [row for row in ANNEX.guidance if kind in row.names.zh]
    cite, actions, transport = GUIDANCE[kind, level]
    (cell,) = row.levels[level].cells
    assert (row.levels[level].cite, row.levels[level].duty) == (cite, "may")  # 4.5, second paragraph: 可以
    assert [said(action) for action in cell.actions] == actions
    assert cell.transport == transport


def test_guidance_has_no_other_cell() -> None:
    """Seven kinds of companies, 5 + 7 + 7 cells: what a level does not list is not carried over (AN-18)."""
    assert [next(kind for kind in KINDS if kind in row.names.zh) for row in ANNEX.guidance] == list(KINDS)
    assert sum(len(row.levels) for row in ANNEX.guidance) == len(GUIDANCE) == 19
    assert [len(cells(level)) for level in LEVELS] == [5, 7, 7]
    assert [row.id for row in ANNEX.guidance if len(row.levels) < len(LEVELS) and row.silence is None] == []


@pytest.mark.parametrize(("level", "shares", "at_least"), [("yellow", 2, 2), ("orange", 5, 4), ("red", 2, 2)])
def test_totals_of_shares(level: LevelId, shares: int, at_least: int) -> None:
    """Percent signs at each level, and how many are a least (不低于, 以上); all are counted by lines."""
    actions = [action for cell in cells(level) for action in cell.actions if action.percent is not None]
    assert len(actions) == shares
    assert sum(action.at_least for action in actions) == at_least
    assert {(action.percent, action.counted_by) for action in actions} == {(50, "production_line")}


def test_hot_dip_coating_stands_at_yellow_alone() -> None:
    """Hot-dip coating is cut at yellow; orange and red name other processes, and the page says that this is a gap."""
    named = [level for level in LEVELS for cell in cells(level) for action in cell.actions if said(action)[1] == "热镀"]
    assert named == ["yellow"]
    metal = ANNEX.guidance[0]
    assert "an-18" in metal.doubts
    assert metal.silence is not None
    assert "热镀" in metal.silence.zh


def test_conditions() -> None:
    """Turns within the county, single lines, safety and heat plans stand where the document has them."""
    found = [
        {ANNEX.conditions[action.condition].zh for cell in entry.cells for action in cell.actions if action.condition}
        for row in ANNEX.guidance
        for entry in row.levels.values()
    ]
    words = {"轮流停产": 5, "保障安全生产": 3, "以热定产": 3}  # metal twice, feed twice, plastics once
    for word, count in words.items():
        assert sum(any(word in text for text in texts) for texts in found) == count, word


def test_words_are_defined_and_used() -> None:
    """Every process and condition that a cell names exists, and none lies idle."""
    actions = [action for level in LEVELS for cell in cells(level) for action in cell.actions]
    assert {action.scope for action in actions} - {None} == set(ANNEX.processes)
    assert {action.condition for action in actions} - {None} == set(ANNEX.conditions)


@pytest.mark.parametrize(
    ("cite", "duty", "words"),
    [
        ("4.7", "may", ["难以满足", "按需"]),  # AN-28: no exemption without conditions
        ("4.5 para 3", "required", ["橙色", "国二及以下", "国四及以下"]),
        ("4.5 para 1", "required", ["停产", "限产"]),
        ("4.5 para 2", "may", ["轮流停产"]),
        ("4.4.1.1", "required", ["3小时"]),
        ("2.2 para 1", "required", ["干洗店", "汽修厂", "餐饮店"]),
    ],
)
def test_classes(cite: str, duty: str, words: list[str]) -> None:
    """Rules for companies beside the rows are as strong as their clause and name its facts."""
    found = [entry for entry in ANNEX.classes if entry.cite == cite and entry.duty == duty]
    assert any(all(word in entry.text.zh.replace(" ", "") for word in words) for entry in found)


def test_micro_companies() -> None:
    """Four conditions bound what a micro company is, with 100 kilograms a year among them."""
    (micro,) = [entry for entry in ANNEX.classes if entry.id == "micro"]
    assert (micro.duty, len(micro.conditions)) == ("may", 4)
    assert "100千克" in micro.conditions[3].zh.replace(" ", "")

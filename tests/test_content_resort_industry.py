"""Annex 2 of the resort district's plan of 2023 and 四（四）1 and 2, against the document, branch by branch.

The table was typed from the document: after each branch a letter for the control types that stand beside it.
"""

import re
from collections import Counter

import pytest
from tests.plan_whole import read_data, read_plan

from lantian.model.industry import Grade, SectorRow

ANNEX = read_plan("liaocheng-resort").industry
EVERYONE: tuple[Grade, ...] = ("livelihood_exempt", "long_term_shutdown")
TYPES: dict[str, tuple[Grade, ...]] = {
    "D": ("A", "B", "C", "D", *EVERYONE),
    "C": ("A", "B", "C", *EVERYONE),
    "S": ("A", "B", "B-", "C", "D", *EVERYONE),  # blast furnace steel alone has B-
    "L": ("leading", "non_leading", *EVERYONE),
    "O": ("other", *EVERYONE),
}
TABLE = """
1 长流程联合钢铁: 长流程钢铁 S, 独立烧结、球团 O, 独立轧钢 O
2 短流程钢铁: 短流程钢铁工业 C
3 铁合金: 铁合金工业 C, 电解锰 L
4 焦化: 常规机焦 D, 热回收焦 L, 半焦-兰炭 L
5 石灰窑: 石灰窑工业 D
6 铸造: 铸件-冲天炉 D, 铸件-天然气炉、电炉 D, 铸造用生铁 D
7 氧化铝: 氧化铝工业 D
8 电解铝: 电解铝工业 C
9 炭素: 铝用炭素 D, 独立煅烧工业 D, 石墨电极 D, 其他炭素 D
10 铜冶炼: 铜冶炼工业 C
11 铅锌冶炼: 铅冶炼 C, 锌冶炼 C
12 钼冶炼: 钼冶炼工业 C
13 再生铜铝铅锌: 再生铜 C, 再生铝 C, 再生铅 C, 再生锌 C
14 有色金属压延行业: 铜压延加工 C, 铝压延加工 C
15 水泥: 水泥熟料 D, 粉磨站 L, 矿渣粉 L, 水泥制品 L
16 砖瓦窑: 烧结砖瓦制品 D, 非烧结砖瓦制品 L
17 陶瓷: 建筑陶瓷 D, 卫生陶瓷 L, 日用陶瓷 L, 园林艺术陶瓷 L, 特种陶瓷 L, 其他陶瓷 L
18 耐火材料: 耐火原料和制品 D, 不定形耐火制品 L
19 玻璃: 平板玻璃 D, 日用玻璃 D, 电子玻璃 D, 玻璃棉 D, 玻璃纤维 D, 玻璃后加工 L, 玻璃球拉丝 L
20 岩矿棉: 岩矿棉工业 D, 岩矿棉制品深加工 L
21 玻璃钢: 玻璃钢工业 L
22 防水建筑材料制造: 沥青类防水卷材 C, 橡胶防水卷材 D, 塑料类防水卷材 O
23 炼油与石油化工: 炼化一体化 D, 独立石油炼制 D, 独立石油化学 D
24 炭黑制造: 炭黑制造工业 D
25 煤制氮肥: 煤制氮肥工业 D
26 制药: 制药工业 D
27 农药制造: 农药制造工业 D
28 涂料制造: 涂料制造工业 D, 粉末涂料制造工业 L
29 油墨制造: 油墨制造工业 D
30 纤维素醚: 纤维素醚工业 L
31 包装印刷: 纸制品包装印刷 D, 塑料彩印软包装印刷 D, 金属包装印刷 D, 其他类包装印刷 D
32 人造板制造: 胶合板 C, 刨花板 C, 纤维板 C, 油漆饰面人造板 D
33 塑料人造革与合成革制造: 聚氯乙烯人造革 L, 聚氨酯合成革 L, 超细纤维合成革 L
34 橡胶制品制造: 轮胎制品制造 D, 橡胶板、管、带制品制造 D, 橡胶零件、场地塑胶及其他橡胶制品制造 D, \
日用及医用橡胶制品制造 D, 轮胎翻新 O
35 制鞋: 制鞋工业 L
36 家具制造: 家具制造工业 C, 粉末涂料家具制造 L, 红木家具 O, 三聚氰胺板式家具 O
37 汽车整车制造: 汽车整车制造工业 D
38 工程机械整机制造: 工程机械整机制造业 D
39 工业涂装: 钢结构制造工业 D, 卷材、型材制造工业 D, 集装箱制造工业 D, 造修船工业 D, 其他工业涂装 D
"""
ROWS = [re.split(r" |: ", line, maxsplit=2) for line in TABLE.strip().splitlines()]


def typed(branches: str) -> list[tuple[str, tuple[Grade, ...]]]:
    """Return the branches of a line of the table with their control types."""
    return [(entry[:-2], TYPES[entry[-1]]) for entry in branches.split(", ")]


@pytest.mark.parametrize(("number", "name", "branches"), ROWS, ids=[row[0] for row in ROWS])
def test_row(number: str, name: str, branches: str) -> None:
    """Each row has its name, its branches in order and the control types of each, and no measure (AN-38)."""
    row = ANNEX.sectors[int(number) - 1]
    assert (str(row.number), row.names.zh) == (number, name)
    assert [(branch.names.zh, branch.grades) for branch in row.branches] == typed(branches)
    assert row.cells == {}
    assert set(row.grades) == {grade for branch in row.branches for grade in branch.grades}


def test_totals() -> None:
    """Counted in the annex by splitting its cells at commas: 39 sectors, 95 branches, each type so often."""
    assert [row.number for row in ANNEX.sectors] == list(range(1, 40))
    assert [row.sector for row in ANNEX.sectors] == list(read_data("vocabulary/sectors.yaml"))[:39]
    branches = [branch for row in ANNEX.sectors for branch in row.branches]
    assert len(branches) == 95
    assert Counter(grade for branch in branches for grade in branch.grades) == {
        "A": 65,
        "B": 65,
        "B-": 1,
        "C": 65,
        "D": 47,
        "leading": 24,
        "non_leading": 24,
        "other": 6,
        "livelihood_exempt": 95,
        "long_term_shutdown": 95,
    }
    assert ANNEX.annex == 2


def test_branches_are_named_once() -> None:
    """Inside a sector no two branches share an id or a name, in either language."""
    for row in ANNEX.sectors:
        for names in _three_names(row):
            assert len(names) == len(set(names)), row.sector


def _three_names(row: SectorRow) -> tuple[list[str], list[str], list[str]]:
    return (
        [branch.id for branch in row.branches],
        [branch.names.zh for branch in row.branches],
        [branch.names.en for branch in row.branches],
    )


def test_a_control_type_is_no_measure() -> None:
    """Only Grade A and leading choose for themselves; every other type is looked up, and none has a share."""
    assert set(ANNEX.grade_rules) == set(ANNEX.grades) == {grade for grades in TYPES.values() for grade in grades}
    kinds = {grade: rule.cell.effective_kind for grade, rule in ANNEX.grade_rules.items()}
    assert {grade for grade, kind in kinds.items() if kind == "self_directed"} == {"A", "leading"}
    assert set(kinds.values()) == {"self_directed", "see_inventory"}
    for rule in ANNEX.grade_rules.values():
        assert rule.cell.actions == ()
        assert rule.note is not None
        assert "%" not in rule.note.zh
    assert [grade for grade in ("A", "leading") if ANNEX.grade_rules[grade].cell.encouraged] == []  # 可, not 鼓励
    assert ANNEX.guidance == ()


@pytest.mark.parametrize(
    ("cite", "duty", "words"),
    [
        ("chapter 4 sec 4 item 1 sub 2", "required", ["居民供电", "供暖", "垃圾", "疫情", "涉军"]),
        ("chapter 4 sec 4 item 1 sub 2", "may", ["外贸出口", "战略性", "新兴", "教学用书", "政治性材料", "农药"]),
        ("chapter 4 sec 4 item 1 sub 2", "required", ["协同处置", "任务"]),
        ("chapter 4 sec 4 item 1 sub 2", "required", ["移出保障类清单"]),
        ("chapter 4 sec 4 item 1 sub 4", "may", ["停产", "限产"]),  # 可不采取停限产措施
        ("chapter 4 sec 4 item 1 sub 5", "required", ["聊城市", "统一"]),
        ("chapter 4 sec 3 item 1", "required", ["供暖锅炉", "生活服务业"]),
        ("chapter 4 sec 4 item 2", "required", ["操作方案"]),
        ("chapter 4 sec 4 item 2", "may", ["公示牌"]),
        ("chapter 4 sec 4 item 2", "required", ["自动监控", "分布式控制系统", "一年"]),
    ],
)
def test_classes(cite: str, duty: str, words: list[str]) -> None:
    """Rules for companies beside the rows are as strong as their clause and name its facts."""
    found = [entry for entry in ANNEX.classes if entry.cite == cite and entry.duty == duty]
    assert any(all(word in entry.text.zh for word in words) for entry in found)


def test_micro_companies() -> None:
    """The may for micro companies has five conditions, among them 100 kilograms and the district's own reduction."""
    (micro,) = [entry for entry in ANNEX.classes if entry.id == "micro"]
    assert (micro.duty, len(micro.conditions)) == ("may", 5)
    assert "100千克" in micro.conditions[3].zh.replace(" ", "")
    assert "must be met" in micro.conditions[4].en


def test_key_projects() -> None:
    """Key projects are never stopped as a whole, and how that fits the stop on sites is told as a doubt (AN-33)."""
    (project,) = [entry for entry in ANNEX.classes if "建设工程" in entry.names.zh]
    assert project.doubt == "an-33"
    assert project.cite.split("; ")[0] == "chapter 4 sec 4 item 1 sub 3"
    assert "省级、市级" in project.text.zh  # the city's plan of 2020 names the province alone (AN-12)

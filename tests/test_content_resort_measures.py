"""The measures of the resort district's plan of 2023 against 四（四）4 and 5 of the document."""

from collections import Counter

import pytest
from tests.plan_whole import read_plan

from lantian.model.level import LevelId
from lantian.model.measure import Measure, MeasureKind

PLAN = read_plan("liaocheng-resort")
LEVELS: tuple[LevelId, ...] = ("yellow", "orange", "red")
ITEM = "chapter 4 sec 4 item 4"
OZONE = "chapter 4 sec 4 item 5"
OPENING = {"orange": f"{ITEM} sub 2", "red": f"{ITEM} sub 3"}
"""Where a level says that it adds to the one below."""
PARTS: dict[LevelId, dict[str, MeasureKind]] = {
    "yellow": {f"{ITEM} sub 1 ①": "health", f"{ITEM} sub 1 ②": "advisory", f"{ITEM} sub 1 ③": "mandatory"},
    "orange": {f"{ITEM} sub 2 ①": "health", f"{ITEM} sub 2 ②": "advisory", f"{ITEM} sub 2 ③": "mandatory"},
    "red": {f"{ITEM} sub 3 ①": "health", f"{ITEM} sub 3 ②": "mandatory"},  # red adds nothing voluntary
}


def first_level(measure: Measure) -> LevelId:
    """Return the lowest level of a measure."""
    return next(level for level in LEVELS if level in measure.levels)


def by_inventory(measure: Measure) -> bool:
    """Tell whether a measure points to a column of an inventory, which each level names anew."""
    return "清单" in measure.text.zh and "本级预警" in measure.text.zh


# Counted by hand, statement by statement. Yellow: ① sensitive groups, school; ② buying, travel, solvents; ③ industry;
# dust inventory, open-air work, site work, spraying, covering, watering; vehicles by inventory, unsealed trucks, limits
# in town, checks of machinery; fireworks, shows = 13. Orange adds events; buses; bulk transport, the notice, machinery,
# the ban in town. Red adds flexible teaching, suspension; further limits.
@pytest.mark.parametrize(
    ("level", "health", "advisory", "mandatory"), [("yellow", 2, 3, 13), ("orange", 3, 4, 17), ("red", 5, 4, 18)]
)
def test_levels_add_up(level: LevelId, health: int, advisory: int, mandatory: int) -> None:
    """Each level holds all that the one below asks and what it adds."""
    counted = Counter(measure.kind for measure in PLAN.measures_at(level))
    assert counted == {"health": health, "advisory": advisory, "mandatory": mandatory}


def test_a_measure_holds_from_its_first_level_upward() -> None:
    """No measure of a level is lost at a higher one, and none replaces another."""
    for measure in PLAN.measures:
        if measure.levels:
            assert tuple(measure.levels) == LEVELS[LEVELS.index(first_level(measure)) :], measure.id
            assert not measure.tracks
        assert measure.replaces is None


def test_what_adds_up_says_so() -> None:
    """What a higher level takes over is cumulative; the columns of inventories and what only red asks are not."""
    stated_once = {entry.id for entry in PLAN.measures if entry.levels and tuple(entry.levels) != ("red",)}
    inventories = {entry.id for entry in PLAN.measures if by_inventory(entry)}
    assert len(inventories) == 3  # industry, dust, vehicles and machinery of industry
    assert {entry.id for entry in PLAN.measures if entry.cumulative} == stated_once - inventories
    assert len(stated_once - inventories) == 18 - 3 + 6  # yellow without inventories, and six that orange adds


def test_what_adds_up_cites_the_words_that_add_it() -> None:
    """A cumulative measure keeps the clause of its first level and cites the opening words of each level above."""
    for measure in PLAN.measures:
        if measure.cumulative:
            first = first_level(measure)
            for level in LEVELS[LEVELS.index(first) + 1 :]:
                above = [OPENING[step] for step in LEVELS[LEVELS.index(first) + 1 : LEVELS.index(level) + 1]]
                assert measure.levels[level].split("; ") == [*reversed(above), measure.levels[first]], measure.id


def test_measures_stand_in_the_part_of_their_kind() -> None:
    """Each measure stands at its first level in ①, ② or ③ as its kind asks; inventories cite every level's own part."""
    for measure in PLAN.measures:
        levels = LEVELS if by_inventory(measure) else [first_level(measure)] if measure.levels else []
        for level in levels:
            kinds = [kind for part, kind in PARTS[level].items() if measure.levels[level].startswith(part)]
            assert kinds == [measure.kind], measure.id


@pytest.mark.parametrize(
    ("level", "clause", "duties"),
    [
        ("yellow", "sub 1 ①", ["required"] * 2),  # 避免, 停止: plain instructions
        ("yellow", "sub 1 ②", ["advised"] * 3),  # 倡导, 尽量
        ("yellow", "sub 1 ③ para 1", ["required"]),
        ("yellow", "sub 1 ③ para 2", ["required"] * 6),
        ("yellow", "sub 1 ③ para 3", ["required"] * 4),  # 执行 禁止 应采取 加大, all duties (AN-08)
        ("yellow", "sub 1 ③ para 4", ["required"] * 2),  # 不得
        ("orange", "sub 2 ①", ["required"]),  # 停止举办
        ("orange", "sub 2 ②", ["advised"]),  # under 倡议性
        ("orange", "sub 2 ③ para 3", ["required"] * 5),  # 执行 禁止 严格执行 停止 应禁止
        ("red", "sub 3 ①", ["may", "may"]),  # 根据实际情况, 可
        ("red", "sub 3 ② para 3", ["may", "required"]),  # 经…同意, and 执行
    ],
)
def test_duty_follows_the_wording(level: LevelId, clause: str, duties: list[str]) -> None:
    """What a part adds is as strong as its words."""
    found = [measure.duty for measure in PLAN.measures if measure.levels.get(level) == f"{ITEM} {clause}"]
    assert sorted(found) == duties


def test_schools() -> None:
    """Outdoor activities stop from yellow on; classes may be suspended at red alone, when the AQI reaches 500."""
    school = [measure for measure in PLAN.measures if measure.topic == "school"]
    assert [(first_level(entry), entry.duty) for entry in school] == [
        ("yellow", "required"),
        ("red", "may"),
        ("red", "may"),
    ]
    (suspension,) = [measure for measure in PLAN.measures if "停课" in measure.text.zh]
    assert tuple(suspension.levels) == ("red",)
    assert suspension.condition is not None
    assert "500" in suspension.condition.zh
    assert "500" in suspension.condition.en
    assert [measure.id for measure in PLAN.measures if measure.permission] == []


def test_ozone_response() -> None:
    """The ozone response has six statements of its own, each with its own force (AN-35), and no level."""
    ozone = [measure for measure in PLAN.measures if measure.tracks]
    assert [(entry.tracks["ozone"], entry.duty) for entry in ozone] == [
        (f"{OZONE} sub 1", "required"),
        (f"{OZONE} sub 2", "required"),
        (f"{OZONE} sub 3", "may"),  # 可采取分时段停止
        (f"{OZONE} sub 3", "required"),  # 停止汽修企业喷涂
        (f"{OZONE} sub 3", "required"),  # 减少或禁止
        (f"{OZONE} sub 3", "advised"),  # 鼓励
    ]
    assert [(tuple(entry.tracks), entry.levels) for entry in ozone] == [(("ozone",), {})] * 6


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        (
            "sub 1",  # the ten industries between the commas
            [
                "人造板",
                "工业涂装",
                "炼油与石油化工",
                "有机化工",
                "医药农药",
                "包装印刷",
                "火电",
                "钢铁",
                "铸造",
                "水泥",
            ],
        ),
        ("sub 2", ["大宗物料", "城市货运", "建筑施工", "非道路移动机械", "新能源", "国六", "国三", "分时段", "分区域"]),
        (
            "sub 3",  # eight kinds of work, repair shops, gasoline
            [
                "沥青",
                "市政设施",
                "桥梁",
                "道路标识",
                "房屋修缮",
                "喷涂粉刷",
                "装修",
                "护坡喷浆",
                "外立面",
                "汽修",
                "汽油",
            ],
        ),
    ],
)
def test_ozone_names_every_source(clause: str, words: list[str]) -> None:
    """Every industry, vehicle and kind of work that the ozone clause names is named."""
    told = "".join(entry.text.zh for entry in PLAN.measures if entry.tracks.get("ozone") == f"{OZONE} {clause}")
    assert [word for word in words if word not in told] == []


@pytest.mark.parametrize(
    ("clause", "zh", "en"),
    [
        ("sub 1 ③ para 2", "多洒水2次", "2 more times a day"),
        ("sub 2 ③ para 3", "超过10辆次", "more than ten vehicle movements a day"),
        ("sub 2 ③ para 3", "国四及以下重型货车（含燃气）", "China IV and older heavy-duty trucks"),
        ("sub 2 ③ para 3", "聊政通字\u30142022\u30152号", "[2022] No. 2"),
        ("sub 2 ③ para 3", "国二及以下的非道路移动机械", "China Stage II and older"),
        ("sub 2 ③ para 3", "物流园区", "logistics parks"),
        ("sub 2 ③ para 3", "低速货车", "low-speed trucks"),
        ("sub 1 ③ para 3", "国四及以下柴油货车", "China IV and older diesel trucks"),
    ],
)
def test_figures_of_the_document(clause: str, zh: str, en: str) -> None:
    """Figures and limits stand in both languages as the document gives them."""
    stated = [entry.text for entry in PLAN.measures if f"{ITEM} {clause}" in entry.levels.values()]
    found = [text for text in stated if zh in text.zh.replace(" ", "")]
    assert found
    assert any(en in text.en for text in found)

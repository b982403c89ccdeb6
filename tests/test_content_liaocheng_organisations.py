"""Who does what under the two plans of Liaocheng, against annex 1 and the clauses on groups of each document.

Each row was read in the document: the unit as it is named there, how many tasks stand between its semicolons (one that
is split here counts as more), and words of facts that its tasks name.
"""

import re
from itertools import pairwise

import pytest
from tests.plan_whole import CONTENT, read_plan

from lantian.model.organisation import Organisation

PLACES = ("liaocheng", "liaocheng-resort")
CITY = (
    ("各县（市、区）人民政府、市属开发区管委会", 3, ("减排清单", "一厂一策", "严肃查处")),
    ("市委宣传部", 4, ("市新闻办", "舆情", "新闻发布会", "通气会")),
    ("市政府办公室", 2, ("市生态环境局", "督导检查")),
    ("市生态环境局", 6, ("市气象局", "会商", "减排清单", "市公安局", "高排放机动车", "严肃查处")),
    ("市气象局", 6, ("气象干预", "监测网络", "会商")),
    ("市公安局", 5, ("渣土车", "砂石车", "高排放机动车", "严肃查处")),
    ("市住房城乡建设局", 4, ("国有土地使用证", "施工许可证", "数据库", "严肃查处")),
    ("市城管局", 6, ("主干道", "供水", "露天", "严肃查处")),
    ("市交通运输局", 7, ("公共交通", "县乡公路", "省道", "山东高速集团", "德商高速", "严肃查处")),
    ("市行政审批局", 3, ("渣土运输",)),
    ("市财政局", 3, ("资金", "储备")),
    ("市工业和信息化局", 4, ("错峰生产", "严肃查处")),
    ("市教育体育局", 4, ("健康", "露天体育比赛")),
    ("市商务局", 5, ("成品油", "外贸", "严肃查处")),
    ("市市场监管局", 4, ("成品油", "煤产品")),
    ("市卫生健康委", 3, ("医疗", "疾病")),
    ("国网聊城供电公司", 2, ("书面通知", "关停取缔")),
)
RESORT = (
    ("各镇（街道）", 2, ("实施方案", "一厂一策")),
    ("区纪检监察工委", 2, ("依法依纪",)),
    ("区党政办", 2, ("市生态环境局度假区分局", "督导检查")),
    ("区文明办", 4, ("舆情", "新闻发布会", "通气会")),
    ("市生态环境局度假区分局", 7, ("减排清单", "区交警大队", "区住建局", "高排放机动车", "动态数据")),
    ("市公安局度假区分局", 4, ("偷排", "屡查屡犯", "烟花爆竹")),
    ("区交警大队", 6, ("媒体", "渣土车", "砂石车", "冒黑烟", "高排放机动车")),
    ("区住建局", 5, ("国有土地使用证", "施工许可证", "数据库", "市交通局", "高排放机动车")),
    ("区综合行政执法局", 6, ("密闭", "市政", "露天烧烤", "燃气", "关停取缔")),
    ("区行政审批服务局", 3, ("渣土运输",)),
    ("区财政局", 3, ("分级负担", "储备", "演练")),
    ("区经济发展局", 3, ("错峰生产",)),
    ("区教体中心", 4, ("健康", "露天体育比赛")),
    ("区发展与统计服务中心", 4, ("清洁煤", "电力", "关停取缔")),  # what stands in brackets is who carries it out
    ("区经济商务服务中心", 3, ("成品油", "外贸")),
    ("区市场监督管理局", 3, ("成品油", "煤产品")),
    ("区卫计局", 2, ("医疗", "病")),
    ("区农业农村局", 2, ("气象",)),
    ("区各有关部门", 2, ("谁主管谁负责",)),
)
ROWS = [
    (place, number, *row)
    for place, rows in zip(PLACES, (CITY, RESORT), strict=True)
    for number, row in enumerate(rows, 1)
]


def units(place: str) -> list[Organisation]:
    """Return the member units of a plan in the order of annex 1."""
    return [entry for entry in read_plan(place).organisations if entry.kind == "member"]


@pytest.mark.parametrize(("place", "count"), [("liaocheng", 17), ("liaocheng-resort", 19)])
def test_annex_1_is_whole(place: str, count: int) -> None:
    """Every row of annex 1 is a unit of its own, in order, and nothing else is a unit."""
    assert [entry.cite for entry in units(place)] == [f"annex 1 row {number}" for number in range(1, count + 1)]
    assert sum(entry.kind == "command" for entry in read_plan(place).organisations) == 1
    assert sum(entry.kind == "office" for entry in read_plan(place).organisations) == 1


@pytest.mark.parametrize(("place", "number", "name", "tasks", "words"), ROWS)
def test_unit_has_its_tasks(place: str, number: int, name: str, tasks: int, words: tuple[str, ...]) -> None:
    """Each unit has its name, no task less than its row, the facts of its row, and last what the command hands it."""
    unit = units(place)[number - 1]
    assert unit.names.zh == name
    assert len(unit.duties) >= tasks
    told = "".join(duty.zh for duty in unit.duties)
    assert [word for word in words if word not in told] == []
    assert unit.duties[-1].zh.endswith("指挥部交办的其他工作。")
    assert all(later != earlier for earlier, later in pairwise(duty.zh for duty in unit.duties))


@pytest.mark.parametrize(
    ("place", "rows"),
    [
        ("liaocheng", set(range(5, 17))),  # 编制本部门…专项实施预案: rows 5 to 16
        ("liaocheng-resort", {5, 6, 7, 8, 9, 10, 12, 13}),  # not finance, statistics, commerce and those that follow
    ],
)
def test_who_writes_a_plan_of_its_own(place: str, rows: set[int]) -> None:
    """Only the units whose row says so draw up a plan for their own department."""
    writing = {number for number, unit in enumerate(units(place), 1) if "本部门" in unit.duties[0].zh}
    assert writing == rows


def test_who_punishes() -> None:
    """Eight rows of the city's annex end with strict action by law: 1, 4, 6, 7, 8, 9, 12 and 14."""
    found = {n for n, unit in enumerate(units("liaocheng"), 1) if any("严肃查处" in duty.zh for duty in unit.duties)}
    assert found == {1, 4, 6, 7, 8, 9, 12, 14}


@pytest.mark.parametrize(
    ("place", "groups"),
    [
        # 6.2.1 to 6.2.4; the group of experts has two bureaus and two kinds of people, no list
        ("liaocheng", {"coordination": (2, 9), "inspection": (2, 6), "accountability": (1, 3)}),
        # 二（二）1 to 3
        ("liaocheng-resort", {"coordination": (2, 10), "inspection": (2, 6), "accountability": (1, 3)}),
    ],
)
def test_working_groups(place: str, groups: dict[str, tuple[int, int]]) -> None:
    """Leads and members of each group, counted between the commas of its clause."""
    found = {entry.id: (len(entry.leads), len(entry.members)) for entry in read_plan(place).working_groups}
    assert found.keys() - groups.keys() == ({"forecast-experts"} if place == "liaocheng" else set())
    assert {group: found[group] for group in groups} == groups


def test_discipline_is_no_unit_of_the_city() -> None:
    """The discipline commission holds to account but stands in none of the 17 rows (AN-13)."""
    (discipline,) = [entry for entry in read_plan("liaocheng").organisations if "纪委监委" in entry.names.zh]
    assert discipline.kind == "outside"
    assert discipline.cite.startswith("6.2.4 para 1")
    assert discipline.note is not None
    assert "17" in discipline.note.zh


@pytest.mark.parametrize("place", PLACES)
def test_no_person_and_no_number(place: str) -> None:
    """The documents name no phone and nobody by name; neither do we, and no run of eleven digits stands in any file."""
    assert [entry.id for entry in read_plan(place).organisations if entry.phones] == []
    for path in (*(CONTENT / "plans" / place).glob("*.yaml"), CONTENT / "places" / f"{place}.yaml"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\d{11}", text)
        assert not re.search(r"(?<!\d)1[3-9](?:[ -]?\d){9}(?!\d)", text)
        assert not re.search(r"同志|先生|女士|联系人[：:]|\b(?:Mr|Mrs|Ms|Dr)\b", text)

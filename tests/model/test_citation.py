"""Places in a document: which strings are one, and how they are spelled out."""

from typing import get_args

import pytest
from pydantic import TypeAdapter, ValidationError
from tests.plan_frame import read_frame, read_wording

from lantian.model.citation import Clause, cite
from lantian.model.industry import Grade
from lantian.model.level import LEVEL_ORDER
from lantian.model.text import Text

CLAUSE = TypeAdapter(Clause)
WORDING = read_wording()
PLAN = read_frame("yangquan")


@pytest.mark.parametrize(
    ("clause", "chinese", "english"),
    [
        ("9.3", "第9.3条", "clause 9.3"),
        ("head; 9.3", "文首；第9.3条", "heading of the document; clause 9.3"),
        ("5.3.1 ③", "第5.3.1条③", "clause 5.3.1 ③"),
        (
            "5.3.1 part health para 1",
            "第5.3.1条健康防护引导措施第1段",
            "clause 5.3.1 Health protection guidance paragraph 1",
        ),
        (
            "annex 11 level yellow row 9 grade C",
            "附件11黄色（Ⅲ级）第9行C级",
            "annex 11 Yellow (Level III) row 9 grade C",
        ),
        ("annex 11 level red note 2", "附件11红色（Ⅰ级）备注（2）", "annex 11 Red (Level I) note (2)"),
        ("4.4.2.3 sub 3 ④", "第4.4.2.3条（3）④", "clause 4.4.2.3 (3) ④"),
        ("chapter 4 sec 11 item 28 sub 2 ③", "四（十一）28（2）③", "chapter 4 (11) 28 (2) ③"),
        ("annex 2 row 3 grade B-", "附件2第3行B-级", "annex 2 row 3 grade B-"),
    ],
)
def test_spelled_out(clause: str, chinese: str, english: str) -> None:
    """A clause is spelled in the document's own way of counting, behind the number of the document."""
    spoken = PLAN.cite(clause, WORDING)
    assert spoken.document == "yangquan-2023"
    assert spoken.label == Text(
        zh=f"阳政办发\u30142023\u301585号　{chinese}", en=f"Yang Zheng Ban Fa [2023] No. 85, {english}"
    )


@pytest.mark.parametrize(
    "clause",
    [
        "",
        "chapter",
        "chapter 21",
        "chapter 4 sec 200",
        "sec 4",
        "5.",
        "5.3.1 ",
        "5.3.1 part",
        "5.3.1;9",
        "annex",
        "annex 11 row",
        "5.3.1 para ①",
        "第5条",
    ],
)
def test_refused(clause: str) -> None:
    """What is no place in a document is refused when it is read."""
    with pytest.raises(ValidationError):
        CLAUSE.validate_python(clause)


@pytest.mark.parametrize(
    ("clause", "short"),
    [
        ("5.3.1 ③ para 2", "5.3.1 ③ 第2段"),
        ("4.4.2.3 sub 3 ④", "4.4.2.3（3）④"),
        ("chapter 4 sec 4 item 4 sub 2 ③", "四（四）4（2）③"),
    ],
)
def test_short(clause: str, short: str) -> None:
    """The short form stands as the document counts, brackets close to their neighbours."""
    assert PLAN.cite(clause, WORDING).clause == short


def test_unknown_part() -> None:
    """A heading that the document does not have is no silent gap."""
    with pytest.raises(KeyError, match="nowhere"):
        cite("some-plan", Text(zh="文", en="paper"), {}, "5.3.1 part nowhere", WORDING)


def test_every_level_and_grade_can_be_cited() -> None:
    """Every level and every grade of the contracts has a name in citations, and there is none besides."""
    assert set(WORDING.patterns["cite_level"]) == set(LEVEL_ORDER)
    assert set(WORDING.patterns["cite_grade"]) == set(get_args(Grade))

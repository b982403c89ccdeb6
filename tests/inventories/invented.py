"""Inventories that nobody takes for real ones: every company is called 虚构, every code has a region that is none."""

from collections.abc import Iterator
from typing import NamedTuple

from stdnum.cn import uscc

HEADINGS = (
    "序号", "企业名称", "统一社会信用代码", "县区", "行业", "绩效分级",
    "黄色预警减排措施", "橙色预警减排措施", "红色预警减排措施", "备注",
)  # fmt: skip
COUNTIES = ("虚构东县", "虚构西县", "虚构南区", "虚构北市")
SECTORS = ("石灰窑", "铸造", "砖瓦窑", "耐火材料", "橡胶制品制造")
GRADES = ("B级", "C级", "D级")
NO_REGION = "000000"
_TRADES = ("石灰", "铸造", "砖瓦", "耐材", "橡胶")
_MEASURES = ("停用一条生产线", "限产百分之三十，以生产线计", "全部停产", "")


class Company(NamedTuple):
    """What a row says of a company, in the words of an inventory."""

    name: str
    code: str
    county: str
    sector: str
    grade: str
    yellow: str = ""
    orange: str = ""
    red: str = ""

    @property
    def cells(self) -> tuple[str, ...]:
        """Return the cells between the number and the remark."""
        return tuple(self)


def credit_code(number: int) -> str:
    """Return a code of a region that does not exist, with a right check digit."""
    body = f"91{NO_REGION}MA{number:07d}"
    return body + uscc.calc_check_digit(body)


def company(number: int) -> Company:
    """Return one of any number of invented companies; the same number is always the same company."""
    trade = number % len(SECTORS)
    return Company(
        f"虚构第{number}号{_TRADES[trade]}有限公司",
        credit_code(number),
        COUNTIES[number // len(SECTORS) % len(COUNTIES)],
        SECTORS[trade],
        GRADES[number % len(GRADES)],
        *(_MEASURES[(number + level) % len(_MEASURES)] for level in range(3)),
    )


def table(number: int) -> Iterator[tuple[str | int, ...]]:
    """Yield a title, the headings and so many companies, as an authority would."""
    yield ("虚构市重污染天气应急减排清单（样例）",)
    yield HEADINGS
    for index in range(number):
        yield (index + 1, *company(index).cells, "")

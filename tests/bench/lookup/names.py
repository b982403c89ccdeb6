"""Invented companies by the hundred thousand: no such place exists, but names are put together as real ones are."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from hashlib import sha256
from random import Random

from lantian.model.industry import Grade
from lantian.model.inventory import (
    County,
    Enterprise,
    Inventory,
    SectorCount,
    anchor,
    counted_counties,
    counted_groups,
)
from lantian.model.text import Text

COUNTY_SIGNS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉"
BRAND_SIGNS = (
    "鑫盛源达昌隆泰丰华宏兴旺福瑞祥和顺利通恒信诚永安康宁邦国民众联合力创新科技建设东南西北中海江河山川峰岭岩石金银铜"
    "铁钢木林森松柏竹梅兰菊荷春夏秋冬阳光明辉煌亮星月云天地宇宙环球世纪龙凤虎马鹏鹰燕鸿鹤麒麟玉珠宝石翔飞跃腾升凯胜捷"
    "佳美雅洁净清洋波涛润泽沃茂荣华富贵吉庆喜乐长重行朝厦单曾解区仇尹程钱孙李周吴郑王冯陈褚卫蒋沈韩杨"
)
TRADE_WORDS = (
    "水泥 水泥制品 混凝土 耐火材料 陶瓷 砖瓦 石灰 玻璃 铸造 锻造 钢铁 炼焦 煤业 洗煤 电力 热力 化工 农药 涂料 "
    "油墨 橡胶 塑料 包装 印刷 家具 人造板 木业 纺织 印染 皮革 制药 食品 饲料 酿造 机械 机械制造 重工 "
    "汽车零部件 金属制品 表面处理 电镀 有色金属 铝业 镁业 再生资源 环保科技 新材料 新型建材 建材 矿业 "
    "矿山设备 沥青 商砼 物流 加油站 汽车维修 碳素 活性炭 岩棉 保温材料 "
)
TRADES = tuple(TRADE_WORDS.split())
MIDDLES = ("", "", "", "", "", "科技", "实业", "工贸", "制造", "发展", "集团", "工业")
FORMS = (
    *("有限公司",) * 60, *("有限责任公司",) * 12, *("厂",) * 12, *("股份有限公司",) * 4, "合作社", "经营部", "加工厂",
    "加工点", "有限公司一分厂", "有限公司二分厂", "有限公司第三分公司", "有限责任公司虚构分公司",
)  # fmt: skip
CODE_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
Groups = tuple[tuple[str, tuple[Grade, ...]], ...]
"""Sectors with the grades that they may have."""
SECTORS: Groups = tuple((f"sector-{number:02d}", ("A", "B", "B-", "C", "D")) for number in range(1, 40))


def invented(number: int, groups: Groups = SECTORS, counties: int = 20, seed: int = 5) -> tuple[Enterprise, ...]:
    """Return that many companies, the same ones for the same seed; sorted as an inventory is."""
    chance = Random(seed)  # noqa: S311 - invented names, no secrets
    names = tuple(f"虚构{sign}县" for sign in COUNTY_SIGNS[:counties])
    rows = (_one(chance, chance.choice(names), groups, place + 2) for place in range(number))
    return tuple(sorted(rows, key=lambda row: (row.county, row.sector, row.name, row.code or "")))


def _one(chance: Random, county: str, groups: Groups, row: int) -> Enterprise:
    sector, grades = chance.choice(groups)
    brand = "".join(chance.choices(BRAND_SIGNS, k=chance.choice((2, 2, 2, 3, 3, 4))))
    start = chance.choice(("虚构", "虚构市", county, county[:3], "", ""))
    trade = TRADES[(hash_of(sector) * 7 + chance.randrange(6)) % len(TRADES)]  # a sector has its own few trades
    name = f"{start}{brand}{trade}{chance.choice(MIDDLES)}{chance.choice(FORMS)}"
    code = f"9{chance.choice('123')}00{chance.randrange(100):02d}00" + "".join(chance.choices(CODE_SIGNS, k=10))
    known = code if chance.random() < 0.95 else None
    return Enterprise(
        id=anchor(known, name, county), name=name, code=known, county=county, sector=sector, branch=None,
        grade=chance.choice(grades), measures=(), row=row,
    )  # fmt: skip


def hash_of(word: str) -> int:
    """Return a small number for a word, the same in every run."""
    return sum(word.encode())


def head_of(rows: Sequence[Enterprise], place: str = "sample") -> Inventory:
    """Return the head of an inventory of these rows."""
    counties = tuple(
        County(
            id=f"c{number:02d}",
            name=name,
            sectors=tuple(SectorCount(sector=sector, count=count) for sector, count in sectors.items()),
        )
        for number, (name, sectors) in enumerate(counted_counties(rows).items(), start=1)
    )
    text = "\n".join(row.id for row in rows)
    return Inventory(
        place=place, plan=f"{place}-plan", source=Text(zh="虚构清单", en="Invented list"),
        published=date(2026, 11, 1), imported_at=datetime(2026, 11, 2, tzinfo=UTC), file="invented.csv",
        sha256=sha256(text.encode()).hexdigest(), rows=len(rows), counties=counties, groups=counted_groups(rows),
    )  # fmt: skip

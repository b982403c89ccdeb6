"""An invented inventory beside a copy of the content: for tests only, never for a site."""

import shutil
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import yaml
from tests.bench.lookup.names import Groups, head_of, invented

from lantian.model.checks.inventory import grades_of
from lantian.model.industry import Grade
from lantian.model.inventory import Enterprise, Inventory, order
from lantian.model.plan import Plan
from lantian.reading.inventory_table import table_text

ROOT = Path(__file__).resolve().parents[2]
XSS = "虚构<img src=x onerror=document.title='broken'>有限公司"
"""A name that is dangerous wherever it is not shown as text."""
CODE = "91140300MA0HXX7X0K"
NAMED = "停用2号虚构窑"


def groups_of(plan: Plan) -> Groups:
    """Return the sectors of a plan with the grades that they have."""
    found = ((row.sector, grades_of(plan.industry, row)) for row in plan.industry.sectors)
    return tuple((sector, grades) for sector, grades in found if grades)


def company(name: str, sector: str, grade: Grade, county: str = "虚构甲县", code: str | None = None) -> Enterprise:
    """Return one company."""
    return Enterprise(
        id=code.lower() if code else f"n-{sha256(name.encode()).hexdigest()[:10]}", name=name, code=code, county=county,
        sector=sector, branch=None, grade=grade, measures=(), row=2,
    )  # fmt: skip


def inventory_of(plan: Plan, number: int) -> tuple[Enterprise, ...]:
    """Return some companies that the plan has rows for, and a few that tests ask for by name."""
    (first, grades), *_ = groups_of(plan)
    level = plan.levels[-1].id
    special = (
        company("虚构县重庆长乐水泥有限公司", first, grades[0], code=CODE),
        company(XSS, first, grades[0]),
        replace(company("虚构命名减排厂", first, grades[-1]), measures=((level, NAMED),)),
    )
    return tuple(sorted((*special, *invented(number, groups_of(plan), counties=3)), key=order))


def write_inventory(content: Path, place: str, plan: str, rows: Sequence[Enterprise]) -> Inventory:
    """Put the inventory of a place into a content folder, as an import would; return its head."""
    folder = content / "enterprises"
    folder.mkdir(exist_ok=True)
    levels = tuple(dict.fromkeys(level for row in rows for level, _ in row.measures))
    table = table_text(rows, levels).encode()
    found = {"plan": plan, "sha256": sha256(table).hexdigest(), "levels": levels}
    head = head_of(rows, place).model_copy(update=found)
    (folder / f"{place}.csv").write_bytes(table)
    text = yaml.safe_dump(
        head.model_dump(mode="json", exclude={"place"}, exclude_none=True), allow_unicode=True, sort_keys=False
    )
    (folder / f"{place}.yaml").write_text(text, encoding="utf-8")
    return head


def content_beside(folder: Path) -> Path:
    """Return a copy of the real content, to which an inventory may be added."""
    return Path(shutil.copytree(ROOT / "content", folder / "content"))

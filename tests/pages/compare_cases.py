"""Two places to compare: the real one, and a twin that applies the same plan with edits."""

from typing import Any

from tests.real_site import PLACE, at, content_with

from lantian.model.content import Content
from lantian.model.industry import IndustryChapter
from lantian.model.level import Level
from lantian.model.measure import Measure
from lantian.model.plan import Plan
from lantian.model.text import Text
from lantian.model.vehicle import VehicleChapter
from lantian.pages.compare_rows import ComparedRow, ComparedTable, Pair
from lantian.pages.edition import edition

TWIN = "twin"
TWIN_NAMES = Text(zh="双生市", en="Twin")


def plan() -> Plan:
    """Return the real plan."""
    return content_with().place(PLACE).plan


def content_of_two(followed: str | None = None, *messages: dict[str, Any], **changed: object) -> Content:
    """Return the content with a second place whose plan has these fields changed."""
    content = content_with(*messages)
    entry = content.place(PLACE)
    own = entry.plan.model_copy(update={"id": "twin-plan", "place": TWIN, **changed})
    place = entry.place.model_copy(
        update={
            "id": TWIN,
            "names": TWIN_NAMES,
            "pinyin": "twin",
            "plan": own.id,
            "follows": followed,
            "code": "990000",
        }
    )
    twin = entry.model_copy(update={"place": place, "plans": (own,), "bulletins": ()})
    site = content.site.model_copy(update={"compare": () if followed else ((PLACE, TWIN),)})
    return content.model_copy(update={"site": site, "places": (entry, twin)})


def pair(followed: str | None = None, **changed: object) -> Pair:
    """Return the real place and its twin, whose plan has these fields changed."""
    content = content_of_two(followed, **changed)
    left, right = (edition(content, content.place(one), at("11-22 12:05")) for one in (PLACE, TWIN))
    return Pair(left, right)


def with_level(level: str, **changed: object) -> tuple[Level, ...]:
    """Return the levels of the plan, one of them changed."""
    return tuple(one.model_copy(update=changed) if one.id == level else one for one in plan().levels)


def with_rule(rule: str, **changed: object) -> VehicleChapter:
    """Return the vehicle chapter with one rule changed."""
    chapter = plan().vehicles
    assert any(one.id == rule for one in chapter.rules)
    rules = tuple(one.model_copy(update=changed) if one.id == rule else one for one in chapter.rules)
    return chapter.model_copy(update={"rules": rules})


def with_industry(**changed: object) -> IndustryChapter:
    """Return the industry chapter changed."""
    return plan().industry.model_copy(update=changed)


def school_measures(*duties: str) -> tuple[Measure, ...]:
    """Return the measures of the plan without those for schools of these duties."""
    return tuple(one for one in plan().measures if one.topic != "school" or one.duty not in duties)


def table(tables: tuple[ComparedTable, ...], wanted: str) -> ComparedTable:
    """Return one table by its anchor."""
    (found,) = (one for one in tables if one.id == wanted)
    return found


def marks(told: ComparedTable) -> dict[str, str]:
    """Return the mark of each row by its English label."""
    return {row.label.en: row.mark for row in told.rows}


def row(told: ComparedTable, label: str) -> ComparedRow:
    """Return one row by its English label."""
    (found,) = (one for one in told.rows if one.label.en == label)
    return found

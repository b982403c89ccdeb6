"""A plan of which nothing is held: pages for schools, health, sites and companies say so, and allow nothing."""

import pytest
from tests.real_site import ORANGE, PLACE, changed_plan, content_with

from lantian.pages.answers import enterprise_row
from lantian.pages.construction import ConstructionView, construction_pages
from lantian.pages.edition import Edition
from lantian.pages.enterprises import StartView, enterprise_pages, sectors_view
from lantian.pages.health import GroupView, HealthView, health_pages
from lantian.pages.school import SchoolView, school_pages


def silent(**plan: object) -> Edition:
    """Return an edition without messages, whose plan has no measures and is changed further if need be."""
    return changed_plan("11-22 12:05", **{"measures": (), **plan})


@pytest.mark.parametrize("plan", [{}, {"levels": ()}], ids=["levels", "no levels"])
def test_what_is_not_held_is_said(plan: dict[str, object]) -> None:
    """Without measures, with levels or without, each page says that the site holds none and lists no rule."""
    one = silent(**plan)
    school, health, site = (next(family(one)).shown for family in (school_pages, health_pages, construction_pages))
    assert isinstance(school, SchoolView)
    assert isinstance(health, HealthView)
    assert isinstance(site, ConstructionView)
    assert (school.rules, school.activities, school.icon) == ((), (), "")
    assert school.rules_note is not None
    assert "没有收录不等于没有要求" in school.rules_note.zh
    assert "没有收录不等于没有要求" in health.answer.zh
    assert "没有收录不等于没有要求" in site.answer.zh
    assert all(group.unsaid is not None and group.rows == () for group in health.groups)
    assert len(site.blocks) == len(one.plan.levels)
    assert all("本站没有收录" in block.summary.zh and block.same is None for block in site.blocks)
    assert not any("预案没有写" in group.unsaid.zh for group in health.groups if group.unsaid is not None)


def test_silence_of_a_plan_that_is_held_is_still_silence() -> None:
    """Where a plan's rules for sites are held and none is for the level, the plan is said to be silent."""
    stop = next(one for one in content_with().place(PLACE).plan.measures if one.id == "all-site-work-stops")
    one = changed_plan("11-22 12:05", {**ORANGE, "level": "yellow"}, measures=(stop,))
    site = next(construction_pages(one)).shown
    assert isinstance(site, ConstructionView)
    assert "预案没有写工地停工" in site.answer.zh
    assert ["本站没有收录" in block.summary.zh for block in site.blocks] == [False] * 3


def test_a_group_page_without_levels_has_no_cards() -> None:
    """A plan without levels leaves the guidance, and no card."""
    views = [page.shown for page in health_pages(silent(levels=()))][1:]
    assert all(isinstance(view, GroupView) and view.cards == () and view.guidance for view in views)


def test_sectors_that_are_not_held_are_no_column_to_follow() -> None:
    """Without sectors the pages for companies promise no column, nor does the front page: nothing is cleared."""
    industry = content_with().place(PLACE).plan.industry
    bare = changed_plan("11-22 12:05", ORANGE, industry=industry.model_copy(update={"sectors": ()}))
    start = next(enterprise_pages(bare)).shown
    assert isinstance(start, StartView)
    assert "没有收录不等于不受影响" in start.headline.zh
    assert start.lines == ()
    assert "没有收录" in enterprise_row(bare).sentence.zh
    assert "没有收录不等于没有要求" in start.no_sectors.zh
    assert "没有收录" not in start.no_common.zh
    empty = next(enterprise_pages(silent(industry=bare.plan.industry))).shown
    assert isinstance(empty, StartView)
    assert empty.common == ()
    assert "没有收录不等于没有要求" in empty.no_common.zh
    assert sectors_view(bare).without_row == ()

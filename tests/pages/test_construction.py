"""The page on sites and dust: the foreman's answer, level by level."""

from typing import Any

from tests.following_cases import CITY, CITY_ORANGE, both
from tests.real_site import ORANGE, OZONE, RED, drilled, edition_at

from lantian.pages.construction import ConstructionView, construction_pages
from lantian.pages.edition import Edition

YELLOW: dict[str, Any] = {**ORANGE, "level": "yellow"}


def view(edition: Edition) -> ConstructionView:
    """Return the view of the page."""
    (page,) = construction_pages(edition)
    assert isinstance(page.shown, ConstructionView)
    return page.shown


def test_the_answer_stops_what_the_level_stops() -> None:
    """Yellow stops dusty work, orange and red stop sites; the stop is named before anything else."""
    assert view(edition_at("11-23 06:30", YELLOW)).answer.zh.startswith("土石方、拆除、喷涂等停止")
    assert view(edition_at("11-23 06:30", ORANGE)).answer.zh.startswith("工地停工")
    assert view(edition_at("11-23 06:30", ORANGE, RED)).answer.en.startswith("Sites stop work.")


def test_exceptions_stand_with_the_answer() -> None:
    """Emergency repair and approved key projects are named where the stop is."""
    exceptions = view(edition_at("11-23 06:30", ORANGE)).exceptions
    assert [one.zh[:2] for one in exceptions] == ["应急", "省、"]


def test_levels_show_what_changes() -> None:
    """The level in force is first and whole; orange marks the stop as changed, red changes nothing against orange."""
    orange, yellow, red = view(edition_at("11-23 06:30", ORANGE)).blocks
    assert [block.tag.tone for block in (orange, yellow, red)] == ["orange", "yellow", "red"]
    assert [block.unfolded for block in (orange, yellow, red)] == [True, False, False]
    assert [(row.id, row.mark) for row in orange.changes] == [("all-site-work-stops", "changed")]
    assert (yellow.changes, yellow.same) == ((), None)
    assert red.same is not None
    assert "橙色" in red.same.zh


def test_every_subject_of_a_site_is_there() -> None:
    """Sites, dust, machinery, bulk goods, fireworks and trucks with loose goods are told at every level."""
    for block in view(edition_at("11-23 06:30", ORANGE)).blocks:
        assert [group.id for group in block.groups] == [
            "construction", "dust", "nonroad", "transport", "fireworks", "bulk_truck",
        ]  # fmt: skip
        assert "public-transport" not in {row.id for group in block.groups for row in group.rows}


def test_conditions_are_not_lost() -> None:
    """Road washing keeps its humidity and frost, watering its frost."""
    rows = {row.id: row for group in view(edition_at("11-23 06:30", ORANGE)).blocks[0].groups for row in group.rows}
    washing, watering = rows["road-washing"].condition, rows["site-watering"].condition
    assert washing is not None
    assert watering is not None
    assert "80%" in washing.en
    assert "freezing" in watering.en


def test_each_level_cites_its_own_clause() -> None:
    """At orange no statement cites the clause of another level, those on trucks included."""
    block = view(edition_at("11-23 06:30", ORANGE)).blocks[0]
    clauses = [row.citation.label.zh for group in block.groups for row in group.rows]
    assert all("5.3.2" in clause for clause in clauses)
    assert not any("5.3.1" in clause or "5.3.3" in clause for clause in clauses)


def test_pending_idle_and_drill_are_told_apart() -> None:
    """Announced rules name their start, idle ones their level, drilled ones that they are an exercise."""
    pending = view(edition_at("11-21 09:00", ORANGE))
    idle = view(edition_at("11-22 12:05"))
    drill = view(drilled())
    assert pending.answer.zh.startswith("11月21日（周六）12:00 起：")
    assert pending.note is None
    assert idle.answer.zh.startswith("黄色预警起：")
    assert idle.note is not None
    assert [block.unfolded for block in idle.blocks] == [True, False, False]
    assert drill.answer.zh.startswith("演练")
    assert drill.note is not None
    assert drill.note.en.startswith("EXERCISE")


def test_no_transport_rule_for_others_stands_on_the_page_for_sites() -> None:
    """More buses are the city's matter and night refueling the driver's; bulk goods, for companies, stay."""
    _, district = both("11-22 12:05", CITY_ORANGE)
    rows = [row.id for block in view(district).blocks for group in block.groups for row in group.rows]
    assert "more-public-transport" not in rows
    assert "enterprise-vehicles-by-inventory" in rows
    _, ozone = both("07-01 12:05", {**OZONE, "place": CITY})
    advised = {row.id for row in view(ozone).advised}
    assert "ozone-gasoline-loading" in advised
    assert "ozone-refuel-at-night" not in advised

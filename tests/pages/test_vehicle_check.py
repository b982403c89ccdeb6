"""The forms of the vehicle pages: where they are, what leads to them; what a plan without levels shows."""

from dataclasses import replace

import pytest
from tests.lab import NONE, lab, noon
from tests.pages.vehicle_cases import result, vehicle_class, with_chapter
from tests.real_site import ORANGE, RED, at, content_with, drilled, edition_at

from lantian.pages.construction import ConstructionView, construction_pages
from lantian.pages.edition import Edition, edition
from lantian.pages.vehicle_check import CheckView, check_view
from lantian.pages.vehicle_table import table_view
from lantian.pages.vehicles import class_view, start_view, vehicle_pages

CHECK, FLEET = "yangquan/vehicle/check/", "yangquan/vehicle/fleet/"


def level_free() -> Edition:
    """Return the edition of a place whose plan has no levels."""
    content = lab()
    return edition(content, content.place(NONE), noon("22"))


def test_the_forms_are_pages_that_promise_a_check() -> None:
    """Both forms exist at their addresses, change with the warning, and name their place."""
    pages = {page.address: page for page in vehicle_pages(edition_at("11-21 12:00", ORANGE))}
    for address, template in ((CHECK, "pages/vehicle_check.html"), (FLEET, "pages/vehicle_fleet.html")):
        page = pages[address]
        assert page.place is not None
        assert page.place.clock.next_check_by is not None
        assert page.template == template
        assert page.title.zh.startswith("阳泉市")


def test_start_class_and_result_lead_to_the_forms() -> None:
    """The start page names both forms before its classes; class and result pages name them, too."""
    one = edition_at("11-21 12:00", ORANGE)
    start = start_view(one)
    assert [link.address for link in start.checks] == [CHECK, FLEET]
    assert len(start.classes) == 10
    for links in (
        class_view(one, vehicle_class(one, "tractor")).links,
        result(one, "tractor", "4").links,
    ):
        assert {CHECK, FLEET} <= {link.address for link in links}


def test_each_form_leads_to_every_class_and_to_the_other() -> None:
    """Without a script the classes are the way on; the files of the script are those of the place."""
    one = edition_at("11-21 12:00", ORANGE)
    check, fleet = check_view(one, "check", "fleet"), check_view(one, "fleet", "check")
    assert check.classes == fleet.classes == start_view(one).classes
    assert (check.other.address, fleet.other.address) == (FLEET, CHECK)
    assert (check.table, check.status) == ("data/yangquan/vehicle-check.json", "data/yangquan/status.json")
    assert check.sample == ()
    assert [line.en.count(";") for line in fleet.sample] == [5, 5, 5]


@pytest.mark.parametrize(
    ("one", "note"),
    [
        (edition_at("11-21 12:00"), "No warning is in force"),
        (edition_at("11-20 12:00", ORANGE), "Until then no emergency rule is in force"),
        (drilled(), "The exercise restricts no vehicle"),
    ],
    ids=["calm", "pending", "exercise"],
)
def test_what_holds_is_said_beside_the_form(one: Edition, note: str) -> None:
    """Before any answer the page says that no level holds, from when one will, or that it is an exercise."""
    view = check_view(one, "check", "fleet")
    assert isinstance(view, CheckView)
    assert note in " ".join(text.en for text in view.asides)


@pytest.mark.parametrize(("place", "note"), [("yangquan", "stay the same"), ("liaocheng", "change then")])
def test_what_is_announced_changes_answers_or_not(place: str, note: str) -> None:
    """Before a raise the page says whether answers change then: at every level alike in Yangquan, not in Liaocheng."""
    content = content_with(*({**one, "place": place} for one in (ORANGE, RED)))
    one = edition(content, content.place(place), at("11-21 16:00"))
    notes = [text.en for text in check_view(one, "check", "fleet").asides]
    assert any(note in text for text in notes)


def test_a_plan_without_areas_has_no_form() -> None:
    """Where the site holds no vehicle rules there is nothing to check, and nothing leads there."""
    one = edition_at("11-21 12:00", ORANGE)
    empty = one.plan.vehicles.model_copy(update={"areas": (), "rules": (), "releases": (), "silences": ()})
    bare = with_chapter(one, empty)
    assert start_view(bare).checks == ()
    assert {CHECK, FLEET}.isdisjoint(page.address for page in vehicle_pages(bare))


def test_a_plan_without_levels_has_no_empty_tables() -> None:
    """Result and table pages say that there are no answers by level, and that this is no permission."""
    one = level_free()
    found = result(one, "heavy_truck", "4")
    assert (found.levels, found.groups) == ((), ())
    assert found.same is not None
    assert "没有写不等于可以开" in found.same.zh
    table = table_view(one)
    assert table.tables == ()
    assert "no answers by level" in table.asides[-1].en


def test_a_plan_with_levels_says_nothing_of_lacking_them() -> None:
    """The sentence on plans without levels stands nowhere else."""
    one = edition_at("11-21 12:00", ORANGE)
    assert not any("no answers by level" in text.en for text in table_view(one).asides)
    assert result(one, "heavy_truck", "4").same == one.say("vehicle_page.same_all")


def test_sites_lead_to_bulk_trucks_only_where_they_are_a_class() -> None:
    """Without the class, or without areas, the way leads to the start page of vehicles."""
    one = edition_at("11-21 12:00", ORANGE)
    vocabulary = one.content.vocabulary
    classes = tuple(entry for entry in vocabulary.vehicle_classes if entry.id != "bulk_truck")
    fewer = vocabulary.model_copy(update={"vehicle_classes": classes})
    without_class = replace(one, content=one.content.model_copy(update={"vocabulary": fewer}))
    without_areas = with_chapter(one, one.plan.vehicles.model_copy(update={"areas": (), "rules": ()}))
    ways = []
    for each in (one, without_class, without_areas):
        shown = next(construction_pages(each)).shown
        assert isinstance(shown, ConstructionView)
        ways.append(shown.vehicles)
    assert ways == ["yangquan/vehicle/bulk-truck/", "yangquan/vehicle/", "yangquan/vehicle/"]

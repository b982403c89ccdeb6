"""The vehicle pages around the results: addresses, start, choice, table, topics and calendar."""

import pytest
from tests.pages.vehicle_cases import vehicle_class, with_chapter, with_plates, with_rule
from tests.real_site import ORANGE, RED, drilled, edition_at

from lantian.pages.vehicle_plates import plates_pages, plates_view
from lantian.pages.vehicle_table import kinds, table_view
from lantian.pages.vehicle_topics import areas_view, exemptions_view
from lantian.pages.vehicle_words import fuel_names, standard_id, standards
from lantian.pages.vehicles import class_view, start_view, vehicle_pages

NOON = "11-21 12:00"
STILL = {"areas", "exemptions", "how-to-find-standard"}


def test_each_class_has_the_standards_that_exist_for_it() -> None:
    """Addresses are those of the sitemap: a class has its own stages, electric only with that fuel, and unknown."""
    edition = edition_at(NOON, ORANGE)
    heavy, three = (vehicle_class(edition, one) for one in ("heavy_truck", "three_wheeler"))
    assert [standard_id(one) for one in standards(heavy)] == [
        *("cn6", "cn5", "cn4", "cn3", "cn2", "cn1"),
        *("electric", "unknown"),
    ]
    assert [standard_id(one) for one in standards(three)] == ["cn4", "cn3", "cn2", "cn1", "unknown"]
    addresses = {page.address for page in vehicle_pages(edition)}
    assert {"yangquan/vehicle/heavy-truck/cn4/", "yangquan/vehicle/table/"} <= addresses
    assert "yangquan/vehicle/plates/" not in addresses


def test_titles_name_place_and_vehicle() -> None:
    """Every title names the place, a result names class and standard, and no two pages share a title."""
    pages = tuple(vehicle_pages(edition_at(NOON, ORANGE)))
    assert all(page.title.zh.startswith("阳泉") for page in pages)
    assert len({page.title for page in pages}) == len(pages)
    assert "阳泉市：国四重型货车能开吗" in {page.title.zh for page in pages}


def test_still_pages_do_not_change_with_the_warning() -> None:
    """Areas, exemptions and standards show the same views with and without a warning and promise no check."""
    calm, warned = (tuple(vehicle_pages(edition_at(NOON, *messages))) for messages in ((), (ORANGE,)))
    pairs = [(one, other) for one, other in zip(calm, warned, strict=True) if one.address.split("/")[2] in STILL]
    assert len(pairs) == len(STILL)
    assert all(one.shown == other.shown and one.place == other.place for one, other in pairs)


def test_start_page_names_what_is_banned() -> None:
    """At orange the first line names the banned vehicles and no other; without a level it says that nothing holds."""
    assert start_view(edition_at(NOON, ORANGE)).answer.en == (
        "Orange warning: banned in the places named below: "
        "Heavy-duty truck, China IV and older; Unsealed truck with loose goods"
    )
    calm = start_view(edition_at(NOON))
    assert calm.answer.en == "No emergency rule is in force. Ordinary traffic rules apply"
    assert [group.heading.en for group in calm.groups] == ["At every warning level"]
    assert len(calm.groups[0].rules) == 6


def test_choices_say_their_verdict_in_a_word() -> None:
    """Each standard carries its word; without a level the word says at which levels, in a drill that it is one."""
    rows = {
        name: [row.word.en for row in class_view(edition, vehicle_class(edition, "heavy_truck")).rows]
        for name, edition in (("orange", edition_at(NOON, ORANGE)), ("calm", edition_at(NOON)), ("drill", drilled()))
    }
    road, ban = "Road open, sites may refuse", "Do not drive"
    assert rows["orange"] == [road, road, ban, ban, ban, ban, road, "Cannot tell"]
    assert rows["calm"] == [f"At every warning level: {word}" for word in rows["orange"]]
    assert rows["drill"] == [f"Exercise: {word}" for word in rows["orange"]]
    calm = edition_at(NOON)
    assert {row.icon for row in class_view(calm, vehicle_class(calm, "heavy_truck")).rows} == {""}


def test_table_merges_only_equal_rows() -> None:
    """China IV and older share a row; China V, which one area treats otherwise than VI, has its own."""
    edition = edition_at(NOON, ORANGE)
    labels = [kind.label.en for kind in kinds(edition, "orange") if kind.entry.id == "heavy_truck"]
    assert labels == ["China VI", "China V", "China IV and older", "electric", "emission standard not known"]
    (table,) = table_view(edition).tables
    assert [len(one.rows) for one in table.classes] == [1, 1, 1, 5, 1, 1, 1, 1, 1, 1]
    assert all(len(cells) == 5 for one in table.classes for _, cells in one.rows)


def test_table_keeps_differing_fuels_apart() -> None:
    """A ban on diesel alone gives rows that name their fuels."""
    edition = with_rule(edition_at(NOON, ORANGE), "heavy-trucks-open-roads", fuels=("diesel",))
    labels = [kind.label.en for kind in kinds(edition, "orange") if kind.entry.id == "heavy_truck"]
    named = {f"China IV and older, {fuel_names(edition, fuels).en}" for fuels in (("diesel",), ("petrol", "gas"))}
    assert named <= set(labels)


def test_table_shows_the_level_in_force_first() -> None:
    """Where levels differ each has a table, and the one in force comes first."""
    red_only = with_rule(edition_at("11-21 18:00", ORANGE, RED), "unsealed-trucks", levels={"red": "5.3.3 ② para 1"})
    captions = [table.caption.en for table in table_view(red_only).tables]
    assert captions == ["Answers at Red warning", "Answers at Yellow warning, Orange warning"]


def test_topics_tell_every_rule_and_exemption_once() -> None:
    """Areas carry the rules that name them; exemptions are told by approval, and doubtful ones by themselves."""
    edition = edition_at(NOON)
    assert {area.id: len(area.rules) for area in areas_view(edition).areas} == {
        "open_roads": 2,
        "urban_area": 1,
        "large_enterprise": 1,
        "enterprise_premises": 2,
        "construction_site": 1,
    }
    groups = exemptions_view(edition).groups
    assert [(group.id, len(group.rows)) for group in groups] == [("permit", 2), ("free", 1), ("doubtful", 2)]
    assert all(found.exempt.doubt is not None for found in groups[2].rows)


def test_a_plan_without_vehicle_rules_says_so() -> None:
    """A plan that tells no areas apart has a start page which says that this is no permission, and no verdicts."""
    edition = edition_at(NOON, ORANGE)
    empty = edition.plan.vehicles.model_copy(update={"areas": (), "rules": (), "releases": (), "silences": ()})
    bare = with_chapter(edition, empty)
    assert [page.address for page in vehicle_pages(bare)] == [
        "yangquan/vehicle/",
        "yangquan/vehicle/how-to-find-standard/",
    ]
    assert "does not mean that you may drive" in start_view(bare).answer.en


def test_rules_that_are_not_held_ban_nothing_and_clear_nothing() -> None:
    """A new city whose rules are still to be entered never says that no vehicle is banned."""
    edition = edition_at(NOON, ORANGE)
    bare = with_chapter(edition, edition.plan.vehicles.model_copy(update={"rules": (), "releases": ()}))
    answer = start_view(bare).answer
    assert "no vehicle is banned" not in answer.en
    assert "没有收录不等于可以开" in answer.zh


@pytest.mark.parametrize(
    ("messages", "held"),
    [
        ((), 0),
        ((ORANGE,), 0),
        (({**ORANGE, "level": "red"},), 3),
        (({**ORANGE, "level": "red", "expected_end": None},), 1),
    ],
)
def test_calendar_says_on_which_days_the_rule_is_known_to_hold(
    messages: tuple[dict[str, object], ...], held: int
) -> None:
    """Fourteen days with their digits; a day is in force only before a known end of a level with the rule, or today."""
    edition = with_plates(NOON, *messages)
    plates = edition.plan.vehicles.plates
    assert plates is not None
    days = plates_view(edition, plates).days
    usual = "Usually: last digit {}"
    assert [day.digits.en for day in days[:2]] == [usual.format("1 3 5 7 9"), usual.format("0 2 4 6 8")]
    assert (len(days), sum(day.status.en.startswith("in force") for day in days)) == (14, held)
    assert "yangquan/vehicle/plates/" in {page.address for page in plates_pages(edition)}


@pytest.mark.parametrize(
    ("assigned", "said"),
    [
        (False, "Odd-even rule in force: the notice says which last digits may drive on"),
        (True, "Odd-even rule: on"),
    ],
)
def test_only_digits_that_the_plan_assigns_are_told_as_a_fact(*, assigned: bool, said: str) -> None:
    """Where the plan gives no digits to dates, the heading names none while the rule holds, and none ahead of it."""
    for moment, starts in ((NOON, said), ("11-21 09:00", "From 12:00")):
        edition = with_plates(moment, {**ORANGE, "level": "red"})
        plates = edition.plan.vehicles.plates
        assert plates is not None
        answer = plates_view(edition, plates.model_copy(update={"assigned": assigned})).answer.en
        assert answer.startswith(starts)
        assert ("1 3 5 7 9" in answer) is assigned


def test_start_page_shows_the_rules_of_an_announced_level() -> None:
    """Before a rise to a level with other rules the start page lists both and says that the answers change."""
    edition = edition_at("11-21 16:00", ORANGE, RED)
    view = start_view(with_rule(edition, "unsealed-trucks", levels={"red": "5.3.3 ② para 1"}))
    assert [group.heading.en for group in view.groups] == ["At Yellow warning, Orange warning", "At Red warning"]
    assert any("The answers change then" in text.en for text in view.asides)

"""The result for one vehicle in every situation: what binds, what is silent, what only a drill says."""

import pytest
from tests.pages.vehicle_cases import result, with_chapter, with_rule
from tests.real_site import LIFT, ORANGE, RED, drilled, edition_at

from lantian.model.vehicle import Stage
from lantian.pages.vehicle_cards import Card
from lantian.pages.vehicle_words import fuel_names

NOON = "11-21 12:00"


def test_ban_is_the_answer_with_its_rule_clause_and_exemptions() -> None:
    """At orange a China IV heavy truck is told not to drive on the open roads, by which clause, and who is exempt."""
    edition = edition_at(NOON, ORANGE)
    view = result(edition, "heavy_truck", "4")
    assert (view.code, view.answer.en) == (
        "banned",
        "Do not drive. Heavy-duty truck, China IV: National, provincial, county and township roads",
    )
    (ruled,) = view.groups[0].cards[0].rules
    assert ruled.said.id == "heavy-trucks-open-roads"
    assert ruled.said.duty == "required"
    assert ruled.said.citation.clause.count("5.3.") == 1
    assert "5.3.2" in ruled.said.citation.clause
    assert [one.code for one in ruled.exempt] == ["with_permit", "with_permit", "ask"]
    assert [one.doubt is not None for one in ruled.exempt] == [False, False, True]
    assert view.asides[0].en.startswith("From 12:00 on Saturday 21 November. Expected to end around 12:00")
    assert fuel_names(edition, ("petrol", "diesel", "gas")).en in view.asides[1].en


def test_no_exemption_looks_allowed() -> None:
    """No exemption of any card has the shape of a vehicle that may drive."""
    cards = [card for stage in ("4", "5") for card in _cards("heavy_truck", stage)]
    codes = [one.code for card in cards for rule in card.rules for one in rule.exempt]
    assert codes
    assert "allowed" not in codes


def test_silence_is_neither_banned_nor_allowed() -> None:
    """A medium truck is not named on roads: no ban, no release, the words say that silence is no permission."""
    view = result(edition_at(NOON, ORANGE), "medium_truck", "5")
    assert (view.code, view.answer.en.partition(".")[0]) == ("unknown", "Not named in the plan")
    card = view.groups[0].cards[0]
    assert not card.rules
    assert [note.text.en.partition(",")[0] for note in card.notes] == ["The rule names heavy-duty trucks only"]
    assert "Silence does not mean" in card.reason.en


@pytest.mark.parametrize(("stage", "open_road"), [("6", True), ("5", True), ("4", False), (None, True)])
def test_open_road_is_said_only_where_it_is_open(stage: Stage | None, open_road: bool) -> None:  # noqa: FBT001
    """“The road is open, but the site may refuse” stands on a site's card only if no road is banned or unsaid."""
    leads = [card.lead.en for card in _cards("heavy_truck", stage) if card.code == "site_rule" and card.lead]
    assert all("On the road no rule" in lead for lead in leads)
    assert bool(leads) is open_road


def test_medium_truck_is_not_told_that_the_road_is_open() -> None:
    """Where the plan is silent on roads, a site rule does not claim that the road is open."""
    assert [card.lead for card in _cards("medium_truck", "6") if card.code == "site_rule"] == [None]


def test_one_open_road_is_not_an_open_road() -> None:
    """Where one kind of road is free and the plan is silent on another, no card says that the road is open."""
    edition = edition_at(NOON, ORANGE)
    chapter = edition.plan.vehicles
    free = next(one for one in chapter.releases if one.id == "newer-heavy-trucks")
    partly = chapter.model_copy(update={"releases": (free.model_copy(update={"areas": ("open_roads",)}),)})
    view = result(with_chapter(edition, partly), "heavy_truck", "6")
    assert [card.code for card in view.groups[0].cards[:2]] == ["allowed", "unknown"]
    assert view.code == "unknown"
    assert [card.lead for card in view.groups[0].cards if card.code == "site_rule"] == [None]


def test_unknown_standard_plans_as_banned() -> None:
    """Without a known standard nothing is allowed, the rules of all stages stand there, and the way to find out."""
    view = result(edition_at(NOON, ORANGE), "heavy_truck", "unknown")
    assert view.code == "unknown"
    assert view.unknown is not None
    assert "plan as if banned" in view.unknown.en
    assert len(view.steps) > 3
    first = view.groups[0].cards[0]
    assert (first.code, first.lead is not None, len(first.rules)) == ("unknown", True, 1)


@pytest.mark.parametrize("messages", [(ORANGE,), (ORANGE, RED), ()])
def test_an_unknown_standard_that_makes_no_difference_is_no_reason_to_plan_as_banned(
    messages: tuple[dict[str, object], ...],
) -> None:
    """A car of any standard may drive, by a release: its page says nothing to the contrary, at any level."""
    view = result(edition_at("11-22 12:05", *messages), "small_passenger", "unknown")
    assert view.code == ("allowed" if messages else "none")
    assert (view.unknown, view.steps) == (None, ())


def test_an_unknown_standard_matters_at_the_level_that_follows() -> None:
    """If red alone banned old cars, who may drive at orange would have to know the standard before red begins."""
    edition = edition_at("11-21 16:00", ORANGE, RED)
    ban = next(one for one in edition.plan.vehicles.rules if one.id == "heavy-trucks-open-roads")
    red = ban.model_copy(update={"id": "cars", "classes": ("small_passenger",), "levels": {"red": "5.3.3"}})
    chapter = edition.plan.vehicles
    free = tuple(one.model_copy(update={"levels": {"orange": "5.3.2"}}) for one in chapter.releases)
    stricter = chapter.model_copy(update={"rules": (*chapter.rules, red), "releases": free})
    view = result(with_chapter(edition, stricter), "small_passenger", "unknown")
    assert view.code == "allowed"
    assert view.unknown is not None


def test_without_a_level_the_standard_matters_only_for_a_warning() -> None:
    """While no rule is in force nobody plans as if banned today; the page says it of the time of a warning."""
    view = result(edition_at(NOON), "heavy_truck", "unknown")
    assert view.code == "none"
    assert view.unknown is not None
    assert view.unknown.en.startswith("When a warning holds, plan as if banned")


@pytest.mark.parametrize(("moment", "messages"), [(NOON, ()), ("11-23 10:00", (ORANGE, LIFT))])
def test_without_a_level_nothing_is_released(moment: str, messages: tuple[dict[str, object], ...]) -> None:
    """With no warning and after a lift the page says that no emergency rule holds and what would, never “allowed”."""
    view = result(edition_at(moment, *messages), "heavy_truck", "4")
    assert (view.code, view.answer.en) == ("none", "No emergency rule is in force. Heavy-duty truck, China IV")
    assert "Ordinary traffic rules still apply" in view.reason.en
    (group,) = view.groups
    assert group.heading is not None
    assert group.heading.en == "At every warning level"
    assert group.cards[0].code == "banned"


def test_pending_answer_begins_with_its_start() -> None:
    """Before the start the answer says from when it holds, and that nothing holds until then."""
    view = result(edition_at("11-21 11:59", ORANGE), "heavy_truck", "4")
    assert view.answer.en.startswith("From 12:00 on Saturday 21 November (Orange warning): Do not drive")
    assert any(text.en == "Until then no emergency rule is in force." for text in view.asides)
    assert view.groups[0].heading is not None


def test_drill_restricts_nothing() -> None:
    """In an exercise the answer is conditional, the cards are marked, and the page says that nothing is restricted."""
    view = result(drilled(), "heavy_truck", "4")
    assert view.answer.en.startswith("Exercise (if this were a real Orange warning)")
    assert "restricts no vehicle" in view.reason.en
    assert view.groups[0].heading is not None
    assert view.groups[0].heading.en.startswith("EXERCISE")


def test_announced_level_says_whether_the_answer_stays() -> None:
    """Before a rise the page tells the next level, that answers stay, or that they change where the rules differ."""
    edition = edition_at("11-21 16:00", ORANGE, RED)
    assert any("Red warning. The answers here stay" in text.en for text in result(edition, "heavy_truck", "4").asides)
    orange_only = with_rule(edition, "heavy-trucks-open-roads", levels={"orange": "5.3.2 ③ para 2"})
    view = result(orange_only, "heavy_truck", "4")
    assert any("The answers change" in text.en for text in view.asides)
    assert [cell.code for cells in view.rows[0].cells for cell in cells] == [
        "unknown",
        "banned",
        "unknown",
    ]
    assert view.same is None


def test_fuels_stand_apart_where_they_differ() -> None:
    """A ban on diesel alone gives an area a card per group of fuels, each naming its fuels."""
    edition = with_rule(edition_at(NOON, ORANGE), "heavy-trucks-open-roads", fuels=("diesel",))
    view = result(edition, "heavy_truck", "4")
    told = {card.fuels: card.code for card in view.groups[0].cards if card.fuels is not None}
    assert told == {
        fuel_names(edition, ("petrol", "gas")): "unknown",
        fuel_names(edition, ("diesel",)): "banned",
    }
    assert not any("the same for these fuels" in text.en for text in view.asides)


def test_a_rule_that_may_be_ordered_is_no_ban() -> None:
    """A rule that the plan only allows is shown as such, with its strength."""
    edition = with_rule(edition_at(NOON, ORANGE), "heavy-trucks-open-roads", duty="may")
    view = result(edition, "heavy_truck", "4")
    assert (view.code, view.groups[0].cards[0].rules[0].said.duty) == ("may_be_restricted", "may")


def test_machinery_is_answered_where_it_works() -> None:
    """Machinery does not drive, so its answer is that of the site, in its own series of stages."""
    view = result(edition_at(NOON, ORANGE), "nonroad_machinery", "3")
    assert view.code == "site_rule"
    assert view.answer.en == "Site rule. Non-road mobile machinery, China Stage III: Construction sites"


def _cards(wanted: str, stage: Stage | None) -> tuple[Card, ...]:
    return result(edition_at(NOON, ORANGE), wanted, stage).groups[0].cards


def test_an_announced_lift_is_no_change_to_another_level() -> None:
    """Between the notice of lifting and the lift the page gives the hour of the lift and announces no level."""
    asides = result(edition_at("11-23 09:30", ORANGE, LIFT), "heavy_truck", "4").asides
    assert "10:00 on Monday 23 November" in asides[0].en
    assert not any("The answers" in aside.en and "From" in aside.en for aside in asides)

"""What was planned once is not planned again until it must be, and checks that are due keep no warning waiting."""

from dataclasses import replace
from datetime import datetime

from tests.real_site import CONTENT, ORANGE, at, content_with

from lantian.build import THEME
from lantian.model.content import Content
from lantian.publication.cards import CARDS, Cards
from lantian.publication.planner import Instant
from lantian.publication.planning import Planned, plan_release
from lantian.reading.surveyed import Surveyed, SurveyedPlace, whole

ISSUED = {**ORANGE, "issued_at": "2026-11-21T16:56:00+08:00", "starts_at": "2026-11-21T18:00:00+08:00"}


def planned(
    content: Content | Surveyed, now: datetime, before: Planned | None = None, checks: int | None = None
) -> Planned:
    """Return the plan of a content after another one, of which the cards were kept as JSON."""
    known = whole(content) if isinstance(content, Content) else content
    cards: Cards = {} if before is None else CARDS.validate_json(CARDS.dump_json(before.cards))
    live = {} if before is None else before.release.ids
    return plan_release(known, CONTENT, Instant(now, THEME, "theme", live, checks=checks), cards)


def changed(before: Planned, after: Planned) -> set[str]:
    """Return the names of places whose sections differ."""
    ids = before.release.ids
    names = {one.place.id for one in whole(content_with()).places}
    return {name for name, one in after.release.ids.items() if name in names and ids[name] != one}


def unread(known: Surveyed) -> Surveyed:
    """Return the same content of which no records can be read."""

    def load() -> object:
        raise AssertionError("read")

    places = (SurveyedPlace(one.place, one.key, one.still, load) for one in known.places)  # type: ignore[arg-type]
    return Surveyed(known.common, tuple(places), known.keep, known.kept)


def test_cards_say_what_planning_finds() -> None:
    """With cards, and no records to be had, the release is the one that is planned without any."""
    content = content_with(ORANGE)
    first = planned(content, at("11-21 12:07"))
    again = planned(unread(whole(content)), at("11-21 12:41"), first)
    fresh = planned(content, at("11-21 12:41"))
    assert again.release.id == first.release.id == fresh.release.id
    assert again.release.facts == fresh.release.facts
    assert again.release.ids == fresh.release.ids
    assert again.until == fresh.until == at("11-21 13:00")


def test_a_pair_has_one_name() -> None:
    """Pairs planned after their places, and pairs planned alone while the cards of the places hold, are the same."""
    content = content_with(ORANGE)
    first = planned(content, at("11-21 12:07"))
    of_places = {name: card for name, card in first.cards.items() if card.standing is not None}
    assert of_places.keys() < first.cards.keys()
    alone = planned(content, at("11-21 12:41"), replace(first, cards=of_places))
    assert alone.release.ids == first.release.ids


def test_a_card_ends_with_its_time() -> None:
    """At the hour what is live is planned anew, at noon what is calm too."""
    content = content_with(ORANGE)
    first = planned(content, at("11-21 13:59"))
    assert changed(first, planned(content, at("11-21 14:00"), first)) == {"yangquan"}
    assert changed(first, planned(content, at("11-21 17:00"), first)) == {"yangquan", "liaocheng", "liaocheng-resort"}


def test_checks_come_a_few_at_a_time() -> None:
    """Three places whose check is due are made anew in three publications, each due at once, and then no more."""
    content = content_with()
    last, counts = planned(content, at("11-21 12:00")), []
    for _ in range(3):
        following = planned(content, at("11-21 16:57"), last, checks=1)
        counts.append(len(changed(last, following)))
        assert (following.until == at("11-21 16:57")) is (len(counts) < 3)
        last = following
    assert counts == [1, 1, 1]
    assert last.release.ids == planned(content, at("11-21 16:57"), last).release.ids


def test_a_warning_waits_for_no_check() -> None:
    """Where a message comes while checks are due, its place alone is made anew, and the checks after it."""
    first = planned(content_with(), at("11-21 12:00"))
    warned = planned(content_with(ISSUED), at("11-21 16:57"), first, checks=24)
    assert changed(first, warned) == {"yangquan"}
    assert warned.until == at("11-21 16:57")
    assert changed(warned, planned(content_with(ISSUED), at("11-21 16:57"), warned, checks=24)) == {
        "liaocheng",
        "liaocheng-resort",
    }


def test_what_must_differ_is_not_put_off() -> None:
    """A warning that begins is published at its moment, however many checks are due."""
    content = content_with({**ORANGE, "starts_at": "2026-11-21T16:55:00+08:00"})
    first = planned(content, at("11-21 16:54"))
    assert changed(first, planned(content, at("11-21 16:55"), first, checks=0)) == {"yangquan"}

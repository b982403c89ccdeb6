"""The next message of a place that takes over the warnings of another: refused, unless its plan lets it be stricter."""

from typing import Any

import pytest
from tests.following_cases import CITY, CITY_ORANGE, DISTRICT, county_content, own
from tests.real_site import at, content_with

from lantian.model.bulletin import Bulletin
from lantian.model.bulletin_request import Refusal, Request
from lantian.model.content import Content
from lantian.model.next_bulletin import next_bulletin

ASKED: tuple[dict[str, Any], ...] = (
    {"asked": "level", "level": "orange"}, {"asked": "lift"}, {"asked": "withdraw"},
    {"asked": "extend", "expected_end": at("11-25 12:00")},
)  # fmt: skip
OWN_RED = own({**CITY_ORANGE, "level": "red"}, number="County 1")


def ask(content: Content, place: str = DISTRICT, /, **told: Any) -> Bulletin | Refusal:  # noqa: ANN401 - any field
    """Return the answer to a request of a place on the day after the city's warning."""
    entry = content.place(place)
    return next_bulletin(entry.bulletins, entry.place, entry.plan, Request(issued_at=at("11-21 13:00"), **told))


@pytest.mark.parametrize("told", ASKED, ids=lambda told: told["asked"])
@pytest.mark.parametrize("messages", [(), (CITY_ORANGE,)], ids=["calm", "the city warns"])
def test_a_follower_is_refused_with_a_sentence(messages: tuple[dict[str, Any], ...], told: dict[str, Any]) -> None:
    """Whatever is asked, the answer names the place that issues the warnings and the command for it."""
    content = content_with(*messages)
    found = ask(content, **told)
    assert isinstance(found, Refusal)
    said = content.wording.say(found.key, **found.fields)
    assert said.en == (
        "Liaocheng Jiangbei Shuicheng Resort District issues no warnings of its own; "
        "write the message for “liaocheng”: lantian warn liaocheng …"
    )
    assert said.zh == ("聊城江北水城旅游度假区不单独发布预警，请为“liaocheng”写消息：lantian warn liaocheng …")


def test_a_drill_is_a_place_s_own_affair() -> None:
    """A follower may hold a drill while the city's warning is in force, and ends it itself."""
    found = ask(content_with(CITY_ORANGE), asked="level", level="red", exercise=True)
    assert isinstance(found, Bulletin)
    assert (found.place, found.action, found.replaces) == (DISTRICT, "exercise", None)
    drill = {**OWN_RED, "action": "exercise"}
    ended = ask(content_with(CITY_ORANGE, drill), asked="lift", exercise=True)
    assert isinstance(ended, Bulletin)
    assert (ended.action, ended.replaces) == ("lift", drill["id"])


def test_a_stricter_county_begins_a_chain_of_its_own() -> None:
    """Where the plan lets it, the county issues; it does not raise the message of the city, which has the same id."""
    found = ask(county_content(CITY_ORANGE), asked="level", level="red", number="County 1")
    assert isinstance(found, Bulletin)
    assert (found.place, found.action, found.replaces, found.number) == (DISTRICT, "issue", None, "County 1")


def test_a_county_ends_its_own_chain_and_never_the_city_s() -> None:
    """A lift of the county replaces the county's message; without one of its own it has nothing to lift."""
    found = ask(county_content(CITY_ORANGE, OWN_RED), asked="lift")
    assert isinstance(found, Bulletin)
    assert (found.place, found.action, found.replaces_key) == (DISTRICT, "lift", f"{DISTRICT}/{OWN_RED['id']}")
    nothing = ask(county_content(CITY_ORANGE), asked="lift")
    assert isinstance(nothing, Refusal)
    assert nothing.key == "warn.nothing_in_force"


def test_the_city_continues_its_own_chain_whatever_the_county_said() -> None:
    """The county's Red is no step of the city's chain: the city raises its own Orange, and lifts it."""
    content = county_content(CITY_ORANGE, OWN_RED)
    raised, lifted = ask(content, CITY, asked="level", level="red"), ask(content, CITY, asked="lift")
    assert isinstance(raised, Bulletin)
    assert isinstance(lifted, Bulletin)
    assert (raised.action, lifted.action) == ("raise", "lift")
    assert {raised.replaces_key, lifted.replaces_key} == {f"{CITY}/{CITY_ORANGE['id']}"}

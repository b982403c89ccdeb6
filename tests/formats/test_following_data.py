"""Data files where a place takes over the warnings of another: whose message, whose plan, both in the index."""

import json
from typing import Any

from tests.following_cases import CITY, CITY_LIFT, CITY_ORANGE, DISTRICT, county_content, own
from tests.real_site import at, content_with

from lantian.build import plan
from lantian.model.content import Content

OWN_RED = own({**CITY_ORANGE, "level": "red"}, number="County 1", issued_at="2026-11-20T11:00:00+08:00")
DISTRICT_PLAN = "liaocheng-resort-2023"


def files(content: Content, moment: str = "11-22 12:05") -> dict[str, Any]:
    """Return every JSON file of the site by its address."""
    documents = plan(content, at(moment)).documents
    return {one.address: json.loads(one.data) for one in documents if one.address.endswith("json")}


def test_status_says_whose_message_and_whose_plan() -> None:
    """Under the city's warning the district's status names the city's message, and the district's plan and clause."""
    found = files(content_with(CITY_ORANGE))
    city, district = (found[f"data/{place}/status.json"] for place in (CITY, DISTRICT))
    for name in ("state", "level", "rank", "response", "issued_at", "starts_at", "expected_end", "segments"):
        assert district[name] == city[name], name
    assert (city["source"]["follows"], district["source"]["follows"]) == (None, CITY)
    assert {one["source"]["bulletin"] for one in (city, district)} == {CITY_ORANGE["id"]}
    assert (city["source"]["plan"], district["source"]["plan"]) == ("liaocheng-2020", DISTRICT_PLAN)
    assert district["school"]["citation"]["document"] == DISTRICT_PLAN


def test_status_of_a_stricter_county_rests_on_its_own_message() -> None:
    """A message of the county's own is not said to be the city's, though both bear one id."""
    found = files(county_content(CITY_ORANGE, OWN_RED))
    status = found[f"data/{DISTRICT}/status.json"]
    assert (status["level"], found[f"data/{CITY}/status.json"]["level"]) == ("red", "orange")
    assert status["source"] == {
        "bulletin": OWN_RED["id"], "number": "County 1", "issuer": OWN_RED["issuer"], "follows": None,
        "plan": DISTRICT_PLAN,
    }  # fmt: skip


def test_index_puts_the_worst_first_and_says_who_follows() -> None:
    """City and follower stand above the calm place, the stricter county above its city; who has no code has null."""
    rows = files(content_with(CITY_ORANGE))["data/index.json"]["places"]
    assert [(row["id"], row["follows"], row["level"], row["code"]) for row in rows] == [
        (CITY, None, "orange", "371500"),
        (DISTRICT, CITY, "orange", None),
        ("yangquan", None, None, "140300"),
    ]
    stricter = files(county_content(CITY_ORANGE, OWN_RED))["data/index.json"]["places"]
    assert [(row["id"], row["level"]) for row in stricter][:2] == [(DISTRICT, "red"), (CITY, "orange")]


def test_the_archive_of_a_follower_names_the_place_of_each_message() -> None:
    """The district's archive holds the messages of both, told apart by their place where ids are equal."""
    found = files(county_content(CITY_ORANGE, OWN_RED, CITY_LIFT), "11-23 12:05")
    listed = found[f"data/{DISTRICT}/bulletins.json"]["bulletins"]
    assert [(one["place"], one["id"], one["episode"], one["level"]) for one in listed] == [
        (CITY, CITY_ORANGE["id"], CITY_ORANGE["id"], "orange"),
        (DISTRICT, OWN_RED["id"], OWN_RED["id"], "red"),
        (CITY, CITY_LIFT["id"], CITY_ORANGE["id"], None),
    ]
    assert {one["place"] for one in found[f"data/{CITY}/bulletins.json"]["bulletins"]} == {CITY}


def test_statistics_of_a_follower_count_what_held_there() -> None:
    """The district counts the city's hours as its own, and says whose episode it was; the third place has none."""
    documents = {
        one.address: one.data for one in plan(content_with(CITY_ORANGE, CITY_LIFT), at("11-25 00:00")).documents
    }
    rows = {place: documents[f"data/{place}/stats.csv"].decode().splitlines()[1:] for place in (CITY, DISTRICT)}
    assert len(rows[CITY]) == 1
    episode = CITY_ORANGE["id"]
    own = [row.replace(CITY, DISTRICT, 1).replace(episode, f"{CITY}/{episode}", 1) for row in rows[CITY]]
    assert rows[DISTRICT] == own
    assert ",orange," in rows[CITY][0]
    assert documents["data/yangquan/stats.csv"].decode().count("\n") == 1

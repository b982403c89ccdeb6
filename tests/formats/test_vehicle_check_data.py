"""`vehicle-check.json` and `vehicles.json`: answers of the model by number, words of lists, what is beside."""

import gzip
import json
from typing import Any

import pytest
from tests.lab import lab, noon
from tests.real_site import ORANGE, at, content_with
from tests.vehicle_messages import with_hours

from lantian.formats.json_file import data_file
from lantian.formats.vehicle_check_data import vehicle_check_body
from lantian.formats.vehicle_check_words import KINDS, SECTION, fold
from lantian.formats.vehicles_data import vehicles_body
from lantian.model.vehicle_verdict import all_questions
from lantian.pages.edition import Edition, edition

PLACES = ("yangquan", "liaocheng", "liaocheng-resort")
BYTES = 15_000  # compressed: about one small picture, asked for after the form is there


def told(place: str, *messages: dict[str, Any]) -> Edition:
    """Return the edition of a place of the real site."""
    content = content_with(*messages)
    return edition(content, content.place(place), at("11-22 12:05"))


def published(one: Edition) -> tuple[dict[str, Any], int]:
    """Return the file as a reader gets it, checked against its schema, and how many bytes go over the line."""
    data = data_file("vehicle-check", vehicle_check_body(one), one.place.id, "demo", one.as_of).data
    return json.loads(data), len(gzip.compress(data, 6))


@pytest.mark.parametrize("place", PLACES)
def test_rows_hold_the_answer_of_every_question(place: str) -> None:
    """Each vehicle at each level in each area has the verdict, reason and statements that the model gives."""
    one = told(place)
    body, _ = published(one)
    columns = [
        (kind["id"], fuel, stage) for kind in body["classes"] for fuel in kind["fuels"] for stage in kind["order"][fuel]
    ]
    rows = {(level, row["area"]): row for row in body["rows"] if row["plate"] == "open" for level in row["levels"]}
    asked = tuple(
        all_questions(one.decisions.classes, one.plan.vehicles.areas, (None, *(level.id for level in one.plan.levels)))
    )
    assert len(asked) == len(rows) * len(columns) > 2000
    for question in asked:
        column = columns.index((question.vehicle_class, question.fuel, question.stage or "electric"))
        got = body["answers"][rows[question.level or "none", question.area]["answers"][column]]
        wanted = one.decisions.answer(question)
        assert (got["verdict"], got["reason"]) == (wanted.verdict, wanted.reason)
        names = [body["statements"][number]["id"] for number in got["statements"]]
        assert sorted(names) == sorted((*wanted.rules, *wanted.releases, *wanted.silences))


@pytest.mark.parametrize("place", PLACES)
def test_the_file_is_small_and_names_only_what_it_holds(place: str) -> None:
    """Compressed it is small; every text is named by something, and every name leads to a text in both languages."""
    body, size = published(told(place, ORANGE))
    assert size < BYTES
    assert all(text["zh"] and text["en"] for text in body["texts"])
    assert {one["reason"] for one in body["answers"]} | {*body["calm"].values()} <= body["reasons"].keys()
    assert all(one["citations"] for one in body["statements"])
    used = {number for one in body["answers"] for number in (*one["claims"], *one["unhelpful"])}
    assert used == {*range(len(body["exemptions"]))}


def test_the_rule_that_decides_comes_first() -> None:
    """Where a ban and a restriction that may come mean one vehicle, the ban stands first in any order of the plan."""
    body, _ = published(told("liaocheng-resort"))
    first = {
        tuple(body["statements"][number]["duty"] for number in one["statements"][:2])
        for one in body["answers"]
        if one["verdict"] == "banned" and len(one["statements"]) > 1
    }
    assert first == {("required", "may")}


def test_exemptions_for_other_fuels_do_not_help() -> None:
    """The odd-even rule exempts new energy: a petrol car is told that it does not help; an electric may claim."""
    body, _ = published(told("liaocheng"))
    by_verdict = {
        (answer["verdict"], body["exemptions"][number]["id"], side)
        for answer in body["answers"]
        for side in ("claims", "unhelpful")
        for number in answer[side]
    }
    assert ("by_plate", "new-energy", "unhelpful") in by_verdict
    assert ("with_permit", "new-energy", "claims") in by_verdict
    assert ("with_permit", "new-energy", "unhelpful") not in by_verdict


def test_a_warning_changes_nothing_in_the_table() -> None:
    """The table depends on the plan alone: with a warning and without, only the envelope's moment may differ."""
    assert vehicle_check_body(told("yangquan")) == vehicle_check_body(told("yangquan", ORANGE))


def test_hours_and_plates_have_rows_of_their_own() -> None:
    """Each time of day at which a rule begins or ends has its rows; plates only in the area of the odd-even rule."""
    content = with_hours(content_with())
    body, _ = published(edition(content, content.place("yangquan"), at("11-22 12:05")))
    assert {row["from"] for row in body["rows"]} == {0, 6 * 60, 7 * 60, 20 * 60, 22 * 60}
    by_plate = {(row["area"], *row["levels"]) for row in body["rows"] if row["plate"] != "open"}
    assert by_plate == {(body["plates"]["area"], "red")}


def test_plans_with_four_levels_and_with_none() -> None:
    """Four levels stand in the table, and a plan without any has only the rows of no warning."""
    content = lab()
    levels = [
        {level for row in published(edition(content, entry, noon("22")))[0]["rows"] for level in row["levels"]}
        for entry in content.places
    ]
    assert levels == [
        {"none", "blue", "yellow", "orange", "red"},
        {"none"},
        {"none", "blue", "yellow", "orange", "red"},
    ]


@pytest.mark.parametrize("place", PLACES)
def test_no_word_of_a_list_means_two_things(place: str) -> None:
    """Names of the vocabulary and further words are told apart within a kind, and all of them are published."""
    one = told(place)
    words = published(one)[0]["words"]
    listed = one.wording.patterns[SECTION]
    seen = 0
    for key, text in listed.items():
        kind, _, meant = key.partition("_")
        assert kind in KINDS
        for word in (*text.zh.split("、"), *text.en.split(";")):
            assert words[kind][fold(word)] == meant, word
            seen += 1
    assert seen > 150
    assert words["fuel"].get("gas") is None


def test_words_are_folded() -> None:
    """Width, case, spaces, hyphens and Roman numerals of one character do not tell words apart."""
    assert fold("China－Ⅳ ") == fold("CHINA／IV") == "chinaiv"
    assert fold("国４") == "国4"


def test_vehicles_tell_what_stands_beside_the_levels() -> None:
    """The resort's ozone response asks something of drivers, with its clause; the other plans have no such line."""
    found = {one.place.id: vehicles_body(one.plan, one.decisions, one.wording) for one in map(told, PLACES)}
    (ozone,) = found["liaocheng-resort"]["beside_levels"]
    assert ozone["track"] == "ozone"
    assert ozone["measures"]
    assert all(one["text"]["zh"] and one["citation"]["clause"] for one in ozone["measures"])
    assert [found[place]["beside_levels"] for place in PLACES[:2]] == [[], []]

"""The data files of the real site: the promises of contracts.md section 3."""

import csv
import json
from functools import cache
from itertools import product
from typing import Any

import jsonschema_rs
import pytest
from tests.real_site import LIFT, ORANGE, OZONE, RED, at, content_with, real_content

from lantian.build import plan
from lantian.formats.json_file import NAMES, SchemaMismatchError, data_file, misfit

PLACE = "yangquan"
PLACES = ("liaocheng", "liaocheng-resort", PLACE)


@cache
def _planned(moment: str, messages: str, *, drill: bool) -> dict[str, bytes]:
    """Return the JSON files of a site, planned once for the same messages."""
    content = real_content() if drill else content_with(*json.loads(messages))
    documents = plan(content, at(moment)).documents
    return {document.address: document.data for document in documents if document.address.endswith("json")}


def files(moment: str = "11-22 12:05", *messages: dict[str, Any], drill: bool = False) -> dict[str, Any]:
    """Return every JSON file of the site by its address."""
    planned = _planned(moment, json.dumps(messages), drill=drill)
    return {address: json.loads(data) for address, data in planned.items()}


def of_place(name: str, moment: str = "11-22 12:05", *messages: dict[str, Any], drill: bool = False) -> Any:  # noqa: ANN401 - JSON
    """Return one file of the place."""
    return files(moment, *messages, drill=drill)[f"data/{PLACE}/{name}.json"]


def test_every_file_names_its_schema_and_fits_it() -> None:
    """Each file's `$schema` leads to a published schema, and an independent validation against that one passes."""
    found = files("11-21 12:00", ORANGE)
    checked = 0
    for address, body in found.items():
        if "/schemas/" in address:
            continue
        name = address.rsplit("/", 1)[-1]
        expected = ("../schemas/" if address.count("/") == 2 else "schemas/") + name
        assert body["$schema"] == expected
        assert not list(jsonschema_rs.Draft202012Validator(found[f"data/schemas/{name}"]).iter_errors(body))
        assert (body["schema_version"], body["mode"]) == ("1", "demo")
        checked += 1
    assert checked == 1 + len(PLACES) * (len(NAMES) - 1)


def test_files_are_sorted_and_stable() -> None:
    """Two builds for one moment give the same bytes: compact JSON as Python writes it, keys in order, one newline."""
    first, second = (plan(content_with(ORANGE), at("11-21 12:00")).documents for _ in range(2))
    assert first == second
    prefixes = tuple(f"data/{place}/" for place in PLACES)
    of_places = [one for one in first if one.address.startswith(prefixes) and one.address.endswith(".json")]
    assert len(of_places) == len(PLACES) * (len(NAMES) - 1)
    for document in of_places:
        written = json.dumps(json.loads(document.data), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        assert document.data.decode() == f"{written}\n"


def test_a_file_that_breaks_its_schema_is_never_written() -> None:
    """A missing field is an error of the build with the field's name."""
    with pytest.raises(SchemaMismatchError, match="places"):
        data_file("index", {}, None, "demo", at("11-21 12:00"))


def test_what_was_looked_through_is_known_by_its_bytes_alone() -> None:
    """A file that fits is known to fit when it comes back as it was; one that differs in a sign is looked through."""
    data = _planned("11-22 12:05", "[]", drill=False)[f"data/{PLACE}/status.json"]
    for again in (data, bytes(bytearray(data))):
        assert misfit(again) is None
    assert misfit(data.replace(b'"schema_version":"1"', b'"schema_version":"2"')) is not None
    assert misfit(data.replace(b"schemas/status.json", b"schemas/nothing.json")) == "no schema nothing"


def test_status_of_a_warning_in_force() -> None:
    """The level, its rank and response, the times as issued, and the school stop with its clause."""
    status = of_place("status", "11-22 12:05", ORANGE)
    assert (status["state"], status["level"], status["rank"], status["levels_total"]) == ("active", "orange", 2, 3)
    assert (status["response"], status["pollutant"]) == ("II", "pm25")
    assert status["starts_at"] == "2026-11-21T12:00:00+08:00"
    assert status["expected_end"] == "2026-11-24T12:00:00+08:00"
    assert status["source"] == {
        "bulletin": "2026-11-20-01",
        "number": "2026-7",
        "issuer": {"zh": "测试办公室", "en": "Test office"},
        "follows": None,
        "plan": "yangquan-2023",
    }
    assert status["school"]["outdoor"] == "stopped"
    assert status["school"]["citation"]["document"] == "yangquan-2023"
    assert status["next_check_by"] == "2026-11-22T13:05:00+08:00"


def test_no_level_holds_before_the_start_nor_in_a_drill() -> None:
    """Pending and exercise carry no level: a program that looks at `level` alone does nothing."""
    pending, drill = of_place("status", "11-21 11:59", ORANGE), of_place("status", drill=True)
    assert (pending["state"], pending["level"]) == ("pending", None)
    assert (drill["state"], drill["level"], drill["rank"]) == ("exercise", None, None)
    assert drill["headline"]["zh"].startswith("【演练】")
    assert drill["headline"]["en"].startswith("EXERCISE")
    assert drill["school"]["outdoor"] == "allowed"


def test_an_advisory_never_has_a_level() -> None:
    """Ozone is told in `advisories`, beside no level."""
    status = of_place("status", "07-01 13:00", OZONE)
    assert (status["state"], status["level"]) == ("advisory", None)
    assert [advisory["track"] for advisory in status["advisories"]] == ["ozone"]


def test_index_names_each_place_once() -> None:
    """The index leads to the status file of every place, the worst first."""
    found = files("11-22 12:05", ORANGE)
    rows = found["data/index.json"]["places"]
    assert [(row["id"], row["level"], row["state"]) for row in rows] == [
        (PLACE, "orange", "active"),
        ("liaocheng", None, "none"),
        ("liaocheng-resort", None, "none"),
    ]
    assert {f"data/{row['status']}" for row in rows} <= found.keys()
    assert {row["id"] for row in rows} == {found[f"data/{row['status']}"]["place"] for row in rows}


def test_enterprise_is_total() -> None:
    """Every sector has a cell for each of its grades at each level, with both sentences and a citation."""
    body = of_place("enterprise")
    cells = {(cell["row"], cell["level"], cell["grade"]) for cell in body["cells"]}
    grades = ("A", "B", "C", "D", "leading", "non_leading")
    expected = {
        *product(range(1, 20), ("yellow", "orange", "red"), grades),
        *product(range(20, 23), ("yellow", "orange", "red"), ("all",)),
    }
    assert cells == expected
    assert all(cell["text"]["zh"] and cell["text"]["en"] and cell["citation"]["clause"] for cell in body["cells"])


def test_vehicles_tell_every_combination_once() -> None:
    """No combination of level, class, fuel, stage and area stands twice; without a warning nothing is banned."""
    verdicts = of_place("vehicles")["verdicts"]
    keys = [(one["level"], one["class"], one["fuel"], one["stage"], one["area"]) for one in verdicts]
    assert len(keys) == len(set(keys)) > 2000
    assert {one["verdict"] for one in verdicts if one["level"] == "none"} == {"allowed"}


def test_plan_keeps_the_triggers_as_expressions() -> None:
    """Red needs both of its conditions, yellow one of two; `over` and `hours` as in clause 3.1."""
    (body,) = of_place("plan")["plans"]
    triggers = {level["id"]: level["trigger"] for level in body["levels"]}
    assert triggers["red"] == {
        "all_of": [
            {"metric": "aqi_daily", "over": 200, "hours": 72},
            {"metric": "aqi_daily", "over": 300, "hours": 24},
        ]
    }
    assert set(triggers["yellow"]) == {"any_of"}
    assert body["lifting"]["hours"] == 36
    assert body["lead_time_hours"] == 24


def test_bulletins_are_the_whole_archive_in_order() -> None:
    """Messages stand oldest first with their chain; a message of the future is not known."""
    known = of_place("bulletins", "11-21 16:00", ORANGE, RED, {**LIFT, "replaces": RED["id"]})["bulletins"]
    assert [one["id"] for one in known] == ["2026-11-20-01", "2026-11-21-01"]
    assert {one["episode"] for one in known} == {"2026-11-20-01"}
    assert known[1]["replaces"] == "2026-11-20-01"


def test_statistics_count_hours_in_force_by_level() -> None:
    """Orange held six hours, red forty: pending time is not counted."""
    content = content_with(ORANGE, RED, {**LIFT, "replaces": RED["id"]})
    documents = {document.address: document.data for document in plan(content, at("11-25 00:00")).documents}
    rows = list(csv.DictReader(documents[f"data/{PLACE}/stats.csv"].decode().splitlines()))
    assert [(row["level"], row["hours"], row["bulletins"], row["season"]) for row in rows] == [
        ("orange", "6", "3", "2026-2027"),
        ("red", "40", "3", "2026-2027"),
    ]


def test_exercises_are_not_counted() -> None:
    """The drill that the repository ships leaves the statistics empty."""
    documents = {document.address: document.data for document in plan(real_content(), at("11-25 00:00")).documents}
    assert documents[f"data/{PLACE}/stats.csv"].decode().splitlines() == [
        "place,season,episode,level,start,end,hours,bulletins"
    ]

"""A campaign in `plan.json` and as tables: ended in every row, without a trigger, safe in a spreadsheet."""

import csv
import json
from typing import Any

import jsonschema_rs
import pytest
from tests.campaigns import NOON, content_of, sample_campaign
from tests.real_site import PLACE, at

from lantian.build import plan
from lantian.formats.campaign_tables import COLUMNS, campaign_files
from lantian.formats.csv_file import csv_file
from lantian.formats.json_file import schema_files

TABLES = sorted(COLUMNS)


def plan_file() -> Any:  # noqa: ANN401 - JSON
    """Return `plan.json` of the place with the sample campaign."""
    documents = {one.address: one.data for one in plan(content_of(sample_campaign()), at(NOON)).documents}
    return json.loads(documents[f"data/{PLACE}/plan.json"])


def rows(name: str) -> list[dict[str, str]]:
    """Return a table as programs read it."""
    wording = content_of().wording
    files = {one.address.rsplit("/", 1)[-1]: one.data for one in campaign_files(sample_campaign(), wording)}
    return list(csv.DictReader(files[f"{name}.csv"].decode("utf-8-sig").splitlines()))


def test_the_entry_is_never_in_force_and_has_no_trigger() -> None:
    """The campaign comes after the plan; no level has a trigger, a response or an approver; shares are kept."""
    *plans, entry = plan_file()["plans"]
    assert [one["in_force"] for one in plans] == [True]
    assert (entry["id"], entry["kind"], entry["in_force"]) == ("sample-winter", "campaign", False)
    assert (entry["valid_from"], entry["valid_until"]) == ("2019-11-01", "2020-02-29")
    assert [level["id"] for level in entry["levels"]] == ["blue", "red"]
    for level in entry["levels"]:
        assert (level["trigger"], level["trigger_text"], level["response"], level["approver"]) == (None,) * 4
    assert entry["levels"][0]["reduction"]["so2"] is None
    assert entry["levels"][0]["reduction"]["so2_plus_nox"] is None
    assert entry["lifting"]["hours"] == 36
    assert [one["id"] for one in entry["anomalies"]] == ["an-1"]
    assert sorted(entry["tables"]) == TABLES
    assert all(one["citation"]["document"] == "sample-winter" for one in entry["statements"])


@pytest.mark.parametrize(
    ("which", "field", "value"),
    [(0, "trigger", None), (-1, "in_force", True), (-1, "valid_until", None), (-1, "tables", None), (0, "tables", {})],
)
def test_the_schema_tells_the_two_kinds_apart(which: int, field: str, value: object) -> None:
    """A plan without a trigger and a campaign in force, without an end or without tables do not fit."""
    schemas = {one.address: json.loads(one.data) for one in schema_files()}
    validator = jsonschema_rs.Draft202012Validator(schemas["data/schemas/plan.json"])
    body = plan_file()
    assert validator.is_valid(body)
    entry = body["plans"][which]
    (entry["levels"][0] if field == "trigger" else entry)[field] = value
    assert not validator.is_valid(body)


@pytest.mark.parametrize("name", TABLES)
def test_every_row_says_that_it_is_not_in_force(name: str) -> None:
    """Each table has rows; each names the campaign, that it is not in force, and its clause in both languages."""
    found = rows(name)
    assert found
    for row in found:
        assert (row["campaign"], row["in_force"]) == ("sample-winter", "false")
        assert row["id"]
        assert row["clause_zh"].startswith("测办")
        assert row["clause_en"].startswith("Sample Office 2019 No. 1")


def test_figures_stay_figures() -> None:
    """A negative number is no formula; decimals are kept; hours across midnight are kept."""
    (coal,) = rows("coal")
    assert (coal["growth_10000_t"], coal["cap_10000_t"]) == ("-0.9", "1.0")
    works, mills, night = rows("seasonal")
    assert (works["starts"], works["ends"], works["grantors_en"]) == ("2019-11-01", "", "Government of Sample City")
    assert (mills["percent"], mills["at_least"], mills["counted_by_en"]) == ("30", "false", "")
    assert (night["kind"], night["allowed_hours"]) == ("transport", "21:00-05:00")


def test_no_cell_becomes_a_formula() -> None:
    """Text that a spreadsheet would run gets an apostrophe, in whatever width its first sign is."""
    (task,) = rows("tasks")
    assert (task["measure_zh"], task["measure_en"]) == ("'=全部设好", "'=SUM(A1)")
    risky = ("+1+1", "-2+3", "@SUM(A1)", " =1", "\uff1d1", "\uff0b1", "\t=1", "\r=1")
    (line,) = csv.reader([csv_file("x.csv", ("a",), [risky]).data.decode("utf-8-sig").split("\r\n", 1)[1]], strict=True)
    assert line == [f"'{one}" for one in risky]
    safe = ("-3.8", "15.0", "a=b", "聊城")
    assert csv_file("x.csv", ("a",), [safe]).data.decode("utf-8-sig") == f"a\r\n{','.join(safe)}\r\n"

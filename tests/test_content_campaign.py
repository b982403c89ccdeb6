"""Liaocheng's campaign of 2017-18 against what was counted and read in its document by hand."""

import re
from collections import Counter
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from lantian.model.campaign import Campaign, SeasonalLimit
from lantian.reading.content import read_content

CONTENT = Path(__file__).resolve().parents[1] / "content"
PLACE = "liaocheng"
COAL = ("used_2012", "used_2016", "growth", "cut_against_2012", "net_cut", "cap")
MOBILE = re.compile(r"1[3-9]\d{9}")
# Paragraphs below the heading of each item that has more than one (14: the numbered requirements are the second).
PARAGRAPHS = {7: 3, 14: 2, 15: 2, 18: 6, 20: 2, 21: 2, 22: 4, 26: 2}
# AN-82 to AN-97 and what AN-03 to AN-06 say of this document; 101 to 104 were found while encoding.
DOUBTS = {f"an-{number:02d}" for number in (*range(3, 7), *range(82, 98), *range(101, 105))}


@cache
def campaign() -> Campaign:
    """Return the campaign as the site reads it."""
    (found,) = read_content(CONTENT).place(PLACE).campaigns
    return found


def limit(entry: str) -> SeasonalLimit:
    """Return one limit by its id."""
    return next(one for one in campaign().limits if one.id == entry)


def test_it_has_ended() -> None:
    """It is closed and ran from October 2017 to March 2018; number and date are those of its head."""
    assert campaign().status == "closed"
    assert (campaign().valid_from, campaign().valid_until) == (date(2017, 10, 1), date(2018, 3, 31))
    assert campaign().document.number.en == "Liao Ban Zi [2017] No. 49"
    assert campaign().document.issued_on == date(2017, 10, 13)


def test_four_levels_with_their_shares() -> None:
    """Item 29: blue sets particulate matter and VOC only; the sum of SO2 and NOx has no figure (AN-06)."""
    shares = {
        level.id: (level.reduction.so2, level.reduction.nox, level.reduction.pm, level.reduction.voc, level.at_least)
        for level in campaign().levels
    }
    assert shares == {
        "blue": (None, None, 5, 5, False),
        "yellow": (10, 10, 10, 10, True),
        "orange": (20, 20, 20, 15, True),
        "red": (30, 30, 30, 20, True),
    }
    assert {level.reduction.so2_plus_nox for level in campaign().levels} == {None}


def test_rules_on_warnings() -> None:
    """Item 28: 24 hours, 36 hours of lightly polluted or better, 12 of heavy; the gap has none (AN-03 to AN-05)."""
    one = campaign()
    assert one.counting is not None
    assert one.lifting is not None
    assert one.merging is not None
    assert one.early_start is not None
    assert one.counting.hours == 24
    assert (one.lifting.hours, one.lifting.category, one.lifting.duty) == (36, "lightly", "may")
    assert one.merging.hours is None
    assert (one.early_start.hours, one.early_start.category) == (12, "heavily")


@pytest.mark.parametrize(
    ("entry", "action", "figure", "at_least", "period"),
    [
        ("coking", "slow", 36, True, "coking-days"),
        ("foundries", "stop", None, False, "heating"),
        ("foundries-electric-gas", "stop", None, False, "yellow-up"),
        ("cement", "stop", None, False, "heating"),
        ("grinding-two-months", "stop", None, False, "grinding-months"),
        ("grinding-warning", "stop", None, False, "any-warning"),
        ("electrolytic-aluminum", "limit", 30, True, "heating"),
        ("alumina", "limit", 30, False, "heating"),
        ("carbon-above", "stop", None, False, "heating"),
        ("carbon-within", "limit", 50, True, "heating"),
        ("secondary-metals", "limit", 50, False, "heating"),
    ],
)
def test_limits_as_printed(entry: str, action: str, figure: int | None, period: str, *, at_least: bool) -> None:
    """Action, figure, "or more" and period of items 24 to 26 (AN-94, AN-96, AN-97)."""
    one = limit(entry)
    assert (one.action, one.percent or one.hours, one.at_least, one.period) == (action, figure, at_least, period)


def test_who_may_grant_an_exception() -> None:
    """City for earthwork and foundries, province for medicine and pesticides; filing (cement) is no approval."""
    granted = {one.id: {case.grantor for case in one.exceptions if case.grantor} for one in campaign().limits}
    assert {name: bodies for name, bodies in granted.items() if bodies} == {
        "earthwork": {"city"},
        "foundries": {"city"},
        "pharmaceuticals": {"province"},
        "pesticides": {"province"},
    }
    assert limit("cement").exceptions
    assert limit("secondary-metals").counted_by is None


def test_periods_do_not_invent_an_end() -> None:
    """The heating season begins on 15 November 2017 and has no end (AN-93); the grinding stop is two months."""
    periods = {one.id: (one.starts, one.ends) for one in campaign().periods}
    assert periods["heating"] == (date(2017, 11, 15), None)
    assert periods["grinding-months"] == (date(2017, 12, 1), date(2018, 1, 31))
    assert periods["coking-days"] == (date(2017, 10, 1), date(2018, 3, 31))


def test_transport() -> None:
    """Waste trucks have hours in which they may drive (AN-95); both rules on key users stand (AN-88); 80% China IV."""
    rules = {one.id: one for one in campaign().transport}
    assert rules["spoil-trucks"].allowed_hours == "21:00-05:00"
    assert (rules["key-user-share"].percent, rules["key-user-share"].at_least) == (80, True)
    assert (rules["key-user-half"].percent, rules["key-user-half"].period) == (50, "orange-red")
    assert rules["key-user-warning"].period == "any-warning"
    assert {"an-88"} == {*rules["key-user-half"].doubts} == {*rules["key-user-warning"].doubts}


def test_targets_of_twelve_districts() -> None:
    """Annex 1 has 12 rows; heavy pollution days fall by 15% everywhere."""
    rows = campaign().tables.targets
    assert [row.pm25 for row in rows] == [
        "15.0", "15.0", "18.4", "15.0", "18.4", "20.2", "19.7", "19.7", "20.8", "18.4", "18.4", "15.0",
    ]  # fmt: skip
    assert {row.heavy_days for row in rows} == {"15"}


def test_households_add_up() -> None:
    """Item 5: 12 districts, 100,133 households together (AN-84)."""
    rows = campaign().tables.households
    assert len(rows) == 12
    assert sum(row.households for row in rows) == 100133


def test_coal_adds_up_where_the_document_does() -> None:
    """Annex 3: every column adds up; growth and cap follow from the other columns in all 12 rows (AN-82)."""
    (city,) = (row for row in campaign().tables.coal if row.whole)
    parts = [row for row in campaign().tables.coal if not row.whole]
    assert len(parts) == 11
    for name in COAL:
        assert sum(Decimal(getattr(row, name)) for row in parts) == Decimal(getattr(city, name)), name
    for row in (city, *parts):
        assert Decimal(row.used_2016) - Decimal(row.used_2012) == Decimal(row.growth)
        assert Decimal(row.used_2016) - Decimal(row.net_cut) == Decimal(row.cap)
    assert (city.net_cut, city.cap) == ("827", "2152.4")


def test_all_rows_of_the_task_table() -> None:
    """Annex 2 has 33 rows in 8 categories; row 18 is mended by one column (AN-89)."""
    tasks = campaign().tables.tasks
    assert [task.cite for task in tasks] == [f"annex 2 row {number}" for number in range(1, 34)]
    assert Counter(task.category for task in tasks) == {
        "structure": 3, "treatment": 3, "heating": 6, "mobile": 9, "area": 5, "staggered": 3, "heavy-pollution": 2,
        "basics": 2,
    }  # fmt: skip
    vapor = tasks[17]
    assert (vapor.departments, vapor.due.en) == (("economy", "ecology"), "By the end of September 2017")
    assert "an-89" in vapor.doubts


def test_all_thirty_items_and_chapter_four() -> None:
    """Each item and each paragraph of chapter 3 and each section of chapter 4 has its statements."""
    assert [item.number for item in campaign().items] == list(range(1, 31))
    passages = campaign().passages
    for number in range(1, 31):
        own = [one for one in passages if one.item == number]
        if number == 4:  # two numbered halves
            assert [one.cite[-5:] for one in own] == ["sub 1", "sub 2"]
            continue
        assert len(own) == PARAGRAPHS.get(number, 1), number
        assert all(f"item {number}" in one.cite for one in own)
    cited = " ".join(one.cite for one in passages)
    assert all(f"chapter 4 sec {number}" in cited for number in range(12, 18))
    assert all(f"chapter {number}" in cited for number in (1, 2))


def test_every_doubt_is_listed_and_contradictions_have_sides() -> None:
    """All doubts are there; those in which passages disagree show at least two of them."""
    assert {one.id for one in campaign().anomalies} == DOUBTS
    sided = {one.id for one in campaign().anomalies if one.sides}
    assert sided == {"an-82", "an-85", "an-86", "an-87", "an-88", "an-102"}
    assert all(len(one.sides) > 1 for one in campaign().anomalies if one.sides)


def test_no_phone_and_no_trigger_in_it() -> None:
    """It prints no mobile number, and nothing in it could start a warning."""
    words = campaign().model_dump_json()
    assert not MOBILE.search(words)
    assert "trigger" not in words

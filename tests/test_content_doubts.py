"""Doubts and strength of the two plans of Liaocheng, and that no doubt of any place leads nowhere.

The numbers are those of the list of contradictions and misprints that was made from the documents: AN-01 to AN-14 lie
between documents, AN-13 to AN-29 in the city's of 2020, AN-30 to AN-40 in the resort district's of 2023.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from tests.plan_whole import CONTENT, read_data, read_plan

PLACES = tuple(sorted(path.name for path in (CONTENT / "plans").iterdir()))
FILES = ("plan", "measures", "vehicles", "industry")
FIRST_OF_OUR_OWN = 101


def doubts(value: Any) -> Iterator[str]:  # noqa: ANN401 - any part of a YAML file
    """Yield every doubt that a record below a value names."""
    if isinstance(value, dict):
        if value.get("doubt") is not None:
            yield value["doubt"]
        yield from value.get("doubts", ())
    for entry in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from doubts(entry)


def named(place: str) -> set[str]:
    """Return the doubts that records of a place name."""
    return {doubt for name in FILES for doubt in doubts(read_data(f"plans/{place}/{name}.yaml"))}


def listed(place: str) -> set[int]:
    """Return the numbers of the doubts that the plan of a place lists."""
    return {int(anomaly.id.removeprefix("an-")) for anomaly in read_plan(place).anomalies}


def test_all_places_are_here() -> None:
    """The three plans that the repository has are the ones that these tests hold."""
    assert PLACES == ("liaocheng", "liaocheng-resort", "yangquan")


@pytest.mark.parametrize("place", PLACES)
def test_every_doubt_is_explained(place: str) -> None:
    """Each doubt that a record names is listed once, with the disputed words, what is wrong and how it was read."""
    ids = Counter(anomaly.id for anomaly in read_plan(place).anomalies)
    assert set(ids.values()) == {1}
    assert named(place)
    assert sorted(named(place) - ids.keys()) == []


@pytest.mark.parametrize(
    ("place", "own", "between"),
    [
        # AN-14 is about two other documents. Those that quote the document: 1, 3, 4, 5, 7, 8, 9, 10, 12, 13; 6 and 11
        # speak of it without a quote.
        ("liaocheng", {13, *range(15, 30)}, {1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13}),
        ("liaocheng-resort", {2, *range(30, 41)}, {1, 2, 6, 7, 8, 9, 10, 11, 12, 14, 27}),
    ],
)
def test_every_known_doubt_is_listed(place: str, own: set[int], between: set[int]) -> None:
    """The misprints of each document are all there, and of those between documents none that another one has."""
    found = listed(place)
    assert sorted(own - found) == []
    assert sorted(number for number in found - own - between if number < FIRST_OF_OUR_OWN) == []


@pytest.mark.parametrize(
    ("place", "concerned"),
    [
        # Guidance 17, 18, 20; unsealed trucks 19; trucks in town 21; odd-even 22; repair shops 27; micro companies 28.
        ("liaocheng", {17, 18, 19, 20, 21, 22, 27, 28}),
        # Sites of key projects 33; stage III of machinery 34; gasoline 35; the notice 36; control types 38.
        ("liaocheng-resort", {33, 34, 35, 36, 38}),
    ],
)
def test_doubts_are_marked_where_they_matter(place: str, concerned: set[int]) -> None:
    """A doubt about a measure, a vehicle rule or a company stands at a record of that kind, not in the list alone."""
    assert sorted({f"an-{number}" for number in concerned} - named(place)) == []


def test_where_each_doubt_of_the_city_stands() -> None:
    """Each doubt of a rule marks the rule itself: by file, what it concerns."""
    plan = read_plan("liaocheng")
    assert {row.id for row in plan.industry.guidance if "an-18" in row.doubts} == {"metal-products"}
    assert {row.id for row in plan.industry.guidance if "an-20" in row.doubts} == {"asphalt-concrete"}
    renumbered = {"animal-feed", "other-plastic-products", "other-chemicals", "coal-power"}
    assert {row.id for row in plan.industry.guidance if "an-17" in row.doubts} == renumbered
    assert {entry.id for entry in plan.industry.classes if entry.doubt == "an-28"} == {"micro"}
    unsealed = {measure.id for measure in plan.measures if measure.doubt == "an-19"}
    assert {clause for entry in plan.measures if entry.id in unsealed for clause in entry.levels.values()} == {
        "4.4.2.3 sub 3 ④",
        "4.4.3.3 sub 3 ④",
        "4.4.4.3 sub 3 ④",
    }


@pytest.mark.parametrize(
    ("place", "may"),
    [
        (
            "liaocheng",
            [
                "10 para 2",  # 可结合辖区实际
                "2.2 para 1",  # 视情纳入
                "2.2 para 4",  # 可按照技术指南
                "4.4.2 para 1; 4.4.3 para 1; 4.4.4 para 1",  # 可内部调整
                "5.3",  # 可通过
            ],
        ),
        (
            "liaocheng-resort",
            [
                "chapter 10 para 2",  # 可结合辖区实际
                "chapter 4 sec 3 item 2 sub 1",  # 可根据自身实际调整
                "chapter 4 sec 3 item 2 sub 2",  # 可根据自身实际增加
                "chapter 4 sec 4 item 2",  # 可只制定
            ],
        ),
    ],
)
def test_strength_of_statements(place: str, may: list[str]) -> None:
    """What a plan merely permits is told as a may, each at its clause; no other statement is weaker than a duty."""
    weaker = [(entry.duty, entry.cite) for entry in read_plan(place).statements if entry.duty not in {"required", None}]
    assert sorted(weaker) == [("may", cite) for cite in may]


@pytest.mark.parametrize("place", PLACES)
def test_ids_are_unique_and_subjects_are_used(place: str) -> None:
    """No two records of a list share an id; every subject has statements and every statement a subject."""
    plan = read_plan(place)
    lists = (plan.statements, plan.organisations, plan.working_groups, plan.deadlines, plan.subjects, plan.measures)
    for records in lists:
        ids = Counter(record.id for record in records)
        assert [name for name, count in ids.items() if count > 1] == []
    assert {statement.subject for statement in plan.statements} == {subject.id for subject in plan.subjects}
    scopes = Counter(scope.id for scope in (*plan.vehicles.rules, *plan.vehicles.releases, *plan.vehicles.silences))
    assert set(scopes.values()) == {1}

"""The files of a lookup: rows, filters and measures are those of the inventory and the plan."""

import json
from itertools import accumulate, pairwise

import pytest
from tests.bench.lookup.names import head_of
from tests.lookup.invented import CODE, NAMED, XSS, inventory_of
from tests.real_site import content_with

from lantian.lookup.documents import index_documents, lookup_documents
from lantian.lookup.rows import ROWS, ordered
from lantian.model.content import PlaceContent
from lantian.model.inventory import Enterprise, Inventory

NUMBER = 150


@pytest.fixture(scope="module")
def entry() -> PlaceContent:
    """Return a place of the real content."""
    return content_with().place("yangquan")


@pytest.fixture(scope="module")
def rows(entry: PlaceContent) -> tuple[Enterprise, ...]:
    """Return an invented inventory for its plan."""
    return inventory_of(entry.plan, NUMBER)


@pytest.fixture(scope="module")
def head(rows: tuple[Enterprise, ...]) -> Inventory:
    """Return the head of that inventory."""
    return head_of(rows, "yangquan")


@pytest.fixture(scope="module")
def files(entry: PlaceContent, rows: tuple[Enterprise, ...], head: Inventory) -> dict[str, bytes]:
    """Return all files by what stands behind the folder of the inventory."""
    content = content_with()
    documents = lookup_documents(head, rows, entry.plan, content.vocabulary, content.wording)
    return {one.address.removeprefix("data/yangquan/inventory/"): one.data for one in documents}


@pytest.fixture(scope="module")
def table(head: Inventory) -> str:
    """Return the folder of files on single rows."""
    return f"{head.sha256[:12]}/"


def told_rows(files: dict[str, bytes], table: str) -> list[list[object]]:
    """Return every row that a browser can ask for, by number."""
    blocks = -(-(NUMBER + 3) // ROWS)
    return [row for number in range(blocks) for row in json.loads(files[f"{table}rows/{number}.json"])]


def test_every_company_is_told_once_in_the_order_of_the_filters(
    files: dict[str, bytes], table: str, rows: tuple[Enterprise, ...], head: Inventory
) -> None:
    """Rows stand by county, sector and grade, none left out, none twice."""
    told = told_rows(files, table)
    assert [row[0] for row in told] == [row.name for row in ordered(rows, head)]
    assert sorted(str(row[1]) for row in told) == sorted(row.id for row in rows)
    assert sum(one != after for one, after in pairwise([tuple(row[3:6]) for row in told])) + 1 == len(
        {tuple(row[3:6]) for row in told}
    )


def test_counts_say_where_each_filter_begins(files: dict[str, bytes], table: str) -> None:
    """Adding the counts up leads to the rows of each county, sector and grade."""
    told = told_rows(files, table)
    counts = json.loads(files[f"{table}counts.json"])
    kinds = [
        (county, counts["sectors"][sector], grade, number)
        for county, sectors in counts["counties"]
        for sector, *numbers in sectors
        for grade, number in zip(counts["grades"], numbers, strict=True)
    ]
    ends = list(accumulate(number for *_, number in kinds))
    assert ends[-1] == len(told)
    for (county, sector, grade, number), end in zip(kinds, ends, strict=True):
        assert all(tuple(row[3:6]) == (county, sector, grade) for row in told[end - number : end])


def test_reductions_of_a_row_stand_apart_and_whole(files: dict[str, bytes], table: str) -> None:
    """A row that names its own reductions is marked, and they are found by its number and the level."""
    told = told_rows(files, table)
    marked = [number for number, row in enumerate(told) if row[7]]
    assert [told[number][0] for number in marked] == ["虚构命名减排厂"]
    named = json.loads(files[f"{table}named/{marked[0] // ROWS}.json"])
    assert list(named[str(marked[0])].values()) == [NAMED]


def test_names_are_text_and_codes_are_whole(files: dict[str, bytes], table: str) -> None:
    """A dangerous name is carried letter by letter; a credit code is the company's id in small letters."""
    told = told_rows(files, table)
    assert XSS in [row[0] for row in told]
    assert CODE.lower() in [row[1] for row in told]


def test_a_company_without_a_code_is_asked_for_in_signs_that_nobody_types() -> None:
    """The hash of such a company stands in the index of codes, but in no sign that folding leaves."""
    row = Enterprise(
        id="n-0123456789", name="虚构厂", code=None, county="虚构县", sector="cement", branch=None, grade="A",
        measures=(), row=2,
    )  # fmt: skip
    documents = {one.address.rpartition("/codes/")[2]: one.data for one in index_documents(head_of((row,)), (row,))}
    assert json.loads(documents["head.json"])["totals"] == [7]
    assert b"0!#$%" in documents["0.json"]


def test_the_files_know_nothing_of_a_warning(
    entry: PlaceContent, rows: tuple[Enterprise, ...], head: Inventory
) -> None:
    """The same inventory gives the same files, whatever the order in which its rows are read."""
    del entry
    once = [(one.address, one.data) for one in index_documents(head, rows)]
    again = [(one.address, one.data) for one in index_documents(head, rows[::-1])]
    assert once == again

"""Whatever a table looks like around its rows, the same rows come out: order of columns, blank rows, titles, widths."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.importing.conftest import FORMATS, yangquan
from tests.inventories.invented import HEADINGS, company
from tests.inventories.writers import Cell, Page, write_csv

from lantian.importing.importer import Choices, import_file
from lantian.model.inventory import Enterprise

_EXAMPLES = settings(max_examples=60, deadline=None)
_WIDE = {code: code + 0xFEE0 for code in (*range(0x30, 0x3A), *range(0x41, 0x5B), *range(0x61, 0x7B))}
_LAST = len(HEADINGS) - 1


@st.composite
def layouts(draw: st.DrawFn) -> tuple[list[int], list[list[Cell]]]:
    """Draw numbers of companies, and a table that holds them in some way of writing."""
    numbers = draw(st.lists(st.integers(0, 400), min_size=1, max_size=8, unique=True))
    order = draw(st.permutations(range(len(HEADINGS))))
    shift = draw(st.integers(0, 3))
    wide = draw(st.booleans())
    spaces = draw(st.sampled_from(["", " ", "\u3000", "\n"]))
    lines: list[list[str]] = [[HEADINGS[index] for index in order]]
    for position, number in enumerate(numbers):
        cells = (str(position + 1), *company(number).cells, "")
        told = [cells[index] + (spaces if cells[index] else "") for index in order]
        lines += [[] for _ in range(draw(st.integers(0, 2)))]
        lines.append([text.translate(_WIDE) for text in told] if wide else told)
    titles = [["虚构市清单"]] * draw(st.integers(0, 3))
    tails: list[list[list[str]]] = [[], [[], []], [["合计"]], [["注：虚构"]]]
    tail = draw(st.sampled_from(tails))
    table = [*titles, *lines, *tail]
    left: list[Cell] = [None] * shift
    return numbers, [[*left, *row] if row else [] for row in table]


def said(rows: Sequence[Enterprise]) -> set[tuple[object, ...]]:
    """Return what rows say, without where they stood."""
    return {(row.id, row.name, row.code, row.county, row.sector, row.grade, row.measures) for row in rows}


@_EXAMPLES
@given(layout=layouts(), kind=st.sampled_from([*FORMATS, "csv"]))
def test_the_same_rows_come_out(layout: tuple[list[int], list[list[Cell]]], kind: str) -> None:
    """A table gives the rows that were put into it, in every format and however it is laid out."""
    numbers, rows = layout
    plain: list[tuple[Cell, ...]] = [HEADINGS, *((str(one), *company(one).cells, "") for one in numbers)]
    with TemporaryDirectory() as folder:
        expected = write_csv(Path(folder) / "plain.csv", Page("", plain))
        file = Path(folder) / "table"
        if kind == "csv":
            write_csv(file, Page("", rows), "gb18030")
        else:
            FORMATS[kind](file, Page("清单", rows))
        taken = import_file(file, yangquan(), Choices(), lambda _: None)
        assert len(taken.rows) == len(numbers)
        assert said(taken.rows) == said(import_file(expected, yangquan(), Choices(), lambda _: None).rows)

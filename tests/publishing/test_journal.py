"""The journal is read from its end where only the last line matters, and says the same then."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lantian.publishing.journal import last_live, went_live, write_line

LINES = st.one_of(
    st.builds(lambda number, more: json.dumps({"outcome": "live", "release": f"r{number}", "built": "x" * more}),
              st.integers(0, 99), st.integers(0, 20_000)),
    st.sampled_from(['{"outcome": "failed"}', '{"outcome": "live"}', '{"outcome": "li', "", "[]", "\xff"]),
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=st.lists(LINES, max_size=12), closed=st.booleans())
def test_the_last_release_is_found_from_the_end(tmp_path: Path, lines: list[str], closed: bool) -> None:  # noqa: FBT001
    """Whatever stands behind it, torn lines too, and however long the lines are."""
    journal = tmp_path / "journal.jsonl"
    journal.write_text("\n".join(lines) + "\n" * closed, "latin-1")
    assert last_live(journal) == next(reversed(went_live(journal)), None)


@pytest.mark.parametrize("number", [0, 1, 2_000])
def test_a_line_that_was_written_is_the_last(tmp_path: Path, number: int) -> None:
    """Behind none, one or thousands; without a journal nothing went live."""
    journal = tmp_path / "journal.jsonl"
    assert last_live(journal) is None
    for one in range(number):
        write_line(journal, {"outcome": "live", "release": f"before-{one}"})
    write_line(journal, {"outcome": "live", "release": "now"})
    write_line(journal, {"outcome": "failed"})
    assert last_live(journal) == "now"

"""Level pages: what is new at a level, what it leaves out, and the comparison."""

import pytest
from tests.real_site import ORANGE, edition_at

from lantian.pages.level_marks import marked, not_restated
from lantian.pages.levels import CompareView, LevelView, level_pages


def marks(level: str) -> dict[str, str]:
    """Return the marks of all statements at a level."""
    return {row.id: row.mark for row in marked(edition_at("11-22 12:05"), level)}  # type: ignore[arg-type]


def test_the_lowest_level_marks_nothing() -> None:
    """There is nothing below yellow to compare with."""
    assert set(marks("yellow").values()) == {""}


def test_what_changes_is_told_with_what_it_replaces() -> None:
    """At orange all site work stops where yellow stopped certain works; the note repeats yellow's words."""
    rows = {row.id: row for row in marked(edition_at("11-22 12:05"), "orange")}
    changed = [row for row in rows.values() if row.mark == "changed"]
    assert any(row.topic == "construction" for row in changed)
    assert all(row.mark_note is not None and row.mark_note.en.startswith("At Yellow warning: ") for row in changed)


def test_large_events_are_new_at_orange() -> None:
    """Clause 5.3.2 adds the stop of large outdoor events; red repeats it and does not call it new."""
    at_orange = {row.topic: row.mark for row in marked(edition_at("11-22 12:05"), "orange") if row.topic == "event"}
    at_red = {row.topic: row.mark for row in marked(edition_at("11-22 12:05"), "red") if row.topic == "event"}
    assert (at_orange, at_red) == ({"event": "new"}, {"event": ""})


def test_publicity_is_not_called_ended() -> None:
    """Health education stands only at yellow (AN-48): orange tells it apart, as not restated."""
    assert [row.topic for row in not_restated(edition_at("11-22 12:05"), "orange")] == ["publicity"]
    assert not_restated(edition_at("11-22 12:05"), "yellow") == ()


@pytest.mark.parametrize("level", ["yellow", "orange", "red"])
def test_each_statement_cites_the_clause_of_its_own_level(level: str) -> None:
    """Yellow cites 5.3.1, orange 5.3.2, red 5.3.3 and no other of them."""
    clause = {"yellow": "5.3.1", "orange": "5.3.2", "red": "5.3.3"}
    rows = marked(edition_at("11-22 12:05"), level)  # type: ignore[arg-type]
    assert rows
    for row in rows:
        assert clause[level] in row.citation.clause
        assert not any(other in row.citation.clause for name, other in clause.items() if name != level)


def test_the_comparison_is_total() -> None:
    """Every statement has a yes or no for every level, and the level in force is marked on its own page only."""
    compare, *levels = (page.shown for page in level_pages(edition_at("11-22 12:05", ORANGE)))
    assert isinstance(compare, CompareView)
    rows = [row for group in compare.groups for row in group.rows]
    assert rows
    assert all(len(row.held) == 3 and any(row.held) for row in rows)
    assert [view.shown_now for view in levels if isinstance(view, LevelView)] == [False, True, False]

"""Level pages: what is new at a level, what it leaves out, and the comparison."""

import pytest
from tests.real_site import ORANGE, changed_plan, edition_at

from lantian.model.level import LevelId
from lantian.pages.edition import Edition
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


@pytest.mark.parametrize("level", ["orange", "red"])
def test_publicity_is_not_called_ended(level: LevelId) -> None:
    """Health education stands only at yellow (AN-48): orange and red tell it apart, as listed at yellow by 5.3.1."""
    (row,) = not_restated(edition_at("11-22 12:05"), level)
    assert row.topic == "publicity"
    assert row.citation.clause.startswith("5.3.1")
    assert row.mark_note is not None
    assert row.mark_note.en == "Listed at Yellow warning."


def test_nothing_is_left_out_at_the_lowest_level() -> None:
    """Below yellow there is nothing that yellow could leave out."""
    assert not_restated(edition_at("11-22 12:05"), "yellow") == ()


def sequence(*stated: tuple[str, str, str | None]) -> Edition:
    """Return an edition whose plan has only these measures: id, levels, what it replaces."""
    first = edition_at("11-22 12:05").plan.measures[0]
    measures = tuple(
        first.model_copy(update={"id": name, "levels": dict.fromkeys(levels.split(), "5.3.1"), "replaces": before})
        for name, levels, before in stated
    )
    return changed_plan("11-22 12:05", measures=measures)


def test_what_was_replaced_on_the_way_is_not_left_out() -> None:
    """Red misses what orange put in place of yellow's statement, and not that statement once more."""
    rows = not_restated(sequence(("low", "yellow", None), ("middle", "orange", "low")), "red")
    assert [row.id for row in rows] == ["middle"]


def test_what_a_level_between_does_not_repeat_is_not_new_above_it() -> None:
    """Listed at yellow and red, a statement is not new at red; what takes its place there names yellow."""
    (kept,) = marked(sequence(("low", "yellow red", None)), "red")
    assert kept.mark == ""
    (changed,) = marked(sequence(("low", "yellow", None), ("high", "red", "low")), "red")
    assert changed.mark == "changed"
    assert changed.mark_note is not None
    assert changed.mark_note.en.startswith("At Yellow warning: ")


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

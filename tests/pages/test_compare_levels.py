"""Two levels of one place: new, changed, not repeated, unchanged; verdicts and fields that differ."""

import pytest
from tests.pages.compare_cases import pair, plan, with_industry, with_rule
from tests.real_site import ORANGE, edition_at

from lantian.model.industry import Action, Cell, GuidanceLevel, GuidanceRow
from lantian.model.level import LevelId
from lantian.pages.compare_asked import exactly
from lantian.pages.compare_levels import LevelPairView, changed_how, compare_level_pages, level_pair_view
from lantian.pages.edition import Edition


def how(edition: Edition, lower: LevelId, higher: LevelId) -> dict[str, str]:
    """Return how each measure changed."""
    own = edition.plan
    return {one.id: kind for kind, one, _ in changed_how(edition, own.level(lower), own.level(higher))}


def shown(edition: Edition, lower: LevelId, higher: LevelId) -> LevelPairView:
    """Return the view of two levels."""
    return level_pair_view(edition, edition.plan.level(lower), edition.plan.level(higher))


def test_all_pairs_have_a_page() -> None:
    """Three levels make three pairs, yellow and red among them; the pages belong to the place."""
    pages = list(compare_level_pages(edition_at("11-22 12:05")))
    assert [page.address for page in pages] == [
        f"yangquan/level/{ends}/" for ends in ("yellow-orange", "yellow-red", "orange-red")
    ]
    assert all(page.place is not None and page.place.strip is None for page in pages)


@pytest.mark.parametrize(("lower", "higher"), [("yellow", "orange"), ("yellow", "red"), ("orange", "red")])
def test_every_measure_of_either_level_stands_once(lower: LevelId, higher: LevelId) -> None:
    """What holds at the higher level is new, changed or unchanged; the rest of the lower is gone or was replaced."""
    edition = edition_at("11-22 12:05")
    found = list(changed_how(edition, edition.plan.level(lower), edition.plan.level(higher)))
    at = {one.id for one in edition.plan.measures_at(higher)}
    assert {one.id for kind, one, _ in found if kind != "gone"} == at
    replaced = {before.id for _, _, before in found if before is not None}
    gone = {one.id for kind, one, _ in found if kind == "gone"}
    kept = {one.id for kind, one, _ in found if kind == "unchanged"}
    assert gone | replaced | kept == {one.id for one in edition.plan.measures_at(lower)}
    assert not gone & (replaced | kept)


def test_a_replacement_is_followed_over_the_level_between() -> None:
    """If orange replaces a yellow measure and red replaces that, red changes the yellow one and does not end it."""
    measures = plan().measures
    first = next(one for one in measures if one.replaces is None and "yellow" in one.levels)
    clause = next(iter(first.levels.values()))
    start = first.model_copy(update={"id": "start", "levels": {"yellow": clause}})
    middle = first.model_copy(update={"id": "middle", "levels": {"orange": clause}, "replaces": "start"})
    end = first.model_copy(update={"id": "end", "levels": {"red": clause}, "replaces": "middle"})
    assert how(pair(measures=(start, middle, end)).right, "yellow", "red") == {"end": "changed"}


def test_what_is_not_repeated_is_not_called_ended() -> None:
    """Publicity stands only at yellow (AN-48): the plan says neither that it still holds nor that it ends."""
    view = shown(edition_at("11-22 12:05"), "yellow", "orange")
    (gone,) = (one for one in view.changes if one.kind == "gone")
    assert gone.count == 1
    assert gone.note is not None
    assert gone.note.en.startswith("Orange warning does not list these. The plan does not say that they still hold")
    assert view.answer.en.endswith("1 not listed again")


def test_what_changed_tells_what_stood_before() -> None:
    """Each changed statement names what the lower level said, and statements are grouped by audience."""
    view = shown(edition_at("11-22 12:05"), "yellow", "orange")
    (changed,) = (one for one in view.changes if one.kind == "changed")
    rows = [said for group in changed.groups for said in group.rows]
    assert len(rows) == changed.count > 0
    assert all(said.mark_note is not None and said.mark_note.en.startswith("At Yellow warning: ") for said in rows)
    headings = [group.heading for group in changed.groups]
    assert len(headings) == len(set(headings))


def test_vehicle_rules_that_are_the_same_at_all_levels_differ_in_nothing() -> None:
    """Yangquan's rules are the same at every level; with a ban at red alone, red differs from orange."""
    assert shown(edition_at("11-22 12:05"), "orange", "red").vehicles == ()
    twin = pair(vehicles=with_rule("heavy-trucks-open-roads", levels={"red": "5.3.3 ③ para 2"})).right
    (area,) = shown(twin, "orange", "red").vehicles
    assert {(one.left.cell.code, one.right.cell.code) for one in area.rows} == {("unknown", "banned")}
    assert shown(twin, "yellow", "orange").vehicles == ()


def test_fields_that_differ_are_counted_and_told_in_full() -> None:
    """As many sectors differ as have a cell that is not the same, and each side says it with its clause."""
    edition = edition_at("11-22 12:05")
    cells = shown(edition, "orange", "red").cells
    rows = edition.plan.industry.sectors
    unlike = [
        one.names
        for one in rows
        if any(
            exactly(low) != exactly(high)
            for low, high in ((one.cells["orange"][grade], one.cells["red"][grade]) for grade in one.grades)
            if not any(action.do == "unclear" for cell in (*low, *high) for action in cell.actions)
        )
    ]
    assert [one.names for one in cells.sectors] == unlike
    assert all(one.left[-1].citation and one.right[-1].citation for one in cells.sectors)
    assert all(one.left != one.right for one in cells.sectors)


def test_guidance_that_a_level_leaves_out_is_silence() -> None:
    """What only yellow asks of a kind of company is neither carried over to orange nor ended there."""
    cell = Cell(actions=(Action(do="limit", percent=50, at_least=True),))
    rule = GuidanceLevel(duty="advised", cells=(cell,), cite="5.3.1 ③")
    kept = GuidanceRow(id="kept", names=plan().parts["health"], levels={"yellow": rule, "orange": rule})
    left_out = GuidanceRow(id="left-out", names=plan().document.short, levels={"yellow": rule})
    industry = with_industry(guidance=(kept, left_out))
    (found,) = shown(pair(industry=industry).right, "yellow", "orange").guidance
    assert found.names == plan().document.short
    assert (found.left[0].duty, found.right[0].duty) == ("advised", "")
    assert found.right[0].text.en == "Orange warning does not list this; the plan does not say whether it still holds."


def test_a_warning_changes_nothing_here() -> None:
    """The views with an orange warning in force equal those without."""
    calm = [page.shown for page in compare_level_pages(edition_at("11-22 12:05"))]
    assert calm == [page.shown for page in compare_level_pages(edition_at("11-22 12:05", ORANGE))]


def test_a_plan_without_levels_has_no_pairs() -> None:
    """Nothing is compared where there is one level or none."""
    assert list(compare_level_pages(pair(levels=plan().levels[:1]).right)) == []
    assert list(compare_level_pages(pair(levels=()).right)) == []

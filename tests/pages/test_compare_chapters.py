"""Vehicles and companies of two plans: every case is counted, and only differences are listed."""

from tests.pages.compare_cases import pair, plan, row, table, with_industry, with_rule

from lantian.model.industry import Action, Cell, GradeRule, GuidanceLevel, GuidanceRow
from lantian.pages.compare_enterprises import enterprises_tally, enterprises_view
from lantian.pages.compare_rows import Pair
from lantian.pages.compare_vehicles import VehiclesView, vehicles_tally, vehicles_view
from lantian.pages.compare_verdicts import every_vehicle

OPEN = "open_roads"
CITED = "5.3.1"


def rows(view: VehiclesView, area: str = OPEN) -> list[tuple[str, str, str, str]]:
    """Return vehicles, levels and both verdicts of the rows of an area."""
    (found,) = (one for one in view.areas if one.id == area)
    return [
        (one.vehicles.en, one.levels.en if one.levels else "", one.left.cell.code, one.right.cell.code)
        for one in found.rows
    ]


def test_every_case_is_counted_and_none_differs_between_equals() -> None:
    """Classes, fuels and standards in each area at each level: all agree, and silence is counted apart."""
    both = pair()
    vehicles = every_vehicle(both.left.content.vocabulary.vehicle_classes)
    tally = vehicles_tally(both)
    assert tally.total == len(vehicles) * len(plan().vehicles.areas) * len(plan().levels)
    assert tally.unlike == 0
    assert 0 < tally.both_unsaid < tally.total
    assert not any(one.rows for one in vehicles_view(both).areas)


def test_a_ban_that_reaches_further_is_listed_with_both_answers() -> None:
    """If the twin bans China V heavy trucks too, just these are listed, for all levels together."""
    view = vehicles_view(pair(vehicles=with_rule("heavy-trucks-open-roads", stages=("1", "2", "3", "4", "5"))))
    levels = "Yellow warning, Orange warning, Red warning"
    ((vehicles, at, left, right),) = rows(view)
    assert vehicles == "Heavy-duty truck (gasoline, diesel, natural gas or LPG, China V)"
    assert (at, right) == (levels, "banned")
    assert left != "banned"
    assert "9 of" in view.answer.en  # three fuels at three levels


def test_may_in_one_plan_is_not_a_ban() -> None:
    """A rule that only may be applied gives another answer than the same rule that is required, at its level only."""
    view = vehicles_view(pair(vehicles=with_rule("heavy-trucks-open-roads", duty="may")))
    assert {(left, right) for _, _, left, right in rows(view)} == {("banned", "may_be_restricted")}


def test_a_restriction_that_is_owed_differs_from_one_that_may_be() -> None:
    """Both answers say "may be restricted", but one plan requires a restriction that it does not describe (AN-08)."""
    owed = with_rule("heavy-trucks-open-roads", duty="may", detail="unspecified")
    may = with_rule("heavy-trucks-open-roads", duty="may")
    both = Pair(pair(vehicles=may).right, pair(vehicles=owed).right)
    (found,) = (one for one in vehicles_view(both).areas if one.id == OPEN)
    assert {(one.left.cell.code, one.right.cell.code) for one in found.rows} == {("may_be_restricted",) * 2}
    assert all(one.left.cell.notes[0] != one.right.cell.notes[0] for one in found.rows)
    assert all("requires a restriction" in one.right.cell.notes[0].en for one in found.rows)


def test_silence_is_never_allowed() -> None:
    """Without the rule the twin does not name the vehicle: the answer is unknown and says so."""
    chapter = plan().vehicles
    without = tuple(one for one in chapter.rules if one.id != "heavy-trucks-open-roads")
    view = vehicles_view(pair(vehicles=chapter.model_copy(update={"rules": without})))
    (found,) = (one for one in view.areas if one.id == OPEN)
    assert found.rows
    assert {one.right.cell.code for one in found.rows} == {"unknown"}
    assert {one.right.cell.word.en for one in found.rows} == {"Not named in the plan"}
    assert all(one.left.citation is not None for one in found.rows)


def test_what_limits_a_ban_stands_beside_it() -> None:
    """The condition of the rule on unsealed trucks, and that a rule has exemptions, go with the verdict."""
    view = vehicles_view(pair(vehicles=with_rule("unsealed-trucks", duty="may")))
    (found,) = (one for one in view.areas if one.id == OPEN)
    assert all(any("sealed cover" in note.en for note in one.left.cell.notes) for one in found.rows)
    trucks = vehicles_view(pair(vehicles=with_rule("heavy-trucks-open-roads", duty="may")))
    (open_roads,) = (one for one in trucks.areas if one.id == OPEN)
    assert {note.en for one in open_roads.rows for note in one.left.cell.notes} == {"With exemptions"}


def test_an_area_of_one_plan_is_named_and_not_compared() -> None:
    """An area with an id that the other plan lacks is listed with its owner."""
    chapter = plan().vehicles
    areas = tuple(one.model_copy(update={"id": "ring"}) if one.id == OPEN else one for one in chapter.areas)
    view = vehicles_view(pair(vehicles=chapter.model_copy(update={"areas": areas, "rules": ()})))
    assert OPEN not in {one.id for one in view.areas}
    assert [one.owner.en for one in view.lone] == ["Yangquan", "Twin"]


def test_equal_sectors_differ_in_nothing() -> None:
    """The same annex twice: every field agrees but those whose text is lost, which nobody can compare."""
    both = pair()
    cells = [
        found
        for one in plan().industry.sectors
        for level in plan().levels
        for grade in one.grades
        if (found := plan().industry.cells(one, level.id, grade))
    ]
    lost = [found for found in cells if any(action.do == "unclear" for cell in found for action in cell.actions)]
    tally = enterprises_tally(both)
    assert lost
    assert (tally.total, tally.unlike, tally.lost) == (len(cells) - len(lost), 0, len(lost))
    view = enterprises_view(both)
    assert (view.sectors, view.lone) == ((), ())
    assert f"{len(lost)} more fields are not compared" in view.count.en


def test_a_rule_on_a_grade_stands_against_cells() -> None:
    """A twin with a rule for grade C differs there, says its brief once per sector, and cites both sides."""
    rule = GradeRule(cell=Cell(kind="see_inventory"), cite=CITED)
    sectors = tuple(one.model_copy(update={"cells": {}}) for one in plan().industry.sectors)
    view = enterprises_view(pair(industry=with_industry(grade_rules={"C": rule}, sectors=sectors)))
    assert view.sectors
    for one in view.sectors:
        (told,) = one.right
        assert told.text.en.startswith("Grade C")
        assert told.text.en.endswith(": See the reduction list")
        assert one.left[-1].citation is not None
        assert all(statement.text.en.startswith("Grade C") for statement in one.left)
    grades = table(view.tables, "grades")
    assert row(grades, "Grade C").mark == "differs"


def test_a_sector_of_one_plan_is_named() -> None:
    """What one plan leaves out stands in a list with its owner, and is no difference in a field."""
    sectors = plan().industry.sectors
    view = enterprises_view(pair(industry=with_industry(sectors=sectors[1:])))
    assert [fact.label.en for fact in view.lone] == ["Sectors that only Yangquan lists (1)"]
    assert view.lone[0].value == sectors[0].names


def test_inventories_are_not_called_equal() -> None:
    """Where both plans leave everything to the company or a list, the answer says that the lists may differ."""
    rules = {
        "A": GradeRule(cell=Cell(kind="self_directed"), cite=CITED),
        "B": GradeRule(cell=Cell(kind="see_inventory"), cite=CITED),
    }
    sectors = tuple(one.model_copy(update={"cells": {}}) for one in plan().industry.sectors)
    both = pair(industry=with_industry(grade_rules=rules, sectors=sectors))
    view = enterprises_view(Pair(both.right, both.right))
    assert view.answer.en.endswith("the lists may differ")


def test_a_class_of_companies_that_one_plan_leaves_out_is_silence() -> None:
    """Without the rule on unlisted companies the side of the twin is empty, never: no rule."""
    classes = plan().industry.classes
    assert classes
    view = enterprises_view(pair(industry=with_industry(classes=classes[1:])))
    found = table(view.tables, "classes").rows[0]
    assert (found.mark, found.right) == ("only", ())


def test_guidance_is_compared_level_by_level() -> None:
    """Another share at orange is a difference at orange; the same guidance twice is none; a row of one is silence."""
    half, third = (Cell(actions=(Action(do="limit", percent=share),)) for share in (50, 30))
    at = {level: GuidanceLevel(duty="advised", cells=(half,), cite=CITED) for level in ("yellow", "orange")}
    other = {**at, "orange": GuidanceLevel(duty="advised", cells=(third,), cite=CITED)}
    names = plan().document.short
    first = GuidanceRow(id="feed", names=names, levels=at)
    second = first.model_copy(update={"levels": other})
    alone = first.model_copy(update={"id": "alone"})
    one, two = (pair(industry=with_industry(guidance=rows)).right for rows in ((first, alone), (second,)))
    differing = table(enterprises_view(Pair(one, two)).tables, "guidance").rows
    assert [found.mark for found in differing] == ["differs", "only"]
    assert [detail.en for detail in differing[0].details] == ["At the Orange warning"]
    assert [found.mark for found in table(enterprises_view(Pair(one, one)).tables, "guidance").rows] == ["read"] * 2

"""Rules for an inventory: made for the plan that its place applies, and of sectors and grades which that plan has."""

from collections.abc import Iterator

from lantian.model.checks.finding import Filling, Finding, missing, repeated
from lantian.model.industry import Branch, Grade, IndustryChapter, SectorRow
from lantian.model.inventory import Group, Inventory
from lantian.model.level import LevelId

_KINDS: tuple[frozenset[Grade], ...] = (frozenset({"A", "B", "B-", "C", "D"}), frozenset({"leading", "non_leading"}))
"""Ways of telling grades apart; a company is graded in one of them."""


def inventory_findings(head: Inventory, plan: str) -> Iterator[Finding]:
    """Yield what is inconsistent in the head itself; `plan` is the one that the place applies."""
    if head.plan != plan:
        yield Finding(("plan",), "inventory_of_other_plan", {"id": head.plan, "plan": plan})
    if head.published is not None and head.published > head.imported_at.date():
        yield Finding(("published",), "published_after_import", {"day": head.imported_at.date().isoformat()})
    yield from repeated(("counties",), (county.id for county in head.counties))
    yield from repeated(("counties",), (county.name for county in head.counties), "name")
    sums = (sum(county.count for county in head.counties), sum(group.count for group in head.groups))
    for name, total in zip(("counties", "groups"), sums, strict=True):
        if total != head.rows:
            yield Finding((name,), "inventory_count", {"found": total, "rows": head.rows})


def chapter_findings(head: Inventory, chapter: IndustryChapter, levels: tuple[LevelId, ...]) -> Iterator[Finding]:
    """Yield sectors, branches, grades and levels of an inventory that the plan does not have."""
    for index, level in enumerate(head.levels):
        yield from missing(("levels", index), level, levels, "unknown_level")
    for index, group in enumerate(head.groups):
        yield from _group(index, group, chapter)


def grades_of(chapter: IndustryChapter, row: SectorRow, branch: str | None = None) -> tuple[Grade, ...]:
    """Return the grades that a sector, or one branch of it, has: a grade with nothing but dashes is none."""
    within = next((one for one in row.branches if one.id == branch), None)
    return tuple(grade for grade in row.grades if _has(chapter, row, grade) and _of_branch(row, grade, within))


def tells_branches_apart(chapter: IndustryChapter, row: SectorRow, grade: Grade) -> bool:
    """Tell whether what a grade does depends on the branch at some level."""
    return any(cell.branch is not None for level in row.cells for cell in chapter.cells(row, level, grade))


def _has(chapter: IndustryChapter, row: SectorRow, grade: Grade) -> bool:
    """A dash at every level says that the sector knows no such grade."""
    cells = [cell for level in row.cells for cell in row.cells[level].get(grade, ())]
    applicable = any(cell.effective_kind != "not_applicable" for cell in cells)
    return applicable or (not cells and grade in chapter.grade_rules)


def _of_branch(row: SectorRow, grade: Grade, branch: Branch | None) -> bool:
    """A branch has its own grades, and those of their kind for which the document has one cell for the whole sector.

    Where a branch is told apart as leading or not, Grades A to D are those of the other companies of the sector.
    """
    if branch is None or grade in branch.grades:
        return True
    if not any(grade in kind and not kind.isdisjoint(branch.grades) for kind in _KINDS):
        return False
    return any(cell.branch is None for grades in row.cells.values() for cell in grades.get(grade, ()))


def _group(index: int, group: Group, chapter: IndustryChapter) -> Iterator[Finding]:
    rows = {row.sector: row for row in chapter.sectors}
    row = rows.get(group.sector)
    if row is None:
        yield from missing(("groups", index, "sector"), group.sector, rows, "sector_not_in_plan")
        return
    branches = tuple(branch.id for branch in row.branches)
    if group.branch is not None and group.branch not in branches:
        fields: dict[str, Filling] = {"id": group.branch, "grade": group.grade, "known": branches}
        yield Finding(("groups", index, "branch"), "unknown_branch", fields)
        return
    grades = grades_of(chapter, row, group.branch)
    if group.grade not in grades:
        fields = {"grade": group.grade, "sector": group.sector, "known": grades}
        yield Finding(("groups", index, "grade"), "grade_not_in_plan", fields)

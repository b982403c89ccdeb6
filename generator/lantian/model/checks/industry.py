"""Rules for the annex on industry: whole, and made of words that are defined."""

from collections.abc import Iterator

from lantian.model.checks.cells import cell_findings
from lantian.model.checks.finding import Finding, Path, below, missing, repeated
from lantian.model.checks.known import Known
from lantian.model.industry import Cell, Grade, GuidanceRow, IndustryChapter, SectorRow


def industry_findings(path: Path, chapter: IndustryChapter, known: Known) -> Iterator[Finding]:
    """Yield what is missing or undefined in the chapter that stands at `path` of its plan."""
    yield from below(path, _chapter(chapter, known))
    for index, row in enumerate(chapter.sectors):
        yield from below((*path, "sectors", index), _row(row, chapter, known))
    for index, guided in enumerate(chapter.guidance):
        yield from below((*path, "guidance", index), _guidance(guided, chapter, known))


def _chapter(chapter: IndustryChapter, known: Known) -> Iterator[Finding]:
    for index, grade in enumerate(chapter.grades):
        yield from missing(("grades", index), grade, known.grades, "unknown_grade")
    yield from repeated(("sectors",), (row.sector for row in chapter.sectors), "sector")
    yield from repeated(("sectors",), (str(row.number) for row in chapter.sectors), "number")
    yield from repeated(("classes",), (entry.id for entry in chapter.classes))
    yield from repeated(("guidance",), (entry.id for entry in chapter.guidance))
    for grade, rule in chapter.grade_rules.items():
        here = ("grade_rules", grade)
        yield from missing(here, grade, chapter.grades, "unknown_grade", at_key=True)
        yield from below((*here, "cell"), cell_findings(rule.cell, chapter, known))
    for index, entry in enumerate(chapter.classes):
        if entry.doubt is not None:
            yield from missing(("classes", index, "doubt"), entry.doubt, known.anomalies, "unknown_anomaly")


def _row(row: SectorRow, chapter: IndustryChapter, known: Known) -> Iterator[Finding]:
    yield from missing(("sector",), row.sector, known.sectors, "unknown_sector")
    for index, grade in enumerate(row.grades):
        yield from missing(("grades", index), grade, chapter.grades, "unknown_grade")
    yield from repeated(("branches",), (branch.id for branch in row.branches))
    for index, branch in enumerate(row.branches):
        for position, grade in enumerate(branch.grades):
            yield from missing(("branches", index, "grades", position), grade, row.grades, "unknown_grade")
    for index, doubt in enumerate(row.doubts):
        yield from missing(("doubts", index), doubt, known.anomalies, "unknown_anomaly")
    yield from _totality(row, chapter, known)
    for level, grades in row.cells.items():
        for grade, cells in grades.items():
            for index, cell in enumerate(cells):
                yield from below(("cells", level, grade, index), cell_findings(cell, chapter, known))


def _guidance(row: GuidanceRow, chapter: IndustryChapter, known: Known) -> Iterator[Finding]:
    for level, said in row.levels.items():
        yield from missing(("levels", level), level, known.levels, "unknown_level", at_key=True)
        for index, cell in enumerate(said.cells):
            here = ("levels", level, "cells", index)
            yield from below(here, cell_findings(cell, chapter, known))
            if cell.branch is not None:
                yield from missing((*here, "branch"), cell.branch, (), "unknown_branch_of_guidance")
    for index, doubt in enumerate(row.doubts):
        yield from missing(("doubts", index), doubt, known.anomalies, "unknown_anomaly")


def _totality(row: SectorRow, chapter: IndustryChapter, known: Known) -> Iterator[Finding]:
    """Sector × grade × level is total: by a cell (a dash is one, a gap is not) or by the rule on the grade."""
    for level, grades in row.cells.items():
        yield from missing(("cells", level), level, known.levels, "unknown_level", at_key=True)
        for grade in grades:
            yield from missing(("cells", level, grade), grade, row.grades, "unknown_grade", at_key=True)
    for level in known.levels or tuple(row.cells):
        for grade in row.grades:
            cells = row.cells.get(level, {}).get(grade, ())
            fields = {"sector": row.sector, "grade": grade, "level": level}
            if not cells and grade in chapter.grade_rules:
                continue
            if not cells:
                yield Finding(("cells", level, grade), "missing_cell", fields)
            else:
                yield from below(("cells", level, grade), _branches(row, grade, cells, fields))


def _branches(row: SectorRow, grade: Grade, cells: tuple[Cell, ...], fields: dict[str, str]) -> Iterator[Finding]:
    """One cell for the whole sector, or one for each branch that has the grade."""
    wanted = tuple(branch.id for branch in row.branches if grade in branch.grades)
    seen: set[str | None] = set()
    for index, cell in enumerate(cells):
        if cell.branch is not None and cell.branch not in wanted:
            yield Finding((index, "branch"), "unknown_branch", {"id": cell.branch, "known": wanted, "grade": grade})
        elif cell.branch in seen:
            yield Finding((index,), "repeated_cell", {**fields, "branch": cell.branch or row.sector})
        seen.add(cell.branch)
    if None in seen:
        return
    for branch in wanted:
        if branch not in seen:
            yield Finding((), "missing_branch", {**fields, "branch": branch})

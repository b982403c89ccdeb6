"""`enterprise.json`: sector × branch × grade × level, with the sentence that the pages show."""

from collections.abc import Iterator

from lantian.formats.json_file import Json, citation, text, text_or_null
from lantian.model.content import Vocabulary
from lantian.model.industry import Action, Cell, EnterpriseClass, Grade, GuidanceRow, IndustryChapter, SectorRow
from lantian.model.level import LevelId
from lantian.model.plan import Plan
from lantian.model.reduction_sentence import compose
from lantian.model.wording import Wording


def enterprise_body(plan: Plan, vocabulary: Vocabulary, wording: Wording) -> Json:
    """Return the whole annex on industry; every sector has a cell for each of its grades at every level."""
    chapter = plan.industry
    return {
        "sectors": [_sector(row) for row in chapter.sectors],
        "cells": [cell for row in chapter.sectors for cell in _cells(row, plan, vocabulary, wording)],
        "guidance": [
            {**_guidance(row, level, plan, wording), **said_cell(cell, row, plan, vocabulary, wording)}
            for row in chapter.guidance
            for level in row.levels
            for cell in row.levels[level].cells
        ],
        "classes": [_class(one, plan, wording) for one in chapter.classes],
    }


def _sector(row: SectorRow) -> Json:
    return {
        "id": row.sector,
        "number": row.number,
        "names": text(row.names),
        "branches": [{"id": one.id, "names": text(one.names), "grades": list(one.grades)} for one in row.branches],
        "note": text_or_null(row.note),
        "anomaly_ids": list(row.doubts),
    }


def _cells(row: SectorRow, plan: Plan, vocabulary: Vocabulary, wording: Wording) -> Iterator[Json]:
    """Yield the cells of a row, level by level; where it has none of its own, rules say the same at every level."""
    levels = tuple(level.id for level in plan.levels)
    own = [
        {**_place(row, level, grade, plan, wording), **said_cell(cell, row, plan, vocabulary, wording)}
        for level in (levels if row.cells else levels[:1])
        for grade in row.grades
        for cell in plan.industry.cells(row, level, grade)
    ]
    yield from own if row.cells else ({**cell, "level": level} for level in levels for cell in own)


def _place(row: SectorRow, level: LevelId, grade: Grade, plan: Plan, wording: Wording) -> Json:
    """Return where a cell stands in the annex."""
    return {
        "plan": plan.id,
        "level": level,
        "sector": row.sector,
        "row": row.number,
        "grade": grade,
        "citation": citation(plan.cite(plan.industry.clause(row, level, grade), wording)),
    }


def _guidance(row: GuidanceRow, level: LevelId, plan: Plan, wording: Wording) -> Json:
    """Return where a row of guidance stands and how strong it is."""
    said = row.levels[level]
    return {
        "plan": plan.id,
        "id": row.id,
        "sector": text(row.names),
        "group": text_or_null(row.group),
        "level": level,
        "duty": said.duty,
        "silence": text_or_null(row.silence),
        "citation": citation(plan.cite(said.cite, wording)),
    }


def said_cell(cell: Cell, row: SectorRow | GuidanceRow, plan: Plan, vocabulary: Vocabulary, wording: Wording) -> Json:
    """Return what a cell asks, and the sentence that the pages show for it."""
    return {
        "text": text(compose(cell, row, plan.industry, vocabulary, wording)),
        "branch": cell.branch,
        "kind": cell.effective_kind,
        "actions": [_action(action, plan.industry) for action in cell.actions],
        "transport": cell.transport,
        "anomaly": _anomaly(cell, plan),
        "anomaly_id": cell.doubt,
    }


def _anomaly(cell: Cell, plan: Plan) -> Json | None:
    """Return in words what is wrong in the document's cell and how it was read."""
    if cell.doubt is None:
        return None
    return text(cell.doubt_note or plan.anomaly(cell.doubt).reading)


def _action(action: Action, chapter: IndustryChapter) -> Json:
    return {
        "do": action.do,
        "scope": "enterprise" if action.scope is None else text(chapter.processes[action.scope]),
        "percent": action.percent,
        "at_least": action.at_least,
        "counted_by": action.counted_by,
        "baseline": action.baseline,
        "condition": None if action.condition is None else text(chapter.conditions[action.condition]),
    }


def _class(one: EnterpriseClass, plan: Plan, wording: Wording) -> Json:
    return {
        "id": one.id,
        "names": text(one.names),
        "text": text(one.text),
        "duty": one.duty,
        "conditions": [text(condition) for condition in one.conditions],
        "citation": citation(plan.cite(one.cite, wording)),
    }

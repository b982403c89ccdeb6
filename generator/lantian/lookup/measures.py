"""What the plan asks of each grade of a sector, in the words of its page: one small file per sector and language."""

from collections.abc import Iterator

from lantian.lookup.compact_json import compact
from lantian.model.content import Vocabulary
from lantian.model.industry import Cell, SectorRow
from lantian.model.plan import Plan
from lantian.model.reduction_sentence import compose
from lantian.model.text import LANGUAGES, Language
from lantian.model.wording import Wording


def measure_files(
    sectors: frozenset[str], plan: Plan, vocabulary: Vocabulary, wording: Wording
) -> Iterator[tuple[str, bytes]]:
    """Yield the files of some sectors of a plan, by name: levels, lowest first, and what each grade does at each.

    Of a grade at a level: where the plan says so, then pairs of a kind of company (an id, or nothing) and a sentence.
    """
    for row in plan.industry.sectors:
        if row.sector in sectors:
            for language in LANGUAGES:
                told = _told(row, plan, vocabulary, wording, language)
                yield f"measures/{language}/{row.sector}.json", compact(told)


def _told(
    row: SectorRow, plan: Plan, vocabulary: Vocabulary, wording: Wording, language: Language
) -> dict[str, object]:
    chapter = plan.industry

    def sentence(cell: Cell) -> list[str]:
        said = compose(cell, row, chapter, vocabulary, wording).speak(language)
        doubt = None if cell.doubt is None else (cell.doubt_note or plan.anomaly(cell.doubt).reading).speak(language)
        return [cell.branch or "", said] if doubt is None else [cell.branch or "", said, doubt]

    return {
        "levels": [[level.id, level.names.speak(language)] for level in plan.levels],
        "grades": {
            grade: {
                level.id: [
                    plan.cite(chapter.clause(row, level.id, grade), wording).label.speak(language),
                    *(sentence(cell) for cell in chapter.cells(row, level.id, grade)),
                ]
                for level in plan.levels
                if chapter.cells(row, level.id, grade)
            }
            for grade in row.grades
        },
    }

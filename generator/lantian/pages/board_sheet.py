"""What stands on the sheet of one grade of a sector: its levels, or the rule on the grade and blanks for the rest."""

from functools import lru_cache

from lantian.model.citation import Citation
from lantian.model.content import Vocabulary
from lantian.model.industry import Grade, GradeRule, SectorRow
from lantian.model.plan import Plan
from lantian.model.text import Language, Text
from lantian.model.view import view
from lantian.model.wording import Wording
from lantian.pages.blocks import Doubt
from lantian.pages.edition import Edition
from lantian.pages.enterprise_entry import Entry, branch_of, entry_of, ruled

SIZES = {"huge": 240, "large": 500, "middle": 900, "small": 1400, "tiny": 1_000_000}
"""How many letters fit on a sheet in each size of print."""
ROOM_OF_BLANK, ROOM_OF_ENTRY = 50, 30
"""Letters for which there would be room in a blank, and at the ends of the lines of an entry."""


@view
class BoardRow:
    """What the plan asks at a level, or at every level where `tone` is empty; `blank` where a list says it."""

    tone: str
    names: Text
    entries: tuple[Entry, ...]
    blank: bool = False


@view
class Sheet:
    """All that a sheet says of what is asked, lowest level first."""

    rows: tuple[BoardRow, ...]
    notes: tuple[Text, ...]
    doubts: tuple[Doubt, ...]
    citation: Citation
    size: dict[Language, str]
    """How large the print may be, so that it fills one sheet and no more: a name of `SIZES`."""


def sheet_of(edition: Edition, row: SectorRow, grade: Grade) -> Sheet:
    """Return the sheet of a grade of a row."""
    plan, chapter = edition.plan, edition.plan.industry
    rule = None if row.cells else chapter.grade_rules.get(grade)
    if rule is not None:
        return _ruled(edition, row, rule)
    said = ((level, chapter.cells(row, level.id, grade)) for level in plan.levels)
    rows = tuple(
        BoardRow(level.id, level.names, tuple(entry_of(edition, row, cell) for cell in cells)) for level, cells in said
    )
    return _sheet(rows, (), edition.cite("; ".join(chapter.row_clause(row, level.id) for level in plan.levels)))


def _ruled(edition: Edition, row: SectorRow, rule: GradeRule) -> Sheet:
    """Return the sheet of a grade of which the plan says the same at all levels: one for all sectors."""
    sheets, key = _sheets(edition.plan, edition.content.vocabulary, edition.wording), (rule, branch_of(row, rule.cell))
    known = sheets.get(key)
    if known is None:
        entry, citation = ruled(edition, row, rule, briefly=True)
        rows = (
            BoardRow("", edition.say("board.every_level"), (entry,)),
            *(BoardRow(level.id, level.names, (), blank=True) for level in edition.plan.levels),
        )
        known = sheets[key] = _sheet(rows, () if rule.note is None else (rule.note,), citation)
    return known


@lru_cache(maxsize=8)
def _sheets(plan: Plan, vocabulary: Vocabulary, wording: Wording) -> dict[tuple[GradeRule, Text | None], Sheet]:
    """Return the sheets made so far; of a few plans, so that memory does not grow with the number of places."""
    del plan, vocabulary, wording
    return {}


def _sheet(rows: tuple[BoardRow, ...], notes: tuple[Text, ...], citation: Citation) -> Sheet:
    found = (entry.doubt for row in rows for entry in row.entries)
    doubts = tuple({doubt.anchor: doubt for doubt in found if doubt is not None}.values())
    return Sheet(rows, notes, doubts, citation, _size(rows, (*notes, *(doubt.note for doubt in doubts))))


def _size(rows: tuple[BoardRow, ...], below: tuple[Text, ...]) -> dict[Language, str]:
    """Return the largest print with which the words still fit; a Chinese character takes the room of two letters."""
    entries = [entry for row in rows for entry in row.entries]
    parts = (part for entry in entries for part in (entry.text, entry.branch, entry.transport))
    words = [*(part for part in parts if part is not None), *below]
    room = ROOM_OF_ENTRY * len(entries) + ROOM_OF_BLANK * sum(row.blank for row in rows)
    chinese, english = sum(len(one.zh) for one in words), sum(len(one.en) for one in words)
    return {"zh": _fitting(2 * (chinese + room)), "en": _fitting(english + room)}


def _fitting(letters: int) -> str:
    return next(name for name, most in SIZES.items() if letters <= most)

"""One row becomes one company, held against the plan: its sector, its branch, its grade."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lantian.importing import limits
from lantian.importing.cleaning import cleaned, folded, kept_text_fault
from lantian.importing.credit_code import judged
from lantian.importing.fields import Fields
from lantian.importing.lexicon import Lexicon
from lantian.model.checks.inventory import grades_of, tells_branches_apart
from lantian.model.industry import Grade, SectorRow
from lantian.model.inventory import Enterprise, anchor
from lantian.model.level import LevelId


@dataclass(slots=True)
class Companies:
    """Makes companies from rows; remembers what the plan says so that it is asked once."""

    lexicon: Lexicon
    levels: tuple[LevelId, ...] = ()
    """Levels for which the sheet has a column."""
    _rows: Mapping[str, SectorRow] = field(init=False)
    _absent: frozenset[str] = field(init=False)
    _grades: dict[tuple[str, str | None], tuple[Grade, ...]] = field(default_factory=dict)
    _apart: dict[tuple[str, Grade], bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Set what every row needs in order."""
        self._rows = {row.sector: row for row in self.lexicon.chapter.sectors}
        self._absent = frozenset(folded(word) for word in self.lexicon.words.absent)

    def company(self, fields: Fields, county: str) -> Enterprise | None:
        """Return the company of a row; None, with every mistake of the row reported, if there is one."""
        name = self._name(fields)
        code = self._code(fields)
        printed = county or self._county(fields)
        sector, branch = self._sector(fields)
        grade = self._grade(fields, sector, branch)
        measures = tuple((level, text) for level in self.levels if (text := fields.kept(level)))
        if not fields.sound or grade is None or not name or not printed:
            return None
        return Enterprise(
            id=anchor(code, name, printed), name=name, code=code, county=printed, sector=sector, branch=branch,
            grade=grade, measures=measures, row=fields.cells.row + 1, sheet=self._sheet(fields.sheet),
        )  # fmt: skip

    @staticmethod
    def _sheet(name: str) -> str:
        """Return the name of a sheet as the table keeps it; empty if a spreadsheet could take it for a command."""
        clean = cleaned(name, limits.NAME_LENGTH).text
        return "" if kept_text_fault(clean) else clean

    def _name(self, fields: Fields) -> str | None:
        name = fields.kept("name", limits.NAME_LENGTH)
        if name == "":
            fields.wrong("name", "no_name")
        elif name and not any(sign.isalpha() for sign in name):
            fields.wrong("name", "name_of_digits", text=name)
        return name

    def _county(self, fields: Fields) -> str | None:
        county = fields.kept("county", limits.NAME_LENGTH)
        if county == "":
            fields.wrong("county", "no_county")
        return county

    def _code(self, fields: Fields) -> str | None:
        if fields.number("code"):
            fields.wrong("code", "code_is_number")
            return None
        text = fields.text("code")
        verdict, code = judged(text or "", self._absent)
        if verdict == "valid":
            return code
        if verdict in {"absent", "dropped"}:
            fields.findings.note("no_code" if verdict == "absent" else "older_number", fields.where("code"))
        else:
            fields.wrong("code", verdict, code=code)
        return None

    def _sector(self, fields: Fields) -> tuple[str, str | None]:
        text = fields.text("sector")
        meanings = self.lexicon.sectors_of(text) if text else ()
        if text == "":
            fields.wrong("sector", "no_sector")
        elif text and len(meanings) != 1:
            known = tuple(row.names.zh for row in self._rows.values())
            several = tuple(dict.fromkeys(self._rows[sector].names.zh for sector, _ in meanings))
            key = "several_sectors" if meanings else "unknown_sector"
            fields.wrong("sector", key, text=text, known=several or known)
        if not text or len(meanings) != 1:
            return "", None
        sector, branch = meanings[0]
        self._tell_reading(fields, text, sector, branch)
        return sector, branch or self._branch(fields, self._rows[sector])

    def _tell_reading(self, fields: Fields, text: str, sector: str, branch: str | None) -> None:
        """Note each word that is not the plan's own name of the sector."""
        row = self._rows[sector]
        if text == row.names.zh:
            return
        part = next((f" / {one.names.zh}" for one in row.branches if one.id == branch), "")
        fields.findings.note("sector_read", fields.where("sector"), text=text, sector=f"{row.names.zh}{part}")

    def _branch(self, fields: Fields, row: SectorRow) -> str | None:
        text = fields.text("branch")
        if not text or folded(text) in self._absent:
            return None
        if not row.branches:
            fields.findings.note("branch_dropped", fields.where("branch"), sector=row.names.zh)
            return None
        found = self.lexicon.branches_of(row, text)
        if len(found) != 1:
            fields.wrong("branch", "unknown_branch", text=text, known=tuple(one.names.zh for one in row.branches))
            return None
        return found[0]

    def _grade(self, fields: Fields, sector: str, branch: str | None) -> Grade | None:
        text = fields.text("grade")
        grade = self.lexicon.grade_of(text) if text else None
        if text is None:
            return None
        if text and grade is None:
            known = tuple(dict.fromkeys(self.lexicon.grades.values()))
            fields.wrong("grade", "unknown_grade", text=text, known=self._named(known))
            return None
        if not sector:
            return None
        known_grades = self._grades_of(sector, branch)
        if not text and known_grades == ("all",):
            return "all"
        if grade is None or grade not in known_grades:
            key = "no_grade" if not text else "grade_not_in_sector"
            fields.wrong("grade", key, text=text, sector=self._rows[sector].names.zh, known=self._named(known_grades))
            return None
        if branch is None and self._tells_apart(sector, grade):
            fields.findings.note("branch_open", fields.where("branch"), sector=self._rows[sector].names.zh)
        return grade

    def _named(self, grades: tuple[Grade, ...]) -> tuple[str, ...]:
        return tuple(self.lexicon.grade_names.get(grade, grade) for grade in grades)

    def _grades_of(self, sector: str, branch: str | None) -> tuple[Grade, ...]:
        key = (sector, branch)
        if key not in self._grades:
            self._grades[key] = grades_of(self.lexicon.chapter, self._rows[sector], branch)
        return self._grades[key]

    def _tells_apart(self, sector: str, grade: Grade) -> bool:
        key = (sector, grade)
        if key not in self._apart:
            self._apart[key] = tells_branches_apart(self.lexicon.chapter, self._rows[sector], grade)
        return self._apart[key]

"""What words mean: declared headings, and the names of the plan's sectors, branches and grades."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from lantian.importing.cleaning import folded
from lantian.model.content import Vocabulary
from lantian.model.industry import Grade, IndustryChapter, SectorRow
from lantian.model.inventory_words import ColumnField, InventoryWords
from lantian.model.level import LevelId

Use = ColumnField | LevelId | Literal["ignore", "personal"]
Meanings = Mapping[str, tuple[tuple[str, str | None], ...]]
"""By folded word: every sector that it may name, with the branch if it names one."""


@dataclass(frozen=True, slots=True, repr=False)
class Lexicon:
    """The words that one import goes by."""

    words: InventoryWords
    chapter: IndustryChapter
    levels: tuple[LevelId, ...]
    headings: Mapping[str, Use]
    sectors: Meanings
    branches: Meanings
    grades: Mapping[str, Grade]
    grade_names: Mapping[str, str]
    """What each grade is called in an inventory."""

    def use_of(self, heading: str) -> Use | None:
        """Return what a column of that heading is; a remark in brackets at its end does not count."""
        word = folded(heading)
        use = self.headings.get(word) or self.headings.get(_without_brackets(word))
        if use is not None:
            return use
        return "personal" if any(folded(part) in word for part in self.words.personal) else None

    def sectors_of(self, text: str) -> tuple[tuple[str, str | None], ...]:
        """Return what a cell may mean: sectors by id, number or name, else branches by name; empty if nothing."""
        word = folded(text)
        shorter = (word.removesuffix(folded(ending)) for ending in self.words.sector_endings)
        for candidate in (word, *shorter):
            found = self.sectors.get(candidate) or self.branches.get(candidate)
            if found:
                return found
        return ()

    def branches_of(self, row: SectorRow, text: str) -> tuple[str, ...]:
        """Return the branches of a sector that a cell may mean."""
        word = folded(text)
        return tuple(one.id for one in row.branches if word in {folded(one.id), folded(one.names.zh)})

    def grade_of(self, text: str) -> Grade | None:
        """Return the grade that a cell names, None for a word that nobody declared."""
        return self.grades.get(folded(text))


def lexicon(
    words: InventoryWords, vocabulary: Vocabulary, chapter: IndustryChapter, levels: tuple[LevelId, ...]
) -> Lexicon:
    """Return the words of one plan with what is declared for all."""
    headings: dict[str, Use] = {}
    headings |= {folded(word): "ignore" for word in words.ignored}
    headings |= {folded(word): level for level, several in words.measures.items() for word in several}
    headings |= {folded(word): field for field, several in words.columns.items() for word in several}
    sectors = _sectors(words, vocabulary, chapter)
    names = {grade: entry.names.zh for grade, entry in vocabulary.grades.items()}
    grades = _grades(words, vocabulary)
    return Lexicon(words, chapter, levels, headings, sectors, _branches(chapter), grades, names)


def _sectors(words: InventoryWords, vocabulary: Vocabulary, chapter: IndustryChapter) -> Meanings:
    pairs: list[tuple[str, tuple[str, str | None]]] = []
    for row in chapter.sectors:
        names = [row.sector, str(row.number), row.names.zh, row.names.en, *words.sectors.get(row.sector, ())]
        if row.sector in vocabulary.sectors:
            names += [vocabulary.sectors[row.sector].zh, vocabulary.sectors[row.sector].en]
        pairs += [(name, (row.sector, None)) for name in names]
    return _gathered(pairs)


def _branches(chapter: IndustryChapter) -> Meanings:
    return _gathered((one.names.zh, (row.sector, one.id)) for row in chapter.sectors for one in row.branches)


def _gathered(pairs: Iterable[tuple[str, tuple[str, str | None]]]) -> Meanings:
    found: dict[str, dict[tuple[str, str | None], None]] = {}
    for name, meaning in pairs:
        found.setdefault(folded(name), {})[meaning] = None
    return {word: tuple(meanings) for word, meanings in found.items()}


def _grades(words: InventoryWords, vocabulary: Vocabulary) -> dict[str, Grade]:
    named: dict[str, Grade] = {}
    for grade in get_args(Grade):
        entry = vocabulary.grades.get(grade)
        own = () if entry is None else (entry.names.zh, entry.names.en)
        named |= {folded(word): grade for word in (grade, *own, *words.grades.get(grade, ()))}
    return named


def _without_brackets(word: str) -> str:
    return word[: word.rindex("(")] if word.endswith(")") and "(" in word[1:] else word

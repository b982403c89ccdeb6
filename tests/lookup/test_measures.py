"""What a search shows of measures, for every plan of the real content: with cells, with rules on whole grades."""

import json

import pytest
from tests.real_site import content_with

from lantian.lookup.measures import measure_files
from lantian.model.content import PlaceContent
from lantian.model.reduction_sentence import compose
from lantian.model.text import LANGUAGES

CONTENT = content_with()


@pytest.mark.parametrize("entry", CONTENT.places, ids=lambda entry: entry.place.id)
def test_every_grade_says_at_every_level_what_the_pages_say(entry: PlaceContent) -> None:
    """Each grade of each sector has at each level the sentences of the one composer, and says where they stand."""
    plan, chapter = entry.plan, entry.plan.industry
    sectors = frozenset(row.sector for row in chapter.sectors)
    files = dict(measure_files(sectors, plan, CONTENT.vocabulary, CONTENT.wording))
    assert set(files) == {f"measures/{language}/{sector}.json" for language in LANGUAGES for sector in sectors}
    compared = 0
    for row in chapter.sectors:
        told = {language: json.loads(files[f"measures/{language}/{row.sector}.json"]) for language in LANGUAGES}
        for grade in row.grades:
            for level in plan.levels:
                cells = chapter.cells(row, level.id, grade)
                said = [compose(cell, row, chapter, CONTENT.vocabulary, CONTENT.wording) for cell in cells]
                for language in LANGUAGES:
                    where, *parts = told[language]["grades"][grade][level.id]
                    assert where
                    assert [part[1] for part in parts] == [one.speak(language) for one in said]
                    assert [part[0] for part in parts] == [cell.branch or "" for cell in cells]
                    compared += len(parts)
    assert compared >= len(LANGUAGES) * len(plan.levels) * len(chapter.sectors)


def test_only_the_sectors_of_the_inventory_are_written() -> None:
    """A sector without companies costs no file."""
    entry = CONTENT.places[-1]
    one = entry.plan.industry.sectors[0].sector
    files = dict(measure_files(frozenset({one}), entry.plan, CONTENT.vocabulary, CONTENT.wording))
    assert set(files) == {f"measures/{language}/{one}.json" for language in LANGUAGES}

"""Every mistake and every note of an import has a sentence in both languages with the words that it needs."""

import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import lantian.importing
from lantian.cli.import_words import import_words
from lantian.importing.header import REQUIRED
from lantian.model.text import Text

CODE = {
    file.name: file.read_text("utf-8")
    for folder in lantian.importing.__path__
    for file in sorted(Path(folder).glob("*.py"))
}
RAISED = re.compile(
    r'''refuse\(\s*"(\w+)"|findings\.wrong\([^"]*?,\s*"(\w+)"|fields\.wrong\("\w+",\s*"(\w+)"|Cleaned\("",\s*"(\w+)"'''
    r'''|self\.wrong\(use,\s*"(\w+)"'''
)
ELSEWHERE = {
    "formula_in_cell", "error_in_cell", "command", "mobile_number", "code_check_digit", "code_form", "code_length",
    "two_grades", "two_names", "two_measures", "unknown_sector", "several_sectors", "no_grade", "grade_not_in_sector",
}  # fmt: skip
"""Keys that are chosen or put together before they are raised."""
COMMAND_SAYS = {"import_under_way", "nothing_to_undo"}
"""Refusals that are wrong use, with a sentence of the command's own."""


def raised() -> set[str]:
    """Return the keys that stand in the code where mistakes are reported."""
    found = {key for text in CODE.values() for keys in RAISED.findall(text) for key in keys if key}
    return found | ELSEWHERE


def fields(text: str) -> set[str]:
    """Return the words that a pattern wants."""
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_every_mistake_has_a_sentence_and_every_sentence_a_mistake() -> None:
    """The keys of the code and those of the catalog are the same."""
    assert raised() - COMMAND_SAYS == set(import_words().faults)
    assert all(f'"{key}"' in "".join(CODE.values()) or key.endswith("_in_cell") for key in ELSEWHERE)


def test_every_note_has_a_sentence() -> None:
    """Each key of a note stands in the catalog, and no sentence of the catalog is left over."""
    code = "".join(CODE.values())
    noted = set(re.findall(r'note\(\s*"(\w+)"', code))
    noted |= {"ignored_column", "personal_column", "no_code", "older_number"}
    noted |= set(re.findall(r'return "(\w+)"', CODE["row_kind.py"])) | {"header_again", "note_row", "nothing"}
    assert noted == set(import_words().notes)
    assert all(f'"{key}"' in code for key in import_words().notes)


def both() -> Iterator[tuple[str, Text]]:
    """Yield every text of the catalog under a name."""
    for key, sentence in import_words().faults.items():
        yield f"{key} what", sentence.what
        yield f"{key} mend", sentence.mend
    yield from import_words().notes.items()
    yield from import_words().columns.items()


@pytest.mark.parametrize(("name", "text"), list(both()), ids=[name for name, _ in both()])
def test_both_languages_say_the_same(name: str, text: Text) -> None:
    """Both languages want the same words to fill in, and are not mixed up."""
    assert fields(text.zh) == fields(text.en), name
    assert not re.search("[\u4e00-\u9fff]", text.en)
    assert re.search("[\u4e00-\u9fff]", text.zh)


def test_columns_that_may_be_missing_have_names() -> None:
    """A column that is missing is told by its name."""
    assert {*REQUIRED, "county"} <= set(import_words().columns)

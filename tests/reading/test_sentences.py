"""The sentences in which problems are told are complete, and every error has one."""

import json
import re
from importlib.resources import files
from pathlib import Path
from string import Formatter

import pytest
from pydantic import BaseModel, ConfigDict, ValidationError

import lantian.model.checks
import lantian.reading
from lantian.model.content import Content
from lantian.model.text import LANGUAGES, Text
from lantian.reading.expected import expected_form
from lantian.reading.schema_errors import schema_findings
from lantian.reading.sentences import LONGEST_LIST, expectations, say, sentences
from lantian.reading.yaml_source import parse

FOLDERS = [Path(path) for package in (lantian.reading, lantian.model.checks) for path in package.__path__]
CODE = "\n".join(file.read_text("utf-8") for folder in FOLDERS for file in folder.glob("*.py"))
BUILT_KEYS = {"raise_to", "lower_to", "unknown_cited_part", "unknown_cited_level", "unknown_cited_grade", "one_bound"}
"""Keys that are put together from a word of the content, or raised by the model."""


def _fields(pattern: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(pattern) if name}


@pytest.mark.parametrize("name", ["sentences.yaml", "expectations.yaml"])
def test_the_sentences_are_sound_yaml(name: str) -> None:
    """The files of the sentences pass the rules that content has to pass."""
    assert parse(files("lantian.reading").joinpath(name).read_text("utf-8"))[1] == ()


def test_every_sentence_is_used() -> None:
    """No sentence is left over: its key stands in the code or is put together there."""
    assert {key for key in sentences() if f'"{key}"' not in CODE} == BUILT_KEYS


@pytest.mark.parametrize("key", sentences())
def test_both_languages_say_the_same(key: str) -> None:
    """What is wrong names the same fields in both languages; Chinese and English are not mixed up."""
    sentence = sentences()[key]
    assert _fields(sentence.what.zh) == _fields(sentence.what.en)
    assert not re.search("[\u4e00-\u9fff]", sentence.what.en + sentence.mend.en)
    assert all(re.search("[\u4e00-\u9fff]", text) for text in (sentence.what.zh, sentence.mend.zh))


def test_every_pattern_of_the_model_is_put_into_words() -> None:
    """Whatever form the model asks for, the operator reads an example and no regular expression."""
    patterns = set(re.findall(r'"pattern": ("(?:[^"\\]|\\.)*")', json.dumps(Content.model_json_schema())))
    told = {expected_form(json.loads(pattern)).en for pattern in patterns}
    assert len(patterns) > 5
    assert told <= {text.en for text in expectations().values()}


def test_a_pattern_without_words_is_shown() -> None:
    """A form that nobody put into words is shown as it is."""
    assert expected_form("^x$") == Text(zh="^x$", en="^x$")


def test_long_values_are_shortened() -> None:
    """A sentence stays one line long whatever was written; a long list ends in dots."""
    assert "x" * 60 + "…" in say("no_date", {"value": "x" * 5000}).what.en
    assert "a b" in say("no_date", {"value": "a\nb"}).what.en
    mend = say("unknown_plan", {"id": "p", "known": tuple(str(number) for number in range(100))}).mend
    assert mend.en.endswith(f"{LONGEST_LIST - 1}, …")


class _Strange(BaseModel):
    """A record with a kind of value that no content has."""

    model_config = ConfigDict(arbitrary_types_allowed=True)
    shape: complex | None = None
    kind: type[int] | None = None

    def __init_subclass__(cls) -> None:
        """Allow no further kinds."""


def test_an_unforeseen_error_is_told_in_the_words_of_pydantic() -> None:
    """An error nobody thought of still has a sentence in both languages."""
    data = {"shape": "round", "kind": "int"}
    with pytest.raises(ValidationError) as raised:
        _Strange.model_validate(data)
    findings = list(schema_findings(raised.value, data))
    assert [finding.key for finding in findings] == ["refused_value", "refused_value"]
    assert all(say(finding.key, finding.fields).what.speak(language) for finding in findings for language in LANGUAGES)

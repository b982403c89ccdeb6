"""The sentences in which problems are told, in both languages."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from pydantic import TypeAdapter

from lantian.model.checks.finding import Filling
from lantian.model.text import Language, Record, Text
from lantian.reading.yaml_source import parse

LONGEST_WORDS = 60
LONGEST_LIST = 24
_SEPARATORS: dict[Language, str] = {"zh": "、", "en": ", "}


class Sentence(Record):
    """What is wrong, and how to mend it, with `{fields}` in braces."""

    what: Text
    mend: Text


@cache
def sentences() -> dict[str, Sentence]:
    """Return every sentence by its key."""
    return TypeAdapter(dict[str, Sentence]).validate_python(_data("sentences.yaml"))


@cache
def expectations() -> dict[str, Text]:
    """Return what is expected of each kind of value, in words."""
    return TypeAdapter(dict[str, Text]).validate_python(_data("expectations.yaml"))


def say(key: str, fields: Mapping[str, Filling]) -> Sentence:
    """Return a sentence with its fields filled in."""
    return filled(sentences()[key], fields)


def filled(sentence: Sentence, fields: Mapping[str, Filling]) -> Sentence:
    """Return a sentence with its fields filled in: lists with separators, long words shortened."""
    return Sentence(what=_fill(sentence.what, fields), mend=_fill(sentence.mend, fields))


def _data(name: str) -> object:
    return parse(files("lantian.reading").joinpath(name).read_text("utf-8"))[0]


def _fill(pattern: Text, fields: Mapping[str, Filling]) -> Text:
    return Text(zh=pattern.zh.format(**_spoken(fields, "zh")), en=pattern.en.format(**_spoken(fields, "en")))


def _spoken(fields: Mapping[str, Filling], language: Language) -> dict[str, str]:
    return {name: _speak(value, language) for name, value in fields.items()}


def _speak(value: Filling, language: Language) -> str:
    if isinstance(value, Text):
        return value.speak(language)
    if isinstance(value, tuple):
        shown = (*value[:LONGEST_LIST], "…") if len(value) > LONGEST_LIST else value
        return _SEPARATORS[language].join(shown) or "—"
    return _shortened(str(value))


def _shortened(words: str) -> str:
    """Keep a sentence one line long, whatever was written into the field."""
    line = " ".join(words.split())
    return line if len(line) <= LONGEST_WORDS else f"{line[:LONGEST_WORDS]}…"

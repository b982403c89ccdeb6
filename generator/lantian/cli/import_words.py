"""The sentences of an import: mistakes with the way to mend them, notes, and what columns are called."""

from functools import cache
from importlib.resources import files

from pydantic import TypeAdapter

from lantian.importing.fault import Fault, Note
from lantian.model.text import Record, Text
from lantian.reading.sentences import Sentence, filled
from lantian.reading.yaml_source import parse


class ImportWords(Record):
    """`import_sentences.yaml`: by key, in both languages."""

    faults: dict[str, Sentence]
    notes: dict[str, Text]
    columns: dict[str, Text]


@cache
def import_words() -> ImportWords:
    """Return every sentence of an import."""
    data, _ = parse(files(__package__).joinpath("import_sentences.yaml").read_text("utf-8"))
    return TypeAdapter(ImportWords).validate_python(data)


def said(fault: Fault) -> Sentence:
    """Return what is wrong and how to mend it."""
    field = fault.fields.get("field")
    named = {"field": import_words().columns[field]} if isinstance(field, str) else {}
    return filled(import_words().faults[fault.key], {**fault.fields, **named})


def noted(note: Note) -> Text:
    """Return what was left out, read or added, and how often."""
    told = import_words().notes[note.key]
    return filled(Sentence(what=told, mend=told), {**dict(note.fields), "count": note.count}).what


def printable(name: str) -> str:
    """Return the name of a file or sheet without signs that a terminal would obey."""
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in name)

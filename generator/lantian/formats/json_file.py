"""How every data file is written: one envelope, sorted keys, UTF-8, and a schema that it must fit."""

from datetime import datetime
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import jsonschema_rs
import orjson

from lantian.model.citation import Citation
from lantian.model.text import Text
from lantian.pages.page import Document

SCHEMA_VERSION = "1"
NAMES = ("index", "status", "plan", "measures", "vehicles", "vehicle-check", "enterprise", "bulletins")

_REFUSED = orjson.OPT_PASSTHROUGH_DATETIME | orjson.OPT_PASSTHROUGH_DATACLASS
"""A moment or a record that nobody made into text or fields is an error; orjson would write it in a way of its own."""
_AT_HAND = 16
"""How many data files are remembered as looked through: those of a section, until it is checked."""
_AS_WRITTEN = orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE | _REFUSED
Json = dict[str, Any]


class SchemaMismatchError(Exception):
    """A data file does not fit its published schema: a fault of the program, never of the content."""


def text(statement: Text) -> Json:
    """Return a statement in both languages."""
    return {"zh": statement.zh, "en": statement.en}


def text_or_null(statement: Text | None) -> Json | None:
    """Return a statement, or null where there is none."""
    return None if statement is None else text(statement)


def citation(source: Citation) -> Json:
    """Return where a document says so."""
    return {"document": source.document, "clause": source.clause, "label": text(source.label)}


def moment(at: datetime | None) -> str | None:
    """Return a moment as RFC 3339 with its offset."""
    return None if at is None else at.isoformat()


def data_file(name: str, body: Json, place: str | None, mode: str, generated_at: datetime) -> Document:
    """Return a data file in its envelope; SchemaMismatchError if it does not fit its schema."""
    depth = "../" if place else ""
    envelope = {
        "$schema": f"{depth}schemas/{name}.json",
        "schema_version": SCHEMA_VERSION,
        "generated_at": moment(generated_at),
        "place": place,
        "mode": mode,
        **body,
    }
    data = orjson.dumps(envelope, option=_AS_WRITTEN)
    wrong = misfit(data)
    if wrong is not None:
        raise SchemaMismatchError(f"{name}.json: {wrong}")
    address = f"data/{place}/{name}.json" if place else f"data/{name}.json"
    return Document(address=address, data=data)


@lru_cache(maxsize=_AT_HAND)
def misfit(data: bytes) -> str | None:
    """Return where a data file does not fit the schema that it names, None if it does; ValueError if it is no JSON.

    Remembered for the bytes themselves: what comes back from the disk as it was made is not looked through again.
    """
    told = orjson.loads(data)
    name = str(told.get("$schema")).rpartition("/")[2].removesuffix(".json")
    if name not in NAMES:
        return f"no schema {name}"
    schema = _validator(name)
    if schema.is_valid(told):  # faster than to look for an error that is not there
        return None
    error = next(iter(schema.iter_errors(told)))
    return f"{error.message} at {'/'.join(map(str, error.instance_path))}"


def schema_files() -> tuple[Document, ...]:
    """Return the published schemas."""
    return tuple(Document(address=f"data/schemas/{name}.json", data=_schema(name).encode()) for name in NAMES)


@cache
def _schema(name: str) -> str:
    return files("lantian.formats.schemas").joinpath(f"{name}.json").read_text("utf-8")


@cache
def _validator(name: str) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(orjson.loads(_schema(name)), validate_formats=True)

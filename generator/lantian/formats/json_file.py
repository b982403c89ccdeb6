"""How every data file is written: one envelope, sorted keys, UTF-8, and a schema that it must fit."""

from datetime import datetime
from functools import cache
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
    error = schema_error(name, envelope)
    if error is not None:
        raise SchemaMismatchError(f"{name}.json: {error}")
    address = f"data/{place}/{name}.json" if place else f"data/{name}.json"
    return Document(address=address, data=_bytes(envelope))


def schema_error(name: str, data: Json) -> str | None:
    """Return where the data of a file do not fit its schema, None if they do."""
    error = next(iter(_validator(name).iter_errors(data)), None)
    return None if error is None else f"{error.message} at {'/'.join(map(str, error.instance_path))}"


def schema_files() -> tuple[Document, ...]:
    """Return the published schemas."""
    return tuple(Document(address=f"data/schemas/{name}.json", data=_schema(name).encode()) for name in NAMES)


def _bytes(body: Json) -> bytes:
    return orjson.dumps(body, option=_AS_WRITTEN)


@cache
def _schema(name: str) -> str:
    return files("lantian.formats.schemas").joinpath(f"{name}.json").read_text("utf-8")


@cache
def _validator(name: str) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(orjson.loads(_schema(name)), validate_formats=True)

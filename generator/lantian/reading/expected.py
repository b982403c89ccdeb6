"""What a value must look like, in words, for every pattern that the model asks for."""

from collections.abc import Iterable
from typing import get_args

from pydantic import BaseModel

from lantian.model.campaign_tables import Figure
from lantian.model.citation import Clause
from lantian.model.content import Address, FooterLine
from lantian.model.inventory import Digest
from lantian.model.organisation import Phone
from lantian.model.place import Place
from lantian.model.provision import Deadline
from lantian.model.text import Id, Text
from lantian.model.vehicle import Hours
from lantian.reading.sentences import expectations


def expected_form(pattern: str) -> Text:
    """Return what a pattern asks for in words; the pattern itself if nobody put it into words."""
    name = _NAMES.get(pattern)
    return expectations()[name] if name is not None else Text(zh=pattern or "?", en=pattern or "?")


def _pattern(metadata: Iterable[object]) -> str:
    return next(str(entry.pattern) for entry in metadata if getattr(entry, "pattern", None))  # type: ignore[attr-defined]


def _of_type(annotated: object) -> str:
    return _pattern(get_args(annotated)[1:])


def _of_field(model: type[BaseModel], name: str) -> str:
    field = model.model_fields[name]
    inner = [entry for alternative in get_args(field.annotation) for entry in get_args(alternative)]
    return _pattern([*field.metadata, *inner])


_NAMES = {
    _of_type(Id): "id",
    _of_type(Clause): "clause",
    _of_type(Phone): "phone",
    _of_type(Hours): "hours",
    _of_type(Figure): "figure",
    _of_type(Address): "address",
    _of_type(Digest): "digest",
    _of_field(FooterLine, "site_id"): "site_id",
    _of_field(Place, "code"): "code",
    _of_field(Place, "pinyin"): "pinyin",
    _of_field(Deadline, "clock"): "clock",
}

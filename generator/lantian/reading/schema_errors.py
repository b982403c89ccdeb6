"""What pydantic objects to, as findings with a sentence of our own for each kind of error."""

from collections.abc import Callable, Iterator, Mapping

from pydantic import ValidationError

from lantian.model.checks.finding import Filling, Finding
from lantian.model.text import LANGUAGES, Text
from lantian.reading.expected import expected_form
from lantian.reading.sentences import expectations, sentences
from lantian.reading.unions import KEY_STEP, Located, located

_MAPPINGS = frozenset({"model_type", "dict_type", "model_attributes_type"})


def schema_findings(error: ValidationError, data: object) -> Iterator[Finding]:
    """Yield a finding for each error in the data."""
    for one in located(error.errors(include_url=False), data):
        yield _finding(one)


def _finding(one: Located) -> Finding:
    kind, value = one.details["type"], one.details["input"]
    name = str(one.path[-1]) if one.path else ""
    at_key = kind == "extra_forbidden" or KEY_STEP in one.details["loc"]
    if name in LANGUAGES and not at_key and (kind in {"missing", "string_too_short"} or value is None):
        return Finding(one.path, "missing_language", {"language": expectations()[name]})
    if one.fits_nothing:
        return Finding(one.path, "no_alternative", {"name": name})
    if value is None and not at_key:
        return Finding(one.path, "no_value", {"name": name})
    key, fields = _sentence(one, kind)
    return Finding(one.path, key, {"name": name, "value": _words(value), **fields}, at_key=at_key)


def _sentence(one: Located, kind: str) -> tuple[str, Mapping[str, Filling]]:
    if kind in _MAPPINGS:
        class_name = one.details.get("ctx", {}).get("class_name")
        return ("no_both_languages" if class_name == Text.__name__ else "no_fields"), {}
    if kind == "value_error":
        key = str(one.details.get("ctx", {}).get("error", ""))
        return (key, {}) if key in sentences() else _unforeseen(one)
    for beginning, (key, fields) in _KINDS.items():
        if kind.startswith(beginning):
            return key, fields(one)
    return _unforeseen(one)


def _unforeseen(one: Located) -> tuple[str, Mapping[str, Filling]]:
    return "refused_value", {"reason": one.details["msg"]}


def _none(_: Located) -> Mapping[str, Filling]:
    return {}


def _limit(one: Located) -> Mapping[str, Filling]:
    context = one.details.get("ctx", {})
    names = ("ge", "gt", "le", "lt", "max_length", "min_length")
    return {"limit": next((str(context[name]) for name in names if name in context), "")}


def _allowed(one: Located) -> Mapping[str, Filling]:
    return {"allowed": one.allowed}


def _form(one: Located) -> Mapping[str, Filling]:
    return {"expected": expected_form(str(one.details.get("ctx", {}).get("pattern", "")))}


def _words(value: object) -> str:
    """Spell a value in a sentence; what has parts is not spelled."""
    return "…" if isinstance(value, (dict, list, tuple)) else str(value)


_KINDS: dict[str, tuple[str, Callable[[Located], Mapping[str, Filling]]]] = {
    "missing": ("missing_field", _none),
    "extra_forbidden": ("unknown_field", _none),
    "literal_error": ("wrong_choice", _allowed),
    "string_too_short": ("empty_text", _none),
    "string_too_long": ("too_long", _limit),
    "string_pattern_mismatch": ("wrong_form", _form),
    "string": ("no_text", _none),
    "int": ("no_number", _none),
    "greater_than_equal": ("below_limit", _limit),
    "greater_than": ("not_above", _limit),
    "less_than": ("above_limit", _limit),
    "bool": ("no_yes_or_no", _none),
    "datetime": ("no_moment", _none),
    "timezone": ("no_moment", _none),
    "date": ("no_date", _none),
    "tuple": ("no_list", _none),
    "too_short": ("empty_list", _none),
}
"""Beginnings of pydantic's names of errors, the more special ones first."""

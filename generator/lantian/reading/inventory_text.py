"""The way back: the head of an inventory becomes the text of the file that would be read as this head."""

from datetime import UTC
from typing import Any

import yaml
from pydantic import TypeAdapter, ValidationError

from lantian.model.inventory import Inventory, Stamp
from lantian.reading.yaml_source import parse

LINE_LENGTH = 120
GIVEN_BY_PATH = frozenset({"place"})
_HEAD = TypeAdapter(Inventory)
_COMMENT = "# Written by `lantian import-enterprises`, not to be edited by hand; `--undo` puts the earlier one back.\n"


def head_text(head: Inventory) -> str:
    """Return a head as YAML in the order of its fields, without what is absent; its path says the place."""
    fields = head.model_dump(mode="python", exclude=set(GIVEN_BY_PATH), exclude_none=True)
    fields["imported_at"] = head.imported_at.isoformat()
    text: str = yaml.safe_dump(
        _plain(fields), allow_unicode=True, sort_keys=False, width=LINE_LENGTH, default_flow_style=None
    )
    return _COMMENT + text


def stamp_of(text: bytes) -> Stamp | None:
    """Return what a head says of itself; None if it is none."""
    try:
        data, faults = parse(text.decode("utf-8"))
        head = None if faults or data is None else _HEAD.validate_python({**data, "place": "x"})
    except (UnicodeDecodeError, ValidationError):
        return None
    if head is None:
        return None
    return Stamp(head.sha256, f"{head.imported_at.astimezone(UTC):%Y%m%dT%H%M%SZ}")


def _plain(value: Any) -> Any:  # noqa: ANN401  # whatever a field of a head holds
    """Return a value as YAML writes it best: lists for tuples."""
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, tuple) else value

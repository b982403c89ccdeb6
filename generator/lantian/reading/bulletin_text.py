"""The way back: an official message becomes the text of the file that would be read as this message."""

from datetime import datetime
from typing import Any

import yaml

from lantian.model.bulletin import Bulletin

LINE_LENGTH = 120
GIVEN_BY_PATH = frozenset({"id", "place"})


class _Dumper(yaml.SafeDumper):
    """Writes longer texts as blocks, one line of the notice per line of the file."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


def bulletin_text(bulletin: Bulletin) -> str:
    """Return a message as YAML in the order of its fields, without what is absent; its path says place and id."""
    fields = bulletin.model_dump(mode="python", exclude=set(GIVEN_BY_PATH), exclude_defaults=True)
    plain = {name: _plain(value) for name, value in fields.items()}
    return yaml.dump(
        plain, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=LINE_LENGTH, default_flow_style=None
    )


def _plain(value: Any) -> Any:  # noqa: ANN401  # whatever a field of a message holds
    """Return a value as YAML writes it best: moments as RFC 3339, tuples as lists."""
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    return list(value) if isinstance(value, tuple) else value

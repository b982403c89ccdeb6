"""Characters that no text of the site may contain: invisible ones that change what is read, and lost ones."""

import re
import unicodedata

_REFUSED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffd\ufffe\uffff]"
)
"""Controls except tab and line ends, direction marks, line separators, byte order marks inside, replacement marks."""


def refused_character(text: str) -> str | None:
    """Return the first refused character as `U+202E RIGHT-TO-LEFT OVERRIDE`, or None."""
    found = _REFUSED.search(text)
    return _name(found.group()) if found else None


def refused_characters(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return line and column, counted from 1, and the name of each refused character."""
    if _REFUSED.search(text) is None:
        return ()
    lines = re.split("\r\n|\r|\n", text)
    return tuple(
        (number, found.start() + 1, _name(found.group()))
        for number, line in enumerate(lines, 1)
        for found in _REFUSED.finditer(line)
    )


def _name(character: str) -> str:
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()

"""What a cell holds becomes plain text: half-width digits and letters, no stray spaces, no character that deceives."""

import re
import unicodedata
from functools import lru_cache

from lantian.importing import limits
from lantian.importing.sheet import Value
from lantian.model.characters import refused_character
from lantian.model.view import view

_WIDE = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
_WIDE[0x3000] = 0x20
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_DAMAGED = re.compile("[\ud800-\udfff\ue000-\uf8ff\U000f0000-\U0010ffff]")
"""Halves of characters, and private ones: what a missing font or a wrong encoding leaves behind."""
_SPACES = re.compile(r"\s+")
_IDEOGRAPH = "[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]"
_BESIDE_IDEOGRAPHS = re.compile(f"(?<={_IDEOGRAPH}) | (?={_IDEOGRAPH})")
_MOBILE = re.compile(r"(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)")
_COMMANDS = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_DASHES = re.compile(r"[-\u2010-\u2015\u2212\uff0d]+")


@view
class Cleaned:
    """A text that may be kept, or the key of the sentence that says why not, with the character that is meant."""

    text: str
    fault: str = ""
    character: str = ""
    stripped: bool = False
    """Invisible characters without meaning were taken out."""


@lru_cache(maxsize=8192)
def cleaned(text: str, longest: int = limits.TEXT_LENGTH) -> Cleaned:
    """Return a text without what must not be seen in it; a refusal for what makes another text of it."""
    text = _ESCAPED.sub(lambda found: chr(int(found.group(1), 16)), text)
    spaced = _SPACES.sub(" ", text)
    visible = _INVISIBLE.sub("", spaced)
    damaged = _DAMAGED.search(visible)
    if damaged is not None:
        return Cleaned("", "damaged_character", f"U+{ord(damaged.group()):04X}")
    refused = refused_character(visible)
    if refused is not None:
        return Cleaned("", "refused_character", refused)
    plain = _BESIDE_IDEOGRAPHS.sub("", visible.translate(_WIDE).strip())
    plain = _SPACES.sub(" ", plain)
    if len(plain) > longest:
        return Cleaned("", "too_long", str(longest))
    return Cleaned(plain, stripped=visible != spaced)


def kept_text_fault(text: str) -> str:
    """Return why a clean text may still not be kept: a spreadsheet would run it, or a person could be called by it."""
    if text.startswith(_COMMANDS) and not is_dash(text):
        return "command"
    return "mobile_number" if _MOBILE.search(text) else ""


def is_dash(text: str) -> bool:
    """Tell whether a text is nothing but a dash: in the documents it says that nothing applies."""
    return _DASHES.fullmatch(text) is not None


def plain_value(value: Value) -> str | None:
    """Return what a cell holds as text; None for a date, a time or a truth value, which no column of ours can be."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    if isinstance(value, float) and value.is_integer() and abs(value) < 10**21:
        return str(int(value))
    return str(value)


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """Return a word as it is compared: half-width, without spaces and asterisks, small, every dash a hyphen."""
    compact = _SPACES.sub("", unicodedata.normalize("NFKC", _INVISIBLE.sub("", text))).replace("*", "")
    return _DASHES.sub("-", compact.casefold()).rstrip(":")

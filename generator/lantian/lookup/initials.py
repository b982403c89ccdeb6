"""The first letters of a name's syllables; a sign with several readings in use has several."""

import unicodedata
from functools import cache

_IDEOGRAPHS = ("\u3400", "\u9fff")


@cache
def letters_of(sign: str) -> str:
    """Return the letters that a sign may be typed as, the usual one first; a sign without a reading is itself.

    Readings are those of a dictionary of words, the rare ones that stand in no word are left out: they would make the
    index eight times as long. A sign that stands in no word has all its readings.
    """
    if not _IDEOGRAPHS[0] <= sign <= _IDEOGRAPHS[1]:
        return sign
    from pypinyin import Style, pinyin  # noqa: PLC0415 - a large library, needed only where an index is built

    known = pinyin(sign, style=Style.FIRST_LETTER, heteronym=True, errors="ignore")
    readings = "".join(known[0]) if known else ""
    return "".join(dict.fromkeys(readings[:1] + _in_words().get(sign, readings))) or sign


def initials(text: str) -> tuple[str, ...]:
    """Return the letters of each sign of a folded text."""
    return tuple(letters_of(sign) for sign in text)


@cache
def _in_words() -> dict[str, str]:
    """Return the letters that each sign begins with in some word of the dictionary."""
    from pypinyin.constants import PHRASES_DICT  # noqa: PLC0415

    found: dict[str, str] = {}
    for word, syllables in PHRASES_DICT.items():
        for sign, readings in zip(word, syllables, strict=False):
            letter = _letter(readings[0])
            if letter not in found.setdefault(sign, ""):
                found[sign] += letter
    return found


def _letter(syllable: str) -> str:
    """Return the first letter without its tone."""
    return unicodedata.normalize("NFD", syllable)[:1].lower()

"""What counts as the same sign in a search: width, case, punctuation and the traditional form make no difference.

`DROPPED` and the steps of `folded` are repeated in the browser (theme/static/js/lookup): both sides must agree.
"""

import re
import unicodedata
from collections.abc import Iterable

DROPPED = (
    r"[\x00-\x2f\x3a-\x60\x7b-\xbf\u02b0-\u036f\u2000-\u2bff\u3000-\u3004\u3008-\u3020\u3030\u303d-\u303f\u30fb"
    r"\ufe00-\ufe0f\ufe10-\ufe6f\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\ufeff]"
)
"""Spaces, punctuation and marks, as a character class that Python and JavaScript read alike."""
_DROPPED = re.compile(DROPPED)
_FIRST_IDEOGRAPH, _LAST_IDEOGRAPH = 0x3400, 0x9FFF


def folded(text: str) -> str:
    """Return a text in half width and small letters, without spaces, punctuation and marks."""
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).lower())
    return _DROPPED.sub("", plain)


def simplified_signs() -> dict[str, str]:
    """Return the simplified form of every traditional ideograph, by OpenCC; what stands for itself is left out."""
    from opencc import OpenCC  # noqa: PLC0415 - a large library, needed only where an index is built

    converter = OpenCC("t2s")
    found = {}
    for number in range(_FIRST_IDEOGRAPH, _LAST_IDEOGRAPH + 1):
        sign = chr(number)
        plain = converter.convert(sign)
        if plain != sign and len(plain) == 1:
            found[sign] = plain
    return {sign: found.get(plain, plain) for sign, plain in found.items()}


def variants_of(used: Iterable[str], simplified: dict[str, str]) -> dict[str, str]:
    """Return the traditional signs whose simplified form is used, as one string of signs by form."""
    forms = frozenset(used)
    found: dict[str, str] = {}
    for sign, plain in simplified.items():
        if plain in forms:
            found[plain] = found.get(plain, "") + sign
    return dict(sorted(found.items()))

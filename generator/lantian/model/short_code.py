"""Codes for addresses that are printed or typed: derived from what they stand for, so that they never change."""

from functools import lru_cache
from hashlib import blake2b

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Thirty-two signs without i, l, o and u, which are taken for others."""
PLACE_SIGNS = 5
_BITS = 5


@lru_cache(maxsize=4096)  # below their places most pages have the same addresses
def short_code(words: str, length: int) -> str:
    """Return the code of a text: `length` signs that depend on nothing but the text. At most twelve."""
    number = int.from_bytes(blake2b(words.encode(), digest_size=8).digest(), "big")
    return "".join(ALPHABET[number >> _BITS * place & 31] for place in range(length))


def place_code(place: str) -> str:
    """Return the code of a place, by its id."""
    return short_code(place, PLACE_SIGNS)

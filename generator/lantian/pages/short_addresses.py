"""Short addresses `q/{place}/{answer}/` for print, SMS and QR codes (ux.md 6): 8 to 15 characters, the same for ever.

They stand at the root of the site, beside the languages. The first code is that of the place, so that all of them can
be kept in a folder of its own; without a second one an address leads to the front page.
"""

from lantian.model.place import RESERVED
from lantian.model.short_code import place_code, short_code

FOLDER = "q"
ANSWER, MESSAGE = 5, 6
"""Signs of each code below the place. Messages become ever more, so theirs are longer and apart from all others."""
ANSWERS = frozenset({
    "", "construction", "easy", "enterprise", "health", "level", "notice", "ozone", "school", "so2", "vehicle",
})  # fmt: skip
"""Beginnings, below a place, of the pages that answer something worth printing."""
NOT_ANSWERS = ("enterprise/board/", "enterprise/list/", "school/notice/")
"""Sheets, which are printed themselves, and lists."""


def place_folder(place: str) -> str:
    """Return the folder of all short addresses of a place, without a slash at its end."""
    return f"{FOLDER}/{place_code(place)}"


def short_address(address: str) -> str:
    """Return the short form of the address of a page, counted from the root; empty for a page that has none."""
    place, _, below = address.partition("/")
    head = below.partition("/")[0]
    if head == "bulletin" and below != "bulletin/":
        return f"{place_folder(place)}/{short_code(below, MESSAGE)}/"
    if head not in ANSWERS or below.startswith(NOT_ANSWERS) or not place or place in RESERVED:
        return ""
    return f"{place_folder(place)}/{short_code(below, ANSWER)}/" if below else f"{place_folder(place)}/"

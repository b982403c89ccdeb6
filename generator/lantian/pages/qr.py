"""A QR code as one path of an SVG drawing: pure, without a file and without a picture library."""

import re
from functools import lru_cache

import segno

from lantian.model.view import view

QUIET_ZONE = 4
"""Modules of white around the code, as ISO/IEC 18004 asks."""


@view
class QrCode:
    """A code for an address: `size` modules on each side, quiet zone included; `path` strokes the dark ones, 1 wide."""

    address: str
    size: int
    path: str


@lru_cache(maxsize=1024)
def qr_code(address: str) -> QrCode:
    """Return the code of an address; error correction M survives a crease or a smudge on a sheet at a gate.

    A code takes 2 to 5 ms and is wanted for several pages, so it is made once.
    """
    code = segno.make_qr(address, error="m")
    lines = (_line(bytes(row), y) for y, row in enumerate(code.matrix, start=QUIET_ZONE))
    return QrCode(address=address, size=len(code.matrix) + 2 * QUIET_ZONE, path="".join(lines))


def _line(row: bytes, y: int) -> str:
    """Return the dark modules of a row as strokes along its middle, each from where the one before it ended."""
    drawn, last = "", None
    for run in re.finditer(b"\x01+", row):
        first, end = run.span()
        move = f"M{first + QUIET_ZONE} {y}.5" if last is None else f"m{first - last} 0"
        drawn, last = f"{drawn}{move}h{end - first}", end
    return drawn

"""A QR code as one path of an SVG drawing: pure, without a file and without a picture library."""

from functools import lru_cache

import segno

from lantian.model.view import view

QUIET_ZONE = 4
"""Modules of white around the code, as ISO/IEC 18004 asks."""


@view
class QrCode:
    """A code for an address: `size` modules on each side, quiet zone included; `path` draws the dark ones."""

    address: str
    size: int
    path: str


@lru_cache(maxsize=1024)
def qr_code(address: str) -> QrCode:
    """Return the code of an address; error correction M survives a crease or a smudge on a sheet at a gate.

    A code takes 2 to 5 ms and is wanted for several pages, so it is made once.
    """
    code = segno.make_qr(address, error="m")
    rows = tuple(tuple(bool(module) for module in row) for row in code.matrix)
    runs = (run for y, row in enumerate(rows, start=QUIET_ZONE) for run in _runs(row, y))
    return QrCode(address=address, size=len(rows) + 2 * QUIET_ZONE, path="".join(runs))


def _runs(row: tuple[bool, ...], y: int) -> tuple[str, ...]:
    """Return a rectangle of height 1 for each run of dark modules."""
    found: list[str] = []
    start: int | None = None
    for x, dark in enumerate((*row, False)):
        if dark and start is None:
            start = x
        elif not dark and start is not None:
            found.append(f"M{start + QUIET_ZONE} {y}h{x - start}v1h-{x - start}z")
            start = None
    return tuple(found)

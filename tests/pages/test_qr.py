"""The QR code of a notice: the path draws exactly the dark modules."""

import re

import segno

from lantian.pages.qr import QUIET_ZONE, qr_code

ADDRESS = "https://www.example.gov.cn/zh/yangquan/school/"


def test_the_path_draws_every_dark_module_once() -> None:
    """The strokes of the path, put back on a grid, give the matrix of the code and nothing beside it."""
    code = qr_code(ADDRESS)
    drawn: list[tuple[int, int]] = []
    for x, y, strokes in re.findall(r"M(\d+) (\d+)\.5((?:m\d+ 0|h\d+)+)", code.path):
        column = int(x)
        for kind, length in re.findall(r"([mh])(\d+)", strokes):
            drawn.extend((int(y), column + step) for step in range(int(length)) if kind == "h")
            column += int(length)
    matrix = segno.make_qr(ADDRESS, error="m").matrix
    dark = {(y + QUIET_ZONE, x + QUIET_ZONE) for y, row in enumerate(matrix) for x, module in enumerate(row) if module}
    assert len(drawn) == len(set(drawn))
    assert set(drawn) == dark
    assert code.size == len(matrix) + 2 * QUIET_ZONE


def test_different_addresses_have_different_codes() -> None:
    """Another address is another drawing."""
    assert qr_code(ADDRESS).path != qr_code(ADDRESS.replace("/zh/", "/en/")).path

"""What no warning changes keeps the moment at which it was made, as long as that moment still tells the truth."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from lantian.publication.kept import kept_id, kept_moment

SHANGHAI, BERLIN = ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/Berlin")
NAME, HASH = "liaocheng-resort-still", "0123456789abcdef0123"
MADE = datetime(2026, 3, 1, 8, 30, tzinfo=SHANGHAI)
SUMMER = datetime(2026, 7, 1, 12, tzinfo=BERLIN)
CASES = {
    "later that year": (MADE, MADE.replace(month=11), HASH, True),
    "at the same moment": (MADE, MADE, HASH, True),
    "made from something else": (MADE, MADE.replace(month=11), "9" * 20, False),
    "in the next year": (MADE, MADE.replace(year=2027), HASH, False),
    "for a moment before": (MADE, MADE.replace(month=2), HASH, False),
    "in summer time": (SUMMER.replace(month=2), SUMMER, HASH, False),
    "in the same summer": (SUMMER, SUMMER.replace(month=8), HASH, True),
}


@pytest.mark.parametrize(("made", "moment", "hashed", "kept"), CASES.values(), ids=CASES.keys())
def test_a_moment_is_kept_while_it_is_true(made: datetime, moment: datetime, hashed: str, kept: bool) -> None:  # noqa: FBT001 - a case of the table
    """The moment of the live section counts if it is made from the same, in the same year, and not ahead."""
    live = {NAME: kept_id(NAME, HASH, made)}
    assert kept_moment(NAME, hashed, moment, live) == (made if kept else moment)


def test_nothing_live_keeps_nothing() -> None:
    """Without a live section of that name the given moment counts."""
    assert kept_moment(NAME, HASH, MADE, {"liaocheng-still": kept_id("liaocheng-still", HASH, MADE)}) == MADE

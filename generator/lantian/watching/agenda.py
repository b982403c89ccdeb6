"""How long to wait, and for what; pure, the time is always given.

`now` is the wall clock, which may be set; `ticks` are the seconds of a clock that only ever goes forward, and that may
stand still while the machine is suspended.
"""

from datetime import datetime
from enum import IntEnum

from lantian.model.view import view

STEP = 1.0
"""The longest single wait, in seconds: after each the wall clock is looked at again, so no jump of it goes unseen."""
QUIET = 0.03
"""How long nothing may change before a change is taken for complete that may go on, in seconds."""
PATIENCE = 2.0
"""After how long a change that goes on and on is published as it stands; `publish` looks whether it held still."""
SETTLE = 0.5
"""How long nothing may change before content that can not be published is called bad, not unfinished."""
JUMP = 2.0
"""How far the clocks may drift apart within one wait, in seconds, before the wall clock counts as set."""
LONGEST_PAUSE = 300.0
CHECKS_AT_ONCE = 24
"""How many places are made anew together of which nothing but a check is due, so that no warning waits for hundreds."""


class Seen(IntEnum):
    """What is seen of the files."""

    NOTHING = 0
    CHANGE = 1
    """Something changed, and may go on changing."""
    WHOLE = 2
    """New files, each complete, as a rename puts them there; what follows them would be another change."""


@view
class Reading:
    """Both clocks, read at once."""

    now: datetime
    ticks: float


@view
class Agenda:
    """What is waited for beside a change of the files: a moment of the wall clock, and ticks at which to try again."""

    moment: datetime | None = None
    again: float | None = None

    def left(self, reading: Reading) -> float:
        """Return the seconds to wait before the clocks are read again, 0.0 if something is due."""
        spans = [STEP]
        if self.moment is not None:
            spans.append((self.moment - reading.now).total_seconds())
        if self.again is not None:
            spans.append(self.again - reading.ticks)
        return max(0.0, min(spans))


def clock_was_set(before: Reading, after: Reading) -> bool:
    """Tell whether the wall clock went another way than time did; a suspended machine looks the same."""
    wall = (after.now - before.now).total_seconds()
    return abs(wall - (after.ticks - before.ticks)) > JUMP


def quiet_left(first: float, last: float, ticks: float) -> float:
    """Return for how many seconds nothing may change until a change counts as complete, 0.0 if it does.

    `first` and `last` are the ticks at which a change was seen first and last.
    """
    return max(0.0, min(last + QUIET, first + PATIENCE) - ticks)


def pause_after(failures: int) -> float:
    """Return the seconds before the next try after so many failures in a row: 1, 2, 4, …, at most five minutes."""
    return min(2.0 ** min(failures - 1, 20), LONGEST_PAUSE)

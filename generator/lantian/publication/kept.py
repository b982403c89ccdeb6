"""The moment of what does not change with the hour: that at which it was made, for as long as it is made from the same.

Pages print when they were generated. A section that depends on no warning says so of the day on which it was built, and
keeps saying it: its id names what it is made from and the moment, and the live release tells which moment that was.
"""

from collections.abc import Mapping
from datetime import datetime

_STAMP = "%Y%m%dT%H%M%S"


def kept_id(name: str, hashed: str, moment: datetime) -> str:
    """Return the id of a section that is made from what has this hash, and was made at this moment."""
    return f"{name}-{moment.strftime(_STAMP)}-{hashed}"


def kept_moment(name: str, hashed: str, moment: datetime, live: Mapping[str, str]) -> datetime:
    """Return the moment of the live section if it is made from the same, else the given one.

    Dates of the same year stand without it, and a checker counts in the offset of the place: with another year or
    offset a section is made anew.
    """
    known, _, same = live.get(name, "").rpartition("-")
    if same != hashed:
        return moment
    made = datetime.strptime(known.rpartition("-")[2], _STAMP).replace(tzinfo=moment.tzinfo)
    alike = (made.year, made.utcoffset()) == (moment.year, moment.utcoffset())
    return made if alike and made <= moment else moment

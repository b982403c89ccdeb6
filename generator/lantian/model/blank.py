"""A moment that is left blank: a sentence has a mark where it would be said, and the words are filled in later.

A page on which only moments differ from one message to the next can be written before the message is there. So that
nothing else of a moment can have a say in such a page, everything but saying it is refused.
"""

import re
from datetime import datetime, tzinfo
from typing import NoReturn, Self, SupportsIndex

BLANK = re.compile("\ue000([a-z0-9_]+)[.]([a-z]+)\ue001")
"""A mark in a text: the name of the moment, and the form in which it is said; private signs stand around it."""
ISO = "iso"
"""The form for programs, RFC 3339, beside the forms of sentences."""


class BlankReadError(Exception):
    """Somebody asked a blank moment for more than a mark: what depends on it can not be written ahead."""


class BlankMoment(datetime):
    """A moment with a name, of which only the year and the zone are known."""

    __slots__ = ("name",)
    name: str

    @classmethod
    def of(cls, name: str, moment: datetime) -> Self:
        """Return the blank for a moment."""
        made = cls(moment.year, 1, 1, tzinfo=moment.tzinfo)
        made.name = name
        return made

    def mark(self, form: str) -> str:
        """Return what stands in a text until the moment is filled in."""
        return f"\ue000{self.name}.{form}\ue001"

    def isoformat(self, sep: str = "T", timespec: str = "auto") -> str:
        """Return the mark of the form for programs; no other form of it is known."""
        del sep, timespec
        return self.mark(ISO)

    def __eq__(self, other: object) -> bool:
        """Tell whether it is the very same blank; how it lies to another moment nobody can tell."""
        return self is other or self._refuse()

    def __hash__(self) -> int:
        """Return a hash that tells nothing of the moment."""
        return hash(self.name)

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise BlankReadError(f"{self.name} is blank")

    def astimezone(self, tz: tzinfo | None = None) -> NoReturn:
        """Refuse; so does everything below."""
        self._refuse(tz)

    def __reduce_ex__(self, protocol: SupportsIndex) -> NoReturn:
        self._refuse(protocol)

    __lt__ = __le__ = __gt__ = __ge__ = __add__ = __radd__ = __sub__ = __rsub__ = _refuse
    date = time = timetz = timetuple = utctimetuple = timestamp = weekday = isoweekday = isocalendar = _refuse
    ctime = strftime = toordinal = __format__ = __str__ = _refuse
    replace = _refuse

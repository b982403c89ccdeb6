"""A first look at hundreds of places is read by several processes, each of which lays what it read on the shelf.

Whatever one of them could not read, or found wrong, is left: whoever reads it again here meets the reason.
"""

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from lantian.reading.facts import Held, Index
from lantian.reading.files import Folder
from lantian.reading.layout import PLACE, Unit, units_of
from lantian.reading.shelf import Shelf
from lantian.reading.tying import owned_of

Message = dict[str, Any]
Send = Callable[[Message], None]
_MANY = 24
"""How many places, plans or campaigns are worth a process of their own."""
_TOGETHER = 4
"""How many places are read at once: one that follows is often listed beside the one that it follows."""


class Share(Protocol):
    """Has every piece worked on by one of several processes, and hears what they send; False if one of them failed."""

    def __call__(self, pieces: Sequence[Any], work: Callable[[Any, Send], None], hear: Send) -> bool:
        """Return when nothing is left to do."""


def read_owned(files: Folder, before: Index, shelf: Shelf, share: Share) -> None:
    """Have plans and campaigns read that are not known, if they are many; they lie on the shelf afterwards."""
    units = [one for one in units_of(files.files) if one.kind != PLACE]
    unknown = [one for one in units if files.hash_of(*one.files) not in before.owned]

    def read(unit: Unit, send: Send) -> None:
        del send
        owned_of(files, unit, before, shelf)
        shelf.write()

    if len(unknown) >= _MANY:
        share(unknown, read, lambda _: None)


def sound_places(
    places: Sequence[Held], read: Callable[[Sequence[Held]], bool], shelf: Shelf, share: Share
) -> frozenset[str]:
    """Have places read and checked, if they are many; return the ids of those in which nothing is wrong."""
    sound: set[str] = set()

    def check(some: Sequence[Held], send: Send) -> None:
        if read(some):
            shelf.write()
            send({"sound": [one.id for one in some]})

    if len(places) >= _MANY:
        batches = [places[at : at + _TOGETHER] for at in range(0, len(places), _TOGETHER)]
        share(batches, check, lambda told: sound.update(told["sound"]))
    return frozenset(sound)

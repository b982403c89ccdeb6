"""What is known of a place or a pair once it was planned: enough to link what is live, and to show it on the portal.

A card holds as long as its key does (everything that it was made from), as long as nothing has to differ by the clock,
and only for sections that are live; everything else is planned anew from the records.
"""

from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import datetime
from pathlib import Path

from pydantic import TypeAdapter

from lantian.model.view import view
from lantian.pages.standing import Standing
from lantian.publishing.parts import Json, Section, Written

Write = Callable[[str, Path], Written]
"""Fills a folder with the section of a name."""


@view
class Outline:
    """A section without the way to write it."""

    name: str
    id: str
    folders: tuple[str, ...]
    content: str


@view
class Card:
    """Sections that were planned, the parts of the last one before it; they speak for the time from `moment` on."""

    key: str
    moment: datetime
    until: datetime
    """When they have to be made anew, if only because a check is due."""
    differs: datetime | None
    """When something that they show has to differ, though no file changes; None if nothing is to come."""
    outlines: tuple[Outline, ...]
    facts: Json = field(default_factory=dict)
    """What a release says of a place; nothing of a pair."""
    standing: Standing | None = None
    later: tuple[str, ...] = ()
    """Messages that are dated after the moment, and so left out."""

    @property
    def id(self) -> str:
        """Return the id of the section."""
        return self.outlines[-1].id

    def holds(self, key: str, now: datetime, live: Mapping[str, str]) -> bool:
        """Tell whether this is what planning would find now."""
        return self.is_true(key, now, live) and now < self.until

    def is_true(self, key: str, now: datetime, live: Mapping[str, str]) -> bool:
        """Tell whether everything that is live of it is true now, though a check may be due."""
        return (
            self.key == key
            and self.moment <= now
            and (self.differs is None or now < self.differs)
            and all(live.get(one.name) == one.id for one in self.outlines)
        )

    def section(self, write: Write) -> Section:
        """Return the section as a publisher needs it."""
        *parts, whole = (_section(one, write) for one in self.outlines)
        return Section(whole.name, whole.id, whole.folders, whole.content, whole.write, tuple(parts))


Cards = dict[str, Card]
"""By the name of the section."""
CARDS = TypeAdapter(Cards)


def outlines_of(section: Section) -> tuple[Outline, ...]:
    """Return what is kept of a section: its parts, then itself."""
    return tuple(Outline(one.name, one.id, one.folders, one.content) for one in (*section.parts, section))


def _section(one: Outline, write: Write) -> Section:
    def fill(into: Path) -> Written:
        return write(one.name, into)

    return Section(one.name, one.id, one.folders, one.content, fill)

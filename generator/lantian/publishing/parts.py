"""What a publisher is given: sections that can be written, and what their pages must show."""

from collections.abc import Callable, Mapping
from dataclasses import field
from pathlib import Path
from typing import Any

from lantian.model.view import view

Json = dict[str, Any]


@view
class Shown:
    """What one page must show: words that stand in its text, and the state and moment of its marks, if it has them."""

    words: tuple[str, ...]
    state: str | None = None
    """A state code; every mark of a state on the page must have it."""
    generated_at: str | None = None
    """RFC 3339; the page must promise its next check and name this moment."""


@view
class Written:
    """What came of writing a section."""

    shown: Mapping[str, Shown] = field(default_factory=dict)
    """By file: what it must show."""
    facts: Mapping[str, Json] = field(default_factory=dict)
    """By JSON file: fields and the values that they must have."""
    light: tuple[str, ...] = ()
    """Pages that promise to be light, together with a style sheet of `style_bytes`, compressed."""
    style_bytes: int = 0


@view
class Section:
    """A part of the site that is built whole; `id` is the hash of everything that its bytes are made from.

    `folders` are the folders of the site that are its own, none for the rest of the site (the portal). `content` is the
    hash of what decides which pages there are: with the same content no page may be lost.
    """

    name: str
    id: str
    folders: tuple[str, ...]
    content: str
    write: Callable[[Path], Written]
    """Fill an empty folder."""
    parts: tuple["Section", ...] = ()
    """Sections whose files lie in the folders of this one and change more rarely: built once, then linked from here.

    They have no folders and no parts of their own, and their ids count in the id of this one.
    """


@view
class ReleasePlan:
    """A whole site: its sections, the portal last, and what `release.json` says."""

    id: str
    sections: tuple[Section, ...]
    facts: Json
    """`generated_at`, `mode` and `places` with their `messages`."""
    fronts: tuple[str, ...]
    """The files that are read back after the switch."""
    address: str | None = None
    """Where the site is public, ending with a slash; links to it are links into the site."""
    get_ready: Callable[[], object] = tuple
    """Makes ready what all children need, before many sections are built by children: each would do it anew."""
    removal: bool = False
    """Somebody answers for it that pages are lost, because messages were removed."""

    @property
    def folders(self) -> dict[str, str]:
        """Return the name of the section by its folder."""
        return {folder: one.name for one in self.sections for folder in one.folders}

    @property
    def ids(self) -> dict[str, str]:
        """Return the id of every section and of every part of one, by name."""
        return {one.name: one.id for section in self.sections for one in (*section.parts, section)}


class Owners(dict[str, str]):
    """The section that owns the nearest folder above or at a folder; the portal owns what nobody owns.

    Begins with the sections by the folders that are theirs; what is found for others is remembered.
    """

    def __missing__(self, folder: str) -> str:
        """Find the owner of a folder."""
        self[folder] = found = self[folder.rpartition("/")[0]] if folder else PORTAL
        return found

    def of(self, file: str) -> str:
        """Return the section that owns a file."""
        return self[file.rpartition("/")[0]]


PORTAL = "portal"

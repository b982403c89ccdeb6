"""What a process that waits for an order has read already: used for as long as the files are those that were read."""

from dataclasses import dataclass, field
from pathlib import Path

from lantian.publication.inputs import FolderLook, folder_digest, folder_look
from lantian.publishing.workers import can_share, share_out
from lantian.reading.looks import NANOSECONDS, Look, Sight, look_at
from lantian.reading.shelf import Shelf, Taken
from lantian.reading.survey import survey
from lantian.reading.surveyed import Surveyed


@dataclass(slots=True)
class Remembered:
    """Records that were taken down, the hash of a theme, a content; nothing at first, which is never wrong."""

    taken: Taken = field(default_factory=dict)
    themes: dict[FolderLook, str] = field(default_factory=dict)

    content: Surveyed | None = None

    def learn_content(self, folder: Path, shelf: Shelf) -> Surveyed:
        """Remember a content; raises as `survey`."""
        now = shelf.time()
        self.content = survey(folder, shelf, Sight(look_at(folder), now))
        return self.content

    def survey(self, folder: Path, look: Look, shelf: Shelf) -> Surveyed:
        """Return the content that looks like this; raises as `survey`."""
        known = None if self.content is None or self.content.again is None else self.content.again(look, shelf)
        return survey(folder, shelf, Sight(look), share_out if can_share() else None) if known is None else known

    def learn_theme(self, theme: Path, now: int) -> None:
        """Remember the hash of a theme, unless it was touched within the last second.

        `now` is a time of the file system in nanoseconds: within one tick of its clock a file could be written again
        without a trace.
        """
        look = folder_look(theme)
        if all(changed < now - NANOSECONDS for *_, changed in look):
            self.themes[look] = folder_digest(theme)

    def theme_hash(self, theme: Path, look: FolderLook) -> str:
        """Return the hash of a theme whose files look like this."""
        known = self.themes.get(look)
        return folder_digest(theme) if known is None else known

"""What a process that waits for an order has read already: used for as long as the files are those that were read."""

from dataclasses import dataclass, field
from pathlib import Path

from lantian.publication.inputs import Look, folder_digest, folder_look
from lantian.reading.fingerprints import NANOSECONDS
from lantian.reading.shelf import Taken


@dataclass(slots=True)
class Remembered:
    """Records that were taken down, and the hash of a theme; nothing at first, which is never wrong."""

    taken: Taken = field(default_factory=dict)
    themes: dict[Look, str] = field(default_factory=dict)

    def learn_theme(self, theme: Path, now: int) -> None:
        """Remember the hash of a theme, unless it was touched within the last second.

        `now` is a time of the file system in nanoseconds: within one tick of its clock a file could be written again
        without a trace.
        """
        look = folder_look(theme)
        if all(changed < now - NANOSECONDS for *_, changed in look):
            self.themes[look] = folder_digest(theme)

    def theme_hash(self, theme: Path, look: Look) -> str:
        """Return the hash of a theme whose files look like this."""
        known = self.themes.get(look)
        return folder_digest(theme) if known is None else known

"""Content and theme as they were when reading began; what goes live was made from them while they held still."""

from lantian.problems import ProblemsFound
from lantian.publication.inputs import digest, folder_digest, folder_look
from lantian.publication.order import Order
from lantian.publication.remembered import Remembered
from lantian.reading.looks import look_at
from lantian.reading.shelf import Shelf
from lantian.reading.surveyed import Surveyed


class SourcesMovedError(Exception):
    """Content or theme changed while they were read; the work is done again."""


class Sources:
    """What is read for one publication, looked at when it begins and when it ends."""

    def __init__(self, order: Order, remembered: Remembered) -> None:
        """Look at every file."""
        self._content, self._theme, self._remembered = order.content, order.theme, remembered
        self._look, self._theme_look = look_at(self._content), folder_look(self._theme)
        self.theme_hash = remembered.theme_hash(self._theme, self._theme_look)
        self.texts = self._texts(self.theme_hash)

    def _texts(self, theme_hash: str) -> str:
        """Return the hash of what is shown beside the records, and of the theme."""
        return digest(*(folder_digest(self._content / name) for name in ("pages", "files")), theme_hash)

    def confirm(self) -> None:
        """Raise SourcesMovedError if anything has changed since."""
        if folder_look(self._theme) != self._theme_look or look_at(self._content).files != self._look.files:
            raise SourcesMovedError

    def confirm_texts(self) -> None:
        """Raise SourcesMovedError if anything beside the records has changed since."""
        theme = self._remembered.theme_hash(self._theme, folder_look(self._theme))
        if self._texts(theme) != self.texts:
            raise SourcesMovedError

    def survey(self, shelf: Shelf) -> Surveyed:
        """Read what changed of the content; problems of a content that did not hold still are none."""
        try:
            return self._remembered.survey(self._content, self._look, shelf)
        except ProblemsFound:
            self.confirm()
            raise

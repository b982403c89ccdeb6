"""What a publication keeps for the next one, beside the output and out of the readers' sight."""

from shutil import rmtree

from lantian.publication.cards import CARDS, Cards
from lantian.publication.inputs import program_digest
from lantian.publishing.output import Output
from lantian.reading.last_sound import NAME as SOUND
from lantian.reading.last_sound import keep_sound
from lantian.reading.shelf import Shelf, Taken
from lantian.reading.surveyed import Surveyed

FOLDER = ".kept"
_CARDS = "cards"


class Kept:
    """A shelf of the program that runs: another one reads everything anew."""

    def __init__(self, output: Output, taken: Taken | None = None) -> None:
        """Nothing is opened yet; what was `taken` from the shelf is not read again."""
        self._folder = output.root / FOLDER
        self.shelf = Shelf(self._folder / program_digest(), taken)

    def cards(self) -> Cards:
        """Return the cards of the last publication."""
        return self.shelf.take(CARDS, _CARDS, _CARDS) or {}

    def keep_cards(self, cards: Cards) -> None:
        """Keep the cards of a publication."""
        self.shelf.put(CARDS, _CARDS, _CARDS, cards)
        self.shelf.write()

    def keep(self, known: Surveyed, texts: str) -> None:
        """Keep what is known of a sound content and of its texts, and no records from before."""
        known.keep()
        keep_sound(self.shelf, known, texts)
        self.shelf.write()
        self.shelf.clear({*known.kept(), f"{_CARDS}-{_CARDS}", f"{SOUND}-{SOUND}"})
        for other in self._folder.glob("*"):
            if other.name != program_digest():
                rmtree(other, ignore_errors=True)

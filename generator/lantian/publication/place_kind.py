"""The pages of a place in situations of one kind, with blanks where their moments are said."""

from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from lantian.model.blank import BlankReadError
from lantian.model.situation import Situation
from lantian.model.text import LANGUAGES
from lantian.pages.blanks import blank_edition, blank_kind, filled, moments_of
from lantian.pages.edition import Edition
from lantian.pages.site import pages_by_kind, site_frame
from lantian.publication.inputs import digest
from lantian.publication.still_section import StillSection
from lantian.publication.written_ahead import Texts


@dataclass(frozen=True)
class PlaceKind:
    """A place without its messages, in all situations of the same kind as the given one."""

    still: StillSection
    situation: Situation

    @cached_property
    def key(self) -> str:
        """Return the hash of everything that the pages are made from but the moments."""
        return digest(self.still.ground, self.still.records, blank_kind(self.situation))

    def texts(self, theme: Path) -> Texts:
        """Return the pages with their blanks; none at all where one of them needs more than the kind."""
        from lantian.rendering.spoken import spoken  # noqa: PLC0415 - as in `writing`: only where something is built

        content = self.still.content
        frame = site_frame(content, self.situation.as_of)
        try:
            own = blank_edition(content, content.places[0], self.situation)
            return dict(spoken(pages_by_kind(own), frame, content.wording, theme))
        except BlankReadError:
            return {}


def filled_pages(blank: Texts, own: Edition) -> Texts:
    """Return the pages of a place as it stands."""
    from lantian.rendering.spoken import divided, filled_in, saying  # noqa: PLC0415 - as above

    moments, wording = moments_of(own.situation), own.wording
    say = {f"{one}/": saying(partial(filled, language=one, moments=moments, wording=wording)) for one in LANGUAGES}
    return {file: filled_in(divided(text), say[file[: file.index("/") + 1]]) for file, text in blank.items()}

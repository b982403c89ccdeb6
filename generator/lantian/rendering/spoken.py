"""Pages as bytes, without a run of Pelican: for pages that are written before anyone knows the moments they name."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

from markupsafe import escape

from lantian.model.blank import BLANK
from lantian.model.text import LANGUAGES
from lantian.model.wording import Wording
from lantian.pages.page import Page, SiteFrame
from lantian.rendering.engine import engine_of

Say = Callable[[str, str], str]
"""Says a moment by name, in a form."""


def spoken(pages: Iterable[Page], frame: SiteFrame, wording: Wording, theme: Path) -> Iterator[tuple[str, str]]:
    """Yield the files of pages in both languages with their text; none of them may be a running text."""
    engine = engine_of(theme)
    voice = engine.voice
    voice.speak_of(frame, wording)
    for page in pages:
        template = engine.environment.get_template(page.template)
        for language in LANGUAGES:
            voice.turn_to(page, language)
            yield voice.file, template.render(page=page, view=page.shown, site=frame, language=language)


def divided(text: str) -> tuple[str, ...]:
    """Return what stands before, between and after the marks of a text, and at each mark its name and its form."""
    return tuple(BLANK.split(text))


def filled_in(parts: tuple[str, ...], say: Say) -> str:
    """Return the text with words in the place of its marks."""
    said = [*parts]
    said[1::3] = map(say, parts[1::3], parts[2::3])
    del said[2::3]
    return "".join(said)


def saying(say: Say) -> Say:
    """Return the same, escaped, with everything said only once."""
    return cache(lambda name, form: str(escape(say(name, form))))

"""Pages as bytes, without a run of Pelican: for pages that are written before anyone knows the moments they name."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

from markupsafe import escape

from lantian.model.blank import BLANK
from lantian.model.text import LANGUAGES
from lantian.model.wording import Wording
from lantian.pages.page import Page, SiteFrame
from lantian.rendering.engine import engine_of

_BLANK = re.compile(BLANK.pattern.encode())
Say = Callable[[str, str], str]
"""Says a moment by name, in a form."""


def spoken(pages: Iterable[Page], frame: SiteFrame, wording: Wording, theme: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the files of pages in both languages with their bytes; none of them may be a running text."""
    engine = engine_of(theme)
    voice = engine.voice
    voice.speak_of(frame, wording)
    for page in pages:
        for language in LANGUAGES:
            voice.turn_to(page, language)
            template = engine.template(page.template, language)
            text = template.render(page=page, view=page.shown, site=frame, language=language)
            yield voice.file, text.encode()


def divided(text: bytes) -> tuple[bytes, ...]:
    """Return what stands before, between and after the marks of a text, and at each mark its name and its form."""
    return tuple(_BLANK.split(text))


def filled_in(parts: tuple[bytes, ...], say: Callable[[bytes, bytes], bytes]) -> bytes:
    """Return the text with words in the place of its marks."""
    said = [*parts]
    said[1::3] = map(say, parts[1::3], parts[2::3])
    del said[2::3]
    return b"".join(said)


def saying(say: Say) -> Callable[[bytes, bytes], bytes]:
    """Return the same in bytes, escaped, with everything said only once."""
    return cache(lambda name, form: str(escape(say(name.decode(), form.decode()))).encode())

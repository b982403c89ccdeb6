"""A planned part of the site is rendered into a folder of its own, and what its pages must show is noted."""

from collections.abc import Iterable, Iterator, Mapping
from gzip import compress
from pathlib import Path
from tempfile import TemporaryDirectory

from lantian.model.text import LANGUAGES, Language, Text
from lantian.model.wording import Wording
from lantian.pages.page import Page, PlaceFrame, Site, Strip
from lantian.publishing.parts import Shown
from lantian.rendering.new_files import NewFiles

LIGHT = ("", "easy/", "school/", "health/", "vehicle/", "enterprise/", "construction/", "level/")
"""The pages of a place that promise to be light (ux.md 11)."""


def write_site(site: Site, wording: Wording, content: Path | None, theme: Path, into: Path) -> None:
    """Render a site, or a part of one, into an empty folder; `content` only if it has running text or files."""
    from lantian.rendering.render import render  # noqa: PLC0415  # Pelican takes 0.2 s to import; a switch needs none

    def planned(moment: str | None) -> tuple[Site, Wording]:
        del moment
        return site, wording

    with TemporaryDirectory() as nothing:
        render(content or Path(nothing), theme, into, planned, site.frame.generated_at.isoformat())


def shown_by(pages: tuple[Page, ...]) -> dict[str, Shown]:
    """Return what each page that speaks of what holds must show, by file."""
    return {
        f"{language}/{page.file}": _shown(page.place, getattr(page.view, "level_line", None), language)
        for page in pages
        for language in LANGUAGES
    }


def style_bytes(theme: Path) -> int:
    """Return what the style sheet weighs, compressed."""
    from lantian.rendering.assets import collect_assets  # noqa: PLC0415 - only where something is built

    styles = (one.data for one in collect_assets(theme).documents if one.address.endswith(".css"))
    return sum(len(compress(style, 6)) for style in styles)


def light_pages(place: str) -> tuple[str, ...]:
    """Return the files of a place that promise to be light."""
    return tuple(f"{language}/{place}/{end}index.html" for language in LANGUAGES for end in LIGHT)


def shown_in(files: Iterable[str], frame: PlaceFrame) -> dict[str, Shown]:
    """Return what each of these pages of a place must show that were written ahead."""
    by_language = {f"{language}/": _shown(frame, None, language) for language in LANGUAGES}
    return {file: by_language[file[: file.index("/") + 1]] for file in files}


def write_new(folder: Path, texts: Mapping[str, bytes]) -> None:
    """Write files that are not there yet, by their names below a folder."""
    files = NewFiles(folder)
    for file, text in texts.items():
        files.write(file, text)


def _shown(place: PlaceFrame | None, line: Text | None, language: Language) -> Shown:
    if place is None or place.strip is None:
        return Shown(words=())
    return Shown(
        words=tuple(_words(place, place.strip, line, language)),
        state=place.strip.state,
        generated_at=place.clock.generated_at.isoformat(),
    )


def _words(place: PlaceFrame, strip: Strip, line: Text | None, language: Language) -> Iterator[str]:
    """Yield the status as the page says it: the mark of a drill, the line of a notice, or the headline itself."""
    if place.exercise is not None:
        yield place.exercise.speak(language)
    elif line is not None:
        yield line.speak(language)
    else:
        yield strip.headline.speak(language)
    yield place.clock.generated_text.speak(language)

"""Pelican generators: pages in both languages with the files for machines, and the files of the theme.

They share Pelican's own context: `SitePages` plans the site into it, `ThemeFiles` reads it from there.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NoReturn

from jinja2 import Template

from lantian.model.text import LANGUAGES, Language
from lantian.model.wording import Wording
from lantian.pages.addresses import PORTAL
from lantian.pages.page import Page, Site
from lantian.rendering.bare_pelican import Generator, MarkdownReader, Writer
from lantian.rendering.beside import Shares, beside
from lantian.rendering.engine import Engine, engine_of
from lantian.rendering.new_files import NewFiles
from lantian.rendering.voice import Voice

Planner = Callable[[str | None], tuple[Site, Wording]]
"""Plans the whole site for a moment (RFC 3339, None for now); raises ProblemsFound."""
ROOT_PAGES = (("index.html", "pages/entrance.html"), ("404.html", "pages/not_found_root.html"))
_FEW = 40
"""Up to how many pages one process is as fast as two: a child has to be made, and copies what it touches."""
SITE, ENGINE = "lantian_site", "lantian_engine"


class SiteWriter(Writer):  # type: ignore[misc]  # Pelican ships no types
    """Pelican's writer, which can also write bytes; its own way copies all settings and asks signals for each page."""

    def __init__(self, *given: Any, **named: Any) -> None:  # noqa: ANN401  # whatever Pelican gives
        """Write below the output folder."""
        super().__init__(*given, **named)
        self.write_bytes = NewFiles(Path(self.output_path)).write
        """Writes a file by its name below that folder."""


class SpeakingGenerator(Generator):  # type: ignore[misc]
    """A generator whose templates speak through the voice of the run."""

    def __init__(self, context: dict[str, Any], settings: dict[str, Any], path: str, **others: str) -> None:
        """Take what we read; Pelican's own beginning makes readers and an environment, and lists all templates."""
        del others
        self.context, self.settings, self.path = context, settings, path

    @property
    def site(self) -> Site:
        """Return the planned site."""
        site: Site = self.context[SITE]
        return site

    @property
    def has_root(self) -> bool:
        """Tell whether the site has its root; a section of one place has neither entrance nor files of the theme."""
        return self.site.pages[0].address == PORTAL

    @property
    def engine(self) -> Engine:
        """Return the templates of the theme."""
        engine: Engine = self.context[ENGINE]
        return engine

    @property
    def voice(self) -> Voice:
        """Return the functions of the templates."""
        return self.engine.voice

    def speak(self, writer: SiteWriter, template: Template, page: Page, **more: str) -> None:
        """Write a page as the voice is turned now."""
        text = template.render(page=page, view=page.shown, site=self.site.frame, language=self.voice.language, **more)
        writer.write_bytes(self.voice.file, text.encode())


class SitePages(SpeakingGenerator):
    """Writes each page of the site in each language."""

    def generate_context(self) -> None:
        """Plan the site; problems in the content end the run before anything is written."""
        planner: Planner = self.settings["LANTIAN_PLANNER"]
        site, wording = planner(self.settings["LANTIAN_AS_OF"])
        self.context[SITE] = site
        self.context[ENGINE] = engine_of(Path(self.settings["THEME"]))
        self.voice.speak_of(site.frame, wording)

    def generate_output(self, writer: SiteWriter) -> None:
        """Write all pages, the two files at the root and the files for machines; raises the first mistake in order."""
        try:
            self._write_in_two(writer)
        except Exception:  # noqa: BLE001 - whatever it is; which of two mistakes comes first there is chance
            self._write_all(writer)

    def _write_all(self, writer: SiteWriter) -> None:
        self._write_pages(writer, range(len(self.site.pages)))
        self._write_root(writer)
        self._write_documents(writer)

    def _write_in_two(self, writer: SiteWriter) -> None:
        """Write what is not a page in one process or the other, and pages in both, whichever is free; few in one."""
        if len(self.site.pages) <= _FEW:
            self._write_all(writer)
            return
        pages = Shares(len(self.site.pages))

        def half() -> None:
            self._write_documents(writer)
            self._write_pages(writer, pages)

        with beside(half, _unfinished):
            self._write_pages(writer, pages)
            self._write_root(writer)

    def _write_documents(self, writer: SiteWriter) -> None:
        for document in self.site.documents:
            writer.write_bytes(document.address, document.data)

    def _write_root(self, writer: SiteWriter) -> None:
        for file, name in ROOT_PAGES if self.has_root else ():
            self.voice.turn_to_root(file)
            self.speak(writer, self.engine.template(name, self.voice.language), self.site.pages[0])

    def _write_pages(self, writer: SiteWriter, numbers: Iterable[int]) -> None:
        for number in numbers:
            page = self.site.pages[number]
            for language in LANGUAGES:
                more = {} if page.prose is None else {"body": self._body(page.prose, language)}
                self.voice.turn_to(page, language)
                self.speak(writer, self.engine.template(page.template, language), page, **more)

    def _body(self, prose: str, language: Language) -> str:
        """Return a running text, read by Pelican's own Markdown reader; a broken file raises, none is left out."""
        body, _ = MarkdownReader(self.settings).read(str(Path(self.path) / "pages" / language / prose))
        return str(body)


def _unfinished() -> NoReturn:
    raise RuntimeError("the other process did not finish")


class ThemeFiles(SpeakingGenerator):
    """Writes the files of the theme."""

    def generate_output(self, writer: SiteWriter) -> None:
        """Write bytes as they are."""
        for document in self.voice.assets.documents if self.has_root else ():
            writer.write_bytes(document.address, document.data)

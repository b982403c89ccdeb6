"""Pelican generators: pages in both languages, files for machines, running text, files of the theme.

They share Pelican's own context: `SitePages` plans the site into it, the others read it from there.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Template
from pelican.generators import Generator
from pelican.readers import MarkdownReader
from pelican.writers import Writer

from lantian.model.text import LANGUAGES
from lantian.model.wording import Wording
from lantian.pages.page import Page, Site
from lantian.rendering.assets import collect_assets
from lantian.rendering.beside import beside
from lantian.rendering.catalogs import load_catalogs
from lantian.rendering.voice import Voice

Planner = Callable[[str | None], tuple[Site, Wording]]
"""Plans the whole site for a moment (RFC 3339, None for now); raises ProblemsFound."""
ROOT_PAGES = (("index.html", "pages/entrance.html"), ("404.html", "pages/not_found_root.html"))
SITE, VOICE = "lantian_site", "lantian_voice"


class SiteWriter(Writer):  # type: ignore[misc]  # Pelican ships no types
    """Pelican's writer, which can also write bytes."""

    def write_bytes(self, name: str, data: bytes) -> None:
        """Write a file below the output folder."""
        path = Path(self.output_path) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


class SpeakingGenerator(Generator):  # type: ignore[misc]
    """A generator whose templates speak through the voice of the run."""

    context: dict[str, Any]

    @property
    def site(self) -> Site:
        """Return the planned site."""
        site: Site = self.context[SITE]
        return site

    @property
    def voice(self) -> Voice:
        """Return the functions of the templates."""
        voice: Voice = self.context[VOICE]
        return voice

    def speak(self, writer: SiteWriter, template: Template, page: Page, **more: str) -> None:
        """Write a page as the voice is turned now."""
        writer.write_file(
            self.voice.file, template, self.context, page=page, view=page.shown, site=self.site.frame,
            language=self.voice.language, **more,
        )  # fmt: skip


class SitePages(SpeakingGenerator):
    """Writes each page of the site in each language."""

    def generate_context(self) -> None:
        """Plan the site; problems in the content end the run before anything is written."""
        planner: Planner = self.settings["LANTIAN_PLANNER"]
        site, wording = planner(self.settings["LANTIAN_AS_OF"])
        theme = Path(self.settings["THEME"])
        self.context[SITE] = site
        self.context[VOICE] = Voice(site.frame, wording, collect_assets(theme), load_catalogs(theme))

    def generate_output(self, writer: SiteWriter) -> None:
        """Write every second page and the files for machines beside all others and the two files at the root."""
        self.voice.install(self.env)
        with beside(partial(self._write_second_half, writer)):
            self._write_pages(writer, self.site.pages[::2])
            for file, name in ROOT_PAGES:
                self.voice.turn_to_root(file)
                self.speak(writer, self.env.get_template(name), self.site.pages[0])

    def _write_second_half(self, writer: SiteWriter) -> None:
        self._write_pages(writer, self.site.pages[1::2])
        for document in self.site.documents:
            writer.write_bytes(document.address, document.data)

    def _write_pages(self, writer: SiteWriter, pages: tuple[Page, ...]) -> None:
        for page in pages:
            if page.prose is None:
                template = self.env.get_template(page.template)
                for language in LANGUAGES:
                    self.voice.turn_to(page, language)
                    self.speak(writer, template, page)


class ProsePages(SpeakingGenerator):
    """Writes each page of running text, read by Pelican's own Markdown reader."""

    def generate_output(self, writer: SiteWriter) -> None:
        """Write the twins of each text; a broken file raises instead of being skipped."""
        self.voice.install(self.env)
        reader = MarkdownReader(self.settings)
        for page in self.site.pages:
            if page.prose is not None:
                template = self.env.get_template(page.template)
                for language in LANGUAGES:
                    body, _ = reader.read(str(Path(self.path) / "pages" / language / page.prose))
                    self.voice.turn_to(page, language)
                    self.speak(writer, template, page, body=body)


class ThemeFiles(SpeakingGenerator):
    """Writes the files of the theme."""

    def generate_output(self, writer: SiteWriter) -> None:
        """Write bytes as they are."""
        for document in self.voice.assets.documents:
            writer.write_bytes(document.address, document.data)

"""What a template may call: it speaks one page in one language, and knows the way from that page to any other."""

from dataclasses import dataclass, field
from datetime import datetime
from functools import cache, lru_cache
from gettext import NullTranslations
from operator import attrgetter
from posixpath import dirname, relpath

from jinja2 import Environment

from lantian.model.moment_sentence import Form, moment
from lantian.model.text import Language
from lantian.model.wording import Wording
from lantian.pages.page import Page, SiteFrame
from lantian.rendering.assets import Assets

_ODD = frozenset({"", ".", ".."})
"""Steps that name no folder of their own."""
TEXTS = frozenset({"t", "date", "href", "twin", "twin_in", "asset", "data_href", "absolute", "home_href"})
"""The functions of the templates that return plain text: all but those that translate words of the interface."""
OTHER: dict[Language, Language] = {"zh": "en", "en": "zh"}


@cache
def way(target: str, folder: str) -> str:
    """Return the way from a folder to a target, both counted from the root of the site.

    As `posixpath.relpath`, which also asks the system where it works; the same few thousand stand on page after page.
    """
    to, start = target.rstrip("/").split("/"), folder.split("/")
    if not _ODD.isdisjoint(to) or not _ODD.isdisjoint(start):
        return relpath(target or ".", folder or ".")
    shared = 0
    for step, other in zip(to, start, strict=False):
        if step != other:
            break
        shared += 1
    return "/".join([".."] * (len(start) - shared) + to[shared:]) or "."


def _plain(target: str) -> bool:
    """Tell whether a target is a folder below the root, reached by steps that each name a folder."""
    return "." not in target and "//" not in target and target[:1] != "/" and target[-1:] == "/"


@lru_cache(maxsize=8)
def _above(folder: str) -> tuple[tuple[str, str], ...]:
    """Return a folder and those above it, the root last, each with its slash and the way back to it."""
    if not _ODD.isdisjoint(folder.split("/")):
        return ()
    steps = folder.split("/")
    return tuple(("".join(f"{one}/" for one in steps[: len(steps) - up]), "../" * up) for up in range(len(steps) + 1))


@dataclass(slots=True)
class Voice:
    """The functions of the templates, pointed at one page and language at a time (`turn_to`).

    One object serves a theme, run after run, so that macros can be imported without context and compiled once.
    """

    assets: Assets
    catalogs: dict[Language, NullTranslations]
    site: SiteFrame = field(init=False)
    wording: Wording = field(init=False)
    language: Language = "zh"
    file: str = "zh/index.html"
    folder: str = "zh"
    page_file: str = "index.html"
    _ways: dict[str, str] = field(default_factory=dict)
    """The links of the page to addresses, which are the same in both languages."""

    def speak_of(self, site: SiteFrame, wording: Wording) -> None:
        """Speak pages of this site from now on."""
        self.site, self.wording = site, wording

    def turn_to(self, page: Page, language: Language) -> None:
        """Speak this page in this language from now on."""
        self.language = language
        if page.file != self.page_file:
            self._ways = {}
        self.page_file = page.file
        self.file = f"{language}/{page.file}"
        self.folder = dirname(self.file)

    def turn_to_root(self, file: str) -> None:
        """Speak a file at the root of the site, Chinese first."""
        self.language, self.page_file, self.file, self.folder = "zh", file, file, ""
        self._ways = {}

    def install(self, environment: Environment, language: Language) -> None:
        """Give the templates of an environment their functions, and the words of the language that they speak."""
        catalog = self.catalogs[language]
        environment.globals.update(
            t=attrgetter(language), date=self.date, href=self.href, twin=self.twin, twin_in=self.twin_in,
            asset=self.asset, data_href=self.data_href, absolute=self.absolute, home_href=self.home_href,
        )  # fmt: skip
        environment.install_gettext_callables(catalog.gettext, catalog.ngettext, newstyle=False)  # type: ignore[attr-defined]
        environment.globals["_"] = catalog.gettext  # Jinja's own looks `gettext` up at every word

    def date(self, when: datetime, form: Form = "full") -> str:
        """Write a moment in the time of the site: `full`, `short`, `day` or `clock`."""
        return moment(when, self.site.generated_at, form, self.wording).speak(self.language)

    def href(self, address: str, anchor: str = "") -> str:
        """Return the relative link to an address in the current language."""
        found = self._ways.get(address)
        if found is None:
            found = self._ways[address] = self._link(f"{self.language}/{address}")
        return f"{found}#{anchor}" if anchor else found

    def twin(self) -> str:
        """Return the relative link to the same page in the other language."""
        return self.twin_in(OTHER[self.language])

    def twin_in(self, language: Language) -> str:
        """Return the relative link to the same page in a language."""
        return self._link(f"{language}/{self.page_file.removesuffix('index.html')}")

    def asset(self, name: str) -> str:
        """Return the relative link to a theme file: `css`, `js`, `js/<folder>`, `img/<file>`; `icon` is itself."""
        address = self.assets.addresses[name]
        return address if address.startswith("data:") else self._link(address)

    def data_href(self, path: str) -> str:
        """Return the relative link to a file counted from the root of the site."""
        return self._link(path)

    def absolute(self, address: str) -> str:
        """Return the absolute form of an address in the current language, or nothing if the site has no address."""
        return f"{self.site.address.rstrip('/')}/{self.language}/{address}" if self.site.address else ""

    def home_href(self) -> str:
        """Return the relative link to the root of the site."""
        return self._link("")

    def _link(self, target: str) -> str:
        """Return the way from the current file to a target counted from the root; folders keep their slash."""
        if _plain(target):
            for above, back in _above(self.folder):
                if target.startswith(above):
                    return f"{back}{target[len(above) :]}" or "./"
        found = way(target, self.folder)
        if target == "" or target.endswith("/"):
            return "./" if found == "." else f"{found}/"
        return found

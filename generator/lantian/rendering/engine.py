"""Jinja's environment without what a site of plain pages does not need, and pays for at every call."""

import os
import sys
from collections import ChainMap
from collections.abc import Callable, MutableMapping
from contextlib import suppress
from functools import cache
from inspect import getsource
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, Template

from lantian.model.text import LANGUAGES, Language
from lantian.model.view import view
from lantian.rendering import compiler, constant_words, scopes, voice
from lantian.rendering.assets import collect_assets
from lantian.rendering.catalogs import load_catalogs
from lantian.rendering.compiler import DirectCode
from lantian.rendering.template import PageTemplate
from lantian.rendering.unchanged import while_unchanged
from lantian.rendering.voice import TEXTS, Voice


def quicken(environment: Environment, texts: frozenset[str] = frozenset()) -> None:
    """Let an environment compile and import in the quick ways; `texts` are functions that return plain text only."""
    environment.code_generator_class = DirectCode
    environment.template_class = PageTemplate
    environment.extend(texts=texts)
    environment.make_globals = _globals(environment)  # type: ignore[method-assign, assignment]
    environment.get_template = cache(environment.get_template)  # type: ignore[method-assign]


@view
class Engine:
    """The templates of a theme, once for each language, and the voice that they speak with.

    What a language says alike on every page is found when its templates are loaded: when they are first asked for.
    """

    environments: dict[Language, Environment]
    voice: Voice

    def template(self, name: str, language: Language) -> Template:
        """Return a template that speaks a language."""
        return self.environments[language].get_template(name)


@while_unchanged("templates", "translations", "static")
def engine_of(theme: Path) -> Engine:
    """Return the engine of a theme; ThemeFault if its catalogs can not be read."""
    speaker = Voice(collect_assets(theme), load_catalogs(theme))
    return Engine({language: _environment(theme, speaker, language) for language in LANGUAGES}, speaker)


def _environment(theme: Path, speaker: Voice, language: Language) -> Environment:
    environment = Environment(loader=FileSystemLoader(theme / "templates"), **jinja_options())  # noqa: S701 - it is on
    speaker.install(environment, language)
    quicken(environment, TEXTS)
    return environment


def get_ready(theme: Path) -> None:
    """Compile and import whatever there is before it is needed; what is wrong is told when it is used."""
    with suppress(Exception):
        for environment in engine_of(theme).environments.values():
            for name in environment.list_templates():
                environment.get_template(name)


def jinja_options() -> dict[str, Any]:
    """Return how Jinja is set up.

    Autoescape is off by default in Pelican; an unknown name in a template is an error, not an empty string. A template
    does not change during a run; compiled once, it is kept beside the installed packages.
    """
    return {
        "autoescape": True,
        "undefined": StrictUndefined,
        "trim_blocks": True,
        "lstrip_blocks": True,
        "extensions": ["jinja2.ext.i18n"],
        "auto_reload": False,
        "bytecode_cache": _bytecode_cache(),
    }


class DirectCodeCache(FileSystemBytecodeCache):
    """Compiled templates on the disk, found by their source and by what compiled them: these files, and the names."""

    def __init__(self, folder: Path) -> None:
        """Read and write below a folder, which exists."""
        super().__init__(str(folder))
        self._compiler = "\n".join(map(getsource, (compiler, constant_words, scopes, voice)))

    def get_source_checksum(self, source: str) -> str:
        """Return the hash of source and compiler."""
        return super().get_source_checksum(f"{source}\n{self._compiler}")


def _bytecode_cache() -> DirectCodeCache | None:
    """Return the store of compiled templates; none where it can not be written.

    It lies where systemd gives us a cache, and in the environment that runs us elsewhere. Like Python's own byte code,
    it is found by the hash of its source: a changed template is compiled anew.
    """
    given = os.environ.get("CACHE_DIRECTORY")
    folder = (Path(given) if given else Path(sys.prefix) / "var" / "lantian") / "templates"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return DirectCodeCache(folder) if os.access(folder, os.W_OK) else None


def _globals(environment: Environment) -> Callable[[MutableMapping[str, Any] | None], MutableMapping[str, Any]]:
    """Return how a template gets its globals: those of the environment as they are, where it has none of its own.

    Jinja chains them behind an empty mapping, and then copies and compares the chain, in Python, at every import.
    """

    def made(own: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return ChainMap(own, environment.globals) if own else environment.globals

    return made

"""Jinja's environment without what a site of plain pages does not need, and pays for at every call."""

import os
import sys
from collections import ChainMap
from collections.abc import Callable, MutableMapping
from contextlib import suppress
from functools import cache, lru_cache
from pathlib import Path
from types import CodeType
from typing import Any, Self

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from jinja2.environment import TemplateModule
from jinja2.runtime import Context
from markupsafe import Markup, escape

from lantian.model.view import view
from lantian.rendering.assets import collect_assets
from lantian.rendering.catalogs import load_catalogs
from lantian.rendering.compiler import DirectCode, DirectCodeCache, macro
from lantian.rendering.unchanged import while_unchanged
from lantian.rendering.voice import Voice

_escaped = lru_cache(maxsize=65_536)(escape)
"""The same words stand on page after page: most are escaped once. Bounded, for a process that stays."""


def shown(value: object) -> Markup:
    """Return what `escape` returns, at a fifth of the time for words that were escaped before, or are markup."""
    kind = type(value)
    if kind is str:
        return _escaped(value)
    return value if kind is Markup else escape(value)  # type: ignore[return-value]


class PageTemplate(Template):
    """A template that escapes with `shown`, whose macros are functions, and which is imported once."""

    @classmethod
    def from_code(
        cls,
        environment: Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],  # noqa: A002  # Jinja's own name
        uptodate: Callable[[], bool] | None = None,
    ) -> Self:
        """Make a template as Jinja does; its functions find `escape` and `Macro` in the module that they share."""
        template = super().from_code(environment, code, globals, uptodate)
        template.root_render_func.__globals__.update(escape=shown, Macro=macro)
        return template  # type: ignore[return-value]

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        """Return what a template exports, made once: no page brings globals of its own."""
        del ctx
        if self._module is None:
            self._module = self.make_module()
        return self._module


def quicken(environment: Environment) -> None:
    """Let an environment compile and import in the quick ways."""
    environment.code_generator_class = DirectCode
    environment.template_class = PageTemplate
    environment.make_globals = _globals(environment)  # type: ignore[method-assign, assignment]
    environment.get_template = cache(environment.get_template)  # type: ignore[method-assign]


@view
class Engine:
    """The templates of a theme, compiled when they are first asked for, and the voice that they speak with."""

    environment: Environment
    voice: Voice


@while_unchanged("templates", "translations", "static")
def engine_of(theme: Path) -> Engine:
    """Return the engine of a theme; ThemeFault if its catalogs can not be read."""
    voice = Voice(collect_assets(theme), load_catalogs(theme))
    environment = Environment(loader=FileSystemLoader(theme / "templates"), **jinja_options())  # noqa: S701 - it is on
    voice.install(environment)
    quicken(environment)
    return Engine(environment, voice)


def get_ready(theme: Path) -> None:
    """Compile and import whatever there is before it is needed; what is wrong is told when it is used."""
    with suppress(Exception):
        environment = engine_of(theme).environment
        for name in environment.list_templates():
            template = environment.get_template(name)
            if name.startswith("macros/"):
                template._get_default_module()  # noqa: SLF001 - as an import does


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

"""Pelican, imported without what only blogs and its console need: a third of the time it takes.

Our command runs Pelican's generators, settings, plug-ins and Markdown reader. It never reads reStructuredText, writes
no feed, colours no log, waits for no change. All of `rendering` takes Pelican from here. Where it was there before us,
as in the command `pelican`, it is whole.
"""

import importlib
import sys
from collections.abc import Iterator, MutableSequence, Sequence
from contextlib import contextmanager
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

UNUSED = frozenset({"docutils", "feedgenerator", "pygments", "rich", "watchfiles"})
"""Packages that stand empty while Pelican is imported; whoever imports them afterwards gets them."""


class _AnyName(type):
    def __getattr__(cls, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        return _nothing(name)


class Nothing(metaclass=_AnyName):
    """A class that can be named, derived from, called and entered, and does nothing."""

    def __init__(self, *given: object, **named: object) -> None:
        """Take whatever is given."""

    def __call__(self, *given: object, **named: object) -> "Nothing":
        """Return another nothing."""
        return Nothing(*given, **named)

    def __getattr__(self, name: str) -> "Nothing":
        """Return nothing, which can be called; a special name is not there."""
        if name.startswith("__"):
            raise AttributeError(name)
        return Nothing()


class _Empty(ModuleType):
    __path__: MutableSequence[str] = []  # noqa: RUF012 - the base class names its type

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  # whatever is imported from it
        if name.startswith("__"):
            raise AttributeError(name)
        return _nothing(name)


def _nothing(name: str) -> type:
    """Return a class of its own, so that two of them can be derived from."""
    return _AnyName(name, (Nothing,), {})


class _Finder(MetaPathFinder, Loader):
    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Find the unused packages, and no other."""
        del path, target
        return ModuleSpec(fullname, self, is_package=True) if _is_unused(fullname) else None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """Return an empty module."""
        return _Empty(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Run nothing."""


def _is_unused(name: str) -> bool:
    """Tell whether a module belongs to an unused package that nobody has imported whole."""
    package = name.partition(".")[0]
    return package in UNUSED and isinstance(sys.modules.get(package, _Empty(package)), _Empty)


@contextmanager
def without_unused() -> Iterator[None]:
    """Let imports of unused packages that are not there yet find empty ones inside the block."""
    finder = _Finder()
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)
        for name in [name for name, module in sys.modules.items() if isinstance(module, _Empty)]:
            del sys.modules[name]


if "pelican" not in sys.modules:
    with without_unused():
        importlib.import_module("pelican")

from pelican import Pelican, console, signals  # noqa: E402 - now it is there
from pelican.generators import Generator  # noqa: E402
from pelican.readers import MarkdownReader  # noqa: E402
from pelican.settings import read_settings  # noqa: E402
from pelican.writers import Writer  # noqa: E402

__all__ = ["Generator", "MarkdownReader", "Pelican", "Writer", "console", "read_settings", "signals"]

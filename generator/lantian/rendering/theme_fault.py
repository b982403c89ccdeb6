"""Mistakes in the theme, told by file and line instead of by a traceback through three libraries."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from traceback import extract_tb

from jinja2 import TemplateNotFound, TemplateSyntaxError

from lantian.model.wording import MissingSentenceError
from lantian.problems import ProblemsFound, ThemeFault


@contextmanager
def located(theme: Path) -> Iterator[None]:
    """Raise ThemeFault for what a template of the theme brings down; anything else passes as it is."""
    try:
        yield
    except (ProblemsFound, ThemeFault, MissingSentenceError):
        raise
    except Exception as error:
        place = _place(error, theme.resolve())
        if place is None:
            raise
        file, line = place
        raise ThemeFault(file, line, _reason(error)) from error


def _place(error: Exception, theme: Path) -> tuple[str, int] | None:
    """Return file and line: those of the syntax error, or of the last frame that lies in the theme."""
    if isinstance(error, TemplateSyntaxError) and error.filename:
        return _named(error.filename, theme), error.lineno
    for frame in reversed(extract_tb(error.__traceback__)):
        if Path(frame.filename).resolve().is_relative_to(theme):
            return _named(frame.filename, theme), frame.lineno or 1
    if isinstance(error, TemplateNotFound):
        return f"{theme.name}/templates/{error.name}", 1
    return None


def _named(file: str, theme: Path) -> str:
    """Return a file of the theme as its author knows it; one of another place keeps its path."""
    path = Path(file).resolve()
    return path.relative_to(theme.parent).as_posix() if path.is_relative_to(theme.parent) else file


def _reason(error: Exception) -> str:
    """Return what the engine says; a bare name, as a KeyError gives it, with its kind before it."""
    if isinstance(error, TemplateNotFound):
        return f"there is no template {error.name}"
    if isinstance(error, TemplateSyntaxError):
        return error.message or type(error).__name__
    return f"{type(error).__name__}: {error}"

"""Everything that is needed to build is imported before children are made that build, not by each of them."""

import gc
from importlib import import_module
from pathlib import Path

from lantian.build import THEME
from lantian.model.moment_sentence import learn_locales

_NEEDED = (
    "lantian.rendering.render",
    "lantian.formats.documents",
    "pelican.plugins._utils",
    "lxml.html",
)
"""What a publication imports only when it builds something."""


def warm_up(theme: Path) -> None:
    """Import it and compile the theme."""
    from lantian.rendering.engine import get_ready  # noqa: PLC0415 - with all that it imports

    for name in _NEEDED:
        import_module(name)
    get_ready(theme)
    learn_locales()


def warm_up_for_good(theme: Path = THEME) -> None:
    """Do it before the first change; what is there then stays.

    No child copies the memory of it to count references. A theme that changes later is compiled in each child.
    """
    warm_up(theme)
    gc.collect()
    gc.freeze()

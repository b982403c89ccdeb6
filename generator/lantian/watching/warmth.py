"""Everything that a publication needs is imported before the first change, and left alone by the garbage collector."""

import gc
from importlib import import_module
from pathlib import Path

from lantian.build import THEME
from lantian.model.moment_sentence import learn_locales
from lantian.rendering.engine import get_ready

_NEEDED = (
    "lantian.rendering.render",
    "lantian.formats.documents",
    "pelican.plugins._utils",
    "lxml.html",
)
"""What a publication imports only when it builds something."""


def warm_up(theme: Path = THEME) -> None:
    """Import it and compile the theme; what is there then stays for good.

    No child copies the memory of it to count references. A theme that changes later is compiled in each child.
    """
    for name in _NEEDED:
        import_module(name)
    get_ready(theme)
    learn_locales()
    gc.collect()
    gc.freeze()

"""Everything that a publication needs is imported before the first change, and left alone by the garbage collector."""

import gc
from importlib import import_module

_NEEDED = (
    "lantian.rendering.render",
    "lantian.formats.documents",
    "pelican.plugins._utils",
    "lxml.html",
)
"""What a publication imports only when it builds something."""


def warm_up() -> None:
    """Import it; what is there then stays for good, so that no child copies its pages to count references."""
    for name in _NEEDED:
        import_module(name)
    gc.collect()
    gc.freeze()

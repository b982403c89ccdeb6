"""XML parts of a packed spreadsheet, read strictly for what must be known before a reader is let at them.

No document type, and so no entity of its own making, is accepted: there is nothing to expand.
"""

from collections.abc import Callable, Mapping
from typing import Protocol
from xml.parsers import expat

from lantian.importing.fault import RefusedError, refuse

Attributes = Mapping[str, str]


class Listener(Protocol):
    """Hears the elements of a part by their local names; attributes too, if it says that theirs have namespaces."""

    @property
    def namespaced(self) -> bool:
        """Tell whether attributes that matter have namespaces; not asking is quicker."""

    @property
    def ends(self) -> bool:
        """Tell whether the ends of elements matter."""

    def start(self, name: str, attributes: Attributes) -> None:
        """Hear that an element begins."""

    def end(self, name: str) -> None:
        """Hear that an element ends."""


def local(name: str) -> str:
    """Return a name without its namespace."""
    return name[name.rfind(" ") + 1 :]


def feed(part: str, listener: Listener | None) -> Callable[[bytes], None]:
    """Return what takes the bytes of an XML part; RefusedError for what is no plain XML."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True

    def refuse_type(*_: object) -> None:
        raise refuse("document_type", name=ascii(part))

    parser.StartDoctypeDeclHandler = refuse_type
    parser.EntityDeclHandler = refuse_type
    if listener is not None:
        _listen(parser, listener)

    def take(piece: bytes) -> None:
        try:
            parser.Parse(piece, not piece)
        except (expat.ExpatError, ValueError) as error:
            raise refuse("broken_part", name=ascii(part), reason=str(error)) from error
        except RefusedError:
            raise

    return take


def _listen(parser: expat.XMLParserType, listener: Listener) -> None:
    names: dict[str, str] = {}
    namespaced = listener.namespaced

    def start(name: str, attributes: dict[str, str]) -> None:
        short = names.get(name)
        if short is None:
            short = names[name] = local(name)
        if namespaced:
            attributes = {local(key): value for key, value in attributes.items()}
        listener.start(short, attributes)

    def end(name: str) -> None:
        listener.end(names[name])

    parser.StartElementHandler = start
    if listener.ends:
        parser.EndElementHandler = end

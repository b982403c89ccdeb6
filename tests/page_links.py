"""Every way that a page offers, found in its view without knowing how the view is made."""

from collections.abc import Iterator

from lantian.pages.page import Page


def ways(page: Page) -> Iterator[str]:
    """Yield the address of every link of a page: its own crumbs, those of its shell, and all in its view."""
    yield from _addresses((page.crumbs, page.place, page.shown))


def _addresses(thing: object) -> Iterator[str]:
    if isinstance(thing, dict):
        yield from _addresses(tuple(thing.values()))
    elif isinstance(thing, list | tuple | set | frozenset):
        for part in thing:
            yield from _addresses(part)
    else:
        for name in (slot for kind in type(thing).__mro__ for slot in getattr(kind, "__slots__", ())):
            value = getattr(thing, name)
            if isinstance(value, str) and (name == "address" or name.endswith("_address")):
                yield value
            else:
                yield from _addresses(value)

"""What is worked out once for the pages of a place, or of two, however many of them show it."""

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar

Kept = dict[Hashable, object]
"""What was worked out, by the function and its arguments."""
P = ParamSpec("P")
T = TypeVar("T")


class Keeping(Protocol):
    """What a view is made from, and what was worked out for it; it never changes, and goes when its pages are made."""

    @property
    def kept(self) -> Kept:
        """Return what was worked out."""


K = TypeVar("K", bound=Keeping)


def once(work: Callable[Concatenate[K, P], T]) -> Callable[Concatenate[K, P], T]:
    """Return a function that works the same out once for each of its first arguments; the others must be hashable."""

    @wraps(work)
    def answered(owner: K, /, *args: P.args, **named: P.kwargs) -> T:
        key = (work, args, *named.items()) if named else (work, args)
        found = owner.kept.get(key, owner)
        if found is owner:
            found = owner.kept[key] = work(owner, *args, **named)
        return found  # type: ignore[return-value]  # under this key stands what the function returned

    return answered

"""All places in many texts, grouped by how they go on, as far as it takes until few are left in each group.

Every place of a text that a search may begin at is in exactly one group, whose key is what stands there. So all texts
that contain a string are in the groups whose keys begin with it, or in the one group whose key it begins with.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from lantian.model.view import view

LEAF = 20
"""A group of no more places is split no further: as many as are shown at a time, so that all may be looked at."""
END = "."
"""Ends the key of a group whose places are at the end of their text; no folded text contains it."""
_WIDTH = 1024
"""More than the signs of any text that is looked through; what stands behind is cut off."""

Signs = Sequence[str]
"""A text, or for each of its signs all that it may be typed as."""
Places = list[int]
"""Places in texts as numbers: text times `_WIDTH` plus position, ascending."""
Repeats = dict[int, int]
"""By place: how many signs from there on an earlier place or reading of the same text has, as far as a key tells."""


@view
class Leaf:
    """Texts (ascending numbers) that have the key somewhere; `repeat` as in `Repeats`, the same for all of them.

    Who searches for `n` signs passes over leaves whose `repeat` is `n` or more: that text came up already.
    """

    key: str
    repeat: int
    texts: tuple[int, ...]


def leaves(texts: Sequence[Signs], shortest: int) -> list[Leaf]:
    """Return all places where at least `shortest` signs stand, in the order in which JavaScript sorts the keys."""
    found = [leaf for key, places in _first(texts, shortest).items() for leaf in _split(texts, key, places)]
    return sorted(found, key=lambda leaf: (leaf.key.encode("utf-16-be"), leaf.repeat))


def _first(texts: Iterable[Signs], shortest: int) -> dict[str, Places]:
    """Return the places by their first signs."""
    groups: dict[str, Places] = {}
    for number, text in enumerate(texts):
        base = number * _WIDTH
        for at in range(min(len(text), _WIDTH) - shortest + 1):
            signs = text[at : at + shortest]
            for key in (signs,) if isinstance(signs, str) else map("".join, product(*signs)):
                groups.setdefault(key, []).append(base + at)
    return groups


def _split(texts: Sequence[Signs], key: str, places: Places) -> Iterator[Leaf]:
    """Yield the leaves of a group and of the groups that it falls into."""
    waiting: list[tuple[str, Places, Repeats]] = [(key, places, {})]
    while waiting:
        key, places, before = waiting.pop()
        repeats = _repeats(places, before, len(key))
        if len(places) <= LEAF:
            yield from _leaf(key, places, repeats)
            continue
        ended, groups, others = _further(texts, places, len(key))
        if ended:
            yield from _leaf(key + END, ended, repeats)
        for sign, inside in groups.items():
            known = repeats | others[sign] if sign in others else repeats
            waiting.append((key + sign, inside, known))


def _further(
    texts: Sequence[Signs], places: Places, depth: int
) -> tuple[Places, dict[str, Places], dict[str, Repeats]]:
    """Return the places whose text ends after `depth` signs, and the others by the sign that follows.

    Where a sign has several readings, all but the first repeat what the first said up to here: these come last.
    """
    ended: Places = []
    groups: dict[str, Places] = {}
    others: dict[str, Repeats] = {}
    for place in places:
        number, at = divmod(place, _WIDTH)
        text = texts[number]
        if at + depth >= len(text):
            ended.append(place)
            continue
        readings = text[at + depth]
        for sign in readings:
            groups.setdefault(sign, []).append(place)
        for sign in readings[1:]:
            others.setdefault(sign, {})[place] = depth
    return ended, groups, others


def _repeats(places: Places, before: Repeats, depth: int) -> Repeats:
    """Return the repeats of a group, of which some were known before its last sign."""
    repeats = {place: before[place] for place in places if place in before} if before else {}
    last = -1
    for place in places:
        number = place // _WIDTH
        if number == last:
            repeats[place] = depth
        last = number
    return repeats


def _leaf(key: str, places: Places, repeats: Repeats) -> Iterator[Leaf]:
    if not repeats:
        yield Leaf(key, 0, tuple(place // _WIDTH for place in places))
        return
    kinds: dict[int, dict[int, None]] = {}
    for place in places:
        kinds.setdefault(repeats.get(place, 0), {})[place // _WIDTH] = None
    for repeat, numbers in kinds.items():
        yield Leaf(key, repeat, tuple(numbers))

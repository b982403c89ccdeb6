"""A content as a publisher needs it: what all places share, and places whose records are read when they are needed."""

from collections.abc import Callable, Mapping
from functools import partial

from lantian.model.content import Content, PlaceContent
from lantian.model.place import Place
from lantian.model.view import view
from lantian.reading.fingerprints import joined
from lantian.reading.looks import Look
from lantian.reading.shelf import Shelf


@view
class SurveyedPlace:
    """A place whose records are read when they are needed.

    `key` is the hash of everything that its pages are made from, the place that it follows included; `still` of the
    same without messages.
    """

    place: Place
    key: str
    still: str
    load: Callable[[], PlaceContent]


@view
class Surveyed:
    """A content that is sound: what all places share, and its places one by one."""

    common: Content
    places: tuple[SurveyedPlace, ...]
    keep: Callable[[], None]
    """Keeps what is known now for the next look; not needed for anything else, so it can wait."""
    kept: Callable[[], tuple[str, ...]]
    """Returns the names of what is kept on the shelf."""
    again: Callable[[Look, Shelf], "Surveyed | None"] | None = None
    """Returns the content of a later look, None if more has changed than messages or something in them is wrong."""


def whole(content: Content) -> Surveyed:
    """Return a content that was read whole, as if it had been surveyed; nothing of it is kept."""
    known = {entry.place.id: entry.model_dump_json() for entry in content.places}
    silent = {entry.place.id: entry.model_copy(update={"bulletins": ()}).model_dump_json() for entry in content.places}

    def both(texts: Mapping[str, str], place: Place) -> str:
        return joined(texts[place.id], texts.get(place.follows or "", ""))

    places = tuple(
        SurveyedPlace(entry.place, both(known, entry.place), both(silent, entry.place), partial(content.place, name))
        for name, entry in zip(known, content.places, strict=True)
    )
    return Surveyed(content.model_copy(update={"places": ()}), places, lambda: None, tuple)

"""The last content in which nothing was wrong, as far as it was kept: it goes on speaking while mistakes are mended."""

from functools import partial

from pydantic import TypeAdapter

from lantian.model.content import Content, PlaceContent
from lantian.model.place import Place
from lantian.model.text import Record
from lantian.reading.place_record import kept_place
from lantian.reading.shelf import Shelf
from lantian.reading.surveyed import Surveyed, SurveyedPlace


class KeptPlace(Record):
    """A place and its keys."""

    place: Place
    key: str
    still: str


class LastSound(Record):
    """A sound content; `texts` is a hash of what is not in its records: running text, files, theme."""

    common: Content
    places: tuple[KeptPlace, ...]
    texts: str


class RecordsGoneError(Exception):
    """What was kept of a place is not there any more."""


_SOUND = TypeAdapter(LastSound)
NAME = "sound"


def keep_sound(shelf: Shelf, known: Surveyed, texts: str) -> None:
    """Keep a content in which nothing is wrong."""
    places = tuple(KeptPlace(place=one.place, key=one.key, still=one.still) for one in known.places)
    shelf.put(_SOUND, NAME, NAME, LastSound.model_construct(common=known.common, places=places, texts=texts))


def last_sound(shelf: Shelf, texts: str) -> Surveyed | None:
    """Return the last sound content, None if there is none or its texts are not these.

    RecordsGoneError when a place is read of which the records are gone.
    """
    sound = shelf.take(_SOUND, NAME, NAME)
    if sound is None or sound.texts != texts:
        return None
    places = tuple(SurveyedPlace(one.place, one.key, one.still, partial(_load, shelf, one.key)) for one in sound.places)
    return Surveyed(sound.common, places, lambda: None, tuple)


def _load(shelf: Shelf, key: str) -> PlaceContent:
    kept = kept_place(shelf, key)
    if kept is None:
        raise RecordsGoneError(key)
    return kept

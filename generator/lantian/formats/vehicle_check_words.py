"""How people write vehicles in their lists: words of both languages by what they mean, folded as the browser folds."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from lantian.formats.json_file import Json
from lantian.model.text import Text
from lantian.pages.edition import Edition
from lantian.pages.vehicle_words import choice_name, stage_name, standards

SECTION = "vehicle_word"
"""The wording whose keys are ids of classes, fuels, standards and plates, and whose texts list words for them."""
KINDS = ("class", "fuel", "stage", "plate", "heading")


@lru_cache(maxsize=1024)  # most words are the vocabulary's, and the same for every place
def fold(word: str) -> str:
    """Return a word without what does not tell words apart: width, case, spaces, hyphens and brackets."""
    return re.sub(r"[\s\-_()/·.]+", "", unicodedata.normalize("NFKC", word)).lower()


def fleet_words(edition: Edition) -> Json:
    """Return the id that each folded word means, by kind: `class`, `fuel`, `stage`, `area`, `plate`, `heading`."""
    found: dict[str, dict[str, str]] = {kind: {} for kind in (*KINDS, "area")}
    for kind, word, meant in _words(edition):
        found[kind].setdefault(fold(word), meant)
    return {kind: dict(sorted(words.items())) for kind, words in found.items()}


def _words(edition: Edition) -> Iterator[tuple[str, str, str]]:
    vocabulary = edition.content.vocabulary
    for entry in vocabulary.vehicle_classes:
        yield from _named("class", entry.id, (entry.names,))
        for stage in standards(entry):
            names = (stage_name(edition, entry, stage), choice_name(edition, entry, stage))
            yield from _named("stage", stage or "electric", names)
    for fuel, name in vocabulary.fuels.items():
        # The id of gas is no word: in English it may mean gasoline.
        yield from (("fuel", word, fuel) for word in (name.zh, name.en))
    for area in edition.plan.vehicles.areas:
        yield from _named("area", area.id, (area.names,))
    for key, listed in edition.wording.patterns[SECTION].items():
        kind, _, meant = key.partition("_")
        yield from ((kind, word, meant) for word in (*listed.zh.split("、"), *listed.en.split(";")))


def _named(kind: str, meant: str, names: Iterable[Text]) -> Iterator[tuple[str, str, str]]:
    yield kind, meant, meant
    yield from ((kind, word, meant) for name in names for word in (name.zh, name.en))

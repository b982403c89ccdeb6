"""Rules for the words that all places share, and for the sentence patterns."""

import re
from collections.abc import Iterator, Mapping
from string import Formatter
from typing import get_args

from lantian.model.checks.descent import LEAVES, inside
from lantian.model.checks.finding import Finding, Path, missing, repeated
from lantian.model.content import NamedEntry
from lantian.model.level import TrackId
from lantian.model.measure import Audience
from lantian.model.text import Text
from lantian.model.vehicle import VehicleClass

_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")


def audience_findings(audiences: tuple[Audience, ...]) -> Iterator[Finding]:
    """Yield ids that two audiences share, and addresses that two audiences share."""
    yield from repeated(("audiences",), (entry.id for entry in audiences))
    slugs: set[str] = set()
    for index, entry in enumerate(audiences):
        if entry.slug in slugs:
            yield Finding(("audiences", index, "slug"), "repeated_id", {"id": entry.slug})
        slugs |= {entry.slug} if entry.slug is not None else set()


def class_findings(classes: tuple[VehicleClass, ...]) -> Iterator[Finding]:
    """Yield vehicle classes that are listed twice."""
    yield from repeated(("classes",), (entry.id for entry in classes))


def advice_findings(
    advice: Mapping[str, tuple[NamedEntry, ...]], audiences: tuple[str, ...] | None
) -> Iterator[Finding]:
    """Yield health advice that is neither for an audience that is listed nor for an advisory track."""
    known = None if audiences is None else (*audiences, *get_args(TrackId))
    for audience in advice:
        yield from missing(("health_advice", audience), audience, known, "unknown_advised", at_key=True)


def pattern_findings(section: Mapping[str, Text]) -> Iterator[Finding]:
    """Yield sentence patterns whose fields differ between the languages or can not be filled."""
    for name, pattern in section.items():
        try:
            fields = {language: _fields(pattern.speak(language)) for language in ("zh", "en")}
        except ValueError:
            yield Finding((name,), "broken_pattern", {"name": name})
            continue
        if fields["zh"] != fields["en"]:
            differing = tuple(sorted(fields["zh"] ^ fields["en"]))
            yield Finding((name, "en"), "different_fields", {"name": name, "fields": differing})


def _fields(pattern: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(pattern) if name is not None}


def untranslated_findings(value: object, path: Path = ()) -> Iterator[Finding]:
    """Yield each statement, in values as they were read, whose English still is the Chinese."""
    if isinstance(value, dict):
        chinese, english = value.get("zh"), value.get("en")
        if isinstance(chinese, str) and isinstance(english, str) and _same(chinese, english):
            yield Finding((*path, "en"), "untranslated", {"words": chinese})
    for step, entry in inside(value):
        if type(entry) not in LEAVES:
            yield from untranslated_findings(entry, (*path, step))


def _same(chinese: str, english: str) -> bool:
    return chinese.strip() == english.strip() and _HAN.search(chinese) is not None

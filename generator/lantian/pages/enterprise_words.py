"""Words that several enterprise pages explain, the measures beside the annex, and the lines to call."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from lantian.model.citation import Citation
from lantian.model.level import LevelId
from lantian.model.measure import Measure
from lantian.model.text import Text
from lantian.model.view import view
from lantian.pages.blocks import Fact, Said, said
from lantian.pages.edition import Edition

ENTERPRISES = frozenset({"enterprises", "large-enterprises"})
"""Audiences of the vocabulary that companies belong to."""
KINDS = (
    "full_stop", "partial", "transport_only", "self_directed", "see_inventory", "unclear", "not_listed",
    "not_applicable",
)  # fmt: skip
"""Words for cells, strictest first."""
STRENGTH = ("required", "may", "own_choice", "advised")
"""The order in which rules stand beside each other."""


@view
class KindWord:
    """A word that stands in the table, and what it means."""

    word: Text
    meaning: Text


@view
class Contact:
    """Somebody to ask: duty lines only; no citation where the line is the place's own hotline."""

    names: Text
    phones: tuple[str, ...]
    citation: Citation | None = None


def kind_words(edition: Edition, used: Iterable[str]) -> tuple[KindWord, ...]:
    """Explain the words that occur, strictest first."""
    occurring = set(used)
    return tuple(
        KindWord(
            word=edition.wording.pattern(f"enterprise_kind.{kind}"),
            meaning=edition.wording.pattern(f"enterprise_meaning.{kind}"),
        )
        for kind in KINDS
        if kind in occurring
    )


def begins(edition: Edition) -> tuple[Fact, ...]:
    """Say from when companies stop or cut, where the plan says it, each statement once."""
    label = edition.say("enterprise.begins")
    level = edition.situation.shown_level
    found = {
        measure.begins: _clause(measure, level)
        for measure in edition.plan.measures
        if measure.topic == "industry" and measure.begins is not None and measure.levels
    }
    return tuple(Fact(label, text, edition.cite(clause)) for text, clause in found.items())


def common_rules(edition: Edition) -> tuple[Said, ...]:
    """Return what binds companies beside the annex, strongest first: at the level shown, or at any if none is."""
    level = edition.situation.shown_level
    measures = edition.plan.measures if level is None else edition.plan.measures_at(level)
    told_by_cells = not edition.plan.industry.grade_rules
    rules = (
        _rule(edition, measure, level)
        for measure in measures
        if measure.levels
        and ENTERPRISES & set(measure.audiences)
        and not (told_by_cells and measure.topic == "industry")
    )
    return tuple(sorted(rules, key=lambda rule: STRENGTH.index(rule.duty)))


def holds_common(edition: Edition) -> bool:
    """Tell whether any measure to companies was entered, whatever it is about and at whatever level."""
    return any(measure.levels and ENTERPRISES & set(measure.audiences) for measure in edition.plan.measures)


def advised(edition: Edition) -> tuple[Said, ...]:
    """Return what advisories that hold or are announced say to companies."""
    tracks = {advisory.track for advisory in edition.situation.advisories}
    return tuple(
        said(measure, edition.plan, edition.audiences, edition.wording)
        for measure in edition.plan.measures
        if tracks & set(measure.tracks) and ENTERPRISES & set(measure.audiences)
    )


def contacts(edition: Edition) -> Iterator[Contact]:
    """Yield whom to call: the hotline, the office that runs it, then the counties, with the lines the plan prints."""
    place = edition.place
    yield Contact(place.hotline_name, (place.hotline,))
    offices = tuple(one for one in edition.plan.organisations if place.hotline in one.phones)
    counties = tuple(one for one in edition.plan.organisations if one.kind == "county" and one not in offices)
    for one in (*offices, *counties):
        phones = tuple(phone for phone in one.phones if phone != place.hotline)
        if phones:
            yield Contact(one.names, phones, edition.cite(one.phones_cite or one.cite))


def _rule(edition: Edition, measure: Measure, level: LevelId | None) -> Said:
    plain = replace(
        said(measure, edition.plan, edition.audiences, edition.wording),
        citation=edition.cite(_clause(measure, level)),
    )
    if level is not None:
        return plain
    names = tuple(one.names for one in edition.plan.levels if one.id in measure.levels)
    levels = edition.wording.join(names, "join.list")
    return replace(plain, mark_note=edition.say("enterprise.at_levels", levels=levels))


def _clause(measure: Measure, level: LevelId | None) -> str:
    """Return the clause for the level shown, or all of them."""
    return measure.levels[level] if level is not None and level in measure.levels else measure.clause

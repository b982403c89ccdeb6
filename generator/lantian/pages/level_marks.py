"""What holds at a level, each statement marked against the level below, under the headings of their subjects."""

from dataclasses import replace
from itertools import groupby

from lantian.model.level import Level, LevelId
from lantian.model.measure import Measure
from lantian.model.text import Text
from lantian.model.view import view
from lantian.pages.blocks import Said, said
from lantian.pages.edition import Edition
from lantian.pages.status_strip import ordinal


@view
class TopicGroup:
    """Statements on one subject, in the order of the plan."""

    id: str
    heading: Text
    rows: tuple[Said, ...]


def meaning(edition: Edition, level: Level) -> Text:
    """Say which of how many levels this is, and which response follows."""
    number = ordinal(edition.wording, level.rank, len(edition.plan.levels))
    total = edition.wording.pattern(f"cardinal.{len(edition.plan.levels)}")
    response = edition.wording.pattern(f"response.{level.response}")
    return edition.say("levels.meaning", level=level.names, rank=number, total=total, response=response)


def marked(edition: Edition, level: LevelId) -> tuple[Said, ...]:
    """Return everything that holds at a level, each statement marked against the level below."""
    below = edition.plan.level_below(level)
    by_id = {measure.id: measure for measure in edition.plan.measures}
    return tuple(_mark(edition, measure, level, below, by_id) for measure in edition.plan.measures_at(level))


def _mark(edition: Edition, measure: Measure, level: LevelId, below: LevelId | None, by_id: dict[str, Measure]) -> Said:
    plain = said(measure, edition.plan, edition.audiences, edition.wording, level)
    if below is None or below in measure.levels:
        return plain
    earlier = by_id.get(measure.replaces or "")
    if earlier is None or below not in earlier.levels:
        return replace(plain, mark="new")
    note = edition.say("levels.before", level=edition.plan.level(below).names, text=earlier.text)
    return replace(plain, mark="changed", mark_note=note)


def grouped(edition: Edition, rows: tuple[Said, ...]) -> tuple[TopicGroup, ...]:
    """Put statements under the headings of their subjects, subjects in the order in which they first appear."""
    order = list(dict.fromkeys(row.topic for row in rows))
    ranked = sorted(rows, key=lambda row: order.index(row.topic))
    return tuple(
        TopicGroup(topic, edition.wording.pattern(f"topic.{topic}"), tuple(members))
        for topic, members in groupby(ranked, key=lambda row: row.topic)
    )


def not_restated(edition: Edition, level: LevelId) -> tuple[Said, ...]:
    """Return what the level below lists and this one neither repeats nor replaces."""
    below = edition.plan.level_below(level)
    if below is None:
        return ()
    replaced = {measure.replaces for measure in edition.plan.measures_at(level)}
    return tuple(
        said(measure, edition.plan, edition.audiences, edition.wording, below)
        for measure in edition.plan.measures_at(below)
        if level not in measure.levels and measure.id not in replaced
    )

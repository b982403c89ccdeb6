"""What holds at a level, each statement marked against the levels below, under the headings of their subjects."""

from dataclasses import replace
from itertools import groupby

from lantian.model.level import Level, LevelId
from lantian.model.measure import Measure
from lantian.model.text import Text
from lantian.model.view import view
from lantian.pages.blocks import Said, said
from lantian.pages.edition import Edition
from lantian.pages.once import once
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


@once
def marked(edition: Edition, level: LevelId) -> tuple[Said, ...]:
    """Return everything that holds at a level, each statement marked against the levels below.

    What any lower level lists is not new, though a level between may not repeat it.
    """
    by_id = {measure.id: measure for measure in edition.plan.measures}
    return tuple(_mark(edition, measure, level, by_id) for measure in edition.plan.measures_at(level))


def _mark(edition: Edition, measure: Measure, level: LevelId, by_id: dict[str, Measure]) -> Said:
    plain = said(measure, edition.plan, edition.audiences, edition.wording, level)
    lower = edition.plan.levels_below(level)
    if not lower or any(one in measure.levels for one in lower):
        return plain
    for below in lower:
        earlier = replaced_at(measure, by_id, below)
        if earlier is not None:
            note = edition.say("levels.before", level=edition.plan.level(below).names, text=earlier.text)
            return replace(plain, mark="changed", mark_note=note)
    return replace(plain, mark="new")


def replaced_at(measure: Measure, by_id: dict[str, Measure], lower: LevelId) -> Measure | None:
    """Return what a measure replaces at a lower level, through the levels between."""
    seen: set[str] = set()
    earlier = by_id.get(measure.replaces or "")
    while earlier is not None and lower not in earlier.levels and earlier.id not in seen:
        seen.add(earlier.id)
        earlier = by_id.get(earlier.replaces or "")
    return earlier if earlier is not None and lower in earlier.levels else None


def grouped(edition: Edition, rows: tuple[Said, ...]) -> tuple[TopicGroup, ...]:
    """Put statements under the headings of their subjects, subjects in the order in which they first appear."""
    order = list(dict.fromkeys(row.topic for row in rows))
    ranked = sorted(rows, key=lambda row: order.index(row.topic))
    return tuple(
        TopicGroup(topic, edition.wording.pattern(f"topic.{topic}"), tuple(members))
        for topic, members in groupby(ranked, key=lambda row: row.topic)
    )


def not_restated(edition: Edition, level: LevelId) -> tuple[Said, ...]:
    """Return what lower levels list and this one neither repeats nor replaces, each as the nearest of them has it."""
    plan, lower = edition.plan, edition.plan.levels_below(level)
    replaced = {measure.replaces for one in (level, *lower) for measure in plan.measures_at(one)}
    left = (one for one in plan.measures if level not in one.levels and one.id not in replaced)
    return tuple(
        replace(
            said(measure, plan, edition.audiences, edition.wording, nearest),
            mark_note=edition.say("levels.listed_at", level=plan.level(nearest).names),
        )
        for measure in left
        for nearest in [one for one in lower if one in measure.levels][:1]
    )

"""A level named beside a rule, marked if it is the one that readers are told about now."""

from dataclasses import dataclass

from lantian.model.level import LevelId
from lantian.model.text import Text
from lantian.pages import addresses
from lantian.pages.edition import Edition


@dataclass(frozen=True, slots=True)
class LevelTag:
    """A level; `mark` says that it is in force, announced or drilled, None for every other level."""

    tone: str
    names: Text
    address: str
    mark: Text | None


def level_tag(edition: Edition, level: LevelId) -> LevelTag:
    """Return the tag of a level."""
    return LevelTag(
        tone=level,
        names=edition.plan.level(level).names,
        address=addresses.level(edition.place.id, level),
        mark=_mark(edition, level),
    )


def _mark(edition: Edition, level: LevelId) -> Text | None:
    situation = edition.situation
    if situation.shown_level != level:
        return None
    if situation.holds:
        return edition.say("level_tag.holds")
    return edition.say("level_tag.exercise" if situation.state == "exercise" else "level_tag.announced")


def standing_note(edition: Edition) -> Text | None:
    """Say that what is listed by level does not hold now; None where a level holds or is announced."""
    if edition.situation.state == "exercise":
        return edition.say("level_tag.drill_note")
    return edition.say("level_tag.idle_note") if edition.situation.shown_level is None else None

"""A level named beside a rule, marked if it is the one that readers are told about now."""

from lantian.model.level import LevelId
from lantian.model.text import Text
from lantian.model.view import view
from lantian.pages import addresses
from lantian.pages.edition import Edition


@view
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
    if situation.suspended_level == level:
        return edition.say("level_tag.suspended")
    return edition.say("level_tag.exercise" if situation.state == "exercise" else "level_tag.announced")


def standing_note(edition: Edition) -> Text | None:
    """Say that what is listed by level does not hold now; None where a level holds or is announced."""
    if edition.situation.state == "exercise":
        return edition.say("level_tag.drill_note")
    if edition.situation.shown_level is None:
        return suspended_note(edition) or edition.say("level_tag.idle_note")
    return suspended_note(edition)


def suspended_note(edition: Edition) -> Text | None:
    """Say that a warning is suspended and not lifted, so that no rule of it holds now; None where none is."""
    level = edition.situation.suspended_level
    return None if level is None else edition.say("level_tag.suspended_note", level=edition.plan.level(level).names)

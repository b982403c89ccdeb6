"""One message of an exercise: marked as such everywhere; it makes nothing hold and shows what is being practised."""

from dataclasses import replace

from lantian.model.bulletin import Bulletin
from lantian.model.level import LevelId
from lantian.model.text import Text
from lantian.model.timeline import Episode
from lantian.model.view import view
from lantian.pages import addresses
from lantian.pages.blocks import Fact, Said
from lantian.pages.bulletin_facts import bulletin_facts, paragraphs
from lantian.pages.bulletin_page import ChainLine, seen_from
from lantian.pages.bulletin_words import headline, levels_around, mark
from lantian.pages.edition import Edition
from lantian.pages.level_marks import TopicGroup, grouped, marked, not_restated
from lantian.pages.page import Link, Page


@view
class DrillView:
    """An exercise message."""

    bare_title: Text
    """The title without the mark that the shell puts before it."""
    headline: Text
    mark: Text | None
    facts: tuple[Fact, ...]
    paragraphs: tuple[str, ...]
    would: Text | None
    """That the following would be required if the warning were real; None where no level is drilled."""
    groups: tuple[TopicGroup, ...]
    not_restated: tuple[Said, ...]
    """Stated at a lower level and neither restated nor replaced since."""
    chain: tuple[ChainLine, ...]
    doubts: str


def drill_page(edition: Edition, chain: Episode, bulletin: Bulletin, crumb: Link, lines: tuple[ChainLine, ...]) -> Page:
    """Return the page of an exercise message; its shell carries the mark even when the exercise is long over."""
    place = edition.place.id
    said = headline(edition, chain, bulletin)
    bare = edition.say("bulletin_page.title", place=edition.place.names, headline=said)
    level = _drilled(edition, chain, bulletin)
    view = DrillView(
        bare_title=bare,
        headline=edition.say("drill_page.heading", headline=said),
        mark=mark(edition, chain, bulletin),
        facts=(
            Fact(edition.say("drill_page.nature"), edition.say("drill_page.unreal")),
            *bulletin_facts(edition, chain, bulletin),
        ),
        paragraphs=paragraphs(bulletin),
        would=edition.say("drill_page.would", level=edition.plan.level(level).names) if level else None,
        groups=grouped(edition, marked(edition, level)) if level else (),
        not_restated=not_restated(edition, level) if level else (),
        chain=seen_from(lines, addresses.drill(place, bulletin.id)),
        doubts=addresses.plan(place, "doubts"),
    )
    title = edition.say("exercise.title", title=bare)
    page = edition.live(addresses.drill(place, bulletin.id), "drill", title, view, (crumb,))
    frame = replace(edition.live_frame, exercise=edition.live_frame.exercise or edition.say("drill_page.bar"))
    return replace(page, place=frame)


def _drilled(edition: Edition, chain: Episode, bulletin: Bulletin) -> LevelId | None:
    before, after = levels_around(chain, bulletin)
    level = after or before
    return level if level is not None and edition.plan.has_level(level) else None

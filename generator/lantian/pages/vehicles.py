"""Which vehicle may drive where: the start page, a class, and every page below them."""

from collections.abc import Iterator
from functools import partial

from lantian.model.level import LevelId
from lantian.model.text import Text
from lantian.model.vehicle import Stage, VehicleClass
from lantian.model.view import view
from lantian.pages import addresses
from lantian.pages.advised import driving_notes
from lantian.pages.blocks import QuestionRow
from lantian.pages.edition import Edition
from lantian.pages.page import Later, Link, Page
from lantian.pages.vehicle_answers import as_it_stands, headline, headlines
from lantian.pages.vehicle_banned import banned_vehicles
from lantian.pages.vehicle_cards import Ruled, ruled
from lantian.pages.vehicle_check import check_links, check_pages, class_links
from lantian.pages.vehicle_notes import drill_notes, following_level, no_level_reason, plan_version, situation_notes
from lantian.pages.vehicle_result import result_page
from lantian.pages.vehicle_table import table_page
from lantian.pages.vehicle_topics import topic_links, topic_pages
from lantian.pages.vehicle_words import apart, choice_name, level_groups, level_names, standard_id, standards


@view
class RuleGroup:
    """Every rule of one or more levels; the heading names the levels."""

    heading: Text
    rules: tuple[Ruled, ...]


@view
class StartView:
    """What holds in a sentence, the classes to choose from, and the rules themselves."""

    answer: Text
    asides: tuple[Text, ...]
    summary: Text
    checks: tuple[Link, ...]
    """The forms that answer at once, for readers with a script; without one they lead back to the classes."""
    classes: tuple[Link, ...]
    links: tuple[Link, ...]
    groups: tuple[RuleGroup, ...]
    version: Text
    doubts: str


@view
class ClassView:
    """A class, and the standards to choose from with their verdicts in a word."""

    answer: Text
    description: Text
    asides: tuple[Text, ...]
    rows: tuple[QuestionRow, ...]
    links: tuple[Link, ...]


def vehicle_pages(edition: Edition) -> Iterator[Page]:
    """Yield the vehicle pages of a place but its calendar of plates; a plan without areas has no verdicts to show."""
    place = edition.place
    title = edition.say("vehicle_page.start_title", place=place.names)
    yield edition.live(addresses.vehicle(place.id), "vehicle", title, Later(partial(start_view, edition)))
    crumb = Link(addresses.vehicle(place.id), edition.say("vehicle_page.question"))
    if edition.plan.vehicles.areas:
        for entry in edition.content.vocabulary.vehicle_classes:
            yield from _class_pages(edition, entry, crumb)
        yield from check_pages(edition, (crumb,))
        yield table_page(edition, (crumb,))
    yield from topic_pages(edition, (crumb,))


def start_view(edition: Edition) -> StartView:
    """Return the start page."""
    place, chapter = edition.place.id, edition.plan.vehicles
    groups = level_groups(edition, lambda level: tuple(rule for rule in chapter.rules if level in rule.levels))
    shown = edition.situation.shown_level
    following = following_level(edition)
    same = any({shown, following} <= set(group) for group in groups)
    return StartView(
        answer=_start_answer(edition, shown),
        asides=(*drill_notes(edition), *situation_notes(edition, same=same)),
        summary=chapter.summary,
        checks=check_links(edition),
        classes=class_links(edition) if chapter.areas else (),
        links=topic_links(edition) if chapter.areas else (),
        groups=tuple(_rules(edition, group) for group in groups if shown is None or {shown, following} & set(group)),
        version=plan_version(edition),
        doubts=addresses.plan(place, "doubts"),
    )


def class_view(edition: Edition, entry: VehicleClass) -> ClassView:
    """Return the choice of a standard for a class."""
    shown, place = edition.situation.shown_level, edition.place.id
    if shown is None:
        key = "beside_levels" if driving_notes(edition) else "none_choose"
        answer = edition.say(f"vehicle_page.{key}", vehicle=entry.names)
    else:
        answer = as_it_stands(edition, edition.say("vehicle_page.choose", vehicle=entry.names), named=True)
    return ClassView(
        answer=answer,
        description=entry.description,
        asides=(*drill_notes(edition), *situation_notes(edition, same=_stays(edition, entry)))
        or (no_level_reason(edition),),
        rows=tuple(_row(edition, entry, stage) for stage in standards(entry)),
        links=(
            Link(addresses.vehicle(place), edition.say("vehicle_page.other_class")),
            *check_links(edition),
            *topic_links(edition),
        ),
    )


def _class_pages(edition: Edition, entry: VehicleClass, crumb: Link) -> Iterator[Page]:
    place = edition.place
    address = addresses.vehicle(place.id, entry.id)
    title = edition.say("vehicle_page.class_title", place=place.names, vehicle=entry.names)
    yield edition.live(address, "vehicle_class", title, Later(partial(class_view, edition, entry)), (crumb,))
    for stage in standards(entry):
        yield result_page(edition, entry, stage, (crumb, Link(address, entry.names)))


def _row(edition: Edition, entry: VehicleClass, stage: Stage | None) -> QuestionRow:
    shown = edition.situation.shown_level
    found = headlines(edition, entry, stage)
    told = headline(edition, entry, stage, shown) if shown is not None else found[0][1] if found else None
    if told is not None:
        word, sentence = told.word, told.where
    else:
        word, sentence = edition.say("vehicle_page.word_none"), no_level_reason(edition)
    if shown is None and found:
        words = tuple(edition.say("vehicle_page.word_during", levels=name, word=one.word) for name, one in found)
        word = edition.wording.join(words, "join.clauses")
        sentence = sentence if len(found) == 1 else edition.say("vehicle_page.where_by_level")
    if edition.situation.exercise_level is not None:
        word = edition.say("vehicle_page.word_drill", word=word)
    return QuestionRow(
        question=choice_name(edition, entry, stage),
        word=word,
        sentence=sentence,
        address=addresses.vehicle(edition.place.id, entry.id, standard_id(stage)),
        icon=told.code if told is not None and shown is not None else "",
    )


def _stays(edition: Edition, entry: VehicleClass) -> bool:
    following, level = following_level(edition), edition.situation.level
    if following is None or level is None:
        return False
    return all(
        headline(edition, entry, stage, level) == headline(edition, entry, stage, following)
        for stage in standards(entry)
    )


def _start_answer(edition: Edition, shown: LevelId | None) -> Text:
    if not edition.plan.vehicles.areas or not edition.plan.vehicles.rules:
        return edition.say("vehicle_page.start_no_rules")
    if shown is None:
        return edition.say(f"vehicle_page.start_{'beside_levels' if driving_notes(edition) else 'none'}")
    banned = banned_vehicles(edition, shown)
    key = "vehicle_page.start_banned" if banned else "vehicle_page.start_no_ban"
    fields = {"vehicles": apart(edition, banned)} if banned else {}
    return as_it_stands(edition, edition.say(key, **fields), named=True)


def _rules(edition: Edition, levels: tuple[LevelId, ...]) -> RuleGroup:
    heading = edition.say("vehicle_page.at_levels", levels=level_names(edition, levels))
    rules = tuple(
        ruled(edition, rule, levels) for rule in edition.plan.vehicles.rules if set(levels) & set(rule.levels)
    )
    return RuleGroup(heading, rules)

"""Can pupils be outdoors: the answer, two dates, a table by activity, a text for parents, a notice for the gate."""

from collections.abc import Iterator
from functools import partial

from lantian.model.citation import Citation
from lantian.model.measure import Measure
from lantian.model.moment_sentence import moment
from lantian.model.text import Text
from lantian.model.view import view
from lantian.pages import addresses
from lantian.pages.blocks import Fact, Said, said
from lantian.pages.edition import Edition
from lantian.pages.guidance import ozone_advice, ozone_now
from lantian.pages.held import holds
from lantian.pages.level_tags import LevelTag, level_tag, suspended_note
from lantian.pages.page import Later, Link, Page
from lantian.pages.school_calendar import DayColumn, day_columns
from lantian.pages.school_case import SchoolCase, school_case
from lantian.pages.school_notice import notice_view
from lantian.pages.school_parents import parents_text

ICONS = {"stopped": "no", "pending": "calendar"}
"""Only a stop has a shape: no case says yes, for no warning is no promise of clean air."""


@view
class SchoolRule:
    """A statement of the plan to schools, and the levels at which it holds."""

    said: Said
    levels: tuple[LevelTag, ...]


@view
class SchoolView:
    """What the school page shows, in the order of ux.md section 7."""

    answer: Text
    icon: str
    citation: Citation | None
    days: tuple[DayColumn, ...]
    rules: tuple[SchoolRule, ...]
    rules_note: Text | None
    activities: tuple[Fact, ...]
    suspension: tuple[Said, ...]
    suspension_note: Text
    parents: Text | None
    notice: str
    why: Text
    source: Link | None
    ozone: tuple[Fact, ...]
    doubts: str


def school_pages(edition: Edition) -> Iterator[Page]:
    """Yield the answer for schools and the notice for the gate."""
    place, case = edition.place.id, school_case(edition)
    title = edition.say("school_page.title", place=edition.place.names)
    yield edition.live(addresses.school(place), "school", title, Later(partial(_view, edition, case)))
    crumb = Link(addresses.school(place), edition.say("school_page.crumb"))
    notice = edition.say("school_page.notice_title", place=edition.place.names)
    yield edition.live(addresses.school_notice(place), "school_notice", notice, notice_view(edition, case), (crumb,))


def _view(edition: Edition, case: SchoolCase) -> SchoolView:
    place = edition.place.id
    own = tuple(measure for measure in edition.plan.measures if measure.topic == "school" and measure.levels)
    rules = tuple(measure for measure in own if measure.duty != "may")
    return SchoolView(
        answer=case.status.headline,
        icon=ICONS.get(case.case, ""),
        citation=case.status.citation,
        days=day_columns(edition),
        rules=tuple(_rule(edition, measure) for measure in rules),
        rules_note=_rules_note(edition, rules),
        activities=_activities(edition) if rules else (),
        suspension=tuple(
            said(one, edition.plan, edition.audiences, edition.wording) for one in own if one.duty == "may"
        ),
        suspension_note=edition.say("school_page.no_notice"),
        parents=parents_text(edition, case),
        notice=addresses.school_notice(place),
        why=edition.say("school_page.why", plan=edition.plan.document.short),
        source=_source(edition),
        ozone=ozone_advice(edition) if ozone_now(edition) else (),
        doubts=addresses.plan(place, "doubts"),
    )


def _rule(edition: Edition, measure: Measure) -> SchoolRule:
    return SchoolRule(
        said(measure, edition.plan, edition.audiences, edition.wording),
        tuple(level_tag(edition, level.id) for level in edition.plan.levels if level.id in measure.levels),
    )


def _rules_note(edition: Edition, rules: tuple[Measure, ...]) -> Text | None:
    """Say that the rules do not hold now, where they do not; None where they do."""
    situation = edition.situation
    if not rules:
        return edition.say("school_page.unsaid" if holds(edition, "school") else "school_page.not_held")
    if situation.state == "exercise":
        return edition.say("school_page.rules_drilled")
    shown, suspended = situation.shown_level, suspended_note(edition)
    if suspended is not None:
        return suspended
    if shown is None:
        return edition.say("school_page.rules_idle")
    if not any(shown in measure.levels for measure in rules):
        return edition.say("school_page.rules_elsewhere", level=edition.plan.level(shown).names)
    return None


def _activities(edition: Edition) -> tuple[Fact, ...]:
    return tuple(Fact(one.names, one.text) for one in edition.content.vocabulary.activities if one.text is not None)


def _source(edition: Edition) -> Link | None:
    """Lead to the message that the answer rests on."""
    situation = edition.situation
    if situation.source is None:
        return None
    drilled = situation.state == "exercise"
    address = (addresses.drill if drilled else addresses.bulletin)(situation.source.place, situation.source.id)
    at = moment(situation.source.issued_at, situation.as_of, "full", edition.wording)
    return Link(address, edition.say("school_page.drill" if drilled else "school_page.message", at=at))

"""The plan itself: what paper it is, what it does in plain words, and the ways to its parts."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from babel.dates import format_date

from lantian.model.moment_sentence import LOCALES
from lantian.model.text import Text
from lantian.model.view import view
from lantian.model.wording import Wording
from lantian.pages import addresses
from lantian.pages.blocks import Fact
from lantian.pages.edition import Edition
from lantian.pages.page import Later, Link, Page
from lantian.pages.plan_clauses import clauses_view
from lantian.pages.plan_deadlines import deadlines_view
from lantian.pages.plan_doubts import doubts_view
from lantian.pages.plan_levels import plan_levels_view
from lantian.pages.plan_organisations import organisations_view

TOPICS = ("levels", "organisations", "deadlines", "clauses", "doubts")


@view
class PlanView:
    """The paper and its parts."""

    heading: Text
    warning: Text
    """That a newer version may exist outside this site."""
    facts: tuple[Fact, ...]
    summary: tuple[Text, ...]
    topics: tuple[Link, ...]
    basis: tuple[Text, ...]
    ways: tuple[Link, ...]
    ended: tuple[Link, ...]
    """Campaigns that have ended, each marked so."""
    data: str


def plan_pages(edition: Edition) -> Iterator[Page]:
    """Yield the pages about the plan; none of them changes with the warning."""
    place = edition.place.id
    crumb = Link(addresses.plan(place), edition.say("plan_page.crumb"))
    yield edition.still(addresses.plan(place), "plan", edition.plan.document.title, Later(partial(_view, edition)))
    views = {
        "levels": plan_levels_view,
        "organisations": organisations_view,
        "deadlines": deadlines_view,
        "clauses": clauses_view,
        "doubts": doubts_view,
    }
    for topic in TOPICS:
        title = edition.say("plan_page.title", place=edition.place.names, topic=edition.say(f"plan_topic.{topic}"))
        view = Later(partial(views[topic], edition))
        yield edition.still(addresses.plan(place, topic), f"plan_{topic}", title, view, (crumb,))


def spoken_day(day: date, wording: Wording) -> Text:
    """Say a day of the calendar, always with its year."""
    pattern = wording.pattern("time.date_year")
    return Text(
        zh=format_date(day, pattern.zh, locale=LOCALES["zh"]), en=format_date(day, pattern.en, locale=LOCALES["en"])
    )


def _view(edition: Edition) -> PlanView:
    place = edition.place.id
    return PlanView(
        heading=edition.say("plan_page.heading", plan=edition.plan.document.title),
        warning=edition.plan.newer or edition.say("plan_page.newer"),
        facts=tuple(_facts(edition)),
        summary=tuple(_summary(edition)),
        topics=tuple(
            Link(
                addresses.plan(place, topic),
                edition.say(f"plan_topic.{topic}"),
                note=edition.say(f"plan_topic.{topic}_note"),
            )
            for topic in TOPICS
        ),
        basis=edition.plan.document.basis,
        ways=(
            Link(addresses.levels(place), edition.say("plan_page.measures")),
            Link(addresses.vehicle(place), edition.say("plan_page.vehicles")),
            Link(addresses.sectors(place), edition.say("plan_page.sectors")),
        ),
        ended=tuple(_ended(edition)),
        data=addresses.data(place, "plan.json"),
    )


def _ended(edition: Edition) -> Iterator[Link]:
    for one in edition.entry.campaigns:
        note = edition.say("archive.link_note", until=spoken_day(one.valid_until, edition.wording))
        yield Link(addresses.plan(edition.place.id, one.id), one.document.title, note=note)


def _facts(edition: Edition) -> Iterator[Fact]:
    plan, say = edition.plan, edition.say
    paper = plan.document
    yield Fact(say("plan_page.status"), _status(edition))
    yield Fact(say("plan_page.number"), paper.number or say("plan_page.no_number"), edition.cite(paper.cite))
    yield Fact(say("plan_page.issuer"), paper.issuer)
    yield Fact(say("plan_page.issued"), spoken_day(paper.issued_on, edition.wording))
    for repealed in paper.repeals:
        earlier = say("plan_page.repealed", title=repealed.title)
        yield Fact(say("plan_page.repeals"), earlier, native=repealed.number)
    yield Fact(say("plan_page.interpreter"), paper.interpreter)
    yield Fact(say("plan_page.revision"), paper.revision)
    yield Fact(say("plan_page.scope"), paper.scope)


def _status(edition: Edition) -> Text:
    plan = edition.plan
    since = spoken_day(plan.valid_from, edition.wording)
    later = next((one for one in edition.entry.plans if one.id == plan.superseded_by), None)
    if later is not None:
        return edition.say("plan_page.replaced", since=since, later=later.document.title)
    if plan.valid_until is not None:
        return edition.say("plan_page.until", since=since, until=spoken_day(plan.valid_until, edition.wording))
    return edition.say("plan_page.since", since=since)


def _summary(edition: Edition) -> Iterator[Text]:
    plan, say, join = edition.plan, edition.say, edition.wording.join
    if plan.levels:
        names = join(tuple(level.names for level in plan.levels), "join.list")
        yield say("plan_page.sum_levels", number=len(plan.levels), names=names)
    if plan.tracks:
        yield say("plan_page.sum_tracks", names=join(tuple(track.names for track in plan.tracks), "join.list"))
    yield from (rule.text for rule in (plan.follows, plan.lead_time, plan.lifting) if rule is not None)
    rules = {
        "measures": len(plan.measures),
        "vehicles": len(plan.vehicles.rules),
        "sectors": len(plan.industry.sectors),
    }
    yield say("plan_page.sum_measures", **rules)
    yield say("plan_page.sum_who", organisations=len(plan.organisations), deadlines=len(plan.deadlines))
    if plan.anomalies:
        yield say("plan_page.sum_doubts", number=len(plan.anomalies))

"""What differs between places and between levels: the index, and the pages of every pair of places."""

from collections.abc import Iterator
from functools import partial

from lantian.model.content import Content
from lantian.model.text import Text
from lantian.model.view import view
from lantian.pages import addresses
from lantian.pages.blocks import Fact
from lantian.pages.compare_enterprises import enterprises_answer, enterprises_tally, enterprises_view
from lantian.pages.compare_pairs import place_pair_links, place_pairs
from lantian.pages.compare_plans import plan_tables
from lantian.pages.compare_rows import ComparedTable, Pair
from lantian.pages.compare_rules import rule_tables
from lantian.pages.compare_vehicles import vehicles_answer, vehicles_tally, vehicles_view
from lantian.pages.edition import Edition
from lantian.pages.once import once
from lantian.pages.page import Later, Link, Page
from lantian.pages.plan import spoken_day
from lantian.pages.standing import Standing, standings


@view
class IndexView:
    """Every pair that has a page; `levels` by place."""

    places: tuple[Link, ...]
    levels: tuple[tuple[Text, tuple[Link, ...]], ...]


@view
class PairView:
    """Two places: the plans that are compared, what differs in short, the tables, the further pages."""

    answer: Text
    plans: tuple[Fact, ...]
    newer: tuple[Text, ...]
    links: tuple[Link, ...]
    tables: tuple[ComparedTable, ...]
    heads: tuple[Text, Text]
    homes: tuple[Link, ...]


@view
class RulesView:
    """How warnings begin, change and end under two plans."""

    answer: Text
    tables: tuple[ComparedTable, ...]
    heads: tuple[Text, Text]


def compare_pages(content: Content, editions: tuple[Edition, ...]) -> Iterator[Page]:
    """Yield the index, then the pages of each pair of places."""
    yield compare_index(content, standings(editions))
    by_place = {one.place.id: one for one in editions}
    crumbs = (_crumb(content), Link(addresses.COMPARE, content.wording.pattern("compare.crumb")))
    for left, right in place_pairs(content):
        yield from _pair_pages(Pair(by_place[left], by_place[right]), crumbs)


def compare_index(content: Content, places: tuple[Standing, ...]) -> Page:
    """Return the page that leads to every pair."""
    index = IndexView(
        places=place_pair_links(content),
        levels=tuple((one.place.names, one.level_pairs) for one in places if one.level_pairs),
    )
    return Page(
        address=addresses.COMPARE, template="pages/compare.html", title=content.wording.pattern("compare.title"),
        view=index, crumbs=(_crumb(content),),
    )  # fmt: skip


def _crumb(content: Content) -> Link:
    return Link(addresses.PORTAL, content.site.names)


def _pair_pages(pair: Pair, crumbs: tuple[Link, ...]) -> Iterator[Page]:
    left, right = pair.left.place.id, pair.right.place.id
    address = addresses.compare(left, right)
    yield _page(pair, address, "places", Later(partial(pair_view, pair)), crumbs)
    below = (*crumbs, Link(address, pair.say("compare.pair")))
    for topic, shows in (("rules", rules_view), ("vehicles", vehicles_view), ("enterprises", enterprises_view)):
        yield _page(pair, addresses.compare(left, right, topic), topic, Later(partial(shows, pair)), below)


def _page(pair: Pair, address: str, topic: str, view: Later, crumbs: tuple[Link, ...]) -> Page:
    title = pair.say(f"compare.title_{topic}")
    return Page(
        address=address, template=f"pages/compare_{topic}.html", title=title, view=view, crumbs=crumbs, rules=True
    )


def pair_view(pair: Pair) -> PairView:
    """Return thresholds, shares, schools and lines beside the levels, with the ways to everything else."""
    tables = plan_tables(pair)
    return PairView(
        answer=_answer(pair, tables),
        plans=tuple(_plan(side) for side in pair.sides),
        newer=tuple(side.plan.newer for side in pair.sides if side.plan.newer is not None),
        links=_links(pair),
        tables=tables,
        heads=pair.names,
        homes=tuple(Link(addresses.home(side.place.id), side.place.names) for side in pair.sides),
    )


@once
def rules_view(pair: Pair) -> RulesView:
    """Return the rules of time, approvals and deadlines."""
    tables = rule_tables(pair)
    unlike = tables[0].unlike
    answer = pair.say("compare.answer_rules", number=unlike) if unlike else pair.say("compare.answer_rules_same")
    return RulesView(answer, tables, pair.names)


def _answer(pair: Pair, tables: tuple[ComparedTable, ...]) -> Text:
    unlike = tuple(pair.say(f"compare.subject_{table.id}") for table in tables if table.unlike)
    if vehicles_tally(pair).unlike:
        unlike += (pair.say("compare.subject_vehicles"),)
    if enterprises_tally(pair).unlike:
        unlike += (pair.say("compare.subject_enterprises"),)
    if not unlike:
        return pair.say("compare.answer_same")
    return pair.say("compare.answer", subjects=pair.left.wording.join(unlike, "join.list"))


def _plan(edition: Edition) -> Fact:
    document = edition.plan.document
    value = edition.say("compare.plan", title=document.title, issued=spoken_day(document.issued_on, edition.wording))
    return Fact(edition.place.names, value, edition.cite(document.cite))


def _links(pair: Pair) -> tuple[Link, ...]:
    left, right = pair.left.place.id, pair.right.place.id
    notes = {
        "vehicles": vehicles_answer(pair, vehicles_tally(pair)),
        "enterprises": enterprises_answer(pair, enterprises_tally(pair)),
        "rules": rules_view(pair).answer,
    }
    return tuple(
        Link(addresses.compare(left, right, topic), pair.say(f"compare.way_{topic}"), note=note)
        for topic, note in notes.items()
    )

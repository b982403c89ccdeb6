"""Campaigns that have ended, kept as an archive: no page of what holds now reads them."""

from collections.abc import Iterator
from functools import partial

from lantian.model.campaign import CampaignLevel
from lantian.model.citation import Citation
from lantian.model.text import Text
from lantian.model.view import view
from lantian.pages.archive_clauses import archived_clauses_view
from lantian.pages.archive_doubts import ArchivedDoubt, archived_doubts_view, contradictions
from lantian.pages.archive_limits import limits_view
from lantian.pages.archive_tables import tables_view, tasks_view
from lantian.pages.archived import FILES, TOPICS, Archived, Ended, File, archives
from lantian.pages.blocks import Fact, Said
from lantian.pages.edition import Edition
from lantian.pages.page import Later, Link, Page

POLLUTANTS = ("pm", "so2", "nox", "voc")
RULES = ("counting", "lifting", "merging", "early_start", "regional")


@view
class ShareRow:
    """A level and its share of each pollutant, each behind the pollutant's name."""

    names: Text
    shares: tuple[Fact, ...]
    citation: Citation
    doubts: tuple[Link, ...]


@view
class ArchivedRule:
    """A rule about warnings as the campaign set it."""

    heading: Text
    said: Said


@view
class ArchiveView:
    """The front page of an archive."""

    ended: Ended
    summary: tuple[Text, ...]
    facts: tuple[Fact, ...]
    aims: tuple[Fact, ...]
    topics: tuple[Link, ...]
    pollutants: tuple[Text, ...]
    levels: tuple[ShareRow, ...]
    rules: tuple[ArchivedRule, ...]
    contradictions: tuple[ArchivedDoubt, ...]
    doubts_page: str
    files: tuple[File, ...]


def archive_pages(edition: Edition) -> Iterator[Page]:
    """Yield the pages of every campaign of a place that has ended; none changes with the warning."""
    for archived in archives(edition):
        short, view = archived.campaign.document.short, Later(partial(archive_view, archived))
        title = archived.say("archive.title", plan=short)
        yield archived.framed(edition.still(archived.address(), "archive", title, view, archived.crumbs()))
        views = {
            "limits": limits_view,
            "tables": tables_view,
            "tasks": tasks_view,
            "clauses": archived_clauses_view,
            "doubts": archived_doubts_view,
        }
        for topic in TOPICS:
            title = archived.say("archive.topic_title", plan=short, topic=archived.say(f"archive_topic.{topic}"))
            address, crumbs = archived.address(topic), archived.crumbs(topic)
            view = Later(partial(views[topic], archived))
            yield archived.framed(edition.still(address, f"archive_{topic}", title, view, crumbs))


def archive_view(archived: Archived) -> ArchiveView:
    """Return what the campaign was and what it asked for."""
    campaign = archived.campaign
    return ArchiveView(
        ended=archived.ended(archived.say("archive.heading", plan=campaign.document.short)),
        summary=campaign.summary,
        facts=tuple(_facts(archived)),
        aims=tuple(
            Fact(archived.say("archive.aim", number=number), one.text, archived.cite(one.cite))
            for number, one in enumerate(campaign.aims, start=1)
        ),
        topics=tuple(_topics(archived)),
        pollutants=tuple(archived.say(f"archive_pollutant.{one}") for one in POLLUTANTS),
        levels=tuple(_level(archived, one) for one in campaign.levels),
        rules=tuple(_rules(archived)),
        contradictions=contradictions(archived),
        doubts_page=archived.address("doubts"),
        files=archived.files(*FILES),
    )


def _topics(archived: Archived) -> Iterator[Link]:
    for topic in TOPICS:
        note = archived.say(f"archive_topic.{topic}_note")
        yield Link(archived.address(topic), archived.say(f"archive_topic.{topic}"), note=note)


def _facts(archived: Archived) -> Iterator[Fact]:
    say, campaign = archived.say, archived.campaign
    paper = campaign.document
    span = say("archive.span", since=archived.day(campaign.valid_from), until=archived.day(campaign.valid_until))
    yield Fact(say("plan_page.status"), say("archive.status", until=archived.day(campaign.valid_until)))
    yield Fact(say("archive.period"), archived.edition.wording.join((campaign.period_text, span)))
    yield Fact(say("archive.full_title"), paper.title)
    yield Fact(say("plan_page.number"), paper.number, archived.cite(paper.cite))
    yield Fact(say("plan_page.issuer"), paper.issuer)
    yield Fact(say("plan_page.issued"), archived.day(paper.issued_on))
    yield Fact(say("plan_page.scope"), paper.scope, archived.cite(paper.scope_cite))
    if paper.basis:
        yield Fact(say("archive.basis"), archived.edition.wording.join(paper.basis, "join.list"))


def _level(archived: Archived, level: CampaignLevel) -> ShareRow:
    return ShareRow(
        names=level.names,
        shares=tuple(
            Fact(archived.say(f"archive_pollutant.{one}"), _share(archived, level, one)) for one in POLLUTANTS
        ),
        citation=archived.cite(level.cite),
        doubts=archived.doubts(level.doubts),
    )


def _share(archived: Archived, level: CampaignLevel, pollutant: str) -> Text:
    percent = getattr(level.reduction, pollutant)
    if percent is None:
        return archived.say("archive.no_share")
    return archived.say("archive.share_at_least" if level.at_least else "archive.share", percent=percent)


def _rules(archived: Archived) -> Iterator[ArchivedRule]:
    for name in RULES:
        rule = getattr(archived.campaign, name)
        if rule is not None:
            said = Said(id=name, text=rule.text, duty=rule.duty, citation=archived.cite(rule.cite))
            yield ArchivedRule(archived.say(f"archive_rule.{name}"), said)

"""All files for machines of a site."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from functools import partial

from lantian.formats.bulletins_data import bulletins_body, stats_file
from lantian.formats.calendars import calendar_documents
from lantian.formats.campaign_tables import campaign_files
from lantian.formats.enterprise_data import enterprise_body
from lantian.formats.json_file import Json, data_file, schema_files
from lantian.formats.measures_data import measures_body
from lantian.formats.plan_data import plan_body
from lantian.formats.short_pages import short_documents
from lantian.formats.status import index_body, status_body
from lantian.formats.vehicle_check_data import vehicle_check_body
from lantian.formats.vehicles_data import vehicles_body
from lantian.model.content import Content
from lantian.pages.edition import Edition
from lantian.pages.page import Document, Site
from lantian.pages.standing import standings


def site_documents(site: Site, content: Content, editions: tuple[Edition, ...]) -> Site:
    """Return the site with its files for machines, which are made when they are asked for."""
    return replace(site, files=partial(_documents, site, content, editions))


def _documents(site: Site, content: Content, editions: tuple[Edition, ...]) -> tuple[Document, ...]:
    """Return the files; SchemaMismatchError if one does not fit its schema."""
    documents: list[Document] = [*schema_files()]
    generated = site.frame.generated_at
    documents.append(data_file("index", index_body(standings(editions)), None, content.site.mode, generated))
    for one in editions:
        documents.extend(live_documents(one, generated))
        documents.extend(still_documents(one, generated))
    documents.extend(short_documents(site.frame, site.pages, content.wording))
    return tuple(documents)


def live_documents(one: Edition, generated: datetime) -> tuple[Document, ...]:
    """Return the files of a place that change with its warnings."""
    bodies = {"status": status_body(one), "bulletins": bulletins_body(one.messages, one.situation.as_of)}
    calendars = calendar_documents(one, generated)
    return (*_data_files(one, bodies.items(), generated), stats_file(one.situation, one.messages), *calendars)


def still_documents(one: Edition, generated: datetime) -> tuple[Document, ...]:
    """Return the files of a place that change with its plan alone."""
    tables = (file for campaign in one.entry.campaigns for file in campaign_files(campaign, one.wording))
    return (*_data_files(one, _still_bodies(one), generated), *tables)


def _data_files(one: Edition, bodies: Iterable[tuple[str, Json]], generated: datetime) -> Iterator[Document]:
    for name, body in bodies:
        yield data_file(name, body, one.place.id, one.content.site.mode, generated)


def _still_bodies(one: Edition) -> Iterator[tuple[str, Json]]:
    content, entry = one.content, one.entry
    wording, vocabulary = content.wording, content.vocabulary
    yield "plan", plan_body(entry.plans, one.plan.id, wording, entry.campaigns)
    yield "measures", measures_body(entry.plans, wording)
    yield "vehicles", vehicles_body(one.plan, one.decisions, wording)
    yield "vehicle-check", vehicle_check_body(one)
    yield "enterprise", enterprise_body(one.plan, vocabulary, wording)

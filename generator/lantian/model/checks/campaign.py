"""Rules for a campaign that has ended: its ids are its own, its references lead somewhere, its dates are in order."""

from collections.abc import Iterable, Iterator

from lantian.model.campaign import Campaign
from lantian.model.checks.clauses import clause_findings
from lantian.model.checks.descent import LEAVES, inside
from lantian.model.checks.finding import Finding, Path, missing, repeated
from lantian.model.checks.known import Known
from lantian.model.text import Record

LISTS = ("aims", "levels", "sections", "periods", "limits", "transport", "passages", "anomalies")
TABLES = ("targets", "households", "coal", "task_categories", "tasks")


def campaign_findings(campaign: Campaign, known: Known) -> Iterator[Finding]:
    """Yield what is inconsistent in a campaign that is well formed."""
    yield from missing(("place",), campaign.place, known.places, "unknown_place")
    yield from _dates(campaign)
    for name in LISTS:
        yield from repeated((name,), (entry.id for entry in getattr(campaign, name)))
    for name in TABLES:
        yield from repeated(("tables", name), (entry.id for entry in getattr(campaign.tables, name)))
    yield from repeated(("items",), (str(item.number) for item in campaign.items), "number")
    for index, level in enumerate(campaign.levels):
        if level.rank != index + 1:
            yield Finding(("levels", index, "rank"), "rank_out_of_order", {"rank": level.rank, "expected": index + 1})
    yield from _passages(campaign)
    yield from _limits(campaign)
    yield from _tasks(campaign)
    yield from _doubts((), campaign, tuple(anomaly.id for anomaly in campaign.anomalies))
    yield from clause_findings((), campaign, known)


def _dates(campaign: Campaign) -> Iterator[Finding]:
    if campaign.valid_until < campaign.valid_from:
        yield Finding(("valid_until",), "plan_ends_before_start", {"start": str(campaign.valid_from)})
    for index, one in enumerate(campaign.periods):
        if one.starts is not None and one.ends is not None and one.ends < one.starts:
            yield Finding(("periods", index, "ends"), "plan_ends_before_start", {"start": str(one.starts)})


def _passages(campaign: Campaign) -> Iterator[Finding]:
    sections = tuple(section.id for section in campaign.sections)
    items = tuple(str(item.number) for item in campaign.items)
    for index, item in enumerate(campaign.items):
        yield from missing(("items", index, "section"), item.section, sections, "unknown_subject")
    for index, passage in enumerate(campaign.passages):
        here = ("passages", index)
        yield from missing((*here, "section"), passage.section, sections, "unknown_subject")
        if passage.item is not None:
            yield from missing((*here, "item"), str(passage.item), items, "unknown_item")
        for role in ("lead", "support", "local"):
            yield from _bodies((*here, role), getattr(passage, role), campaign)
    ids = [one.id for passage in campaign.passages for one in passage.statements]
    paths = [
        ("passages", index, "statements", number)
        for index, passage in enumerate(campaign.passages)
        for number in range(len(passage.statements))
    ]
    for position, (path, entry) in enumerate(zip(paths, ids, strict=True)):
        if entry in ids[:position]:
            yield Finding((*path, "id"), "repeated_id", {"id": entry})


def _limits(campaign: Campaign) -> Iterator[Finding]:
    periods = tuple(one.id for one in campaign.periods)
    for index, limit in enumerate(campaign.limits):
        here = ("limits", index)
        yield from missing((*here, "period"), limit.period, periods, "unknown_period")
        yield from _grantors(here, (one.grantor for one in limit.exceptions), campaign)
        if limit.action == "limit" and limit.percent is None:
            yield Finding(here, "missing_percent", {"do": limit.action})
        if limit.action == "slow" and limit.hours is None:
            yield Finding(here, "missing_field", {"name": "hours"})
    for index, rule in enumerate(campaign.transport):
        if rule.period is not None:
            yield from missing(("transport", index, "period"), rule.period, periods, "unknown_period")
        yield from _grantors(("transport", index), (one.grantor for one in rule.exceptions), campaign)


def _tasks(campaign: Campaign) -> Iterator[Finding]:
    categories = tuple(one.id for one in campaign.tables.task_categories)
    for index, task in enumerate(campaign.tables.tasks):
        here = ("tables", "tasks", index)
        yield from missing((*here, "category"), task.category, categories, "unknown_subject")
        yield from _bodies((*here, "departments"), task.departments, campaign)


def _grantors(path: Path, grantors: Iterable[str | None], campaign: Campaign) -> Iterator[Finding]:
    for index, grantor in enumerate(grantors):
        if grantor is not None:
            yield from missing((*path, "exceptions", index, "grantor"), grantor, campaign.bodies, "unknown_body")


def _bodies(path: Path, bodies: Iterable[str], campaign: Campaign) -> Iterator[Finding]:
    for index, body in enumerate(bodies):
        yield from missing((*path, index), body, campaign.bodies, "unknown_body")


def _doubts(path: Path, value: object, listed: tuple[str, ...]) -> Iterator[Finding]:
    """Look at every `doubts` of every record, however deep it lies."""
    if isinstance(value, Record):
        for index, doubt in enumerate(getattr(value, "doubts", ())):
            yield from missing((*path, "doubts", index), doubt, listed, "unknown_doubt")
    for step, entry in inside(value):
        if type(entry) not in LEAVES:
            yield from _doubts((*path, step), entry, listed)

"""`<campaign>/*.csv`: the tables of a campaign that has ended; every row says that it is not in force."""

from collections.abc import Iterable, Iterator

from lantian.formats.csv_file import Row, csv_file
from lantian.model.campaign import Campaign, LimitException
from lantian.model.text import Text
from lantian.model.view import view
from lantian.model.wording import Wording
from lantian.pages.page import Document

COAL = ("used_2012", "used_2016", "growth", "cut_against_2012", "net_cut", "cap")
LEADING = ("campaign", "in_force", "id")
SOURCE = ("doubts", "clause_zh", "clause_en")
COLUMNS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "targets": (("district",), ("pm25_percent", "heavy_days_percent")),
    "households": (("district",), ("households",)),
    "coal": (("district",), tuple(f"{name}_10000_t" for name in COAL)),
    "tasks": (("category", "work", "task", "departments", "due", "measure"), ()),
    "seasonal": (
        ("who", "scope", "period", "counted_by", "condition", "text", "exceptions", "grantors"),
        ("kind", "starts", "ends", "action", "percent", "hours", "at_least", "allowed_hours", "duty"),
    ),
    "statements": (
        ("section", "title", "actor", "text", "condition", "due", "led_by", "supported_by", "carried_out_by"),
        ("item", "duty"),
    ),
}
"""By table: columns in both languages, which end with `_zh` and `_en`, and columns of plain values."""


@view
class Line:
    """One row before it is spelled; what is None becomes an empty cell: the document does not say it."""

    id: str
    spoken: tuple[Text | None, ...]
    plain: Row
    clause: str
    doubts: tuple[str, ...] = ()


def campaign_files(campaign: Campaign, wording: Wording) -> Iterator[Document]:
    """Yield every table."""
    lines = {
        "targets": _targets(campaign),
        "households": _households(campaign),
        "coal": _coal(campaign),
        "tasks": _tasks(campaign, wording),
        "seasonal": (*_limits(campaign, wording), *_transport(campaign, wording)),
        "statements": _statements(campaign, wording),
    }
    for name, (spoken, plain) in COLUMNS.items():
        pairs = tuple(f"{column}_{language}" for column in spoken for language in ("zh", "en"))
        rows = (_row(campaign, line, wording) for line in lines[name])
        address = f"data/{campaign.place}/{campaign.id}/{name}.csv"
        yield csv_file(address, (*LEADING, *pairs, *plain, *SOURCE), rows)


def _row(campaign: Campaign, line: Line, wording: Wording) -> Row:
    cells = (word for text in line.spoken for word in ((text.zh, text.en) if text is not None else (None, None)))
    label = campaign.cite(line.clause, wording).label
    return (campaign.id, False, line.id, *cells, *line.plain, " ".join(line.doubts), label.zh, label.en)


def _targets(campaign: Campaign) -> Iterator[Line]:
    for one in campaign.tables.targets:
        yield Line(one.id, (one.names,), (one.pm25, one.heavy_days), one.cite)


def _households(campaign: Campaign) -> Iterator[Line]:
    for one in campaign.tables.households:
        yield Line(one.id, (one.names,), (one.households,), one.cite, one.doubts)


def _coal(campaign: Campaign) -> Iterator[Line]:
    for one in campaign.tables.coal:
        yield Line(one.id, (one.names,), tuple(getattr(one, name) for name in COAL), one.cite, one.doubts)


def _tasks(campaign: Campaign, wording: Wording) -> Iterator[Line]:
    categories = {one.id: one.names for one in campaign.tables.task_categories}
    for one in campaign.tables.tasks:
        departments = _bodies(campaign, one.departments, wording)
        spoken = (categories[one.category], one.work, one.task, departments, one.due, one.measure)
        yield Line(one.id, spoken, (), one.cite, one.doubts)


def _limits(campaign: Campaign, wording: Wording) -> Iterator[Line]:
    periods = {one.id: one for one in campaign.periods}
    for one in campaign.limits:
        period = periods[one.period]
        exceptions = _exceptions(campaign, one.exceptions, wording)
        spoken = (one.industry, one.scope, period.names, one.counted_by, one.condition, one.text, *exceptions)
        plain = ("limit", period.starts, period.ends, one.action, one.percent, one.hours, one.at_least, None, one.duty)
        yield Line(one.id, spoken, plain, one.cite, one.doubts)


def _transport(campaign: Campaign, wording: Wording) -> Iterator[Line]:
    periods = {one.id: one for one in campaign.periods}
    for one in campaign.transport:
        period = periods[one.period] if one.period is not None else None
        days = (period.starts, period.ends) if period is not None else (None, None)
        exceptions = _exceptions(campaign, one.exceptions, wording)
        spoken = (one.who, None, period.names if period is not None else None, None, None, one.text, *exceptions)
        plain = ("transport", *days, None, one.percent, None, one.at_least, one.allowed_hours, one.duty)
        yield Line(one.id, spoken, plain, one.cite, one.doubts)


def _statements(campaign: Campaign, wording: Wording) -> Iterator[Line]:
    sections = {one.id: one.names for one in campaign.sections}
    titles = {one.number: one.names for one in campaign.items}
    for passage in campaign.passages:
        title = titles[passage.item] if passage.item is not None else None
        roles = (passage.lead, passage.support, passage.local)
        who = tuple(_bodies(campaign, role, wording) for role in roles)
        for one in passage.statements:
            spoken = (sections[passage.section], title, one.actor, one.text, one.condition, one.due, *who)
            yield Line(one.id, spoken, (passage.item, one.duty), passage.cite, one.doubts)


def _exceptions(
    campaign: Campaign, exceptions: tuple[LimitException, ...], wording: Wording
) -> tuple[Text | None, Text | None]:
    """Join the exceptions, and the bodies that could grant them."""
    if not exceptions:
        return None, None
    texts = wording.join(tuple(_exception(campaign, one, wording) for one in exceptions))
    return texts, _bodies(campaign, (one.grantor for one in exceptions if one.grantor is not None), wording)


def _exception(campaign: Campaign, one: LimitException, wording: Wording) -> Text:
    """Say an exception with the body that could grant it, so that several are not mixed up."""
    if one.grantor is None:
        return one.text
    return wording.say("archive_table.granted", text=one.text, grantor=campaign.bodies[one.grantor])


def _bodies(campaign: Campaign, ids: Iterable[str], wording: Wording) -> Text | None:
    names = tuple(campaign.bodies[one] for one in ids)
    return wording.join(names, "join.list") if names else None

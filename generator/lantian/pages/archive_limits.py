"""What an ended campaign asked of industry and transport: periods, limits, exceptions and who could grant them."""

from collections.abc import Iterable

from lantian.model.campaign import LimitException, Period, SeasonalLimit, TransportRule
from lantian.model.citation import Citation
from lantian.model.text import Text
from lantian.model.view import view
from lantian.pages.archived import Archived, Ended, File
from lantian.pages.page import Link


@view
class PeriodRow:
    """A period: its first and last day, or that the document does not say one."""

    names: Text
    starts: Text
    ends: Text
    text: Text
    citation: Citation
    doubts: tuple[Link, ...]


@view
class ExceptionRow:
    """A case outside a rule, and who could allow it if somebody had to."""

    text: Text
    grantor: Text | None


@view
class LimitRow:
    """One industry in one period; `action` in a word or two, `counted_by` absent where nothing is counted."""

    id: str
    industry: Text
    scope: Text | None
    period: Text
    action: Text
    text: Text
    counted_by: Text | None
    condition: Text | None
    exceptions: tuple[ExceptionRow, ...]
    citation: Citation
    doubts: tuple[Link, ...]


@view
class TransportRow:
    """One rule on moving goods."""

    id: str
    who: Text
    period: Text
    text: Text
    exceptions: tuple[ExceptionRow, ...]
    citation: Citation
    doubts: tuple[Link, ...]


@view
class LimitsView:
    """Periods with days of their own, limits in the order of the data, and rules on moving goods."""

    ended: Ended
    periods: tuple[PeriodRow, ...]
    limits: tuple[LimitRow, ...]
    transport: tuple[TransportRow, ...]
    file: File


def limits_view(archived: Archived) -> LimitsView:
    """Return all limits and rules on moving goods, each with its exceptions."""
    campaign = archived.campaign
    dated = (one for one in campaign.periods if one.starts is not None or one.ends is not None)
    numbers = {"limits": len(campaign.limits), "rules": len(campaign.transport)}
    return LimitsView(
        ended=archived.ended(archived.say("archive.limits_heading", **numbers)),
        periods=tuple(_period(archived, one) for one in dated),
        limits=tuple(_limit(archived, one) for one in campaign.limits),
        transport=tuple(_transport(archived, one) for one in campaign.transport),
        file=archived.files("seasonal")[0],
    )


def action_words(archived: Archived, limit: SeasonalLimit) -> Text:
    """Say what is done in a few words, "or more" only where the document says so."""
    key = f"archive_action.{limit.action}" + ("_at_least" if limit.at_least else "")
    return archived.say(key, percent=limit.percent or 0, hours=limit.hours or 0)


def _period(archived: Archived, one: Period) -> PeriodRow:
    unsaid = archived.say("archive.unsaid")
    return PeriodRow(
        names=one.names,
        starts=archived.day(one.starts) if one.starts else unsaid,
        ends=archived.day(one.ends) if one.ends else unsaid,
        text=one.text,
        citation=archived.cite(one.cite),
        doubts=archived.doubts(one.doubts),
    )


def _limit(archived: Archived, one: SeasonalLimit) -> LimitRow:
    unsaid = archived.say("archive.unsaid") if one.action == "limit" else None
    return LimitRow(
        id=f"limit-{one.id}",
        industry=one.industry,
        scope=one.scope,
        period=archived.period(one.period).names,
        action=action_words(archived, one),
        text=one.text,
        counted_by=one.counted_by or unsaid,
        condition=one.condition,
        exceptions=_exceptions(archived, one.exceptions),
        citation=archived.cite(one.cite),
        doubts=archived.doubts(one.doubts),
    )


def _transport(archived: Archived, one: TransportRule) -> TransportRow:
    return TransportRow(
        id=f"transport-{one.id}",
        who=one.who,
        period=archived.period(one.period).names if one.period else archived.say("archive.no_period"),
        text=one.text,
        exceptions=_exceptions(archived, one.exceptions),
        citation=archived.cite(one.cite),
        doubts=archived.doubts(one.doubts),
    )


def _exceptions(archived: Archived, exceptions: Iterable[LimitException]) -> tuple[ExceptionRow, ...]:
    bodies = archived.campaign.bodies
    return tuple(ExceptionRow(one.text, bodies[one.grantor] if one.grantor else None) for one in exceptions)

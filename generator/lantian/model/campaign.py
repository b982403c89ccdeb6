"""A seasonal campaign that has ended: no emergency plan, it starts nothing and is in force for nobody."""

from datetime import date
from functools import lru_cache
from typing import Annotated, Literal

from pydantic import Field

from lantian.model.campaign_tables import Tables
from lantian.model.citation import Citation, Clause, cite
from lantian.model.level import LevelId, Percent, ReductionShares
from lantian.model.provision import Anomaly, Subject, TimedRule
from lantian.model.text import Duty, Id, Record, Text
from lantian.model.vehicle import Hours
from lantian.model.wording import Wording


class CampaignPaper(Record):
    """The official paper itself; it names nobody who interprets or revises it."""

    title: Text
    short: Text
    number: Text
    issuer: Text
    issued_on: date
    cite: Clause
    scope: Text
    scope_cite: Clause
    basis: tuple[Text, ...] = ()


class Aim(Record):
    """A main target; `percent` is absent where the document gives none."""

    id: Id
    text: Text
    percent: Percent | None = None
    at_least: bool = False
    cite: Clause


class CampaignLevel(Record):
    """A level that the document names, with the shares that it sets; it gives no trigger for any of them."""

    id: LevelId
    rank: Annotated[int, Field(ge=1, le=4)]
    names: Text
    reduction: ReductionShares
    at_least: bool = False
    text: Text
    cite: Clause
    doubts: tuple[Id, ...] = ()


class Period(Record):
    """A stretch of time that limits hang on; a day is absent where the document does not say it."""

    id: Id
    names: Text
    starts: date | None = None
    ends: date | None = None
    text: Text
    cite: Clause
    doubts: tuple[Id, ...] = ()


class LimitException(Record):
    """A case outside a limit; `grantor` is the body that may allow it, absent where nobody has to."""

    text: Text
    grantor: Id | None = None
    cite: Clause


class SeasonalLimit(Record):
    """What an industry stops, cuts or slows down during a period."""

    id: Id
    industry: Text
    scope: Text | None = None
    period: Id
    action: Literal["stop", "limit", "slow"]
    percent: Percent | None = None
    hours: Annotated[int, Field(gt=0)] | None = None
    at_least: bool = False
    """Whether the document adds "or more" to its figure (AN-96)."""
    counted_by: Text | None = None
    """What the percentage is counted in, absent where the document does not say."""
    duty: Duty
    condition: Text | None = None
    text: Text
    exceptions: tuple[LimitException, ...] = ()
    doubts: tuple[Id, ...] = ()
    cite: Clause


class TransportRule(Record):
    """A rule on moving goods; `allowed_hours` are hours in which it is allowed, across midnight if they say so."""

    id: Id
    who: Text
    period: Id | None = None
    allowed_hours: Hours | None = None
    percent: Percent | None = None
    at_least: bool = False
    duty: Duty
    text: Text
    exceptions: tuple[LimitException, ...] = ()
    doubts: tuple[Id, ...] = ()
    cite: Clause


class Item(Record):
    """A numbered item of the document and the section that it stands in."""

    number: Annotated[int, Field(gt=0)]
    section: Id
    names: Text


class CampaignStatement(Record):
    """One thing that a passage says; without a duty it states a fact."""

    id: Id
    duty: Duty | None = None
    actor: Text | None = None
    text: Text
    condition: Text | None = None
    due: Text | None = None
    doubts: tuple[Id, ...] = ()


class Passage(Record):
    """A paragraph with the bodies that the document names behind it; those in `local` carry it out."""

    id: Id
    section: Id
    item: int | None = None
    lead: tuple[Id, ...] = ()
    support: tuple[Id, ...] = ()
    local: tuple[Id, ...] = ()
    cite: Clause
    statements: tuple[CampaignStatement, ...] = Field(min_length=1)


class Side(Record):
    """One of two passages that do not agree, in our words."""

    text: Text
    cite: Clause


class CampaignAnomaly(Anomaly):
    """Something doubtful; with `sides` where passages contradict each other, so that all of them are shown."""

    sides: tuple[Side, ...] = ()


class Campaign(Record):
    """A whole campaign, kept as an archive: no page or file on what holds now may read it."""

    id: Id
    place: Id
    status: Literal["closed"]
    document: CampaignPaper
    valid_from: date
    valid_until: date
    period_text: Text
    summary: tuple[Text, ...]
    aims: tuple[Aim, ...]
    levels: tuple[CampaignLevel, ...]
    counting: TimedRule | None
    lifting: TimedRule | None
    merging: TimedRule | None
    early_start: TimedRule | None
    regional: TimedRule | None
    bodies: dict[Id, Text]
    sections: tuple[Subject, ...]
    items: tuple[Item, ...]
    periods: tuple[Period, ...]
    limits: tuple[SeasonalLimit, ...]
    transport: tuple[TransportRule, ...]
    tables: Tables
    passages: tuple[Passage, ...]
    anomalies: tuple[CampaignAnomaly, ...]

    def cite(self, clause: Clause, wording: Wording) -> Citation:
        """Spell out a clause of this campaign."""
        return _cited(self, clause, wording)

    __hash__ = object.__hash__  # campaigns are told apart by identity, as plans are


@lru_cache(maxsize=1024)
def _cited(campaign: Campaign, clause: Clause, wording: Wording) -> Citation:
    return cite(campaign.id, campaign.document.number, {}, clause, wording)

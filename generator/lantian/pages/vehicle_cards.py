"""Cards of the vehicle pages: a verdict in one area with its rules, exemptions and silences, each with its clause."""

from dataclasses import replace

from lantian.model.citation import Citation
from lantian.model.level import LevelId
from lantian.model.text import Text
from lantian.model.vehicle import Area, Exemption, Fuel, Scope, VehicleRule
from lantian.model.vehicle_decisions import AreaAnswer
from lantian.model.vehicle_verdict import Answer
from lantian.model.view import view
from lantian.pages.blocks import Doubt, Said, doubt_of, said_rule
from lantian.pages.edition import Edition
from lantian.pages.once import once
from lantian.pages.vehicle_words import fuel_names, site_areas, verdict_word


@view
class Exempt:
    """Who is not bound, what it takes, and whether the document is clear about it."""

    code: str
    """A verdict shape; never that of `allowed`."""
    word: Text
    text: Text
    doubt: Doubt | None


@view
class Ruled:
    """A rule with its exemptions."""

    said: Said
    exempt: tuple[Exempt, ...]


@view
class Note:
    """A release or a silence of the plan: what it says or does not say, and where it was read."""

    text: Text
    citation: Citation
    doubt: Doubt | None


@view
class Card:
    """The verdict in one area."""

    code: str
    word: Text
    area: Text
    area_note: Text
    fuels: Text | None
    """Which fuels it is about, where they differ."""
    reason: Text
    lead: Text | None
    """What has to be known before the rules: that the road is open, or that they bind certain stages only."""
    rules: tuple[Ruled, ...]
    notes: tuple[Note, ...]


@once
def exempt(edition: Edition, exemption: Exemption) -> Exempt:
    """Return an exemption; one that is doubtful or needs consent never looks like a release."""
    if exemption.doubt is not None:
        code, key = "ask", "vehicle_page.doubtful"
    elif exemption.needs_permit:
        code, key = "with_permit", "vehicle_page.permit"
    else:
        code, key = "permit", "vehicle_page.no_permit"
    return Exempt(code, edition.say(key), exemption.text, _doubt(edition, exemption.doubt))


@once
def ruled(edition: Edition, rule: VehicleRule, levels: tuple[LevelId, ...]) -> Ruled:
    """Return a rule with the clauses of certain levels."""
    plain = said_rule(rule, edition.plan, edition.wording)
    begins = edition.say("vehicle_page.hours", hours=rule.hours) if rule.hours else None
    cited = edition.cite(_clause(rule, levels))
    said = replace(plain, citation=cited, exceptions=(), begins=begins, doubt=_doubt(edition, rule.doubt))
    return Ruled(said, tuple(exempt(edition, one) for one in rule.exemptions))


def cards(edition: Edition, found: tuple[AreaAnswer, ...], levels: tuple[LevelId, ...]) -> tuple[Card, ...]:
    """Return the cards of the answers on a vehicle, area by area, for levels that share them."""
    sites = site_areas(edition)
    on_roads = [one.answer.verdict for one in found if one.area.id not in sites]
    road_open = bool(on_roads) and all(verdict == "allowed" for verdict in on_roads)
    areas = [one.area.id for one in found]
    return tuple(
        _card(
            edition, one.area, one.answer, one.fuels if areas.count(one.area.id) > 1 else (), levels,
            road_open=road_open and one.answer.verdict == "site_rule",
        )
        for one in found
    )  # fmt: skip


@once
def _card(
    edition: Edition, area: Area, got: Answer, fuels: tuple[Fuel, ...], levels: tuple[LevelId, ...], *, road_open: bool
) -> Card:
    """Return a card by all that it depends on: other vehicles have the same one."""
    chapter, lead = edition.plan.vehicles, None
    if got.reason == "vehicle.reason_stage_unknown":
        lead = edition.say("vehicle_page.some_stages")
    elif road_open:
        lead = edition.say("vehicle_page.road_open")
    return Card(
        code=got.verdict,
        word=verdict_word(edition, got),
        area=area.names,
        area_note=area.description,
        fuels=fuel_names(edition, fuels) if fuels else None,
        reason=edition.wording.pattern(got.reason),
        lead=lead,
        rules=tuple(ruled(edition, rule, levels) for rule in chapter.rules if rule.id in got.rules),
        notes=_notes(edition, got, levels),
    )


def _notes(edition: Edition, got: Answer, levels: tuple[LevelId, ...]) -> tuple[Note, ...]:
    chapter = edition.plan.vehicles
    releases = tuple(_note(edition, one, levels, None) for one in chapter.releases if one.id in got.releases)
    silences = tuple(_note(edition, one, levels, one.doubt) for one in chapter.silences if one.id in got.silences)
    return (*releases, *silences)


@once
def _note(edition: Edition, scope: Scope, levels: tuple[LevelId, ...], doubt: str | None) -> Note:
    return Note(scope.text, edition.cite(_clause(scope, levels)), _doubt(edition, doubt))


def _doubt(edition: Edition, doubt: str | None) -> Doubt | None:
    """Return the mark with what is doubtful; how it was read is told by the rule or silence itself."""
    return None if doubt is None else doubt_of(edition.plan, doubt, edition.plan.anomaly(doubt).note)


def _clause(scope: Scope, levels: tuple[LevelId, ...]) -> str:
    return "; ".join(dict.fromkeys(clause for level, clause in scope.levels.items() if level in levels))

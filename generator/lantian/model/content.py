"""Everything that was read and checked, in one record."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from lantian.model.bulletin import Bulletin
from lantian.model.campaign import Campaign
from lantian.model.inventory import Inventory
from lantian.model.measure import Audience
from lantian.model.place import Place
from lantian.model.plan import Plan
from lantian.model.text import Id, Record, Text
from lantian.model.vehicle import Fuel, Stage, VehicleClass
from lantian.model.wording import Wording

Address = Annotated[str, StringConstraints(pattern=r"^https://[^\s/]+(?:/[^\s]*)?$")]


class FooterLine(Record):
    """Who runs the site and under which numbers; official mode requires all of it."""

    run_by: Text
    operated_by: Text
    contact: Text
    site_id: Annotated[str, StringConstraints(pattern=r"^\d{10}$")]
    icp: str
    public_security: str
    agency_mark: Address
    report_error: Address


class SiteSettings(Record):
    """Name, mode and address of the site."""

    names: Text
    mode: Literal["official", "demo"]
    address: Address | None = None
    footer: FooterLine | None = None
    compare: tuple[tuple[Id, ...], ...] = ()
    """Groups of places; every two of a group get pages that set their plans side by side."""


class Term(Record):
    """A term of the field in both languages."""

    zh: str
    en: str


class NamedEntry(Record):
    """A word of the vocabulary with an explanation."""

    names: Text
    text: Text | None = None


class Vocabulary(Record):
    """Words that all places share."""

    audiences: tuple[Audience, ...]
    sectors: dict[Id, Text]
    """The national list of key industries by our id, and rows that plans add."""
    grades: dict[str, NamedEntry]
    counted_by: dict[Id, Text]
    baselines: dict[Id, Text]
    vehicle_classes: tuple[VehicleClass, ...]
    fuels: dict[Fuel, Text]
    stages: dict[Stage, Text]
    nonroad_stages: dict[Stage, Text]
    finding_stage: tuple[Text, ...]
    """How to find out the emission stage of a vehicle, step by step."""
    activities: tuple[NamedEntry, ...]
    """School activities, with the site's own explanation of each (ux.md 8.2)."""
    health_advice: dict[str, tuple[NamedEntry, ...]]
    """By audience: what health guidance adds to the plan, marked as guidance, with its source."""
    glossary: tuple[Term, ...]

    __hash__ = object.__hash__  # told apart by identity; there is one in a run


class Prose(Record):
    """A page of running text: its address below the language, and a title in each language."""

    slug: Id
    title: Text


class PlaceContent(Record):
    """A place, its plans (the one in force first) and its messages, oldest first."""

    place: Place
    plans: tuple[Plan, ...] = Field(min_length=1)
    bulletins: tuple[Bulletin, ...] = ()
    campaigns: tuple[Campaign, ...] = ()
    """Campaigns that have ended: shown as an archive, never read for what holds now."""
    inventory: Inventory | None = None
    """The head of the place's reduction inventory; its rows are read only where they are written out."""

    @property
    def plan(self) -> Plan:
        """Return the plan that the place applies."""
        return next(plan for plan in self.plans if plan.id == self.place.plan)

    def plan_on(self, day: date) -> Plan | None:
        """Return the plan if it is valid on a day."""
        plan = self.plan
        ended = plan.valid_until is not None and day > plan.valid_until
        return None if ended or day < plan.valid_from else plan


class Content(Record):
    """All content of a site."""

    site: SiteSettings
    wording: Wording
    vocabulary: Vocabulary
    places: tuple[PlaceContent, ...]
    prose: tuple[Prose, ...]

    def messages(self, entry: PlaceContent) -> tuple[Bulletin, ...]:
        """Return the messages that count in a place: its own and those of the place whose warnings it takes over."""
        if entry.place.follows is None:
            return entry.bulletins
        return (*self.place(entry.place.follows).bulletins, *entry.bulletins)

    def followers(self, place: Id) -> tuple[PlaceContent, ...]:
        """Return the places that take over the warnings of a place."""
        return tuple(entry for entry in self.places if entry.place.follows == place)

    def place(self, place: Id) -> PlaceContent:
        """Return one place by id; KeyError if there is none."""
        for candidate in self.places:
            if candidate.place.id == place:
                return candidate
        raise KeyError(place)

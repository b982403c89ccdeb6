"""Vehicle rules as a plan states them."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from lantian.model.citation import Clause
from lantian.model.level import LevelId
from lantian.model.text import Duty, Id, Record, Text

VehicleClassId = Literal[
    "small_passenger", "light_truck", "medium_truck", "heavy_truck", "three_wheeler", "low_speed_truck", "tractor",
    "bulk_truck", "nonroad_machinery", "motorcycle",
]  # fmt: skip
Fuel = Literal["petrol", "diesel", "gas", "electric"]
Stage = Literal["1", "2", "3", "4", "5", "6", "unknown"]
KnownStage = Literal["1", "2", "3", "4", "5", "6"]
Effect = Literal["ban", "odd_even", "site_ban", "hours"]
VerdictCode = Literal["allowed", "banned", "may_be_restricted", "with_permit", "by_plate", "site_rule", "unknown"]
Hours = Annotated[str, StringConstraints(pattern=r"^\d\d:\d\d-\d\d:\d\d$")]


class VehicleClass(Record):
    """A class as registration documents name it, with the fuels and stages that exist for it."""

    id: VehicleClassId
    names: Text
    description: Text
    fuels: tuple[Fuel, ...]
    stages: tuple[KnownStage, ...]

    def __hash__(self) -> int:
        """Return the hash of the id, which tells nearly all of them apart; the same for areas, scopes and answers."""
        return hash(self.id)


class Area(Record):
    """A kind of road or place that rules tell apart."""

    id: Id
    names: Text
    description: Text
    cite: Clause

    def __hash__(self) -> int:
        """Return the hash of the id."""
        return hash(self.id)


class Exemption(Record):
    """Who is not bound by a rule, and whether somebody must agree first.

    `fuels` is given only where the exemption is for every vehicle of a fuel, so that it decides about a class.
    """

    id: Id
    text: Text
    needs_permit: bool
    fuels: tuple[Fuel, ...] = ()
    doubt: Id | None = None


class Scope(Record):
    """What vehicles, where, and at which levels with the clause of each; `null` fuels or stages mean all of them."""

    id: Id
    levels: dict[LevelId, Clause]
    classes: tuple[VehicleClassId, ...] = Field(min_length=1)
    fuels: tuple[Fuel, ...] | None
    stages: tuple[KnownStage, ...] | None
    areas: tuple[Id, ...] = Field(min_length=1)
    text: Text

    def __hash__(self) -> int:
        """Return the hash of the id."""
        return hash(self.id)

    @property
    def clause(self) -> str:
        """Return every clause that states it, each once, in the order of the levels."""
        return "; ".join(dict.fromkeys(self.levels.values()))


class VehicleRule(Scope):
    """What certain vehicles must not do; electric vehicles are meant only if `fuels` names them or is `null`."""

    effect: Effect
    duty: Duty
    hours: Hours | None = None
    exemptions: tuple[Exemption, ...] = ()
    condition: Text | None = None
    detail: Literal["stated", "unspecified"] = "stated"
    """`unspecified`: the plan requires a restriction and does not say which, so drivers await a notice (duty `may`)."""
    doubt: Id | None = None


class Release(Scope):
    """A reviewed statement that the plan leaves certain vehicles free; without one, silence is `unknown`."""


class Silence(Scope):
    """Where the plan names neither a ban nor a release, and how the page says so."""

    doubt: Id | None = None


class Plates(Record):
    """An odd-even rule by the last digit of the plate."""

    levels: dict[LevelId, Clause]
    area: Id
    rule: Literal["odd_even"]
    even_digits: tuple[int, ...]
    assigned: bool = False
    """The plan says which digits drive on which date; otherwise the usual reading is no more than that."""
    text: Text
    exemptions: tuple[Exemption, ...] = ()


class VehicleChapter(Record):
    """All that a plan says about vehicles."""

    summary: Text
    areas: tuple[Area, ...]
    rules: tuple[VehicleRule, ...]
    releases: tuple[Release, ...] = ()
    silences: tuple[Silence, ...] = ()
    plates: Plates | None = None

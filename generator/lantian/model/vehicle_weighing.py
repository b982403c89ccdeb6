"""What the scopes of a plan that mean a vehicle demand of it together.

Nothing is inferred. Only a release or the absence of a level gives `allowed`; where a plan says nothing the answer is
`unknown`. An exemption frees a whole class only where it is stated for a fuel, and then by its own condition.
"""

from typing import NamedTuple

from lantian.model.vehicle import Effect, Fuel, Release, Scope, Silence, Stage, VehicleRule, VerdictCode
from lantian.model.vehicle_hours import lies_within

_BY_EFFECT: dict[Effect, str] = {"ban": "banned", "hours": "banned", "site_ban": "site_rule", "odd_even": "by_plate"}
_STRICTEST_FIRST: dict[str, VerdictCode] = {
    "banned": "banned",
    "not_plate_day": "banned",
    "site_rule": "site_rule",
    "by_plate": "by_plate",
    "with_permit": "with_permit",
}
"""What rules demand, by its reason."""


class Given(NamedTuple):
    """What is known of a single drive: whether the plate may drive on that date, and the minute of that day."""

    plate_day: bool | None = None
    minute: int | None = None


NOTHING = Given()


class Scopes(NamedTuple):
    """Scopes of a plan that mean a vehicle, in its order."""

    rules: tuple[VehicleRule, ...] = ()
    releases: tuple[Release, ...] = ()
    silences: tuple[Silence, ...] = ()


def drives(scope: Scope, fuel: Fuel, stage: Stage | None) -> bool:
    """Tell whether a scope means what drives a vehicle; one that counts stages means no electric one, without any."""
    return (scope.fuels is None or fuel in scope.fuels) and (scope.stages is None or stage in scope.stages)


def weigh(rules: tuple[VehicleRule, ...], fuel: Fuel, given: Given, *, released: bool) -> tuple[VerdictCode, str]:
    """Return the verdict and the name of its reason: what is required, what may be, a release, nothing."""
    meant = tuple(rule for rule in rules if not _frees(rule, fuel))
    bound = tuple(rule for rule in meant if _runs(rule, given))
    required = {_demand(rule, fuel, given) for rule in bound if rule.duty == "required"}
    for reason, verdict in _STRICTEST_FIRST.items():
        if reason in required:
            return verdict, reason
    if any(rule.duty == "may" for rule in bound):
        left_open = any(rule.detail == "unspecified" for rule in bound)
        return "may_be_restricted", "restriction_unspecified" if left_open else "may_be_restricted"
    if any(_outside(rule, given) for rule in meant):
        return "unknown", "outside_hours"
    if meant != bound:
        return "allowed", "plate_day"
    return ("allowed", "released") if released or meant != rules else ("unknown", "not_named")


def _frees(rule: VehicleRule, fuel: Fuel) -> bool:
    """Tell whether the rule exempts every vehicle of the fuel, and nobody need agree."""
    return any(fuel in one.fuels and not one.needs_permit for one in rule.exemptions)


def _runs(rule: VehicleRule, given: Given) -> bool:
    """Tell whether the rule binds on the day and at the hour of a drive, as far as they are given."""
    return not _outside(rule, given) and not (rule.effect == "odd_even" and given.plate_day)


def _outside(rule: VehicleRule, given: Given) -> bool:
    return rule.hours is not None and given.minute is not None and not lies_within(given.minute, rule.hours)


def _demand(rule: VehicleRule, fuel: Fuel, given: Given) -> str:
    """Return what a rule that binds asks of a vehicle of the fuel: its effect, or proof that it is exempt."""
    if any(fuel in one.fuels for one in rule.exemptions):
        return "with_permit"
    return "not_plate_day" if rule.effect == "odd_even" and given.plate_day is False else _BY_EFFECT[rule.effect]

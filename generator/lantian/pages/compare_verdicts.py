"""Where two sides give vehicles different verdicts: every class, fuel and standard, area by area."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from lantian.model.text import Text
from lantian.model.vehicle import Fuel, Scope, Stage, VehicleClass
from lantian.model.vehicle_sheets import Kind, Sheet
from lantian.model.vehicle_verdict import Answer
from lantian.model.view import view
from lantian.pages.edition import Edition
from lantian.pages.once import Keeping, once
from lantian.pages.vehicle_words import verdict_word


class Vehicle(NamedTuple):
    """A class with a fuel and a standard; no standard for electric vehicles."""

    entry: VehicleClass
    fuel: Fuel
    stage: Stage | None


Ask = Callable[[VehicleClass, int], Sheet]
"""Answers for a class in an area, in one of several cases (by number), such as the levels that two plans share."""
Answers = tuple[tuple[Answer, Answer], ...]
"""The answers of both sides, case by case."""
_Asked = tuple[Vehicle, Answers]
Told = tuple[str, str]
"""A verdict and its reason."""
Profile = tuple[tuple[Told, Told], ...]
"""What is compared of answers."""
_Compared = tuple[tuple[tuple[Kind, Answers, Profile], ...], "Tally"]


@view
class Contrast:
    """Vehicles that get the same two different verdicts in an area, in the same cases."""

    vehicles: tuple[Vehicle, ...]
    cases: tuple[int, ...]
    left: tuple[Answer, ...]
    right: tuple[Answer, ...]


@view
class Tally:
    """How many combinations were looked at, how many of them differ, and in how many both sides name nothing."""

    total: int = 0
    unlike: int = 0
    both_unsaid: int = 0


def tally_of(parts: Sequence[Tally]) -> Tally:
    """Return all of them together."""
    return Tally(
        sum(one.total for one in parts), sum(one.unlike for one in parts), sum(one.both_unsaid for one in parts)
    )


@view
class VerdictCell:
    """A verdict with what limits it and where it stands."""

    code: str
    word: Text
    notes: tuple[Text, ...]
    clauses: str
    """Joined by `; `, empty where the plan names nothing."""


def every_vehicle(classes: Iterable[VehicleClass]) -> tuple[Vehicle, ...]:
    """Return every class with each fuel and standard; a standard that its owner does not know is no case of its own."""
    return tuple(
        Vehicle(entry, fuel, stage)
        for entry in classes
        for fuel in entry.fuels
        for stage in ((None,) if fuel == "electric" else entry.stages)
    )


def contrasts(
    owner: Keeping, classes: Iterable[VehicleClass], cases: int, left: Ask, right: Ask
) -> tuple[tuple[Contrast, ...], Tally]:
    """Return the vehicles whose verdicts differ, put together where they share all of them, and the count."""
    groups: dict[Profile, list[_Asked]] = defaultdict(list)
    tallies = []
    for entry in classes if cases else ():
        sheets = tuple((left(entry, case), right(entry, case)) for case in range(cases))
        unlike, counted = _compared(owner, sheets)
        tallies.append(counted)
        for kind, asked, profile in unlike:
            groups[profile].append((Vehicle(entry, *kind), asked))
    found = tuple(_contrast(members, chosen) for profile, members in groups.items() for chosen in _cases(profile))
    return found, tally_of(tallies)


@once
def _compared(owner: Keeping, sheets: tuple[tuple[Sheet, Sheet], ...]) -> _Compared:
    """Return the kinds of a class that get different answers in any case, and the count of all its kinds."""
    del owner
    unlike: list[tuple[Kind, Answers, Profile]] = []
    profiles: Counter[Profile] = Counter()
    for kind in sheets[0][0].answers:
        if kind[1] != "unknown":
            asked = tuple((one.answers[kind], other.answers[kind]) for one, other in sheets)
            profile = tuple((_told(one), _told(other)) for one, other in asked)
            profiles[profile] += 1
            if any(one != other for one, other in profile):
                unlike.append((kind, asked, profile))
    return tuple(unlike), tally_of([_tally(*one) for one in profiles.items()])


def _told(answer: Answer) -> Told:
    """Return what is compared: the reason tells a restriction that is owed from one that may be ordered."""
    return answer.verdict, answer.reason


def _tally(profile: Profile, vehicles: int) -> Tally:
    unlike = sum(1 for one, other in profile if one != other)
    unsaid = sum(1 for verdicts in profile if {told[0] for told in verdicts} == {"unknown"})
    return Tally(len(profile) * vehicles, unlike * vehicles, unsaid * vehicles)


def _cases(profile: Profile) -> Iterator[tuple[int, ...]]:
    """Yield the cases with the same two verdicts together, only those that differ."""
    for verdicts in dict.fromkeys(profile):
        if verdicts[0] != verdicts[1]:
            yield tuple(case for case, found in enumerate(profile) if found == verdicts)


def _contrast(members: list[_Asked], cases: tuple[int, ...]) -> Contrast:
    left, right = (tuple(asked[case][side] for _, asked in members for case in cases) for side in (0, 1))
    return Contrast(tuple(vehicle for vehicle, _ in members), cases, left, right)


def verdict_cell(edition: Edition, answers: tuple[Answer, ...], levels: tuple[str, ...]) -> VerdictCell:
    """Return one verdict of many answers that share it, with everything that limits it and all its clauses."""
    chapter = edition.plan.vehicles
    named = {one for answer in answers for one in (*answer.rules, *answer.releases, *answer.silences)}
    scopes: tuple[Scope, ...] = (*chapter.rules, *chapter.releases, *chapter.silences)
    clauses = dict.fromkeys(
        clause
        for scope in scopes
        if scope.id in named
        for level, stated in scope.levels.items()
        if level in levels
        for clause in stated.split("; ")
    )
    return VerdictCell(
        code=answers[0].verdict,
        word=verdict_word(edition, answers[0]),
        notes=tuple(dict.fromkeys(_notes(edition, answers, named))),
        clauses="; ".join(clauses),
    )


def _notes(edition: Edition, answers: tuple[Answer, ...], named: set[str]) -> Iterator[Text]:
    if answers[0].verdict == "may_be_restricted":
        yield edition.say(answers[0].reason)
    for rule in edition.plan.vehicles.rules:
        if rule.id in named and rule.effect in {"hours", "odd_even"}:
            yield rule.text
        if rule.id in named and rule.condition is not None:
            yield rule.condition
    if any(answer.exemptions for answer in answers):
        yield edition.say("compare_vehicles.exempt")

"""Rules for the head of a plan and its measures."""

from collections.abc import Callable, Iterable, Iterator

from lantian.model.checks.clauses import clause_findings
from lantian.model.checks.finding import Finding, missing, repeated
from lantian.model.checks.industry import industry_findings
from lantian.model.checks.known import Known
from lantian.model.checks.vehicles import vehicle_findings
from lantian.model.plan import Plan

LISTS = (
    "tracks", "deadlines", "warning_contents", "subjects", "statements", "organisations", "working_groups", "anomalies",
    "measures",
)  # fmt: skip
"""Fields that are lists of records with an id."""


def plan_findings(plan: Plan, readable: Iterable[str], known: Known) -> Iterator[Finding]:
    """Yield what is inconsistent in a plan of which only the fields in `readable` could be read."""
    fields = frozenset(readable)
    for name in LISTS:
        if name in fields:
            yield from repeated((name,), (entry.id for entry in getattr(plan, name)))
    for needed, check in _CHECKS:
        if needed <= fields:
            yield from check(plan, known)
    for name in sorted(fields):
        yield from clause_findings((name,), getattr(plan, name), known)


def _place(plan: Plan, known: Known) -> Iterator[Finding]:
    yield from missing(("place",), plan.place, known.places, "unknown_place")


def _successor(plan: Plan, known: Known) -> Iterator[Finding]:
    if plan.superseded_by is not None:
        yield from missing(("superseded_by",), plan.superseded_by, known.plans, "unknown_plan")


def _validity(plan: Plan, _: Known) -> Iterator[Finding]:
    if plan.valid_until is not None and plan.valid_until < plan.valid_from:
        yield Finding(("valid_until",), "plan_ends_before_start", {"start": str(plan.valid_from)})


def _levels(plan: Plan, _: Known) -> Iterator[Finding]:
    yield from repeated(("levels",), (level.id for level in plan.levels))
    for index, level in enumerate(plan.levels):
        if level.rank != index + 1:
            yield Finding(("levels", index, "rank"), "rank_out_of_order", {"rank": level.rank, "expected": index + 1})


def _approvals(plan: Plan, known: Known) -> Iterator[Finding]:
    for index, approval in enumerate(plan.approvals):
        for position, level in enumerate(approval.levels):
            yield from missing(("approvals", index, "levels", position), level, known.levels, "unknown_level")


def _statements(plan: Plan, _: Known) -> Iterator[Finding]:
    subjects = tuple(subject.id for subject in plan.subjects)
    for index, statement in enumerate(plan.statements):
        yield from missing(("statements", index, "subject"), statement.subject, subjects, "unknown_subject")


def _measures(plan: Plan, known: Known) -> Iterator[Finding]:
    ids = tuple(measure.id for measure in plan.measures)
    for index, measure in enumerate(plan.measures):
        here = ("measures", index)
        for position, audience in enumerate(measure.audiences):
            yield from missing((*here, "audiences", position), audience, known.audiences, "unknown_audience")
        for level in measure.levels:
            yield from missing((*here, "levels", level), level, known.levels, "unknown_level", at_key=True)
        for track in measure.tracks:
            yield from missing((*here, "tracks", track), track, known.tracks, "unknown_track", at_key=True)
        if not measure.levels and not measure.tracks:
            yield Finding(here, "measure_never_holds", {"id": measure.id})
        if measure.replaces is not None:
            others = tuple(entry for entry in ids if entry != measure.id)
            yield from missing((*here, "replaces"), measure.replaces, others, "unknown_measure")
        if measure.doubt is not None:
            yield from missing((*here, "doubt"), measure.doubt, known.anomalies, "unknown_anomaly")


def _vehicles(plan: Plan, known: Known) -> Iterator[Finding]:
    yield from vehicle_findings(("vehicles",), plan.vehicles, known)


def _industry(plan: Plan, known: Known) -> Iterator[Finding]:
    yield from industry_findings(("industry",), plan.industry, known)


def _vehicles_of_companies(plan: Plan, _: Known) -> Iterator[Finding]:
    named = plan.industry.vehicles_measure
    if named is not None:
        ids = tuple(measure.id for measure in plan.measures)
        yield from missing(("industry", "vehicles_measure"), named, ids, "unknown_measure")


_CHECKS: tuple[tuple[frozenset[str], Callable[[Plan, Known], Iterator[Finding]]], ...] = (
    (frozenset({"place"}), _place),
    (frozenset({"superseded_by"}), _successor),
    (frozenset({"valid_from", "valid_until"}), _validity),
    (frozenset({"levels"}), _levels),
    (frozenset({"approvals"}), _approvals),
    (frozenset({"statements", "subjects"}), _statements),
    (frozenset({"measures"}), _measures),
    (frozenset({"vehicles"}), _vehicles),
    (frozenset({"industry"}), _industry),
    (frozenset({"industry", "measures"}), _vehicles_of_companies),
)
"""Each rule with the fields it looks at; it is left out if one of them could not be read."""

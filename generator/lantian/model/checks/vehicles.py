"""Rules for the chapter on vehicles: every vehicle gets exactly one answer."""

from collections.abc import Iterable, Iterator
from itertools import product

from lantian.model.checks.finding import Finding, Path, below, missing, repeated
from lantian.model.checks.known import Known
from lantian.model.level import LevelId
from lantian.model.vehicle import Exemption, Scope, VehicleChapter, VehicleClass

Case = tuple[str, str, str, str, str]
"""Level, class, fuel, stage, area."""
Said = dict[Case, tuple[str, str]]
"""Which kind of statement (rules, releases, silences) speaks of a case, and the id of the first."""


def vehicle_findings(path: Path, chapter: VehicleChapter, known: Known) -> Iterator[Finding]:
    """Yield what is undefined or contradictory in the chapter that stands at `path` of its plan."""
    yield from below(path, _ids(chapter))
    for part, index, scope in _scopes(chapter):
        yield from below((*path, part, index), _scope(scope, chapter, known))
    yield from below(path, _plates(chapter, known))
    yield from below(path, _verdicts(chapter, known))


def _scopes(chapter: VehicleChapter) -> Iterator[tuple[str, int, Scope]]:
    for part in ("rules", "releases", "silences"):
        for index, scope in enumerate(getattr(chapter, part)):
            yield part, index, scope


def _ids(chapter: VehicleChapter) -> Iterator[Finding]:
    yield from repeated(("areas",), (area.id for area in chapter.areas))
    seen: set[str] = set()
    for part, index, scope in _scopes(chapter):
        if scope.id in seen:
            yield Finding((part, index, "id"), "repeated_id", {"id": scope.id})
        seen.add(scope.id)
    for index, rule in enumerate(chapter.rules):
        yield from repeated(("rules", index, "exemptions"), (entry.id for entry in rule.exemptions))
    if chapter.plates is not None:
        yield from repeated(("plates", "exemptions"), (entry.id for entry in chapter.plates.exemptions))


def _scope(scope: Scope, chapter: VehicleChapter, known: Known) -> Iterator[Finding]:
    for level in scope.levels:
        yield from missing(("levels", level), level, known.levels, "unknown_level", at_key=True)
    areas = tuple(area.id for area in chapter.areas)
    for index, area in enumerate(scope.areas):
        yield from missing(("areas", index), area, areas, "unknown_area")
    classes = None if known.vehicle_classes is None else tuple(entry.id for entry in known.vehicle_classes)
    for index, vehicle_class in enumerate(scope.classes):
        yield from missing(("classes", index), vehicle_class, classes, "unknown_class")
    doubt = getattr(scope, "doubt", None)
    if doubt is not None:
        yield from missing(("doubt",), doubt, known.anomalies, "unknown_anomaly")
    yield from _exemptions(getattr(scope, "exemptions", ()), known)


def _exemptions(exemptions: Iterable[Exemption], known: Known) -> Iterator[Finding]:
    for index, entry in enumerate(exemptions):
        if entry.doubt is not None:
            yield from missing(("exemptions", index, "doubt"), entry.doubt, known.anomalies, "unknown_anomaly")


def _plates(chapter: VehicleChapter, known: Known) -> Iterator[Finding]:
    plates = chapter.plates
    if plates is None:
        return
    for level in plates.levels:
        yield from missing(("plates", "levels", level), level, known.levels, "unknown_level", at_key=True)
    yield from missing(("plates", "area"), plates.area, tuple(area.id for area in chapter.areas), "unknown_area")
    yield from below(("plates",), _exemptions(plates.exemptions, known))


def _verdicts(chapter: VehicleChapter, known: Known) -> Iterator[Finding]:
    """Yield a finding for each two statements that contradict each other, and for each class that some area forgets."""
    if known.vehicle_classes is None or known.levels is None:
        return
    said: Said = {}
    for part, index, scope in _scopes(chapter):
        against: dict[str, Case] = {}
        for case in _cases(scope, known.vehicle_classes):
            earlier = said.setdefault(case, (part, scope.id))
            if earlier[0] != part:
                against.setdefault(earlier[1], case)
        for other, case in against.items():
            yield Finding((part, index), "two_verdicts", {"id": scope.id, "other": other, "case": _case_id(case)})
    yield from _gaps(chapter, known.vehicle_classes, known.levels, said)


def _cases(scope: Scope, classes: Iterable[VehicleClass]) -> Iterator[Case]:
    for entry in classes:
        if entry.id not in scope.classes:
            continue
        for fuel, stage in _kinds(entry):
            if (scope.fuels is None or fuel in scope.fuels) and (scope.stages is None or stage in scope.stages):
                yield from product(scope.levels, (entry.id,), (fuel,), (stage,), scope.areas)


def _kinds(entry: VehicleClass) -> Iterator[tuple[str, str]]:
    """Yield each fuel with each stage; an electric vehicle has no stage, so a rule for certain stages misses it."""
    for fuel in entry.fuels:
        yield from product((fuel,), ("–",) if fuel == "electric" else entry.stages)


def _gaps(
    chapter: VehicleChapter,
    classes: Iterable[VehicleClass],
    levels: tuple[LevelId, ...],
    said: Said,
) -> Iterator[Finding]:
    for (index, area), entry in product(enumerate(chapter.areas), classes):
        cases = ((level, entry.id, *kind, area.id) for level, kind in product(levels, _kinds(entry)))
        forgotten = next((case for case in cases if case not in said), None)
        if forgotten is not None:
            fields = {"id": entry.id, "area": area.id, "case": _case_id(forgotten)}
            yield Finding(("areas", index), "no_verdict", fields)


def _case_id(case: Case) -> str:
    return " · ".join(case)

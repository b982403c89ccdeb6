"""A plan is four files and one record: what is wrong in it is told of the right file."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError

from lantian.model.checks.finding import Finding
from lantian.model.checks.known import Known
from lantian.model.checks.plan import plan_findings
from lantian.model.checks.vocabulary import untranslated_findings
from lantian.model.plan import Plan
from lantian.model.view import view
from lantian.reading.files import Folder
from lantian.reading.layout import PLAN_PARTS
from lantian.reading.report import Report
from lantian.reading.schema_errors import schema_findings
from lantian.reading.shelf import Shelf
from lantian.reading.yaml_source import Data, YamlSource

_PLAN = TypeAdapter(Plan)
_KIND = "plan"
_HEAD = "plan"
_CHAPTERS = ("vehicles", "industry")
"""Files whose whole mapping is one field of the plan; `measures.yaml` says its field itself."""
_PARTS = tuple(part for part in PLAN_PARTS if part != _HEAD)


@view
class PlanFiles:
    """The four files of a plan, each None if it could not be read; those of a kept plan are read when asked for."""

    sources: Mapping[str, YamlSource | None]

    @property
    def data(self) -> dict[str, Data]:
        """Return the fields of the plan as they were read."""
        head = self.sources[_HEAD]
        fields = {} if head is None else {name: head.data[name] for name in head.data if name not in _PARTS}
        measures = self.sources["measures"]
        if measures is not None and "measures" in measures.data:
            fields["measures"] = measures.data["measures"]
        chapters = {name: source.data for name in _CHAPTERS if (source := self.sources[name]) is not None}
        return {**fields, **chapters}

    def place(self, finding: Finding) -> tuple[YamlSource | None, Finding]:
        """Return the file that a finding is about, and the finding with the path inside that file."""
        field = finding.path[0] if finding.path else _HEAD
        if field in _CHAPTERS:
            return self.sources[str(field)], replace(finding, path=finding.path[1:])
        return self.sources["measures" if field == "measures" else _HEAD], finding

    def strangers(self) -> Iterator[tuple[YamlSource, Finding]]:
        """Yield fields that stand in the wrong one of the four files."""
        head, measures = self.sources[_HEAD], self.sources["measures"]
        for name in _PARTS:
            if head is not None and name in head.data:
                yield head, Finding((name,), "field_of_other_file", {"name": name, "file": f"{name}.yaml"}, at_key=True)
        for name in measures.data if measures is not None else ():
            if measures is not None and name != "measures":
                yield measures, Finding((name,), "unknown_field", {"name": name}, at_key=True)


@view
class PlanDraft:
    """A plan as far as it could be read: `plan` has only the fields in `readable`; whole if there was no problem."""

    files: PlanFiles
    plan: Plan
    readable: frozenset[str]

    @property
    def id(self) -> str | None:
        """Return the id if it could be read."""
        return self.plan.id if "id" in self.readable else None

    @property
    def place(self) -> str | None:
        """Return the place if it could be read."""
        return self.plan.place if "place" in self.readable else None

    def known(self, known: Known) -> Known:
        """Add the ids that this plan defines."""
        plan, has = self.plan, self.readable.__contains__
        return replace(
            known,
            levels=tuple(entry.id for entry in plan.levels) if has("levels") else None,
            tracks=tuple(entry.id for entry in plan.tracks) if has("tracks") else None,
            anomalies=tuple(entry.id for entry in plan.anomalies) if has("anomalies") else None,
            parts=tuple(plan.parts) if has("parts") else None,
        )

    def check(self, known: Known, report: Report) -> None:
        """Report what is inconsistent in the plan."""
        _report(self.files, plan_findings(self.plan, self.readable, self.known(known)), report)


class _LaterSources(Mapping[str, YamlSource | None]):
    """The files of a plan that was kept: only where a check finds something are they needed, to say where it stands."""

    def __init__(self, folder: Folder, name: str) -> None:
        self._folder, self._name = folder, name

    def __getitem__(self, part: str) -> YamlSource | None:
        return self._folder.read_yaml(_file(self._name, part))

    def __iter__(self) -> Iterator[str]:
        return iter(PLAN_PARTS)

    def __len__(self) -> int:
        return len(PLAN_PARTS)


def read_plans(folder: Folder, report: Report, shelf: Shelf) -> tuple[PlanDraft, ...]:
    """Read every plan, in the order of the folders."""
    return tuple(read_plan(folder, name, report, shelf) for name in folder.plans)


def read_plan(folder: Folder, name: str, report: Report, shelf: Shelf) -> PlanDraft:
    """Read a plan; one of which the same bytes were read before, and were well formed, is taken from the shelf."""
    key = folder.hash_of(*folder.below("plans", name))
    kept = take_plan(shelf, key)
    if kept is not None:
        return PlanDraft(PlanFiles(_LaterSources(folder, name)), kept, frozenset(Plan.model_fields))
    before = len(report.problems)
    draft = _read_plan(folder, name, report)
    if len(report.problems) == before and draft.readable.issuperset(Plan.model_fields):
        shelf.put(_PLAN, _KIND, key, draft.plan)
    return draft


def take_plan(shelf: Shelf, key: str) -> Plan | None:
    """Return a plan that was kept, by the hash of its files."""
    return shelf.take(_PLAN, _KIND, key)


def _file(name: str, part: str) -> PurePosixPath:
    return PurePosixPath("plans", name, f"{part}.yaml")


def _read_plan(folder: Folder, name: str, report: Report) -> PlanDraft:
    files = PlanFiles({part: folder.read_yaml(_file(name, part)) for part in PLAN_PARTS})
    for source, finding in files.strangers():
        report.add_findings(source, [finding])
    for part in files.sources.values():
        if part is not None:
            report.add_findings(part, untranslated_findings(part.data))
    data = files.data
    try:
        plan = Plan.model_validate(data)
    except ValidationError as error:
        findings = tuple(schema_findings(error, data))
        _report(files, findings, report)
        bad = {str(finding.path[0]) for finding in findings if finding.path}
        fields = dict(_readable(data, bad, complete=files.sources[_HEAD] is not None))
        return PlanDraft(files, Plan.model_construct(None, **fields), frozenset(fields))
    return PlanDraft(files, plan, frozenset(Plan.model_fields))


def _readable(data: Mapping[str, Data], bad: Iterable[str], *, complete: bool) -> Iterator[tuple[str, Any]]:
    """Yield the fields that are well formed; optional ones that are absent count if the head could be read."""
    for name, field in Plan.model_fields.items():
        if name in bad:
            continue
        if name in data:
            annotated: Any = Annotated[field.annotation, field]
            yield name, TypeAdapter(annotated).validate_python(data[name])
        elif complete and not field.is_required():
            yield name, field.get_default(call_default_factory=True)


def _report(files: PlanFiles, findings: Iterable[Finding], report: Report) -> None:
    """A field that is missing because its file could not be read is no problem of its own."""
    for finding in findings:
        source, local = files.place(finding)
        if source is not None:
            report.add_findings(source, [local])

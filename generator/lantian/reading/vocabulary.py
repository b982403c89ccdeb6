"""The words that all places share: vocabulary files, sentence patterns, glossary."""

from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import TypeVar

from pydantic import TypeAdapter

from lantian.model.checks.finding import Finding
from lantian.model.checks.known import Known
from lantian.model.checks.vocabulary import advice_findings, audience_findings, class_findings, pattern_findings
from lantian.model.content import NamedEntry, Term, Vocabulary
from lantian.model.measure import Audience
from lantian.model.text import Id, Record, Text
from lantian.model.vehicle import Fuel, Stage, VehicleClass
from lantian.model.view import view
from lantian.model.wording import Wording
from lantian.reading.files import Folder
from lantian.reading.glossary import read_glossary
from lantian.reading.records import read_record
from lantian.reading.report import Report
from lantian.reading.shelf import Shelf

T = TypeVar("T")
_FOLDER = PurePosixPath("vocabulary")
WORDS = "words"
"""The name under which the vocabulary is kept."""


class AudiencesFile(Record):
    """`audiences.yaml`: the groups we speak to."""

    audiences: tuple[Audience, ...]


class IndustryFile(Record):
    """`industry.yaml`: grades, and what shares are counted by and from."""

    grades: dict[str, NamedEntry]
    counted_by: dict[Id, Text]
    baselines: dict[Id, Text]


class VehiclesFile(Record):
    """`vehicles.yaml`: classes, fuels, stages."""

    classes: tuple[VehicleClass, ...]
    fuels: dict[Fuel, Text]
    stages: dict[Stage, Text]
    nonroad_stages: dict[Stage, Text]
    finding_stage: tuple[Text, ...]


class SchoolFile(Record):
    """`school.yaml`: what pupils do outdoors and indoors."""

    activities: tuple[NamedEntry, ...]


class HealthFile(Record):
    """`health.yaml`: what health guidance adds, by audience."""

    health_advice: dict[str, tuple[NamedEntry, ...]]


_SECTORS = TypeAdapter(dict[Id, Text])
_SECTION = TypeAdapter(dict[str, Text])
_AUDIENCES = TypeAdapter(AudiencesFile)
_INDUSTRY = TypeAdapter(IndustryFile)
_VEHICLES = TypeAdapter(VehiclesFile)
_SCHOOL = TypeAdapter(SchoolFile)
_HEALTH = TypeAdapter(HealthFile)


@view
class VocabularyFiles:
    """Each file as a record; what could not be read is None."""

    audiences: AudiencesFile | None
    sectors: dict[str, Text] | None
    industry: IndustryFile | None
    vehicles: VehiclesFile | None
    school: SchoolFile | None
    health: HealthFile | None
    glossary: tuple[Term, ...] | None
    wording: Wording | None

    @property
    def known(self) -> Known:
        """Return the ids that plans may refer to."""
        patterns = None if self.wording is None else self.wording.patterns
        return Known(
            audiences=None if self.audiences is None else tuple(entry.id for entry in self.audiences.audiences),
            sectors=None if self.sectors is None else tuple(self.sectors),
            grades=None if self.industry is None else tuple(self.industry.grades),
            counted_by=None if self.industry is None else tuple(self.industry.counted_by),
            baselines=None if self.industry is None else tuple(self.industry.baselines),
            cited_levels=None if patterns is None else tuple(patterns.get("cite_level", {})),
            cited_grades=None if patterns is None else tuple(patterns.get("cite_grade", {})),
            vehicle_classes=None if self.vehicles is None else self.vehicles.classes,
        )

    def vocabulary(self) -> Vocabulary:
        """Return the whole; only where no problem was found."""
        files = (self.audiences, self.industry, self.school, self.health)
        fields = {name: value for file in files if file is not None for name, value in file}
        vehicles = dict(self.vehicles or ())
        fields |= {"vehicle_classes": vehicles.pop("classes", ()), **vehicles}
        return Vocabulary.model_validate({**fields, "sectors": self.sectors, "glossary": self.glossary})


def known_vocabulary(folder: Folder, key: str, report: Report, shelf: Shelf) -> VocabularyFiles:
    """Return the vocabulary whose files have this hash together; one in which nothing was wrong is kept."""
    kept = shelf.take(_FILES, WORDS, key)
    if kept is not None:
        return kept
    before = len(report.problems)
    words = read_vocabulary(folder, report)
    if len(report.problems) == before:
        shelf.put(_FILES, WORDS, key, words)
    return words


def read_vocabulary(folder: Folder, report: Report) -> VocabularyFiles:
    """Read every file of the vocabulary by itself."""
    read = _Reader(folder, report).read
    audiences = read("audiences", _AUDIENCES, lambda file: audience_findings(file.audiences))
    names = None if audiences is None else tuple(entry.id for entry in audiences.audiences)
    return VocabularyFiles(
        audiences=audiences,
        sectors=read("sectors", _SECTORS),
        industry=read("industry", _INDUSTRY),
        vehicles=read("vehicles", _VEHICLES, lambda file: class_findings(file.classes)),
        school=read("school", _SCHOOL),
        health=read("health", _HEALTH, lambda file: advice_findings(file.health_advice, names)),
        glossary=read_glossary(folder, report),
        wording=_read_wording(folder, report),
    )


def _read_wording(folder: Folder, report: Report) -> Wording | None:
    """Each file is a section; None if one of them could not be read."""
    reader = _Reader(folder, report)
    paths = folder.below("vocabulary", "wording")
    sections = {path.stem: reader.read(f"wording/{path.stem}", _SECTION, pattern_findings) for path in paths}
    patterns = {name: section for name, section in sections.items() if section is not None}
    return Wording(patterns=patterns) if len(patterns) == len(sections) else None


_FILES = TypeAdapter(VocabularyFiles)


@view
class _Reader:
    folder: Folder
    report: Report

    def read(
        self, name: str, adapter: TypeAdapter[T], check: Callable[[T], Iterator[Finding]] | None = None
    ) -> T | None:
        """Read one file and report what its own rules find."""
        source = self.folder.read_yaml(_FOLDER / f"{name}.yaml")
        record = read_record(adapter, source, self.report)
        if source is not None and record is not None and check is not None:
            self.report.add_findings(source, check(record))
        return record

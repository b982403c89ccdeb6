"""Values as they were read become records, or problems."""

from collections.abc import Mapping
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from lantian.model.checks.finding import Finding
from lantian.model.checks.vocabulary import untranslated_findings
from lantian.reading.report import Report
from lantian.reading.schema_errors import schema_findings
from lantian.reading.yaml_source import Data, YamlSource

T = TypeVar("T")


def read_record(
    adapter: TypeAdapter[T], source: YamlSource | None, report: Report, given: Mapping[str, Data] | None = None
) -> T | None:
    """Return the record of a file; None, with its problems reported, if it is not well formed.

    `given` are fields that the path says, so that the file must not.
    """
    if source is None:
        return None
    names = given or {}
    faulty = report_said_twice(source, names, report)
    try:
        record = adapter.validate_python({**source.data, **names})
    except ValidationError as error:
        report_schema(source, error, names, report)
        return None
    return None if faulty else record


def report_said_twice(source: YamlSource, names: Mapping[str, object], report: Report) -> bool:
    """Report fields that are given by the path and stand in the file too, and statements left in Chinese."""
    report.add_findings(source, untranslated_findings(source.data))
    twice = [Finding((name,), "said_by_path", {"name": name}, at_key=True) for name in names if name in source.data]
    return report.add_findings(source, twice)


def report_schema(source: YamlSource, error: ValidationError, names: Mapping[str, Data], report: Report) -> None:
    """Report what is malformed; an id that comes from the path is a matter of the file's name."""
    for finding in schema_findings(error, {**source.data, **names}):
        if finding.path and finding.path[0] in names:
            report.add_file(source.file, "bad_file_name", value=str(names[str(finding.path[0])]))
        else:
            report.add_findings(source, [finding])

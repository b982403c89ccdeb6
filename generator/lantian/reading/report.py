"""Collects problems while files are read, so that one broken file hides nothing in another."""

from collections.abc import Iterable

from lantian.model.checks.finding import Filling, Finding
from lantian.problems import Problem
from lantian.reading.sentences import say
from lantian.reading.yaml_source import START, Position, YamlSource


class Report:
    """The problems found so far, each once."""

    def __init__(self) -> None:
        """Begin with no problem."""
        self.problems: dict[Problem, None] = {}

    def add(self, file: str, position: Position, key: str, /, **fields: Filling) -> None:
        """Report a problem at a place in a file."""
        sentence = say(key, fields)
        self.problems[Problem(file, position.line, position.column, sentence.what, sentence.mend)] = None

    def add_file(self, file: str, key: str, /, **fields: Filling) -> None:
        """Report a problem of a file as a whole."""
        self.add(file, START, key, **fields)

    def add_findings(self, source: YamlSource, findings: Iterable[Finding]) -> bool:
        """Report what checks found in one file; tell whether there was anything."""
        listed = tuple(findings)
        for finding in listed:
            self.add(source.file, source.position(finding.path, at_key=finding.at_key), finding.key, **finding.fields)
        return bool(listed)

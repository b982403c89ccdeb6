"""Options and fixtures for tests of the reading of content."""

from collections.abc import Callable
from pathlib import Path

import pytest

from lantian.problems import Problem, ProblemsFound
from lantian.reading.content import read_content

FindProblems = Callable[[Path], tuple[Problem, ...]]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that writes the expected problems anew, for review."""
    parser.addoption("--update-expected", action="store_true", help="write tests/sites/invalid/*/expected*.txt anew")


@pytest.fixture
def find_problems() -> FindProblems:
    """Return a function that reads a folder and returns its problems, none if it is sound."""

    def find(folder: Path) -> tuple[Problem, ...]:
        try:
            read_content(folder)
        except ProblemsFound as found:
            return found.problems
        return ()

    return find

"""A copy of the content that a test may break, and the command line over it."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.cli.calls import ROOT, Call
from tests.publishing.small_site import small_content

from lantian.cli.main import main


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return a copy of the content."""
    copy = tmp_path / "content"
    shutil.copytree(ROOT / "content", copy)
    return copy


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """Return the folder for what is built; it does not exist yet."""
    return tmp_path / "output"


def calling(content: Path, output: Path) -> Call:
    """Return the command line over a content, in English."""

    def call(*words: str) -> Result:
        options = ("--content", str(content), "--output", str(output), "--lang", "en")
        return CliRunner().invoke(main, [*options, *words], catch_exceptions=False)

    return call


@pytest.fixture
def lantian(content: Path, output: Path) -> Call:
    """Return the command line over the copy."""
    return calling(content, output)


@pytest.fixture
def small(tmp_path: Path, output: Path) -> Call:
    """Return the command line over a small city of January 2026, for tests that do not ask what the pages say."""
    return calling(small_content(tmp_path / "small"), output)


@pytest.fixture
def quiet(content: Path) -> None:
    """Take every message out of the copy: nothing is in force, nothing is drilled."""
    for message in (content / "bulletins").rglob("*.yaml"):
        message.unlink()

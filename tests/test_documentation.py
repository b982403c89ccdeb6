"""The documents are contracts: what they name exists, and what exists is named."""

import re
import tomllib
from pathlib import Path

from lantian import __version__
from lantian.cli.main import COMMANDS

TOP = Path(__file__).resolve().parents[1]
README = (TOP / "README.md").read_text("utf-8")
CONTRIBUTING = (TOP / "CONTRIBUTING.md").read_text("utf-8")
MAKEFILE = (TOP / "Makefile").read_text("utf-8")


def test_the_readme_names_every_command_and_no_other() -> None:
    """The table of commands is the command line's own list, in its order."""
    assert tuple(re.findall(r"^\| `([a-z-]+)` \|", README, flags=re.MULTILINE)) == COMMANDS


def test_the_readme_names_every_top_folder() -> None:
    """The tree shows each folder of the repository, and of the content, that holds files."""
    for folder in ("content", "theme", "deploy", "generator", "output", "tests"):
        assert re.search(rf"^{folder}/ ", README, flags=re.MULTILINE), folder
        assert (TOP / folder).is_dir()
    for name in (path.name for path in (TOP / "content").iterdir() if not path.name.startswith(".")):
        assert re.search(rf"^  {re.escape(name)}/? ", README, flags=re.MULTILINE), name


def test_make_targets_in_documents_exist() -> None:
    """Every `make` command that a document names is a target."""
    targets = set(re.findall(r"^([a-z]+):", MAKEFILE, flags=re.MULTILINE))
    named = set(re.findall(r"`make ([a-z]+)`", README + CONTRIBUTING)) | set(
        re.findall(r"^make ([a-z]+)", README, re.MULTILINE)
    )
    assert {"serve", "test"} <= named <= targets


def test_paths_in_documents_exist() -> None:
    """Files and folders that the documents name in code style are there."""
    text = README + CONTRIBUTING + (TOP / "DECISIONS.md").read_text("utf-8")
    paths = re.findall(r"`((?:content|theme|generator|tests)/[\w./-]+)`", text)
    assert len(paths) > 5
    assert not [path for path in paths if not (TOP / path).exists()]


def test_the_changelog_knows_the_version() -> None:
    """The version of the package has a heading in the changelog, and the project takes it from the package."""
    assert f"## {__version__}" in (TOP / "CHANGELOG.md").read_text("utf-8")
    project = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))
    assert "version" in project["project"].get("dynamic", []) or project["project"]["version"] == __version__


def test_decisions_are_numbered_without_a_gap() -> None:
    """Decisions count from one, each with a heading."""
    numbers = [int(n) for n in re.findall(r"^## (\d+)\. ", (TOP / "DECISIONS.md").read_text("utf-8"), re.MULTILINE)]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) > 10

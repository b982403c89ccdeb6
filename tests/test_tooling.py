"""The repository keeps its own rules: file sizes, lock files, nothing left over, nothing that points at a machine."""

import ast
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LINES = 200
FUNCTION_LINES = 30
COMMANDS = (
    "setup",
    "serve",
    "test",
    "check",
    "build",
    "lint",
    "types",
    "browser",
    "bench",
    "translate",
    "golden",
    "lock",
)
CODE = {".py", ".js", ".css", ".html", ".sh"}
TOP = {
    "pyproject.toml",
    "content",
    "theme",
    "deploy",
    "generator",
    "output",
    "tests",
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "DECISIONS.md",
    "LICENSE",
    "Makefile",
    "requirements.txt",
    "requirements-dev.txt",
}
# The brackets keep this file from containing what it looks for.
LEFT_OVER = re.compile(r"\b(T[O]DO|F[I]XME|X[X]X|H[A]CK)\b")
SKIPPED = re.compile(r"pytest[.](mark[.])?(sk[i]p|xf[a]il)")
MACHINE = re.compile(r"(?<![\w.~/-])/(w[o]rk|r[o]ot|h[o]me)/[\w.]")
REGISTRY = re.compile(r"p[y]pi[.]org|p[y]thonhosted[.]org|n[p]mjs[.]org|/s[i]mple/")


@pytest.fixture(scope="module")
def files() -> list[Path]:
    """Return every file of the repository that is committed or about to be."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    found = [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]
    assert found
    return found


def texts(files: list[Path]) -> dict[str, str]:
    """Return the text of every file that is text, by its path in the repository."""
    read = {}
    for file in files:
        data = file.read_bytes()
        if b"\0" not in data:
            read[file.relative_to(ROOT).as_posix()] = data.decode("utf-8")
    assert read
    return read


def test_no_file_of_code_is_long(files: list[Path]) -> None:
    """No file of code has more than 200 lines."""
    lengths = {name: len(text.splitlines()) for name, text in texts(files).items() if Path(name).suffix in CODE}
    assert lengths
    assert not {name: length for name, length in lengths.items() if length > LINES}


def test_no_function_is_long(files: list[Path]) -> None:
    """No function of the generator or of a test has more than 30 lines, its docstring included."""
    sources = [file for file in files if file.suffix == ".py"]
    functions = [
        (f"{source.name}:{node.lineno} {node.name}", (node.end_lineno or node.lineno) - node.lineno + 1)
        for source in sources
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    assert functions
    assert not [(name, length) for name, length in functions if length > FUNCTION_LINES]


def test_package_files_hold_no_code(files: list[Path]) -> None:
    """A package's own file is a docstring and nothing else; the first one holds the version too."""
    packages = [file for file in files if file.name == "__init__.py"]
    assert packages
    bodies = {file: re.sub(r'(?s)\A""".*?"""', "", file.read_text(encoding="utf-8")).strip() for file in packages}
    top = ROOT / "generator" / "lantian" / "__init__.py"
    assert re.fullmatch(r'__version__ = "[0-9.]+"', bodies.pop(top))
    assert not {file: body for file, body in bodies.items() if body}


def test_top_level_is_what_the_readme_draws(files: list[Path]) -> None:
    """At the top lie only the agreed files and folders, and hidden ones."""
    top = {file.relative_to(ROOT).parts[0] for file in files}
    assert not {name for name in top if not name.startswith(".")} - TOP


@pytest.mark.parametrize(
    "pattern", [LEFT_OVER, MACHINE, REGISTRY, SKIPPED], ids=["left over", "machine", "registry", "skipped"]
)
def test_nothing_stands_in_a_file_that_should_not(files: list[Path], pattern: re.Pattern[str]) -> None:
    """No file holds a left-over marker, a path of somebody's machine, an address of a registry, or a skipped test."""
    found = [
        f"{name}:{number}: {line.strip()[:120]}"
        for name, text in texts(files).items()
        for number, line in enumerate(text.splitlines(), start=1)
        if pattern.search(line)
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_lock_files_pin_and_name_no_address(name: str) -> None:
    """Each package is pinned to one version with hashes, and no line of the lock file names an address."""
    text = (ROOT / name).read_text(encoding="utf-8")
    packages = re.findall(r"(?m)^[a-z0-9][^\n]*(?:\n    --hash=sha256:[0-9a-f]{64}[^\n]*)+", text)
    pinned = re.findall(r"(?m)^[a-z0-9._-]+==\S+", text)
    assert pinned
    assert len(packages) == len(pinned)
    assert "://" not in text


def test_development_runs_on_the_same_versions() -> None:
    """What runs in production is what was tested: each pin of the first lock file stands in the second."""
    locks = [(ROOT / name).read_text(encoding="utf-8") for name in ("requirements.txt", "requirements-dev.txt")]
    run, develop = ({*re.findall(r"(?m)^[a-z0-9._-]+==[^\\\n]+", lock)} for lock in locks)
    assert run
    assert run <= develop


def test_every_refusal_of_a_rule_gives_its_reason() -> None:
    """Each rule that pyproject.toml refuses has a reason beside it, and each exception in the code names its rule."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    refused = tomllib.loads(text)["tool"]["ruff"]["lint"]["ignore"]
    assert refused
    assert not [rule for rule in refused if not re.search(rf'"{rule}", +# \w', text)]


def test_make_lists_its_commands() -> None:
    """`make` alone prints every command with what it does."""
    printed = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True).stdout  # noqa: S607
    assert not [command for command in COMMANDS if not re.search(rf"(?m)^ +make {command} +\S", printed)]

"""How tests call the command line, and how they compare folders."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from click.testing import Result

ROOT = Path(__file__).resolve().parents[2]
COMMAND = (sys.executable, "-m", "lantian")
SECONDS = 300


class Call(Protocol):
    """Calls `lantian` in this process with a copy of the content and a fresh output folder."""

    def __call__(self, *words: str) -> Result:
        """Return what the command printed and its exit code."""


def run(*words: str, cwd: Path = ROOT, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
    """Run `lantian` as users do, in a process of its own."""
    return subprocess.run(
        [*COMMAND, *words],
        cwd=cwd,
        env={**os.environ, **(env or {})},
        capture_output=True,
        timeout=SECONDS,
        check=False,
    )


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder with its bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def replace_in(file: Path, old: str, new: str) -> int:
    """Replace the first occurrence of a text in a file; return the number of its line."""
    text = file.read_text(encoding="utf-8")
    before, found, after = text.partition(old)
    assert found, f"{old!r} is not in {file}"
    file.write_text(before + new + after, encoding="utf-8")
    return before.count("\n") + 1

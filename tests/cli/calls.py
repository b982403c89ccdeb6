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


ITEMS = {"yangquan": ("weather",), "liaocheng": ("weather", "trend")}
"""What the plan of a place wants in a warning and no field of a message carries."""
SIGNED = {
    "yangquan": "市应急指挥部副总指挥（分管副市长）",
    "liaocheng": "市指挥部副指挥长（分管副市长）",
}
"""Who approves yellow and orange."""
MAYOR = {"yangquan": "市应急指挥部总指挥（市长）", "liaocheng": "市指挥部指挥长（市长）"}
"""Who approves red."""


def demanded(place: str, level: str) -> tuple[str, ...]:
    """Return the options that give what the plan of a place demands of a warning at a level."""
    role = MAYOR[place] if level == "red" else SIGNED[place]
    items = (word for item in ITEMS[place] for word in ("--item", f"{item}=静稳，扩散差|Calm air that hardly moves"))
    return "--approved-by", role, "--pollutant", "pm25", "--forecast", "160,170,155", *items


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


def unmeasured() -> dict[str, str]:
    """Return an environment for a command that will be interrupted: its coverage is not measured.

    The tracer of coverage takes a lock at every call. An interrupt that comes just then leaves it locked, and the
    command waits for itself for ever.
    """
    return {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}


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

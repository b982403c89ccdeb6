"""Forks are tried in a process of their own: a worker of the test run has a thread that Python does not know of."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 60


def alone(scenario: Callable[..., None], *words: str, ends: int = 0) -> None:
    """Call a function of a test module with these words in a fresh process; fails with what it told, if it fails.

    Returns when nobody can print any more, the process and every child of it; `ends` is how the process ends then.
    """
    program = f"import sys; from {scenario.__module__} import {scenario.__name__} as play; play(*sys.argv[1:])"
    done = subprocess.run(
        [sys.executable, "-P", "-c", program, *words], cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, timeout=SECONDS, check=False,
    )  # fmt: skip
    assert done.returncode == ends, done.stdout + done.stderr

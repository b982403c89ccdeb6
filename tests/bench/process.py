"""Starts a command as a fresh process and says what it cost."""

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LAUNCHER = Path(__file__).with_name("launch.py")


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process cost: seconds of wall time and of processor time, and its peak resident memory in bytes."""

    seconds: float
    processor: float
    peak: int
    printed: str


def measure(*command: str) -> Cost:
    """Run a command from the top of the repository; RuntimeError with what it printed if it fails."""
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        launch = [sys.executable, "-I", "-S", str(LAUNCHER), str(log), *command]
        done = subprocess.run(launch, cwd=ROOT, capture_output=True, text=True, check=True)
        printed = log.read_text(encoding="utf-8")
    cost = json.loads(done.stdout)
    if cost["exit"]:
        raise RuntimeError(f"{command[0]} ended with {cost['exit']}\n{printed}")
    return Cost(cost["seconds"], cost["processor"], cost["peak"], printed)

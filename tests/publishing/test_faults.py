"""Whatever happens to a publisher, readers see the old site whole or the new site whole, and the next one goes through.

The trials are run by `tests/publishing/faults.py` in a process of its own, because each of them is a forked child.
"""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FAULTS = ROOT / "tests" / "publishing" / "faults.py"
MODES = {
    ("kill",): 80,
    ("full", "3"): 20,
    ("readonly", "3"): 20,
    ("collect",): 20,
    ("moments", "40"): 40,
}


@pytest.mark.parametrize(("words", "least"), MODES.items(), ids=[" ".join(words) for words in MODES])
def test_old_whole_or_new_whole(words: tuple[str, ...], least: int) -> None:
    """Killed at any call or moment, on a full or a read-only disk: one of the two sites is live, nothing is lost."""
    done = subprocess.run(
        [sys.executable, "-P", str(FAULTS), *words], cwd=ROOT, env={"PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert int(re.findall(r"trials (\d+)", done.stdout)[0]) >= least
    assert set(re.findall(r": ([\w ]+?) after", done.stdout)) <= {"old", "new"}
    assert "old after" in done.stdout

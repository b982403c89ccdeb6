"""The command ends at once, but says everything first and keeps its exit code."""

import subprocess
import sys
from pathlib import Path

import pytest

WITNESS = "import atexit; atexit.register(print, 'the end'); "
LEAVE = "from lantian.cli.start import leave; print('said'); leave({code})"


@pytest.mark.parametrize("code", [0, 2])
def test_nothing_is_lost(code: int) -> None:
    """What was printed arrives, what was registered for the end is done once, and the code is the command's."""
    program = WITNESS + LEAVE.format(code=code)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.split("\n"), done.stderr) == (code, ["said", "the end", ""], "")


def test_a_full_disk_is_told() -> None:
    """Where what was printed can not be written, the interpreter says so in its own way."""
    full = Path("/dev/full")
    with full.open("w") as output:
        program = LEAVE.format(code=0)
        done = subprocess.run(
            [sys.executable, "-c", program], stdout=output, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode != 0
    assert "No space left" in done.stderr


@pytest.mark.parametrize(("options", "code"), [(["--version"], 0), (["no-such-command"], 2)])
def test_the_command_keeps_its_code(options: list[str], code: int) -> None:
    """The program ends with the code of the command."""
    done = subprocess.run([sys.executable, "-m", "lantian", *options], capture_output=True, text=True, check=False)
    assert done.returncode == code
    assert done.stdout or done.stderr

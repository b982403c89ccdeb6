"""Who knows Pelican builds the same site with it."""

import subprocess
import sys
from pathlib import Path

from tests.cli.calls import ROOT, run, tree

AS_OF = "2026-11-22T12:05:00+08:00"


def test_pelican_builds_the_same_bytes(tmp_path: Path) -> None:
    """`pelican` with our settings file and `lantian build` give the same files for the same moment, byte for byte."""
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    done = run("build", "--into", str(ours), "--as-of", AS_OF)
    assert done.returncode == 0, done.stderr.decode()
    command = [
        str(Path(sys.executable).with_name("pelican")), "-s", str(ROOT / "generator" / "pelicanconf.py"),
        "-o", str(theirs), "-e", f'LANTIAN_AS_OF="{AS_OF}"',
    ]  # fmt: skip
    told = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=300, check=False)
    assert told.returncode == 0, told.stderr
    assert len(tree(ours)) > 100
    assert tree(theirs) == tree(ours)

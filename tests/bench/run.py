"""`make bench`: a cold build of the whole real site against Hugo and against writing ready bytes, on this machine, now.

Ends with 1 if a target is missed. What the rival is, and where it is favoured or handicapped, stands in `rival.py`
and is printed. Absolute seconds mean little on a busy machine; the ratios come from rounds in which all take turns.
"""

import argparse
import os
import platform
import sys
import tempfile
from compileall import compile_dir
from pathlib import Path

from rich.console import Console
from rich.progress import Progress
from tests.bench import report, rival
from tests.bench.process import ROOT
from tests.bench.rounds import Contest
from tests.bench.rows import yaml_bytes
from tests.bench.shape import read_shapes
from tests.bench.weights import status_weights

MOMENT = "2026-11-22T12:05:00+08:00"


def main() -> int:
    """Measure, print, judge."""
    options = argparse.ArgumentParser(description="Measure builds against Hugo and against writing ready bytes.")
    options.add_argument("--rounds", type=int, default=7, help="how often all take turns (7)")
    options.add_argument("--content", type=Path, default=ROOT / "content", help="folder of the content")
    chosen = options.parse_args()
    console = Console(width=max(120, Console().width))
    compile_dir(ROOT / "generator" / "lantian", quiet=1)  # as `make setup` leaves it; edits since then are not compiled
    with tempfile.TemporaryDirectory() as folder:
        contest = Contest(content=chosen.content, moment=MOMENT, folder=Path(folder))
        return compete(console, contest, chosen.rounds)


def compete(console: Console, contest: Contest, rounds: int) -> int:
    """Make the rival, run the rounds, print what came out; return 1 if a target is missed."""
    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("our site, and the rival that resembles it", total=rounds)
        contest.build_ours()
        (contest.folder / "rival").mkdir()
        theirs = rival.make_rival(contest.site, contest.content, contest.folder / "rival")
        progress.update(task, description="rounds: lantian, hugo, floor, stages")
        contest.run(rounds, theirs, lambda: progress.advance(task))
    console.print(
        f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, {rounds} rounds\n"
    )
    console.print(rival.__doc__, highlight=False, soft_wrap=True)
    sources = (yaml_bytes(contest.content), yaml_bytes(theirs.source / "data"))
    report.show_likeness(console, list(read_shapes(contest.site)), list(read_shapes(theirs.site)), sources)
    report.show_builds(console, contest)
    report.show_stages(console, contest.median_stages())
    found = report.targets(contest, status_weights(contest.site))
    report.show_targets(console, found)
    return 0 if all(target.met for target in found) else 1


if __name__ == "__main__":
    sys.exit(main())

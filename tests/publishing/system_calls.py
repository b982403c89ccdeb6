"""Publishes a small site in programs of their own under strace, and lets something go wrong at each system call.

`python tests/publishing/system_calls.py kill`   killed (-9) at each call that changes files, one program per call
`python tests/publishing/system_calls.py full`   each such call of its own finds the disk full, and those after it
A number behind the mode tries every call of that distance only. Needs Debian's strace.

The calls are counted below Python: what a library writes counts too, a file may be cut off between two writes. After
each: the old site whole or the new one whole, and the next publication goes through.
"""

import os
import shutil
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.publishing.after_fault import leftovers, pages
from tests.publishing.fake_site import live_tree
from tests.publishing.faults import MEMORY, Ground, publish_after

ROOT = Path(__file__).resolve().parents[2]
CALLS = (
    "mkdir",
    "mkdirat",
    "rmdir",
    "rename",
    "renameat",
    "renameat2",
    "link",
    "linkat",
    "symlink",
    "symlinkat",
    "unlink",
    "unlinkat",
    "chmod",
    "fchmod",
    "fchmodat",
    "write",
    "writev",
    "pwrite64",
    "pwritev",
    "ftruncate",
    "truncate",
    "fallocate",
    "copy_file_range",
    "sendfile",
    "fsync",
    "fdatasync",
    "sync",
    "syncfs",
)
"""What changes a tree or brings it to the disk; a file that was only created is met at its first write."""
PROGRAM = """
import sys; from pathlib import Path
from tests.publishing.faults import publish_next
publish_next(Path(sys.argv[1]))
"""
KILLED = {128 + signal.SIGKILL, -signal.SIGKILL}
FAULTS = {"kill": "{call}:signal=KILL:when={at}", "full": "{call}:error=ENOSPC:when={at}+"}


def program(root: Path, fault: str) -> int:
    """Publish version 2 in a program of its own with a fault; return how it ended."""
    strace = ["strace", "-f", "-qq", "-o", os.devnull, "-e", f"inject={fault}"]
    told = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [*strace, sys.executable, "-P", "-c", PROGRAM, str(root)]
    return subprocess.run(command, cwd=ROOT, env=told, capture_output=True, check=False).returncode


def trial(ground: Ground, fault: str) -> tuple[str, int]:
    """Run one program; return what was live afterwards, and how it ended."""
    root = ground.fresh()
    ended = program(root, fault)
    found = live_tree(root)
    live = "old" if found == ground.old else "new" if found == ground.new else "NEITHER"
    if ended == 0 and live != "new":
        live = "LOST"
    publish_after(root)
    if pages(live_tree(root)) != pages(ground.new) or leftovers(root):
        live = "NOT RECOVERED"
    shutil.rmtree(root)
    return live, ended


def trials(ground: Ground, mode: str, distance: int) -> Iterator[tuple[str, str, int]]:
    """Yield each trial's call and outcome: strace counts every kind of call by itself, until there is none left."""
    for call in CALLS:
        at, ended = 1, -1
        while ended != 0:
            live, ended = trial(ground, FAULTS[mode].format(call=call, at=at))
            if ended != 0 or live not in {"old", "new"}:
                yield call, live, ended
            at += distance


def main() -> int:
    """Run the trials of one mode, and print the counts."""
    mode, distance = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1
    with TemporaryDirectory(dir=MEMORY if os.access(MEMORY, os.W_OK) else None) as folder:
        found = Counter(trials(Ground(Path(folder)), mode, distance))
    for (call, live, ended), count in sorted(found.items()):
        how = "killed" if ended in KILLED else f"exit {ended}"
        print(f"{mode}: {live} after {how} at {call}: {count}")  # noqa: T201 - a command
    print(f"{mode}: trials {sum(found.values())}")  # noqa: T201
    return int(any(live not in {"old", "new"} for _, live, _ in found))


if __name__ == "__main__":
    sys.exit(main())

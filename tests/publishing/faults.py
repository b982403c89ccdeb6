"""Publishes a small site again and again in forked children, and lets something go wrong in each of them.

`python tests/publishing/faults.py kill`        killed before each call that changes the output, one child per call
`python tests/publishing/faults.py full`        from each such call on the disk is full
`python tests/publishing/faults.py readonly`    from each such call on nothing may be written
`python tests/publishing/faults.py moments 500` killed at that many random moments
`python tests/publishing/faults.py collect`     killed before each call that removes what is no longer needed
A number behind the other modes tries every call of that distance only.

After each: the live site is the old one whole or the new one whole, and the next publication goes through and leaves
nothing behind. Prints the counts; ends with 1 if anything else was found.
"""

import errno
import os
import random
import shutil
import signal
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.publishing.after_fault import leftovers, pages
from tests.publishing.fake_site import FakePlace, live_tree, order, plan_of, publish

from lantian.publishing.collect import collect
from lantian.publishing.failure import PublishingFailedError
from lantian.publishing.journal import went_live
from lantian.publishing.output import Output
from lantian.publishing.parts import ReleasePlan

CHANGES = {"os.rename", "os.mkdir", "os.symlink", "os.link", "os.remove", "os.rmdir", "os.chmod", "os.truncate"}
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
FAILED, ENDED = 3, 0
OTHERS, SECONDS = 10, 10.0
MEMORY = "/dev/shm"  # noqa: S108 - where a sync costs nothing; elsewhere the trials take minutes on a busy disk
Fault = Callable[[], None]
Work = Callable[[Path], None]


def changing_calls(fault: Callable[[int], None]) -> None:
    """Call `fault` with its number before each call of this process that changes a file, a folder or a link."""
    number = 0

    def heard(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal number
        flags = arguments[2] if event == "open" and len(arguments) == 3 else 0
        if event in CHANGES or (isinstance(flags, int) and flags & WRITING):
            number += 1
            fault(number)

    sys.addaudithook(heard)


def killed_at(at: int) -> Fault:
    """Return a fault: the process is killed before its call of that number."""

    def fault(number: int) -> None:
        if number == at:
            os.kill(os.getpid(), signal.SIGKILL)

    return lambda: changing_calls(fault)


def refused_from(at: int, code: int) -> Fault:
    """Return a fault: the system refuses every call from that number on."""

    def fault(number: int) -> None:
        if number >= at:
            raise OSError(code, os.strerror(code))

    return lambda: changing_calls(fault)


def killed_after(seconds: float) -> Fault:
    """Return a fault: the process ends when the time is over, by a signal that it does not hear."""

    def begin() -> None:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, max(seconds, 1e-6))

    return begin


def site(version: int) -> ReleasePlan:
    """Return a site of so many places that a change leaves most links of a release as they are."""
    others = (FakePlace(f"place-{number}", 0) for number in range(OTHERS))
    return plan_of(version, FakePlace("east", version), *others, messages=max(version - 1, 0))


def publish_next(root: Path) -> None:
    """Publish version 2."""
    publish(root, site(2))


def publish_after(root: Path) -> str:
    """Publish version 3, as the next publisher does: one that was killed may leave a child for a moment."""
    return publish(root, site(3), order(root, wait=SECONDS)).release


def collect_all(root: Path) -> None:
    """Remove everything but what is live."""
    collect(Output(root), kept=0)


def in_child(root: Path, fault: Fault, work: Work = publish_next) -> int:
    """Do the work in a child with a fault; return how it ended: 0, 3, or the negative number of a signal."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            fault()
            work(root)
            code = ENDED
        except PublishingFailedError:
            code = FAILED
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


class Ground:
    """An output in which version 1 is live, copied for each trial, and what readers get of both versions."""

    def __init__(self, folder: Path) -> None:
        """Publish both versions once."""
        self._folder, self._trials = folder, 0
        self.before = folder / "before"
        for version in (-1, 0, 1):
            publish(self.before, site(version))
        after = self.fresh()
        publish(after, site(2))
        self.old, self.new = live_tree(self.before), live_tree(after)
        self.seconds = self._measured()

    def fresh(self) -> Path:
        """Return a copy of the output."""
        self._trials += 1
        root = self._folder / str(self._trials)
        shutil.copytree(self.before, root, symlinks=True)
        return root

    def _measured(self) -> float:
        root, began = self.fresh(), perf_counter()
        in_child(root, lambda: None)
        return perf_counter() - began

    def trial(self, fault: Fault, work: Work = publish_next) -> tuple[str, int]:
        """Run one child; return what was live afterwards, `old` or `new`, and how the child ended."""
        root = self.fresh()
        ended = in_child(root, fault, work)
        found = live_tree(root)
        live = "old" if found == self.old else "new" if found == self.new else "NEITHER"
        if ended == ENDED and live != ("old" if work is collect_all else "new"):
            live = "LOST"
        last = publish_after(root)
        if pages(live_tree(root)) != pages(self.new) or leftovers(root):
            live = "NOT RECOVERED"
        if went_live(root / "journal.jsonl")[-1] != last:
            live = "NOT RECORDED"
        shutil.rmtree(root)
        return live, ended


def trials(ground: Ground, mode: str, number: int) -> Iterator[tuple[str, int]]:
    """Yield the outcome of each trial of a mode."""
    if mode == "moments":
        chance = random.Random(number)  # noqa: S311 - moments, no secrets
        for _ in range(number):
            yield ground.trial(killed_after(chance.random() * ground.seconds))
        return
    work = collect_all if mode == "collect" else publish_next
    at, ended = 1 - number, -1
    while ended != ENDED:
        at += number
        code = {"full": errno.ENOSPC, "readonly": errno.EROFS}.get(mode)
        live, ended = ground.trial(killed_at(at) if code is None else refused_from(at, code), work)
        yield live, ended


def main() -> int:
    """Run the trials of one mode, and print the counts."""
    mode, number = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1
    with TemporaryDirectory(dir=MEMORY if os.access(MEMORY, os.W_OK) else None) as folder:
        ground = Ground(Path(folder))
        found = Counter(trials(ground, mode, number))
    for (live, ended), count in sorted(found.items()):
        print(f"{mode}: {live} after exit {ended}: {count}")  # noqa: T201 - a command
    print(f"{mode}: trials {sum(found.values())}")  # noqa: T201
    return int(any(live not in {"old", "new"} for live, _ in found))


if __name__ == "__main__":
    sys.exit(main())

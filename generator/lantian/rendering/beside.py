"""Two halves of the work at once: a forked child does one while this process does the other."""

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

Work = Callable[[], object]
_BYTES = 256


@contextmanager
def beside(work: Work, again: Work | None = None) -> Iterator[None]:
    """Do `work`, which only writes files, while the block runs; raises what `work` raises.

    A child that fails tells only that it failed: `again`, or else the same work, is done here at the end of the block,
    so that an error keeps its traceback.
    Where a child can not be had, or other threads run (a fork would copy their locks), it is done here at once.
    """
    if not can_fork():
        work()
        yield
        return
    child = multiprocessing.get_context("fork").Process(target=_quietly, args=(work,))
    try:
        child.start()
        yield
        child.join()
    except BaseException:
        # Whatever ends this half ends the other: nobody may write into a folder that is about to be removed.
        if child.pid is not None:
            child.kill()
            child.join()
        raise
    if child.exitcode:
        (again or work)()


class Shares:
    """The numbers below `count`, each for one of two processes: whoever is free takes the next.

    The numbers lie in a pipe, one byte each, because the system gives a byte of a pipe to one reader only. Beyond 256
    a byte stands for every 256th number, so that they always fit.
    """

    def __init__(self, count: int) -> None:
        """Lay out the numbers; both processes must come after."""
        self._count = count
        self._pipe, end = os.pipe()
        os.write(end, bytes(range(min(count, _BYTES))))
        os.close(end)

    def __iter__(self) -> Iterator[int]:
        """Yield numbers that nobody has taken, until there are none."""
        while byte := os.read(self._pipe, 1):
            yield from range(byte[0], self._count, _BYTES)

    def __del__(self) -> None:
        """Close the pipe."""
        os.close(self._pipe)


def _quietly(work: Work) -> None:
    """Do the work and leave at once: what the parent had opened or registered is the parent's to end."""
    try:
        work()
    except BaseException:  # noqa: BLE001 - whatever it is, the parent will meet it again and raise it
        os._exit(1)
    os._exit(0)


def can_fork() -> bool:
    """Tell whether a forked child is to be had, has a core to work on, and copies no lock of another thread."""
    return hasattr(os, "fork") and _cores() > 1 and _threads() == 1


def _threads() -> int:
    """Count the threads of this process; where the system tells, those too that a library began without Python."""
    try:
        return sum(1 for _ in Path("/proc/self/task").iterdir())
    except OSError:
        return threading.active_count()


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1

"""Two halves of the work at once: a forked child does one while this process does the other."""

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Work = Callable[[], object]


@contextmanager
def beside(work: Work) -> Iterator[None]:
    """Do `work`, which only writes files, while the block runs; raises what `work` raises.

    A child that fails tells only that it failed: the work is done again here, so that an error keeps its traceback.
    Where a child can not be had, or other threads run (a fork would copy their locks), it is done here at once.
    """
    if "fork" not in multiprocessing.get_all_start_methods() or _cores() == 1 or threading.active_count() > 1:
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
        work()


def _quietly(work: Work) -> None:
    """Do the work and leave at once: what the parent had opened or registered is the parent's to end."""
    try:
        work()
    except BaseException:  # noqa: BLE001 - whatever it is, the parent will meet it again and raise it
        os._exit(1)
    os._exit(0)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1

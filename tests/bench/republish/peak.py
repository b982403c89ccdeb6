"""The memory of a process and its children while they run, shared pages counted once."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread
from time import perf_counter

_STEP = 0.1
_SHARE = 50
_KILOBYTE = 1024


@dataclass(slots=True)
class Peak:
    """The most bytes that were seen at once."""

    bytes: int = 0


@contextmanager
def peak_of(process: int, *, weigh: bool) -> Iterator[Peak]:
    """Look again and again while the block runs what a process and its children hold (PSS); not at all else.

    Looking into gigabytes takes its time and stops the process: it may cost a fiftieth of the time at most.
    """
    peak, over = Peak(), Event()

    def look() -> None:
        pause = _STEP
        while not over.wait(pause):
            started = perf_counter()
            peak.bytes = max(peak.bytes, sum(map(_held, _family(process))))
            pause = max(_STEP, _SHARE * (perf_counter() - started))

    looking = Thread(target=look, daemon=True)
    if weigh:
        looking.start()
    try:
        yield peak
    finally:
        over.set()
        if weigh:
            looking.join()


def _family(process: int) -> list[int]:
    """Return a process and everything that it has started, at any depth."""
    parents: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            parent = int(stat.read_text("utf-8", "replace").rpartition(")")[2].split()[1])
            parents.setdefault(parent, []).append(int(stat.parent.name))
    found = [process]
    for one in found:
        found += parents.get(one, ())
    return found


def _held(process: int) -> int:
    """Return the process's share of memory in bytes, 0 once it is gone."""
    with suppress(OSError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * _KILOBYTE
    return 0

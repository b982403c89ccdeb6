"""One publisher at a time: a lock that the system takes back when its owner dies, and a file that names the owner."""

import errno
import fcntl
import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event

from lantian.publishing.failure import PublishingFailedError

Owner = dict[str, str | int]
WAIT_SECONDS = 10.0
_STEP_SECONDS = 0.02
_START_TIME_FIELD = 19
"""Of /proc/<pid>/stat, counted behind the name of the program."""


@contextmanager
def publishing_alone(lock: Path, now: str, wait: float = WAIT_SECONDS) -> Iterator[Owner | None]:
    """Hold the lock while the block runs; PublishingFailedError names who holds it when waiting was in vain.

    The lock is the system's (`flock`), so a killed owner holds it no longer and nothing has to be judged stale; what
    stands in the file is for people. `now` is when the owner began, RFC 3339. Yields the owner that died with the lock.
    """
    handle = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        if not _taken(handle, wait):
            raise PublishingFailedError("locked", **owner(lock))
        dead = owner(lock) if lock.stat().st_size else None
        _name_owner(handle, now)
        try:
            yield dead
        finally:
            with suppress(OSError):
                os.ftruncate(handle, 0)
            fcntl.flock(handle, fcntl.LOCK_UN)  # a forked child may still hold the file open
    finally:
        os.close(handle)


def owner(lock: Path) -> Owner:
    """Return pid, host and since when, as the owner wrote them; `?` where it has not written yet."""
    try:
        told = json.loads(lock.read_bytes())
    except (OSError, ValueError):
        told = {}
    known = told if isinstance(told, dict) else {}
    return {name: known.get(name, "?") for name in ("pid", "host", "since")}


def _taken(handle: int, wait: float) -> bool:
    """Try to take the lock until the time is over."""
    paused = Event()
    for _ in range(int(wait / _STEP_SECONDS) + 1):
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno not in {errno.EWOULDBLOCK, errno.EACCES}:
                raise
            paused.wait(_STEP_SECONDS)
        else:
            return True
    return False


def _name_owner(handle: int, now: str) -> None:
    told = {"pid": os.getpid(), "host": socket.gethostname(), "since": now, "started": _started()}
    os.ftruncate(handle, 0)
    os.pwrite(handle, (json.dumps(told) + "\n").encode(), 0)


def _started() -> str | None:
    """Return when this process started, in the system's ticks, which tells it from a later one of the same id."""
    try:
        return Path("/proc/self/stat").read_text("ascii").rpartition(")")[2].split()[_START_TIME_FIELD]
    except (OSError, IndexError):
        return None

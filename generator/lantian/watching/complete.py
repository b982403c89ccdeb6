"""Whether a file that just appeared is complete, as one that was renamed into place is, or is still being written."""

import fcntl
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from errno import EAGAIN
from stat import S_ISREG


def has_no_writer(handle: int) -> bool | None:
    """Tell whether nobody has a file open for writing; None where the system does not tell.

    Only its owner is told (a lease, which closing the file gives back).
    """
    try:
        fcntl.fcntl(handle, fcntl.F_SETSIG, signal.SIGURG)  # whoever opens it meanwhile must not end us by a signal
        fcntl.fcntl(handle, fcntl.F_SETLEASE, fcntl.F_RDLCK)
    except OSError as error:
        return False if error.errno == EAGAIN else None
    except AttributeError:  # leases are Linux's own
        return None
    return True


def is_complete(name: str, ask: Callable[[int], bool | None] = has_no_writer) -> bool:
    """Tell whether a new file has something in it and nobody writes to it any more, as far as `ask` is told.

    Where nothing is told a file counts that was renamed some time after the last byte of it was written: of one that is
    created in its place both times are the same.
    """
    with suppress(OSError):
        handle = os.open(name, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC)
        try:
            facts = os.fstat(handle)
            if S_ISREG(facts.st_mode) and facts.st_size:
                told = ask(handle)
                return facts.st_mtime_ns < facts.st_ctime_ns if told is None else told
        finally:
            os.close(handle)
    return False

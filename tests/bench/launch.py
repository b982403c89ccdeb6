"""Runs one command and prints what it cost, as JSON: seconds of wall time, processor seconds, peak bytes, exit code.

A process of its own, and a small one: Linux counts the memory of whoever starts a command into the command's peak.
Called as `python -I -S launch.py <log file> <command> …`; what the command prints goes to the log file.
"""

import json
import os
import sys
from time import perf_counter

LOG, COMMAND = sys.argv[1], sys.argv[2:]
flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
started = perf_counter()
process = os.posix_spawn(
    COMMAND[0],
    COMMAND,
    os.environ,
    file_actions=[(os.POSIX_SPAWN_OPEN, 1, LOG, flags, 0o600), (os.POSIX_SPAWN_DUP2, 1, 2)],
)
_, status, used = os.wait4(process, 0)
seconds = perf_counter() - started
print(  # noqa: T201  # what it is for
    json.dumps(
        {
            "seconds": seconds,
            "processor": used.ru_utime + used.ru_stime,
            "peak": used.ru_maxrss * (1 if sys.platform == "darwin" else 1024),
            "exit": os.waitstatus_to_exitcode(status),
        }
    )
)

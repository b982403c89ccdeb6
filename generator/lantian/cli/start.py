"""Where the command begins and ends: a run makes one site, so nothing is gained by tidying up behind it."""

import atexit
import gc
import os
import sys
import threading


def main() -> None:
    """Run the command without the cyclic garbage collector, and leave memory to the system at the end.

    Collecting cost a tenth of a cold build and freed nothing; `serve`, which stays, turns it on again.
    """
    gc.disable()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # it looks for some in every package
    from lantian.cli.main import main as command  # noqa: PLC0415 - imports make most of the objects

    try:
        command(prog_name="lantian")
    except SystemExit as end:
        if (end.code is None or isinstance(end.code, int)) and threading.active_count() == 1:
            leave(end.code or 0)
        raise


def leave(code: int) -> None:
    """End the process after everything that was registered for its end, but take no module and no object apart.

    Return, so that the interpreter ends in its own way, where the streams can not be flushed.
    """
    atexit._run_exitfuncs()  # noqa: SLF001 - what the interpreter calls; each function is called once
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        return
    os._exit(code)

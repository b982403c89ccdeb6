"""Where the command begins: a run makes one site and ends, so nothing is gained by looking for garbage."""

import atexit
import gc


def main() -> None:
    """Run the command without the cyclic garbage collector, and leave memory to the system at the end.

    Collecting cost a tenth of a cold build and freed nothing; `serve`, which stays, turns it on again.
    """
    gc.disable()
    atexit.register(gc.freeze)  # or the interpreter collects once more before it ends
    from lantian.cli.main import main as command  # noqa: PLC0415 - imports make most of the objects

    command(prog_name="lantian")

"""Work that is done by a forked child while this process only waits, and tells that it is alive."""

import gc
import os
import pickle
import select
import signal
import sys
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from typing import NoReturn, TypeVar

T = TypeVar("T")
_BEAT_SECONDS = 1.0
_CHUNK = 65_536


class ChildDiedError(Exception):
    """The child ended without a result."""


def apart(work: Callable[[], T], beat: Callable[[], object], limit: float) -> T:
    """Return what `work` returns: data that can be pickled; ChildDiedError if it does not come to its end.

    `beat` is called about once a second; after `limit` seconds the child is killed. Ctrl-C does not reach the child:
    what it has begun it ends.
    """
    pipe, end = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(pipe)  # with a reader left, though it is itself, it would wait for ever to be read
        _work(work, end)
    os.close(end)
    sent, status = b"", -1
    try:
        sent = _received(pipe, beat, time.monotonic() + limit)
    finally:
        os.close(pipe)
        if not sent:
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
    if status:
        raise ChildDiedError(f"a publication took more than {limit:.0f} s or ended with status {status}")
    result: T = pickle.loads(sent)  # noqa: S301 - it comes from our own child, which ended well
    return result


def _received(pipe: int, beat: Callable[[], object], until: float) -> bytes:
    """Return all that comes through a pipe, nothing if it takes too long."""
    parts: list[bytes] = []
    while time.monotonic() < until:
        beat()
        ready, _, _ = select.select([pipe], [], [], _BEAT_SECONDS)
        if ready:
            part = os.read(pipe, _CHUNK)
            if not part:
                return b"".join(parts)
            parts.append(part)
    return b""


def _work(work: Callable[[], object], end: int) -> NoReturn:
    """Do the work, send the result and leave at once: what the parent had opened or registered is the parent's."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    gc.disable()  # it ends soon, and collecting would copy the parent's memory
    try:
        with os.fdopen(end, "wb") as pipe:
            pipe.write(pickle.dumps(work(), pickle.HIGHEST_PROTOCOL))
    except BaseException:  # noqa: BLE001 - whatever it is, nobody above may go on in the child
        traceback.print_exc(file=sys.stderr)
        os._exit(1)
    os._exit(0)

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
from typing import Generic, NoReturn, TypeVar

T = TypeVar("T")
Beat = Callable[[], object]
"""Called about once a second."""
_BEAT_SECONDS = 1.0
_CHUNK = 65_536


class ChildDiedError(Exception):
    """The child ended without a result."""


class Child(Generic[T]):
    """A child that does its work and sends what comes of it: data that can be pickled.

    Ctrl-C does not reach it: what it has begun it ends.
    """

    def __init__(self, work: Callable[[], T]) -> None:
        """Fork it."""
        self._pipe, end = os.pipe()
        self._child = os.fork()
        if self._child == 0:
            os.close(self._pipe)  # with a reader left, though it is itself, it would wait for ever to be read
            _work(work, end)
        os.close(end)

    def result(self, beat: Beat, limit: float) -> T:
        """Wait for the result; ChildDiedError if there is none within `limit` seconds, after which it is killed."""
        try:
            sent = _received(self._pipe, beat, time.monotonic() + limit)
        except BaseException:
            self.end()
            raise
        status = self._reaped(kill=not sent)
        if status:
            raise ChildDiedError(f"a publication took more than {limit:.0f} s or ended with status {status}")
        result: T = pickle.loads(sent)  # noqa: S301 - it comes from our own child, which ended well
        return result

    def end(self) -> None:
        """Kill it, wherever it is."""
        self._reaped(kill=True)

    def _reaped(self, *, kill: bool) -> int:
        os.close(self._pipe)
        if kill:
            with suppress(ProcessLookupError):
                os.kill(self._child, signal.SIGKILL)
        return os.waitpid(self._child, 0)[1]


def apart(work: Callable[[], T], beat: Beat, limit: float) -> T:
    """Return what `work` returns, done by a child; ChildDiedError if it does not come to its end."""
    return Child(work).result(beat, limit)


def _received(pipe: int, beat: Beat, until: float) -> bytes:
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

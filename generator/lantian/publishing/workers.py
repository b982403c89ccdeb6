"""Many pieces of work for forked children, one per core and a few pieces each: what one piles up ends with it.

A child that fails tells only that it failed; what it did not do is left for the caller, who meets the error with its
traceback.
"""

import ctypes
import gc
import json
import os
import select
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NoReturn, TypeVar

T = TypeVar("T")
Message = dict[str, Any]
Send = Callable[[Message], None]
"""Tells the parent something that JSON can say."""
PIECES = 8
"""How many pieces a child does before another takes its place: its memory stays small, and starting it costs little."""
_MOST = 8
_CHUNK = 65_536
_DIE_WITH_PARENT = 1
"""PR_SET_PDEATHSIG of <sys/prctl.h>."""


def can_share() -> bool:
    """Tell whether children can be had that have a core each, and copy no lock of another thread."""
    try:
        threads = sum(1 for _ in Path("/proc/self/task").iterdir())
        return threads == 1 and len(os.sched_getaffinity(0)) > 1
    except (OSError, AttributeError):
        return False


def share_out(pieces: Sequence[T], work: Callable[[T, Send], None], hear: Send) -> bool:
    """Do the work on every piece in children, and hear what they send; return False, at once, if a child failed.

    None of them is left when this returns or raises, nor when this process is killed.
    """
    batches = [pieces[at : at + PIECES] for at in range(0, len(pieces), PIECES)]
    cores = sorted(os.sched_getaffinity(0))[:_MOST]
    crew: dict[int, _Hand] = {}
    try:
        while batches or crew:
            free = [core for core in cores if core not in {hand.core for hand in crew.values()}]
            for core in free[: len(batches)]:
                hand = _Hand(core, batches.pop(0), work)
                crew[hand.pipe] = hand
            for pipe in select.select(list(crew), [], [])[0]:
                if crew[pipe].heard(hear):
                    continue
                if not crew.pop(pipe).ended_well():
                    return False
        return True
    finally:
        for hand in crew.values():
            hand.stop(hear)


@contextmanager
def alongside(work: Callable[[Send], None], hear: Send) -> Iterator[None]:
    """Have a child do some work while the block runs, and hear at its end what it sends; what it fails at is left.

    The work should be short: also where the block fails it is waited for, so that all that it made is known.
    """
    hand = _Hand(max(os.sched_getaffinity(0)), (None,), lambda _, send: work(send))
    try:
        yield
    finally:
        while hand.heard(hear):
            pass
        hand.ended_well()


class _Hand:
    """One child at work on one core, so that nothing that it does is shared out once more."""

    def __init__(self, core: int, batch: Sequence[T], work: Callable[[T, Send], None]) -> None:
        self.core, self._rest = core, b""
        self.pipe, end = os.pipe()
        parent, self._child = os.getpid(), os.fork()
        if self._child == 0:
            os.close(self.pipe)
            _die_with(parent)
            _work_through(core, batch, work, end)
        os.close(end)

    def heard(self, hear: Send) -> bool:
        """Hear what has come; False when the child has said all."""
        sent = os.read(self.pipe, _CHUNK)
        *lines, self._rest = (self._rest + sent).split(b"\n")
        for line in lines:
            hear(json.loads(line))
        return bool(sent)

    def ended_well(self) -> bool:
        """Wait for the end of the child."""
        os.close(self.pipe)
        _, status = os.waitpid(self._child, 0)
        return status == 0

    def stop(self, hear: Send) -> None:
        """Ask the child to end, and hear what it had done."""
        with suppress(ProcessLookupError):
            os.kill(self._child, signal.SIGTERM)
        while self.heard(hear):
            pass
        self.ended_well()


def _die_with(parent: int) -> None:
    """End when the parent ends, at once if it has ended already."""
    ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


def _work_through(core: int, batch: Sequence[T], work: Callable[[T, Send], None], end: int) -> NoReturn:
    """Do a few pieces and leave at once: what the parent had opened or registered is the parent's."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # what it has begun it removes on its way out
        os.sched_setaffinity(0, {core})
        gc.disable()
        with os.fdopen(end, "wb", buffering=0) as pipe:

            def send(message: Message) -> None:
                pipe.write(json.dumps(message).encode() + b"\n")

            for piece in batch:
                work(piece, send)
    except BaseException:  # noqa: BLE001 - whatever it is, the parent will meet it again and raise it
        os._exit(1)
    os._exit(0)

"""Many pieces of work for forked children, one per core: whoever is free is given the next piece.

After some pieces another child takes its place: what the first piled up ends with it.

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
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NoReturn, TypeVar

T = TypeVar("T")
Message = dict[str, Any]
Send = Callable[[Message], None]
"""Tells the parent something that JSON can say."""
PIECES = 64
"""How many pieces a child does before another takes its place.

So its memory stays small, a place leaves some 2 MB; a new child copies whatever it touches, which takes 0.1 s or so.
"""
_MOST = 8
_CHUNK = 65_536
_DONE, _LEAVE = b"", b"-"
"""A line of a child that says that a piece is done, and the order that ends it; any other order numbers a piece."""
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
    left = deque(range(len(pieces)))
    cores = sorted(os.sched_getaffinity(0))[:_MOST]
    crew: dict[int, _Hand] = {}
    try:
        while left or crew:
            for core in [core for core in cores if core not in {hand.core for hand in crew.values()}][: len(left)]:
                hand = _Hand(core, pieces, work)
                crew[hand.pipe] = hand
                hand.go_on(left)
            for pipe in select.select(list(crew), [], [])[0]:
                if crew[pipe].heard(hear):
                    crew[pipe].go_on(left)
                elif not crew.pop(pipe).ended_well():
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
    hand.order(b"0")
    hand.order(_LEAVE)
    try:
        yield
    finally:
        while hand.heard(hear):
            pass
        hand.ended_well()


class _Hand:
    """One child at work on one core, so that nothing that it does is shared out once more."""

    def __init__(self, core: int, pieces: Sequence[T], work: Callable[[T, Send], None]) -> None:
        self.core, self._rest, self._free, self._given = core, b"", True, 0
        self.pipe, end = os.pipe()
        begin, self._orders = os.pipe()
        parent, self._child = os.getpid(), os.fork()
        if self._child == 0:
            os.close(self.pipe)
            _die_with(parent)
            _work_through(core, pieces, work, begin, end)
        os.close(begin)
        os.close(end)

    def order(self, order: bytes) -> None:
        """Give an order; a child that is gone is met when it is heard."""
        with suppress(BrokenPipeError):
            os.write(self._orders, order + b"\n")

    def go_on(self, left: deque[int]) -> None:
        """Give a child that is free one of the pieces that are left, or have it leave."""
        if self._free:
            self._free, self._given = False, self._given + 1
            self.order(b"%d" % left.popleft() if left and self._given <= PIECES else _LEAVE)

    def heard(self, hear: Send) -> bool:
        """Hear what has come; False when the child has said all."""
        sent = os.read(self.pipe, _CHUNK)
        *lines, self._rest = (self._rest + sent).split(b"\n")
        for line in lines:
            if line == _DONE:
                self._free = True
            else:
                hear(json.loads(line))
        return bool(sent)

    def ended_well(self) -> bool:
        """Wait for the end of the child."""
        os.close(self.pipe)
        os.close(self._orders)
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


def _work_through(core: int, pieces: Sequence[T], work: Callable[[T, Send], None], begin: int, end: int) -> NoReturn:
    """Do the pieces that are ordered and leave at once: what the parent had opened or registered is the parent's."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # what it has begun it removes on its way out
        os.sched_setaffinity(0, {core})
        gc.disable()
        with os.fdopen(begin, "rb") as orders, os.fdopen(end, "wb", buffering=0) as pipe:

            def send(message: Message) -> None:
                pipe.write(json.dumps(message).encode() + b"\n")

            for order in orders:
                if order.rstrip() == _LEAVE:
                    break
                work(pieces[int(order)], send)
                pipe.write(_DONE + b"\n")
    except BaseException:  # noqa: BLE001 - whatever it is, the parent will meet it again and raise it
        os._exit(1)
    os._exit(0)

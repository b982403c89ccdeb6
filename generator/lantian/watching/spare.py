"""A child that was forked before there was anything to do: it has got ready, and waits for its order."""

import os
import pickle
import select
from collections.abc import Callable
from functools import partial
from typing import Generic, TypeVar

from lantian.watching.apart import Beat, Child

A = TypeVar("A")
T = TypeVar("T")
Called = Callable[[], bool]
"""Tells whether the order has come: what is not ready by then is not needed."""
Prepare = Callable[[Called], Callable[[A], T]]
"""Gets ready, and returns what is done with the order."""
_CHUNK = 65_536


class Spare(Generic[A, T]):
    """One child for one order; it ends when whoever forked it ends, however that happens."""

    def __init__(self, prepare: Prepare[A, T]) -> None:
        """Fork it; it gets ready while this process goes on."""
        pipe, self._end = os.pipe()
        self._child: Child[T] = Child(partial(_wait, pipe, self._end, prepare))
        os.close(pipe)

    def ask(self, order: A) -> bool:
        """Give it the order; False if it is not there any more, and then it is gone for good."""
        try:
            with os.fdopen(self._end, "wb", closefd=False) as way:
                way.write(pickle.dumps(order, pickle.HIGHEST_PROTOCOL))
        except BrokenPipeError:
            self.end()
            return False
        os.close(self._end)
        return True

    def result(self, beat: Beat, limit: float) -> T:
        """Wait for what came of its order; as `apart`."""
        return self._child.result(beat, limit)

    def end(self) -> None:
        """End it without an order."""
        os.close(self._end)
        self._child.end()


def _wait(pipe: int, end: int, prepare: Prepare[A, T]) -> T:
    """Get ready and do what the order says; leave without a word if there will be none."""
    os.close(end)  # with a writer left, though it is itself, it would never hear that nobody is left to write
    work = prepare(lambda: bool(select.select([pipe], [], [], 0)[0]))
    with os.fdopen(pipe, "rb") as way:
        try:
            order: A = pickle.load(way)  # noqa: S301 - it comes from our own parent
        except EOFError:
            os._exit(0)
    return work(order)

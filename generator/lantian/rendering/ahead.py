"""Something that takes its time is worked out by a forked child while this process gets ready to use it."""

import os
import pickle
import signal
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import Generic, Self, TypeVar

from lantian.rendering.beside import can_fork

T = TypeVar("T")


class Ahead(Generic[T]):
    """What `make` returns, worked out while the block runs, and there when `result` is called.

    It must be data that can be pickled. Where no child can be had it is made when it is asked for; so it is where the
    child fails, so that an error is raised here, with its traceback. Leaving the block ends the child in any case.
    """

    def __init__(self, make: Callable[[], T]) -> None:
        """Remember how it is made; nothing is begun yet."""
        self._make = make
        self._child = 0
        self._pipe = -1

    def __enter__(self) -> Self:
        """Begin."""
        if can_fork():
            self._pipe, end = os.pipe()
            self._child = os.fork()
            if self._child == 0:
                os.close(self._pipe)  # with a reader left, though it is itself, it would wait for ever to be read
                _send(self._make, end)
            os.close(end)
        return self

    def result(self) -> T:
        """Return it."""
        if self._child == 0:
            return self._make()
        with os.fdopen(self._pipe, "rb", closefd=False) as pipe:
            sent = pipe.read()
        _, status = os.waitpid(self._child, 0)
        self._child = 0
        # It comes from our own child, which has the same program and ended well.
        return self._make() if status or not sent else pickle.loads(sent)  # noqa: S301

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave no child and no pipe behind."""
        if self._child:
            with suppress(ProcessLookupError):
                os.kill(self._child, signal.SIGKILL)
            os.waitpid(self._child, 0)
        if self._pipe >= 0:
            os.close(self._pipe)


def _send(make: Callable[[], object], end: int) -> None:
    """Make it, send it, and leave at once: what the parent had opened or registered is the parent's to end."""
    try:
        data = pickle.dumps(make(), pickle.HIGHEST_PROTOCOL)
        with os.fdopen(end, "wb") as pipe:
            pipe.write(data)
    except BaseException:  # noqa: BLE001 - whatever it is, the parent will meet it again and raise it
        os._exit(1)
    os._exit(0)

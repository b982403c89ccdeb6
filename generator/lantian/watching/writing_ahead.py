"""While `watch` waits, a child writes pages of places in which something goes on, for what may be announced next."""

import gc
import os
import signal
from contextlib import suppress
from typing import NoReturn

from lantian.publication.order import Order, Publication
from lantian.publication.write_ahead import PLACES, write_ahead

_NICE = 19
_SECTIONS = PLACES * 2
"""How many sections of a publication count as what changed lately; after a first one nobody knows."""


class WritingAhead:
    """At most one child, which ends when a change comes: what it has finished stays, and the next one goes on."""

    def __init__(self) -> None:
        """No child yet, and no place that changed lately."""
        self._child = 0
        self._lately: tuple[str, ...] = ()

    def begin(self, order: Order, done: Publication) -> None:
        """Begin to write what is not there yet, after a publication."""
        self.end()
        built = done.built if len(done.built) <= _SECTIONS else ()
        self._lately = tuple(dict.fromkeys((*built, *self._lately)))[:_SECTIONS]
        with suppress(OSError):
            self._child = os.fork()
            if self._child == 0:
                _work(order, self._lately)

    def look(self) -> None:
        """Take leave of a child that has ended."""
        if self._child and os.waitpid(self._child, os.WNOHANG)[0]:
            self._child = 0

    def end(self) -> None:
        """End the child, wherever it is; each set of pages is there whole or not at all."""
        if self._child:
            with suppress(ProcessLookupError):
                os.kill(self._child, signal.SIGKILL)
            os.waitpid(self._child, 0)
            self._child = 0


def _work(order: Order, lately: tuple[str, ...]) -> NoReturn:
    """Write, and leave at once: what the parent had opened or registered is the parent's."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    gc.enable()
    try:
        os.nice(_NICE)
        write_ahead(order, lately)
    except BaseException:  # noqa: BLE001 - it is not needed; who publishes meets the reason and tells it
        os._exit(1)
    os._exit(0)

"""A child that waits: it is ready before its order comes, does it once, and is gone with whoever forked it."""

import os
import select
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from lantian.watching.apart import ChildDiedError
from lantian.watching.spare import Called, Spare

SECONDS = 60
FILES = Path("/proc/self/fd")


def nothing() -> None:
    """Hear the beat."""


def adding(called: Called) -> Callable[[int], tuple[int, int]]:
    """Get ready to add to what was worked out before the order came."""
    del called
    ready = 40
    return lambda order: (os.getpid(), ready + order)


def test_it_does_what_the_order_says() -> None:
    """In a process of its own, with what it has got ready."""
    spare = Spare(adding)
    assert spare.ask(2)
    child, answer = spare.result(nothing, SECONDS)
    assert child != os.getpid()
    assert answer == 42


def test_an_order_that_comes_early_ends_the_preparing() -> None:
    """It is told of while it gets ready, and leaves the rest."""

    def until_called(called: Called) -> Callable[[int], int]:
        steps = 0
        while not called():
            steps += 1
        return lambda order: order

    spare = Spare(until_called)
    assert spare.ask(7)
    assert spare.result(nothing, SECONDS) == 7


def test_one_that_is_not_needed_leaves_nothing() -> None:
    """No child, no zombie, and no pipe."""
    before = len(list(FILES.iterdir()))
    Spare(adding).end()
    assert len(list(FILES.iterdir())) == before
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_one_that_has_gone_takes_no_order() -> None:
    """Whoever asks it is told, and does the work in another way."""
    reader, writer = os.pipe()

    def gone(called: Called) -> Callable[[int], int]:
        del called
        os._exit(3)

    spare = Spare(gone)
    os.close(writer)
    assert os.read(reader, 1) == b""  # its copy of the pipe is closed: it has ended
    os.close(reader)
    assert not spare.ask(1)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_one_that_dies_at_its_work_is_an_error() -> None:
    """As with any other child; nothing is done twice."""

    def dying(called: Called) -> Callable[[int], int]:
        del called
        return os._exit

    spare = Spare(dying)
    assert spare.ask(3)
    with pytest.raises(ChildDiedError):
        spare.result(nothing, SECONDS)


@pytest.mark.parametrize("kind", [signal.SIGKILL, signal.SIGTERM])
def test_it_ends_with_its_parent(kind: signal.Signals) -> None:
    """However that ends: nobody is left who could give an order."""
    reader, writer = os.pipe()
    ready, told = os.pipe()
    parent = os.fork()
    if parent == 0:
        Spare(adding)
        os.write(told, b"x")
        signal.pause()
    os.close(writer)
    os.close(told)
    assert os.read(ready, 1) == b"x"
    os.kill(parent, kind)
    os.waitpid(parent, 0)
    heard, _, _ = select.select([reader], [], [], SECONDS)
    assert heard  # the last copy of the pipe is closed: both have ended
    assert os.read(reader, 1) == b""
    os.close(reader)
    os.close(ready)

"""Work in a child: its result comes back, whatever happens to it does not happen to us."""

import os
import signal
from functools import partial

import pytest

from lantian.watching.apart import ChildDiedError, apart


def nothing() -> None:
    """Hear the beat."""


def test_the_result_comes_back() -> None:
    """Data larger than a pipe holds is returned whole, from another process."""
    child, data = apart(lambda: (os.getpid(), "x" * 1_000_000), nothing, 60)
    assert child != os.getpid()
    assert data == "x" * 1_000_000


def _fail() -> None:
    raise RuntimeError("broken")


@pytest.mark.parametrize("end", [partial(os._exit, 3), partial(os.abort), _fail])
def test_a_child_that_dies_is_an_error(end: partial[None]) -> None:
    """A crash of the program or of the interpreter is one error here."""
    with pytest.raises(ChildDiedError):
        apart(end, nothing, 60)


def test_a_child_that_hangs_is_killed() -> None:
    """After its time the child is gone, and no zombie stays."""
    with pytest.raises(ChildDiedError):
        apart(signal.pause, nothing, 0.0)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_it_beats_while_the_child_works() -> None:
    """Whoever supervises us hears of us at least once."""
    beats: list[int] = []
    assert apart(lambda: 1, lambda: beats.append(1), 60) == 1
    assert beats

"""Something is worked out by a child meanwhile: it arrives whole, and an error is raised here."""

import _thread
import os
import signal
import threading
from pathlib import Path

import pytest
from tests.rendering.alone import alone

from lantian.rendering.ahead import Ahead

LONG = 1_000_000
"""More than a pipe holds at once."""


def made_by_a_child() -> None:
    """Receive something long."""
    with Ahead(lambda: (os.getpid(), "x" * LONG)) as ahead:
        made_by, long = ahead.result()
    assert made_by != os.getpid()
    assert len(long) == LONG


def test_it_is_made_by_a_child() -> None:
    """What comes back was made in another process, and is more than a pipe holds at once."""
    alone(made_by_a_child)


def error_of_the_child() -> None:
    """Let the child fail, then ask for what can not be sent."""

    def broken() -> None:
        raise ValueError("a broken file")

    with pytest.raises(ValueError, match="a broken file"), Ahead(broken) as failing:
        failing.result()
    with Ahead(lambda: (os.getpid(), lambda: None)) as closed:
        made_by, _ = closed.result()
    assert made_by == os.getpid()


def test_what_fails_in_the_child_is_done_here() -> None:
    """What fails in the child fails here again, as the same error; what can not be pickled is made here."""
    alone(error_of_the_child)


def error_of_the_block(file: str) -> None:
    """Fail while the child works; no child may be left."""

    def endless() -> None:
        while True:
            Path(file).write_text("more")

    with pytest.raises(KeyboardInterrupt), Ahead(endless):
        raise KeyboardInterrupt
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
    Path(file).unlink(missing_ok=True)
    assert not Path(file).exists()


def test_an_error_of_the_block_ends_the_child(tmp_path: Path) -> None:
    """The block's own error comes out, and by then the child is gone: it writes no more."""
    alone(error_of_the_block, str(tmp_path / "child"))


def killed_while_it_waits() -> None:
    """Be killed, as by a system without memory, before anything is read of what the child sends."""
    with Ahead(lambda: "x" * LONG):
        os.kill(os.getpid(), signal.SIGKILL)


def test_a_killed_process_leaves_no_child_behind() -> None:
    """The child of a process that was killed ends too, although nobody reads what it sends."""
    alone(killed_while_it_waits, ends=-signal.SIGKILL)


def beside_threads() -> None:
    """Ask beside a thread of Python's, and beside one that Python's list does not know."""
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    with Ahead(os.getpid) as ahead:
        assert ahead.result() == os.getpid()
    stop.set()
    thread.join()
    lock = _thread.allocate_lock()
    lock.acquire()
    _thread.start_new_thread(lock.acquire, ())
    assert threading.active_count() == 1
    with Ahead(os.getpid) as ahead:
        assert ahead.result() == os.getpid()


def test_beside_other_threads_nothing_is_forked() -> None:
    """While another thread runs, whose locks a fork would copy, it is made here, whoever began the thread."""
    alone(beside_threads)


def on_one_core() -> None:
    """Ask on a machine with one core."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    with Ahead(os.getpid) as ahead:
        assert ahead.result() == os.getpid()


def test_on_one_core_nothing_is_forked() -> None:
    """On a machine with one core it is made in this process, when it is asked for."""
    alone(on_one_core)

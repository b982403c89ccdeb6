"""Something is worked out by a child meanwhile: it arrives whole, and an error is raised here."""

import multiprocessing
import os
import threading
from pathlib import Path

import pytest

from lantian.rendering import beside as module
from lantian.rendering.ahead import Ahead


def test_it_is_made_by_a_child() -> None:
    """What comes back was made in another process, and is more than a pipe holds at once."""
    with Ahead(lambda: (os.getpid(), "x" * 1_000_000)) as ahead:
        made_by, long = ahead.result()
    assert made_by != os.getpid()
    assert len(long) == 1_000_000


def test_an_error_of_the_child_is_raised_here() -> None:
    """What fails in the child fails here again, as the same error."""

    def broken() -> None:
        raise ValueError("a broken file")

    with pytest.raises(ValueError, match="a broken file"), Ahead(broken) as ahead:
        ahead.result()


def test_what_can_not_be_sent_is_made_here() -> None:
    """A result that can not be pickled is made in this process."""
    with Ahead(lambda: (os.getpid(), lambda: None)) as ahead:
        made_by, _ = ahead.result()
    assert made_by == os.getpid()


def test_an_error_of_the_block_ends_the_child(tmp_path: Path) -> None:
    """The block's own error comes out, and by then the child is gone: it writes no more."""

    def endless() -> None:
        while True:
            (tmp_path / "child").write_text("more")

    with pytest.raises(KeyboardInterrupt), Ahead(endless):
        raise KeyboardInterrupt
    (tmp_path / "child").unlink(missing_ok=True)
    assert not multiprocessing.active_children()
    assert not (tmp_path / "child").exists()


def test_beside_other_threads_nothing_is_forked() -> None:
    """While another thread runs, whose locks a fork would copy, it is made in this process."""
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        with Ahead(os.getpid) as ahead:
            assert ahead.result() == os.getpid()
    finally:
        stop.set()
        thread.join()


def test_on_one_core_nothing_is_forked(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a machine with one core it is made in this process, when it is asked for."""
    monkeypatch.setattr(module, "_cores", lambda: 1)
    with Ahead(os.getpid) as ahead:
        assert ahead.result() == os.getpid()

"""Two halves of the work at once: both are done, and an error of either comes out whole."""

import multiprocessing
import os
import threading
from pathlib import Path

import pytest

from lantian.rendering import beside as module
from lantian.rendering.beside import Shares, beside


def test_both_halves_are_done(tmp_path: Path) -> None:
    """The child writes its file while the block writes another, and both are there afterwards."""
    with beside(lambda: (tmp_path / "child").write_text(str(os.getpid()))):
        (tmp_path / "here").write_text(str(os.getpid()))
    assert (tmp_path / "here").read_text() == str(os.getpid())
    assert (tmp_path / "child").read_text()


def test_an_error_of_the_child_is_raised_here() -> None:
    """What fails in the child fails here again, as the same error."""

    def broken() -> None:
        raise ValueError("a broken template")

    with pytest.raises(ValueError, match="a broken template"), beside(broken):
        pass


def test_an_error_of_the_block_ends_the_child(tmp_path: Path) -> None:
    """The block's own error comes out, and by then the child is gone: it writes no more."""

    def endless() -> None:
        while True:
            (tmp_path / "child").write_text("more")

    with pytest.raises(KeyboardInterrupt), beside(endless):
        raise KeyboardInterrupt
    (tmp_path / "child").unlink(missing_ok=True)
    assert not multiprocessing.active_children()
    assert not (tmp_path / "child").exists()


def test_beside_other_threads_nothing_is_forked(tmp_path: Path) -> None:
    """While another thread runs, whose locks a fork would copy, the work is done in this process."""
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        with beside(lambda: (tmp_path / "work").write_text(str(os.getpid()))):
            assert (tmp_path / "work").read_text() == str(os.getpid())
    finally:
        stop.set()
        thread.join()


def test_on_one_core_nothing_is_forked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a machine with one core the work is done in this process, before the block."""
    monkeypatch.setattr(module, "_cores", lambda: 1)
    with beside(lambda: (tmp_path / "work").write_text(str(os.getpid()))):
        assert (tmp_path / "work").read_text() == str(os.getpid())


@pytest.mark.parametrize("count", [0, 1, 134, 256, 257, 1000])
def test_each_number_goes_to_one_process(tmp_path: Path, count: int) -> None:
    """Two processes take numbers at the same time; together they have each number once."""
    numbers = Shares(count)
    with beside(lambda: (tmp_path / "child").write_text(" ".join(map(str, numbers)))):
        here = list(numbers)
    there = [int(number) for number in (tmp_path / "child").read_text().split()]
    assert sorted(here + there) == list(range(count))


def test_what_is_done_where_the_child_fails() -> None:
    """Where the child fails and something else is to be done then, that is done here."""
    done: list[int] = []

    def broken() -> None:
        raise ValueError("a broken template")

    with beside(broken, lambda: done.append(os.getpid())):
        assert not done
    assert done == [os.getpid()]

"""Two halves of the work at once: both are done, and an error of either comes out whole."""

import _thread
import multiprocessing
import os
import threading
from pathlib import Path

import pytest
from tests.rendering.alone import alone

from lantian.rendering.beside import Shares, beside


def both_halves(folder: str) -> None:
    """Write one file here, one in the child."""
    child, here = Path(folder) / "child", Path(folder) / "here"
    with beside(lambda: child.write_text(str(os.getpid()))):
        here.write_text(str(os.getpid()))
    assert here.read_text() == str(os.getpid())
    assert child.read_text() not in {"", here.read_text()}


def test_both_halves_are_done(tmp_path: Path) -> None:
    """The child writes its file while the block writes another, and both are there afterwards."""
    alone(both_halves, str(tmp_path))


def error_of_the_child() -> None:
    """Let the child fail, with and without something else that is to be done then."""
    done: list[int] = []

    def broken() -> None:
        raise ValueError("a broken template")

    with pytest.raises(ValueError, match="a broken template"), beside(broken):
        pass
    with beside(broken, lambda: done.append(os.getpid())):
        assert not done
    assert done == [os.getpid()]


def test_what_fails_in_the_child_is_done_here() -> None:
    """What fails in the child fails here again, as the same error; or what is to be done then is done here."""
    alone(error_of_the_child)


def error_of_the_block(file: str) -> None:
    """Fail while the child works; no child may be left."""

    def endless() -> None:
        while True:
            Path(file).write_text("more")

    with pytest.raises(KeyboardInterrupt), beside(endless):
        raise KeyboardInterrupt
    assert not multiprocessing.active_children()
    Path(file).unlink(missing_ok=True)
    assert not Path(file).exists()


def test_an_error_of_the_block_ends_the_child(tmp_path: Path) -> None:
    """The block's own error comes out, and by then the child is gone: it writes no more."""
    alone(error_of_the_block, str(tmp_path / "child"))


def done_here(file: str) -> None:
    """See that the work is done by this process before the block."""
    with beside(lambda: Path(file).write_text(str(os.getpid()))):
        assert Path(file).read_text() == str(os.getpid())
    Path(file).unlink()


def beside_threads(file: str) -> None:
    """Work beside a thread of Python's, and beside one that Python's list does not know."""
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    done_here(file)
    stop.set()
    thread.join()
    lock = _thread.allocate_lock()
    lock.acquire()
    _thread.start_new_thread(lock.acquire, ())
    assert threading.active_count() == 1
    done_here(file)


def test_beside_other_threads_nothing_is_forked(tmp_path: Path) -> None:
    """While another thread runs, whose locks a fork would copy, the work is done here, whoever began the thread."""
    alone(beside_threads, str(tmp_path / "work"))


def on_one_core(file: str) -> None:
    """Work on a machine with one core."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    done_here(file)


def test_on_one_core_nothing_is_forked(tmp_path: Path) -> None:
    """On a machine with one core the work is done in this process, before the block."""
    alone(on_one_core, str(tmp_path / "work"))


def shared_numbers(file: str) -> None:
    """Let two processes take numbers at the same time, of few and of many."""
    for count in (0, 1, 134, 256, 257, 1000):
        numbers = Shares(count)

        def take(numbers: Shares = numbers) -> None:
            Path(file).write_text(" ".join(map(str, numbers)))

        with beside(take):
            here = list(numbers)
        there = [int(number) for number in Path(file).read_text().split()]
        assert sorted(here + there) == list(range(count)), count


def test_each_number_goes_to_one_process(tmp_path: Path) -> None:
    """Two processes take numbers at the same time; together they have each number once."""
    alone(shared_numbers, str(tmp_path / "child"))

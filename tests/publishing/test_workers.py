"""Many pieces of work are done by children, each once; whatever happens to one, none is left and nothing is lost."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.publishing.fake_site import FakePlace, live_tree, plan_of, publish
from tests.rendering.alone import alone

from lantian.publishing.failure import PublishingFailedError
from lantian.publishing.workers import PIECES, Message, Send, can_share, share_out

PLACES = tuple(FakePlace(f"p{number}", 1) for number in range(2 * PIECES + 3))


def shared(count: int, work: Callable[[int, Send], None]) -> tuple[bool, list[Message]]:
    """Share out numbers; return whether all went well, and what was heard."""
    heard: list[Message] = []
    return share_out(range(count), work, heard.append), heard


def double(number: int, send: Send) -> None:
    """Say twice a number, and more than a pipe holds."""
    send({"number": number, "double": 2 * number, "child": os.getpid(), "more": "x" * 10_000})


def nobody_left() -> bool:
    """Tell whether no child is left, alive or dead."""
    try:
        os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        return True
    return False


def test_every_piece_is_done_once() -> None:
    """All numbers come back, from several children that are none of us, and no child is left."""
    well, heard = shared(5 * PIECES + 1, double)
    assert well
    assert sorted(one["number"] for one in heard) == list(range(5 * PIECES + 1))
    assert all(one["double"] == 2 * one["number"] for one in heard)
    assert len({one["child"] for one in heard} - {os.getpid()}) == 6
    assert nobody_left()


@pytest.mark.parametrize("end", [lambda: os._exit(1), lambda: os.kill(os.getpid(), signal.SIGKILL), lambda: 1 // 0])
def test_a_child_that_fails_ends_the_rest(end: Callable[[], None]) -> None:
    """What was done before is heard, the failure is told, and no child is left."""

    def work(number: int, send: Send) -> None:
        if number == PIECES - 1:
            end()
        double(number, send)

    well, heard = shared(20 * PIECES, work)
    assert not well
    assert {one["number"] for one in heard} >= set(range(PIECES - 1))
    assert PIECES - 1 not in {one["number"] for one in heard}
    assert nobody_left()


def built_by_children(folder: str) -> None:
    """Publish many places at once, and beside it a few more at a time."""
    assert can_share()
    tmp_path = Path(folder)
    done = publish(tmp_path / "many", plan_of(1, *PLACES))
    assert done.built[-1] == "portal"
    assert [name for name in done.built if name in {one.name for one in PLACES}] == [one.name for one in PLACES]
    for count in range(5, len(PLACES) + 5, 5):
        publish(tmp_path / "few", plan_of(1, *PLACES[:count]))
    assert live_tree(tmp_path / "many") == live_tree(tmp_path / "few")
    assert publish(tmp_path / "many", plan_of(1, *PLACES)).built == ()


def test_a_site_of_many_places_is_built_by_children(tmp_path: Path) -> None:
    """The site is, byte for byte, the one that is built place by place, and the next publication builds nothing."""
    alone(built_by_children, str(tmp_path))


def test_what_is_wrong_in_one_of_many_is_told(tmp_path: Path) -> None:
    """The sentence is the one that a single place would have brought, and nothing is left lying about."""
    wrong = FakePlace("wrong", 1, shown="what no page says")
    with pytest.raises(PublishingFailedError) as failed:
        publish(tmp_path, plan_of(1, *PLACES, wrong))
    assert (failed.value.key, failed.value.fields["words"]) == ("not_shown", "what no page says")
    assert not list((tmp_path / "sections").iterdir())
    assert not (tmp_path / "current").exists()
    assert publish(tmp_path, plan_of(1, *PLACES)).built

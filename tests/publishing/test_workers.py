"""Many pieces of work are done by children, each once; whatever happens to one, none is left and nothing is lost."""

import os
import signal
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from tests.publishing.fake_site import FakePlace, live_tree, plan_of, publish
from tests.rendering.alone import alone

from lantian.publishing.failure import PublishingFailedError
from lantian.publishing.parts import ReleasePlan, Section, Shown, Written
from lantian.publishing.workers import PIECES, Message, Send, alongside, can_share, share_out

PLACES = tuple(FakePlace(f"p{number}", 1) for number in range(PIECES + 3))


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
    done = Counter(one["child"] for one in heard)
    assert os.getpid() not in done
    assert max(done.values()) == PIECES
    assert nobody_left()


def test_whoever_is_free_has_the_next_piece() -> None:
    """While one child is at a long piece, which ends when another has done all the others, it is given no more."""
    assert len(os.sched_getaffinity(0)) > 1
    begin, end = os.pipe()

    def work(number: int, send: Send) -> None:
        if number == 0:
            os.read(begin, 1)
        double(number, send)
        if number == PIECES // 2:
            os.write(end, b".")

    well, heard = shared(PIECES // 2 + 1, work)
    os.close(begin)
    os.close(end)
    assert well
    assert Counter(one["child"] for one in heard).most_common()[-1][1] == 1
    assert {one["number"] for one in heard} == set(range(PIECES // 2 + 1))


@pytest.mark.parametrize("end", [lambda: os._exit(1), lambda: os.kill(os.getpid(), signal.SIGKILL), lambda: 1 // 0])
def test_a_child_that_fails_ends_the_rest(end: Callable[[], None]) -> None:
    """What was done before is heard, the failure is told, and no child is left; only what another is at may be lost."""

    def work(number: int, send: Send) -> None:
        if number == PIECES - 1:
            end()
        double(number, send)

    well, heard = shared(20 * PIECES, work)
    told = {one["number"] for one in heard}
    assert not well
    assert len(set(range(PIECES - 1)) - told) < len(os.sched_getaffinity(0))
    assert PIECES - 1 not in told
    assert len(told) < 20 * PIECES - 1
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


def test_a_child_works_while_the_block_runs() -> None:
    """What the child says is heard when the block has ended, and no child is left."""
    heard: list[Message] = []
    with alongside(lambda send: double(2, send), heard.append):
        assert heard == []
    assert [(one["double"], one["child"] == os.getpid()) for one in heard] == [(4, False)]
    assert nobody_left()


def test_a_child_beside_a_block_that_fails_ends_its_work() -> None:
    """The error passes, after the child has said all that it made; one that fails has said what it could."""
    heard: list[Message] = []

    def work(send: Send) -> None:
        double(1, send)
        raise ValueError

    with pytest.raises(KeyError), alongside(work, heard.append):
        raise KeyError
    assert len(heard) == 1
    assert nobody_left()


def wide(version: int, portal: Callable[[Section, Path], Written]) -> ReleasePlan:
    """Return a release of many places of which the first changes, whose portal is written so."""
    plan = plan_of(version, FakePlace("east", version), *(FakePlace(f"p{number}", 0) for number in range(40)))
    *others, last = plan.sections
    return replace(plan, sections=(*others, replace(last, write=partial(portal, last))))


def as_it_is(portal: Section, into: Path) -> Written:
    """Write the portal."""
    return portal.write(into)


def wrong(portal: Section, into: Path) -> Written:
    """Write the portal, which must show words that it has not."""
    return replace(portal.write(into), shown={"zh/index.html": Shown(("west 7",))})


def test_a_portal_that_a_child_refuses_is_refused_here(tmp_path: Path) -> None:
    """The child tells nothing of it; who builds it again meets the reason, and nothing unfinished is left."""
    publish(tmp_path, wide(1, as_it_is))
    before = live_tree(tmp_path)
    with pytest.raises(PublishingFailedError, match="not_shown"):
        publish(tmp_path, wide(2, wrong))
    assert live_tree(tmp_path) == before
    assert not list(tmp_path.rglob(".new-*"))
    assert publish(tmp_path, wide(2, as_it_is)).built == ("east", "portal")


def test_a_wide_portal_is_built_by_a_child(tmp_path: Path) -> None:
    """Where a section and the portal are missing, another process writes the portal of many places."""

    def telling(portal: Section, into: Path) -> Written:
        (tmp_path / "wrote").write_text(str(os.getpid()), "ascii")
        return portal.write(into)

    root = tmp_path / "output"
    publish(root, wide(1, as_it_is))
    done = publish(root, wide(2, telling))
    assert done.built == ("east", "portal")
    assert ((tmp_path / "wrote").read_text("ascii") != str(os.getpid())) is can_share()

"""The loop in a world whose time passes by itself: when it publishes, what it tells, and when it tries again."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from tests.watching.play import BEGIN, Play

from lantian.model.text import Text
from lantian.problems import Problem
from lantian.publication.order import Publication
from lantian.watching.agenda import LONGEST_PAUSE, QUIET, SETTLE, STEP
from lantian.watching.follow import follow
from lantian.watching.outcome import BadContent, BadTheme, Failed, Live, Outcome

DONE = Live(Publication(release="b", before="a", sections=2, built=("yangquan",)))
SAME = Live(Publication(release="b", before="b", sections=2))
TEXT = Text(zh="错", en="wrong")
BAD = BadContent((Problem("content/x.yaml", 3, 5, TEXT, TEXT),))
WORSE = BadContent((Problem("content/x.yaml", 9, 1, TEXT, TEXT), Problem("content/y.yaml", 1, 1, TEXT, TEXT)))
FULL = Failed("system", {"reason": "No space left on device", "file": "output/x"})
LOCKED = Failed("locked", {"pid": 7, "host": "h", "since": "s"})


def played(play: Play) -> Play:
    """Return a play that was played to its end."""
    follow(play)
    assert play.longest <= STEP + play.lasts + QUIET
    return play


def next_of(marks: Iterable[datetime], now: datetime) -> datetime | None:
    """Return the first of some moments that is still to come."""
    return next((mark for mark in marks if mark > now), None)


def near(times: Iterable[float]) -> list[float]:
    """Round times to a hundredth of a second."""
    return [round(time, 2) for time in times]


def test_it_publishes_at_once_and_says_only_what_changed() -> None:
    """At the start the content goes live; where nothing had to change nothing is said."""
    assert played(Play([DONE], 5)).told == [(0.0, DONE, False)]
    assert played(Play([SAME], 5)).told == []


def test_a_change_is_published_when_files_hold_still() -> None:
    """The steps of one change make one publication, a quiet time after the last of them."""
    play = played(Play([SAME, DONE], 20, changes=[5.0, 5.01, 5.02, 9.0]))
    assert near(play.published) == near([0.0, 5.02 + QUIET, 9.0 + QUIET])


def test_a_file_renamed_into_place_is_published_at_once() -> None:
    """It is complete as it is; one that is written in steps after it is waited for as ever."""
    play = played(Play([SAME, DONE], 20, changes=[5.0, 9.0, 9.01, 12.0], whole=frozenset({5.0, 9.0})))
    assert near(play.published) == near([0.0, 5.0, 9.0, 9.01 + QUIET, 12.0 + QUIET])


def test_a_rename_among_steps_ends_no_waiting() -> None:
    """While something is being written, whatever else appears is one more step."""
    play = played(Play([SAME, DONE], 20, changes=[5.0, 5.01, 5.02], whole=frozenset({5.01})))
    assert near(play.published) == near([0.0, 5.02 + QUIET])


def test_files_that_never_hold_still_are_published_in_the_end() -> None:
    """An endless change delays a publication by two seconds at most."""
    play = played(Play([SAME], 8, changes=[2 + number * QUIET / 2 for number in range(300)]))
    assert 3 <= len(play.published) <= 5
    assert play.published[1] <= 4.1


def test_a_change_during_a_publication_is_not_lost() -> None:
    """What changes while a publication runs makes another one."""
    play = played(Play([DONE], 10, changes=[1.0, 1.5], lasts=0.8))
    assert near(play.published) == near([0.0, 1.0 + QUIET, 1.0 + QUIET + 0.8 + QUIET])


def test_it_wakes_at_the_moment_and_not_before() -> None:
    """At midnight, exactly, the site is published by itself, and then at the moment after that."""
    midnight = datetime.fromisoformat("2026-11-22T00:00:00+08:00")
    play = played(Play([DONE], 4600, moments=lambda now: midnight if now < midnight else now + timedelta(hours=1)))
    assert play.published == [0.0, 600.0, 4200.0]


def test_a_moment_that_passes_while_publishing_is_due_at_once() -> None:
    """A boundary within the time that a publication takes is published right after it."""
    moment = BEGIN + timedelta(seconds=3)
    play = played(Play([DONE], 30, moments=partial(next_of, [moment]), lasts=5.0))
    assert play.published == [0.0, 5.0]


def test_a_clock_that_is_set_forward_makes_it_look_again() -> None:
    """After a suspension the missed moment is made up for within a second."""
    moment = BEGIN + timedelta(hours=2)
    play = played(Play([DONE], 100, moments=partial(next_of, [moment]), jumps=[(50.0, 7200.0)]))
    assert len(play.published) == 2
    assert 50 <= play.published[1] <= 50 + STEP


def test_a_clock_that_is_set_back_makes_it_look_again() -> None:
    """The next moment is found anew by the new clock, and nothing is published before its time."""
    marks = (BEGIN, BEGIN + timedelta(seconds=100))
    ahead = partial(next_of, marks)
    play = played(Play([DONE], 200, moments=ahead, jumps=[(50.0, -60.0)]))
    assert 50 <= play.published[1] <= 50 + STEP
    assert near(play.published) == near([0, play.published[1], 60, 160])


def test_bad_content_is_told_once() -> None:
    """A mistake is told once, whatever else changes; mended, all is well again, and the next mistake is news."""
    play = played(Play([DONE, BAD, BAD, BAD, SAME, BAD, SAME], 60, changes=[5, 10, 15, 20, 25, 30]))
    assert [(outcome, mended) for _, outcome, mended in play.told] == [
        (DONE, False), (BAD, False), (SAME, True), (BAD, False), (SAME, True),
    ]  # fmt: skip


def test_another_mistake_is_told_too() -> None:
    """Each kind of failure is told once, in whatever order they come."""
    theme = BadTheme("theme/x.html", 3, "unexpected")
    play = played(Play([BAD, WORSE, BAD, theme, WORSE, SAME], 60, changes=[5, 10, 15, 20, 25]))
    assert [outcome for _, outcome, _ in play.told] == [BAD, WORSE, theme, SAME]


def test_unfinished_content_is_not_called_bad() -> None:
    """An editor that is still writing half a second later has made no mistake yet."""
    play = played(Play([DONE, BAD, DONE], 30, changes=[5.0, 5.0 + SETTLE / 2]))
    assert [outcome for _, outcome, _ in play.told] == [DONE, DONE]


def test_bad_content_waits_for_a_change() -> None:
    """Nothing but a change mends content; it is looked at again every five minutes all the same."""
    play = played(Play([BAD], LONGEST_PAUSE * 2 + 10))
    assert near(play.published) == near([0, SETTLE + LONGEST_PAUSE, SETTLE + 2 * LONGEST_PAUSE])


def test_a_full_disk_is_tried_again_ever_later() -> None:
    """Told once, tried after 1, 2, 4 … seconds, at most every five minutes, and live as soon as it works."""
    play = played(Play([*[FULL] * 12, DONE], 2000))
    pauses = [after - before for before, after in zip(play.published, play.published[1:], strict=False)]
    assert near(pauses) == near([1 + SETTLE, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300])
    assert [(outcome, mended) for _, outcome, mended in play.told] == [(FULL, False), (DONE, True)]


def test_a_change_does_not_wait_for_the_pause() -> None:
    """After many failures a change is tried at once."""
    play = played(Play([*[LOCKED] * 9, DONE], 300, changes=[260.0]))
    assert near(play.published)[-1] == near([260.0 + QUIET])[0]
    assert [outcome for _, outcome, _ in play.told] == [LOCKED, DONE]


def test_two_causes_of_the_system_are_two_kinds() -> None:
    """A full disk is told, and then a missing right too; which file it was this time is no news."""
    other = Failed("system", {"reason": "No space left on device", "file": "output/y"})
    rights = Failed("system", {"reason": "Permission denied", "file": "output/x"})
    play = played(Play([FULL, other, rights, FULL], 8))
    assert [outcome for _, outcome, _ in play.told] == [FULL, rights]


def test_it_ends_when_it_is_told_to() -> None:
    """No publication begins after the signal, whatever is due."""
    assert played(Play([BAD], 0.2)).published == [0.0]
    assert played(Play([DONE], 0.0)).published == []


def test_moments_are_met_while_content_is_bad() -> None:
    """The mistake is told once, what goes live by the clock meanwhile each time, and at its moment."""
    noon = BEGIN + timedelta(seconds=100)
    same = Publication(release="a", before="a", sections=2, until=noon, problems=BAD.problems)
    met = Publication(release="b", before="a", sections=2, problems=BAD.problems)
    outcomes: list[Outcome] = [replace(BAD, meanwhile=same), replace(BAD, meanwhile=met), DONE]
    play = played(Play(list(outcomes), 150, changes=[120.0]))
    assert near(play.published) == near([0.0, 100.0, 120.0 + QUIET])
    assert [outcome for _, outcome, _ in play.told] == [outcomes[0], outcomes[1], replace(DONE)]

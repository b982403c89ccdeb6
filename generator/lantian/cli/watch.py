"""`lantian watch`: publishes by itself, at every change of the files and whenever the site must say something else."""

import gc
import signal
import time
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from types import FrameType

import click

from lantian.cli.moments import ZONE
from lantian.cli.publishing import order_of, read_back_option
from lantian.cli.session import Session
from lantian.cli.watch_words import failure_sentence, live_sentence
from lantian.watching.outcome import Live, Outcome
from lantian.watching.service import Supervisor


@click.command()
@read_back_option
@click.pass_obj
def watch(session: Session, read_back: str | None) -> None:
    """Publish now, at every change of content or theme, and at every moment at which the site must differ."""
    order = replace(order_of(session, None, read_back), command="watch")
    from lantian.publication.warmth import warm_up_for_good  # noqa: PLC0415
    from lantian.watching.changes import Changes  # noqa: PLC0415 - as `publish`; and what is imported here is warm
    from lantian.watching.follow import follow  # noqa: PLC0415
    from lantian.watching.machine import Machine  # noqa: PLC0415

    stop, supervisor = Stopping(), Supervisor.of_environment()
    stop.listen()
    changes = Changes((order.content, order.theme), stop, time.monotonic)
    warm_up_for_good()
    gc.enable()  # unlike every other command, this one stays
    session.tell("watch.started", content=str(order.content), output=str(order.output))
    supervisor.ready()
    machine = Machine(order, exact_clock, changes, stop, supervisor, partial(_speak, session, supervisor))
    follow(machine)
    machine.ahead.end()
    machine.attempts.end()
    supervisor.stopping()
    changes.close()
    session.tell("watch.stopped")


class Stopping:
    """Set by the first SIGTERM or Ctrl-C, at which a publication is still ended; the second one ends at once."""

    def __init__(self) -> None:
        """Not yet."""
        self._came = False

    def is_set(self) -> bool:
        """Tell whether a signal came."""
        return self._came

    def listen(self) -> None:
        """Take both signals."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._take)

    def _take(self, number: int, frame: FrameType | None) -> None:
        del number, frame
        self._came = True
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.default_int_handler)


def exact_clock() -> datetime:
    """Return the present moment with its fraction of a second, so that a boundary is not met a second late."""
    return datetime.now(UTC).astimezone(ZONE)


def _speak(session: Session, supervisor: Supervisor, outcome: Outcome, mended: bool) -> None:  # noqa: FBT001
    """Say in one line what came of a publication: what is live aloud, what failed on the error stream."""
    if isinstance(outcome, Live):
        words = live_sentence(session, outcome, mended=mended)
        click.echo(words)
    else:
        words = failure_sentence(session, outcome)
        click.echo(words, err=True)
    supervisor.status(words)

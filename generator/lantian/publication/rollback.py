"""`rollback`: an earlier release is made live again."""

from functools import partial

from lantian.publication.alone import done_alone
from lantian.publication.order import Order, Publication
from lantian.publication.pin import pin
from lantian.publication.stages import Stages, Tell
from lantian.publishing.deliver import go_live
from lantian.publishing.failure import PublishingFailedError
from lantian.publishing.journal import went_live, write_line
from lantian.publishing.output import Output
from lantian.publishing.release import read_release, release_names


class UnknownReleaseError(Exception):
    """No such release lies there, or none from before if none was named; `known` are those that do, newest last."""

    def __init__(self, release: str | None, known: tuple[str, ...]) -> None:
        """Remember what was asked for."""
        super().__init__(release or "")
        self.release = release
        self.known = known


def roll_back(order: Order, release: str | None, tell: Tell) -> Publication:
    """Make a release live that lies there, the one before the live one if none is named.

    UnknownReleaseError if it does not lie there, PublishingFailedError if it does not come back as it should; the live
    release then stays.
    """
    output = Output(order.output)
    known, target = release_names(output), release or release_before(output)
    if target is None or target not in known:
        raise UnknownReleaseError(release, known)
    return done_alone(order, partial(_rolled_back, order, target), Stages(tell))


def release_before(output: Output) -> str | None:
    """Return the release that was live before the live one and still lies there, None if there is none."""
    live, known = output.live(), release_names(output)
    lines = [name for name in went_live(output.journal) if name in known]
    last = max((number for number, name in enumerate(lines) if name == live), default=len(lines))
    return next((name for name in reversed(lines[:last]) if name != live), None)


def _rolled_back(order: Order, release: str, output: Output, stages: Stages) -> Publication:
    told = read_release(output.release(release))
    if told is None:
        raise PublishingFailedError("no_release", release=release)
    stages.begin("read_back")
    address = told["address"] if order.address is None else order.address or None
    before = go_live(output, release, tuple(told["fronts"]), address)
    pin(order, output, release)
    write_line(output.journal, order.line(outcome="live", release=release, before=before, seconds=stages.end()))
    return Publication(release, before, len(told["sections"]), seconds=stages.seconds)

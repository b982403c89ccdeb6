"""Around all work on the output: the lock, the journal, one sentence for whatever fails."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from lantian.problems import ProblemsFound, ThemeFault
from lantian.publication.order import Order, Publication
from lantian.publication.stages import Stages
from lantian.publishing.collect import collect
from lantian.publishing.failure import PublishingFailedError
from lantian.publishing.journal import last_live, write_line
from lantian.publishing.lock import publishing_alone
from lantian.publishing.output import Output

Work = Callable[[Output, Stages], Publication]


def done_alone(order: Order, work: Work, stages: Stages) -> Publication:
    """Do the work while nobody else publishes, then remove what no kept release names.

    PublishingFailedError for whatever stops it, noted in the journal; problems of content and theme pass as they are.
    """
    output = Output(order.output)
    with _failures_told(), _locked(order, output):
        _note_unrecorded(order, output)
        try:
            with _failures_told():
                done = work(output, stages)
        except PublishingFailedError as failure:
            with suppress(OSError):
                write_line(output.journal, order.line(outcome="failed", reason=failure.key, seconds=stages.end()))
            raise
        if not order.dry_run:
            stages.begin("collect")
            with suppress(OSError):  # the release is live; what could not go now goes next time
                collect(output)
            stages.end()
    return done


@contextmanager
def _locked(order: Order, output: Output) -> Iterator[None]:
    output.prepare()
    with publishing_alone(output.lock, order.now.isoformat(), order.wait) as dead:
        if dead is not None:
            write_line(output.journal, order.line(outcome="taken_over", owner=dead))
        yield


@contextmanager
def _failures_told() -> Iterator[None]:
    """Turn whatever stops a publication into one sentence."""
    try:
        yield
    except (ProblemsFound, ThemeFault, PublishingFailedError):
        raise
    except OSError as error:
        reason = error.strerror or str(error)
        raise PublishingFailedError("system", reason=reason, file=str(error.filename or "?")) from error
    except Exception as error:
        raise PublishingFailedError("unexpected", reason=f"{type(error).__name__}: {error}") from error


def _note_unrecorded(order: Order, output: Output) -> None:
    """Write down a switch whose publisher was killed before it could do so."""
    live = output.live()
    if live is not None and live != last_live(output.journal):
        write_line(output.journal, order.line(outcome="live", release=live, command="recovered"))

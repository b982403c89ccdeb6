"""One try to publish, in a forked child: it finds everything imported, and takes what it piled up away with it.

After a success the next child is forked at once. It reads while nothing happens, and waits.
"""

from collections.abc import Callable
from contextlib import suppress
from functools import partial

from lantian.problems import ProblemsFound, ThemeFault
from lantian.publication.inputs import program_digest
from lantian.publication.order import Order, Publication
from lantian.publication.publish import publish
from lantian.publication.remembered import Remembered
from lantian.publishing.failure import PublishingFailedError
from lantian.watching.apart import Beat, ChildDiedError, apart
from lantian.watching.outcome import BadContent, BadTheme, Failed, Live, Outcome
from lantian.watching.readiness import get_ready
from lantian.watching.spare import Called, Spare

LIMIT = 900.0
"""After how many seconds a publication hangs; a first build of all cities of the country takes a fraction of it."""


_LATELY = 6
"""How many sections of publications count as what changed lately; of a first one none does."""


class Attempts:
    """Publishes in children, one at a time; at most one more is there that waits for the next order."""

    def __init__(self) -> None:
        """No child yet."""
        self._spare: Spare[Order, Outcome] | None = None
        self._lately: tuple[str, ...] = ()

    def publish(self, order: Order, beat: Beat) -> Outcome:
        """Publish in a child and return what came of it; `beat` is called about once a second while it works."""
        program_digest()  # of the program that runs here; a child would work it out each time
        spare, self._spare = self._spare, None
        try:
            if spare is not None and spare.ask(order):
                return spare.result(beat, LIMIT)
            return apart(partial(publish_here, order), beat, LIMIT)
        except (ChildDiedError, OSError) as error:
            return Failed("unexpected", {"reason": str(error)})

    def get_ready(self, order: Order, done: Publication) -> None:
        """Fork the next child after a publication; where that can not be done it is forked when it is needed."""
        self.end()
        built = done.built if len(done.built) <= _LATELY else ()
        self._lately = tuple(dict.fromkeys((*built, *self._lately)))[:_LATELY]
        with suppress(OSError):
            self._spare = Spare(partial(_ready, order, self._lately))

    def end(self) -> None:
        """End the child that waits."""
        if self._spare is not None:
            self._spare.end()
            self._spare = None


def _ready(order: Order, lately: tuple[str, ...], called: Called) -> Callable[[Order], Outcome]:
    return partial(publish_here, remembered=get_ready(order, lately, called))


def publish_here(order: Order, remembered: Remembered | None = None) -> Outcome:
    """Publish in this process and return what came of it."""
    try:
        done = publish(order, lambda _stage: None, remembered)
    except ProblemsFound as found:
        return BadContent(found.problems)
    except ThemeFault as fault:
        return BadTheme(fault.file, fault.line, fault.reason)
    except PublishingFailedError as failure:
        return Failed(failure.key, failure.fields)
    return BadContent(done.problems, done) if done.problems else Live(done)

"""One try to publish, in a forked child: it finds everything imported, and takes what it piled up away with it."""

from collections.abc import Callable
from functools import partial

from lantian.problems import ProblemsFound, ThemeFault
from lantian.publication.inputs import program_digest
from lantian.publication.order import Order
from lantian.publication.publish import publish
from lantian.publishing.failure import PublishingFailedError
from lantian.watching.apart import ChildDiedError, apart
from lantian.watching.outcome import BadContent, BadTheme, Failed, Live, Outcome

LIMIT = 900.0
"""After how many seconds a publication hangs; a first build of all cities of the country takes a fraction of it."""


def publish_apart(order: Order, beat: Callable[[], object]) -> Outcome:
    """Publish in a child and return what came of it; `beat` is called about once a second while it works."""
    program_digest()  # of the program that runs here; a child would work it out each time
    try:
        return apart(partial(publish_here, order), beat, LIMIT)
    except (ChildDiedError, OSError) as error:
        return Failed("unexpected", {"reason": str(error)})


def publish_here(order: Order) -> Outcome:
    """Publish in this process and return what came of it."""
    try:
        done = publish(order, lambda _stage: None)
    except ProblemsFound as found:
        return BadContent(found.problems)
    except ThemeFault as fault:
        return BadTheme(fault.file, fault.line, fault.reason)
    except PublishingFailedError as failure:
        return Failed(failure.key, failure.fields)
    return BadContent(done.problems, done) if done.problems else Live(done)

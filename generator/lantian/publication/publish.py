"""`publish`, told once: read, plan, build what changed, check, switch, read back, write the journal, clean up."""

from contextlib import suppress
from dataclasses import replace
from functools import partial

from lantian.model.content import Content
from lantian.problems import ProblemsFound
from lantian.publication.alone import done_alone
from lantian.publication.going_live import bring_live
from lantian.publication.inputs import folder_digest, folder_stamp
from lantian.publication.order import Order, Publication
from lantian.publication.planning import plan_release
from lantian.publication.stages import Stages, Tell
from lantian.publishing.failure import PublishingFailedError
from lantian.publishing.output import Output
from lantian.publishing.release import live_release
from lantian.reading.content import read_content

_ATTEMPTS = 3
"""How often content is read again that changed while it was read."""


class _ContentChanged(Exception):  # noqa: N818 - no error: the work is done again
    """The content changed while it was read."""


def publish(order: Order, tell: Tell) -> Publication:
    """Publish the content as it is now.

    ProblemsFound or ThemeFault if it is not sound, PublishingFailedError for everything else; in each case the earlier
    release is live as before.
    """
    return done_alone(order, partial(_attempts, order), Stages(tell))


def _attempts(order: Order, output: Output, stages: Stages) -> Publication:
    for _ in range(_ATTEMPTS):
        with suppress(_ContentChanged):
            return _attempt(order, output, stages)
    raise PublishingFailedError("changing", folder=str(order.content))


def _attempt(order: Order, output: Output, stages: Stages) -> Publication:
    """Publish what the content says now; _ContentChanged if it did not hold still."""
    stages.begin("read")
    held = _Held(order)
    content = held.read()
    stages.begin("plan")
    live = (live_release(output) or {}).get("sections")
    plan = plan_release(content, order.content, order.theme, folder_digest(order.theme), order.moment, live)
    done = bring_live(order, plan, output, stages, held.confirm)
    later = (one.key for entry in content.places for one in entry.bulletins if one.issued_at > order.moment)
    return replace(done, later=tuple(later))


class _Held:
    """Content and theme as they were when reading began."""

    def __init__(self, order: Order) -> None:
        self._order = order
        self._stamp = self._now()

    def _now(self) -> str:
        return folder_stamp(self._order.content, self._order.theme)

    def confirm(self) -> None:
        """Raise _ContentChanged if anything has changed since."""
        if self._now() != self._stamp:
            raise _ContentChanged

    def read(self) -> Content:
        """Read the content; problems of a content that did not hold still are none."""
        try:
            return read_content(self._order.content)
        except ProblemsFound:
            self.confirm()
            raise

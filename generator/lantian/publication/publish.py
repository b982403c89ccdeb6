"""`publish`, told once: read, plan, build what changed, check, switch, read back, write the journal, clean up."""

from contextlib import suppress
from functools import partial
from gzip import compress
from pathlib import Path

from lantian.model.content import Content
from lantian.problems import ProblemsFound
from lantian.publication.alone import done_alone
from lantian.publication.inputs import folder_digest, folder_stamp
from lantian.publication.order import Order, Publication
from lantian.publication.planning import plan_release
from lantian.publication.stages import Stages, Tell
from lantian.publishing.deliver import Delivery, delivery, go_live
from lantian.publishing.failure import PublishingFailedError
from lantian.publishing.journal import write_line
from lantian.publishing.output import Output
from lantian.publishing.parts import Json, ReleasePlan
from lantian.publishing.release import is_whole, live_release
from lantian.publishing.verify_release import check_log
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
    stamp = _stamp(order)
    content = _read(order, stamp)
    stages.begin("plan")
    plan = plan_release(content, order.content, order.theme, folder_digest(order.theme), order.moment)
    live = live_release(output)
    check_log(plan.facts, live, clock=order.as_of is None)
    later = tuple(one.key for entry in content.places for one in entry.bulletins if one.issued_at > order.moment)
    if output.live() == plan.id and is_whole(output, plan.id):
        return Publication(plan.id, plan.id, len(plan.sections), later=later, seconds=stages.end())
    with delivery(output, plan, _style_bytes(order.theme)) as made:
        made.make(stages.begin)
        if _stamp(order) != stamp:
            raise _ContentChanged
        before = None if order.dry_run else _switch(order, made, stages, live)
    names = tuple(made.built)
    return Publication(
        plan.id, before, len(plan.sections), names, tuple(made.heavy), made.lost, later, stages.end()
    )  # fmt: skip


def _switch(order: Order, made: Delivery, stages: Stages, live: Json | None) -> str | None:
    """Put everything in its place, make it live, and write the journal; return what was live before."""
    plan, output = made.plan, made.output
    stages.begin("switch")
    made.place()
    stages.begin("read_back")
    address = plan.address if order.address is None else order.address or None
    before = go_live(output, plan.id, plan.fronts, address)
    told = {"built": made.built, "lost": len(made.lost), "announced": _announced(plan, live)}
    line = order.line(outcome="live", release=plan.id, before=before, seconds=stages.end(), **told)
    with suppress(OSError):  # it is live; the next publication writes down what is missing
        write_line(output.journal, line)
    return before


def _announced(plan: ReleasePlan, live: Json | None) -> list[str]:
    """Return the messages that no reader of the live release knows."""
    known = {f"{place['id']}/{message}" for place in (live or {}).get("places", ()) for message in place["messages"]}
    now = (f"{place['id']}/{message}" for place in plan.facts["places"] for message in place["messages"])
    return [message for message in now if message not in known]


def _read(order: Order, stamp: str) -> Content:
    """Read the content; problems of a content that did not hold still are none."""
    try:
        return read_content(order.content)
    except ProblemsFound:
        if _stamp(order) != stamp:
            raise _ContentChanged from None
        raise


def _stamp(order: Order) -> str:
    return folder_stamp(order.content, order.theme)


def _style_bytes(theme: Path) -> int:
    """Return what the style sheet weighs, compressed."""
    from lantian.rendering.assets import collect_assets  # noqa: PLC0415 - only where something is built

    styles = (one.data for one in collect_assets(theme).documents if one.address.endswith(".css"))
    return sum(len(compress(style, 6)) for style in styles)

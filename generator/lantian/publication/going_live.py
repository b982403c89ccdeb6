"""A planned release goes live: what is not there yet is built, the rest is linked, and the journal tells of it."""

from collections.abc import Callable
from contextlib import suppress

from lantian.publication.order import Order, Publication
from lantian.publication.pin import unpin
from lantian.publication.stages import Stages
from lantian.publishing.deliver import Delivery, delivery, go_live
from lantian.publishing.journal import write_line
from lantian.publishing.output import Output
from lantian.publishing.parts import Json, ReleasePlan
from lantian.publishing.release import is_whole, live_release
from lantian.publishing.verify_release import check_log

Confirm = Callable[[], object]
"""Called when everything is built and nothing is switched; raises if it must not go live."""


def bring_live(order: Order, plan: ReleasePlan, output: Output, stages: Stages, confirm: Confirm) -> Publication:
    """Build, check, switch, read back; nothing at all if this release is live and whole.

    PublishingFailedError, or what `confirm` raises, and the earlier release is live as before.
    """
    live = live_release(output)
    check_log(plan.facts, live, clock=order.as_of is None, removal=order.removal is not None)
    if output.live() == plan.id and is_whole(output, plan.id):
        return Publication(plan.id, plan.id, len(plan.ids), seconds=stages.end())
    with delivery(output, plan, live) as made:
        made.make(stages.begin)
        confirm()
        before = None if order.dry_run else _switch(order, made, stages)
    return Publication(
        release=plan.id,
        before=before,
        sections=len(plan.ids),
        built=tuple(made.built),
        heavy=tuple(made.heavy),
        lost=made.lost,
        seconds=stages.end(),
    )


def _switch(order: Order, made: Delivery, stages: Stages) -> str | None:
    """Put everything in its place, make it live, and write the journal; return what was live before."""
    plan, output = made.plan, made.output
    stages.begin("switch")
    made.place()
    stages.begin("read_back")
    address = plan.address if order.address is None else order.address or None
    before = go_live(output, plan.id, plan.fronts, address)
    unpin(output)
    reason = {} if order.removal is None else {"removal": order.removal}
    told = {**reason, "built": made.built, "lost": len(made.lost), "announced": _announced(plan, made.live)}
    line = order.line(outcome="live", release=plan.id, before=before, seconds=stages.end(), **told)
    with suppress(OSError):  # it is live; the next publication writes down what is missing
        write_line(output.journal, line)
    return before


def _announced(plan: ReleasePlan, live: Json | None) -> list[str]:
    """Return the messages that no reader of the live release knows."""
    known = {f"{place['id']}/{message}" for place in (live or {}).get("places", ()) for message in place["messages"]}
    now = (f"{place['id']}/{message}" for place in plan.facts["places"] for message in place["messages"])
    return [message for message in now if message not in known]

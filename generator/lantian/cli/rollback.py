"""`lantian rollback`: an earlier release goes live again."""

from dataclasses import replace

import click

from lantian.cli.progress import stages
from lantian.cli.publishing import fail, order_of, read_back_option
from lantian.cli.session import Session
from lantian.publishing.failure import PublishingFailedError


@click.command()
@click.argument("release", required=False)
@read_back_option
@click.pass_obj
def rollback(session: Session, release: str | None, read_back: str | None) -> None:
    """Make an earlier release live again: the one that was live before, or the one that is named."""
    from lantian.publication.rollback import UnknownReleaseError, roll_back  # noqa: PLC0415 - as `publish`

    order = replace(order_of(session, None, read_back), command="rollback")
    try:
        with stages(session) as tell:
            done = roll_back(order, release, tell)
    except UnknownReleaseError as unknown:
        if unknown.release is None:
            session.refuse("rollback.none_before")
        session.refuse("rollback.unknown", release=unknown.release, known=", ".join(unknown.known) or "—")
    except PublishingFailedError as failure:
        fail(session, failure)
    else:
        session.tell("rollback.done", release=done.release, before=done.before or "—")

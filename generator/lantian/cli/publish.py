"""`lantian publish`: the content as it is now goes live, whole or not at all."""

from dataclasses import replace
from datetime import datetime

import click

from lantian.cli.moments import as_of_option
from lantian.cli.publishing import order_of, publish_now, read_back_option
from lantian.cli.session import Session


@click.command()
@as_of_option
@click.option("--dry-run", is_flag=True, help="Build and check everything, and switch nothing.")
@click.option(
    "--allow-removal", "removal", metavar="REASON",
    help="Let published messages be gone or changed; why, for the journal.",
)  # fmt: skip
@read_back_option
@click.pass_obj
def publish(
    session: Session, as_of: datetime | None, read_back: str | None, removal: str | None, *, dry_run: bool
) -> None:
    """Build what changed, check it, make it live in one step and read it back; or leave the live site as it was."""
    if removal is not None and not removal.strip():
        session.refuse("misuse.no_reason")
    publish_now(session, replace(order_of(session, as_of, read_back), dry_run=dry_run, removal=removal))

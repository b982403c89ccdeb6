"""What the commands share that change what is live: where to read back, how to say what came of it."""

import sys
from datetime import datetime
from typing import NoReturn

import click

from lantian.build import THEME
from lantian.cli.misuse import bad_value
from lantian.cli.moments import read_clock
from lantian.cli.progress import stages
from lantian.cli.session import Session
from lantian.publication.order import Order, Publication
from lantian.publishing.failure import PublishingFailedError

FAILED = 3
NONE = "none"
_SCHEMES = ("http://", "https://")
_SHOWN = 5


class Address(click.ParamType[str]):
    """Where the live site is read back: an address, or `none` for the disk alone."""

    name = "address"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the address with a slash at its end, or an empty text."""
        given = str(value)
        if given in {NONE, ""}:
            return ""
        if not given.startswith(_SCHEMES):
            raise bad_value(ctx, param, "misuse.address", given=given)
        return f"{given.rstrip('/')}/"


read_back_option = click.option(
    "--read-back", type=Address(), metavar="ADDRESS",
    help="Where to read the live site back; the site's own address if absent, none for the disk alone.",
)  # fmt: skip


def order_of(session: Session, as_of: datetime | None, read_back: str | None) -> Order:
    """Return what is to be published where."""
    refuse_output_in_content(session)
    return Order(
        content=session.content_folder,
        theme=THEME,
        output=session.output,
        now=read_clock(),
        as_of=as_of,
        address=read_back,
    )


def refuse_output_in_content(session: Session) -> None:
    """End the command if the output folder lies inside the content folder, where everything is read."""
    if session.output.resolve().is_relative_to(session.content_folder.resolve()):
        session.refuse("failed.inside_content", folder=str(session.output))


def publish_now(session: Session, order: Order) -> None:
    """Publish, and say what came of it; ends the command with exit code 3 if the earlier site stays."""
    from lantian.publication.publish import publish  # noqa: PLC0415 - brings all pages; other commands need none

    try:
        with stages(session) as tell:
            done = publish(order, tell)
    except PublishingFailedError as failure:
        fail(session, failure)
    else:
        tell_publication(session, order, done)


def fail(session: Session, failure: PublishingFailedError) -> NoReturn:
    """Say in one sentence why the earlier site stays, and end the command with exit code 3."""
    session.tell_aside("publish.failed", reason=session.words(f"publish_failed.{failure.key}", **failure.fields))
    sys.exit(FAILED)


def tell_publication(session: Session, order: Order, done: Publication) -> None:
    """Say what is live now, and what an operator should look at."""
    if done.later:
        session.tell("build.later", messages=", ".join(done.later))
    if done.heavy:
        session.tell("publish.heavy", pages=_few(done.heavy))
    if done.lost:
        session.tell("publish.lost", pages=_few(done.lost))
    key = "publish.dry_run" if order.dry_run else "publish.unchanged" if done.before == done.release else "publish.done"
    seconds = f"{sum(done.seconds.values()):.2f}"
    built = session.words("publish.nothing") if not done.built else _few(done.built)
    session.tell(key, release=done.release, built=built, sections=done.sections, seconds=seconds)


def _few(names: tuple[str, ...]) -> str:
    shown = ", ".join(names[:_SHOWN])
    return shown if len(names) <= _SHOWN else f"{shown} … ({len(names)})"

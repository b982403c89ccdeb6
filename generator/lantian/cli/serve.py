"""`lantian serve`: the site on this machine, built again on every change."""

import gc
import signal
import sys
from http.server import ThreadingHTTPServer

import click

from lantian.build import THEME
from lantian.cli.session import Session
from lantian.serving import builds, open_server, running


@click.command()
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes a free port.")
@click.pass_context
def serve(ctx: click.Context, port: int) -> None:
    """Build the site, serve it on this machine, and build it again on every change of content or theme."""
    session: Session = ctx.obj
    gc.enable()  # unlike every other command, this one stays
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job begins with it ignored
    try:
        with running(_server(session, port)) as address:
            _follow(ctx, session, address)
    except KeyboardInterrupt:
        session.tell("serve.stopped")


def _server(session: Session, port: int) -> ThreadingHTTPServer:
    try:
        return open_server(session.site, port)
    except OSError as error:
        session.refuse("serve.port_taken", port=port, reason=error.strerror or str(error))


def _follow(ctx: click.Context, session: Session, address: str) -> None:
    """Say after each build what is served now; end if there is nothing to serve."""
    first = True
    for code in builds((session.content_folder, THEME), _build_command(session)):
        if code and not session.site.is_dir():
            ctx.exit(code)
        if code:
            session.tell("serve.kept")
        if first or not code:
            session.tell("serve.address", address=address)
        first = False


def _build_command(session: Session) -> tuple[str, ...]:
    options = ("--content", session.content_folder, "--output", session.output, "--lang", session.language)
    return (sys.executable, "-m", "lantian", *map(str, options), "build")

"""Serves a built site on this machine as a strict web server would, and follows changes of its sources."""

import signal
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import Any

from watchfiles import watch

HOST = "127.0.0.1"
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
FINGERPRINTED = "/static/"
POLL_MILLISECONDS = 200
TYPES = {
    **SimpleHTTPRequestHandler.extensions_map,
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".csv": "text/csv; charset=utf-8",
    ".svg": "image/svg+xml",
    ".ics": "text/calendar; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/xml",
}


class StrictHandler(SimpleHTTPRequestHandler):
    """Answers with the strict headers, lists no folder, and shows the site's own page for what is not there."""

    extensions_map = TYPES
    server_version = "lantian"
    sys_version = ""

    def end_headers(self) -> None:
        """Add the strict headers to every answer; only files named by their hash may be kept."""
        for name, value in HEADERS.items():
            self.send_header(name, value)
        lasting = getattr(self, "path", "").startswith(FINGERPRINTED)
        self.send_header("Cache-Control", "max-age=31536000, immutable" if lasting else "no-cache")
        super().end_headers()

    def list_directory(self, path: Any) -> BytesIO | None:  # noqa: ANN401  # the library's own signature
        """Refuse: a folder without a page does not exist for readers."""
        del path
        self.send_error(HTTPStatus.NOT_FOUND)
        return None

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's 404.html where there is one; every other error as the library does."""
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", TYPES[".html"])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the library's own name
        """Say nothing: the terminal belongs to what changes."""


def open_server(folder: Path, port: int) -> ThreadingHTTPServer:
    """Return a server for a folder on this machine that waits to be run; port 0 takes a free one, OSError if taken."""
    return ThreadingHTTPServer((HOST, port), partial(StrictHandler, directory=str(folder)))


@contextmanager
def running(server: ThreadingHTTPServer) -> Iterator[str]:
    """Answer requests while the block runs; yields the address, ending with a slash."""
    with server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://{HOST}:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


def builds(folders: Sequence[Path], command: Sequence[str]) -> Iterator[int]:
    """Run a command at once and again after every change below the folders; yields each exit code, and never ends.

    A fresh process each time, because Pelican keeps state in its process. Watching begins before the first run, so that
    no change is lost while it builds. KeyboardInterrupt when the operator stops.
    """
    changes = watch(*folders, rust_timeout=POLL_MILLISECONDS, yield_on_timeout=True, raise_interrupt=True)
    next(changes)
    yield run(command)
    for changed in changes:
        if changed:
            yield run(command)


def run(command: Sequence[str]) -> int:
    """Run a command to its end and return its exit code; an interrupt reaches it once, and it may clean up."""
    with subprocess.Popen(command, start_new_session=True) as child:  # noqa: S603  # our own program
        try:
            return child.wait()
        except KeyboardInterrupt:
            child.send_signal(signal.SIGINT)
            child.wait()
            raise

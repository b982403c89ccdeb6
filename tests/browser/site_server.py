"""Serves a folder on this machine as a strict web server would: no page may need more than these headers allow."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread

from typing_extensions import override

SERVER_TIME = datetime.fromisoformat("2026-11-22T12:05:00+08:00")
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    # A page must never be judged by what an earlier test left in the browser.
    "Cache-Control": "no-store",
}


class StrictHandler(SimpleHTTPRequestHandler):
    """Answers with the strict headers, lists no folder, and says nothing on the console."""

    @override
    def end_headers(self) -> None:
        """Add the strict headers to every answer."""
        for name, value in HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    @override
    def date_time_string(self, timestamp: float | None = None) -> str:
        """Say the moment for which the site was built: its pages ask the server's clock whether they are late."""
        return super().date_time_string(SERVER_TIME.timestamp() if timestamp is None else timestamp)

    @override
    def list_directory(self, path: object) -> BytesIO | None:
        """Refuse: a folder without a page is a dead link."""
        self.send_error(HTTPStatus.NOT_FOUND)
        return None

    @override
    def log_message(self, format: str, *args: object) -> None:
        """Keep the test's output readable."""


class PatientServer(ThreadingHTTPServer):
    """Takes it calmly when a browser has gone before it was answered."""

    @override
    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a connection that was closed, and everything else."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


@contextmanager
def served(folder: Path, handler: type[SimpleHTTPRequestHandler] = StrictHandler) -> Iterator[str]:
    """Serve the folder on a free port; yields the address, ending with a slash."""
    with PatientServer(("127.0.0.1", 0), partial(handler, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()

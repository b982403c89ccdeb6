"""Serves a folder without any policy: Pagefind's WebAssembly does not start under the policy of our pages."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from typing_extensions import override


class PlainHandler(SimpleHTTPRequestHandler):
    """Answers afresh each time, and says nothing on the console."""

    protocol_version = "HTTP/1.1"

    @override
    def end_headers(self) -> None:
        """Keep browsers from keeping."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    @override
    def log_message(self, format: str, *args: object) -> None:
        """Keep the output readable."""


class PatientServer(ThreadingHTTPServer):
    """Takes it calmly when a browser has gone before it was answered."""

    @override
    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a connection that was closed, and everything else."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


@contextmanager
def plainly_served(folder: Path) -> Iterator[str]:
    """Serve the folder on a free port; yields the address, ending with a slash."""
    with PatientServer(("127.0.0.1", 0), partial(PlainHandler, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()

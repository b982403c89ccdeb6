"""Serves a folder without any policy: Pagefind's WebAssembly does not start under the policy of our pages."""

import sys
from contextlib import AbstractContextManager
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

from tests.bench.process import ROOT
from typing_extensions import override

sys.path.insert(0, str(ROOT / "tests" / "browser"))

from site_server import served


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


def plainly_served(folder: Path) -> AbstractContextManager[str]:
    """Serve the folder on a free port; yields the address, ending with a slash."""
    return served(folder, PlainHandler)

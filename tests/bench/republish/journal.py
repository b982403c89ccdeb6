"""The journal of our publications, read from outside: when a line is there, what it says."""

import json
from collections.abc import Callable
from pathlib import Path
from threading import Event
from time import perf_counter
from typing import Any

_STEP = 0.001
_paused = Event()


class JournalSilentError(Exception):
    """No publication came to its end in time, or it failed."""


class Journal:
    """Knows how far it was read."""

    def __init__(self, output: Path) -> None:
        """Remember the file; lines that are there already are passed over."""
        self._file = output / "journal.jsonl"
        self._read = self._size()

    def next_live(self, limit: float, alive: Callable[[], bool], message: str | None) -> tuple[float, dict[str, Any]]:
        """Wait for the publication that announces a message, any if none is named; return the moment and the line.

        The moment is perf_counter's. What `watch` publishes meanwhile because a check is due is passed over.
        JournalSilentError after `limit` seconds, if it failed, or if its process is gone (`alive` says no).
        """
        until = perf_counter() + limit
        while perf_counter() < until:
            running = alive()
            if self._size() > self._read:
                seen = perf_counter()
                line = self._line()
                if line is not None and line.get("outcome") == "failed":
                    raise JournalSilentError(json.dumps(line, ensure_ascii=False))
                if line is not None and (message is None or message in line.get("announced", ())):
                    return seen, line
            elif not running:
                break
            _paused.wait(_STEP)
        raise JournalSilentError("nothing went live")

    def _line(self) -> dict[str, Any] | None:
        """Take one whole line, None if it is still being written."""
        with self._file.open("rb") as file:
            file.seek(self._read)
            text = file.readline()
        if not text.endswith(b"\n"):
            return None
        self._read += len(text)
        line: dict[str, Any] = json.loads(text)
        return line

    def _size(self) -> int:
        try:
            return self._file.stat().st_size
        except FileNotFoundError:
            return 0

"""Sees that a file changed: at once by what the system tells, and now and then by looking, in case it did not tell."""

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event
from typing import Protocol

from watchfiles import Change
from watchfiles._rust_notify import RustNotify

from lantian.publication.inputs import folder_stamp
from lantian.watching.agenda import Seen
from lantian.watching.complete import is_complete

LOOK_SECONDS = 30.0
"""How often the files are looked at: a full queue of events, or a network drive, tells nothing."""
_STEP_MILLISECONDS = 5
"""Nothing changed for so long when a change is told: after a file was renamed into place that is long enough."""
_TOGETHER_MILLISECONDS = 50
_POLL_DELAY_MILLISECONDS = 300
_BLIND_SECONDS = 0.2

Identity = tuple[int, int]
"""Device and number of a folder."""


class Stop(Protocol):
    """Says that it is time to end."""

    def is_set(self) -> bool:
        """Tell whether it is."""


class Changes:
    """Changes below folders that may vanish, come back, or be exchanged for others by a rename."""

    def __init__(self, folders: Sequence[Path], stop: Stop, ticks: Callable[[], float]) -> None:
        """Begin to watch: what changes from now on is seen by the next `wait`."""
        self._folders = tuple(folder.absolute() for folder in folders)
        self._stop, self._ticks = stop, ticks
        self._watcher: RustNotify | None = None
        self._watched: tuple[Identity | None, ...] = ()
        self._roots: tuple[Path, ...] = ()
        self._looked = 0.0
        self._open()
        self._stamp = self._look()

    def wait(self, seconds: float) -> Seen:
        """Return as soon as something changed, with nothing after so many seconds or when it is time to end.

        It may return with nothing early.
        """
        if self._identities() != self._watched:
            self._open()
            self._stamp = self._look()
            return Seen.CHANGE
        if self._ticks() >= self._looked + LOOK_SECONDS:
            before, self._stamp = self._stamp, self._look()
            if self._stamp != before:
                return Seen.CHANGE
        return self._told(seconds)

    def _told(self, seconds: float) -> Seen:
        if self._watcher is None:
            Event().wait(min(seconds, _BLIND_SECONDS))
            return Seen.NOTHING
        span = max(1, round(seconds * 1000))  # 0 would mean: for ever
        told = self._watcher.watch(_TOGETHER_MILLISECONDS, _STEP_MILLISECONDS, span, self._stop)
        ours = [(kind, path) for kind, path in told if self._counts(path)] if isinstance(told, set) else []
        if not ours:
            return Seen.NOTHING
        return Seen.WHOLE if all(kind == Change.added and is_complete(path) for kind, path in ours) else Seen.CHANGE

    def _counts(self, name: str) -> bool:
        """Hidden files are never read, and editors keep their own in them."""
        path = Path(name)
        inside = next((path.relative_to(one) for one in self._roots if path.is_relative_to(one)), path)
        return not any(step.startswith(".") for step in inside.parts)

    def _open(self) -> None:
        """Watch the folders that are there now; one that goes meanwhile is found missing by the next wait."""
        self.close()
        self._watched = self._identities()
        there = [folder for folder, known in zip(self._folders, self._watched, strict=True) if known]
        self._roots = tuple(dict.fromkeys((*there, *(folder.resolve() for folder in there))))
        if not there:
            return
        names = [str(folder) for folder in there]
        try:
            self._watcher = RustNotify(names, False, False, _POLL_DELAY_MILLISECONDS, True, True)  # noqa: FBT003 - theirs
        except FileNotFoundError:
            self._watched = ()

    def _identities(self) -> tuple[Identity | None, ...]:
        """Return what tells each folder from another one of the same name, None for one that is not there."""
        return tuple(_identity(folder) for folder in self._folders)

    def _look(self) -> str | None:
        self._looked = self._ticks()
        try:
            return folder_stamp(*self._folders)
        except OSError:  # a file went while we looked
            return None

    def close(self) -> None:
        """Watch nothing any more."""
        if self._watcher is not None:
            self._watcher.close()
            self._watcher = None


def _identity(folder: Path) -> Identity | None:
    try:
        facts = folder.stat()
    except OSError:
        return None
    return facts.st_dev, facts.st_ino

"""How long each stage of a publication takes."""

from collections.abc import Callable
from time import perf_counter

Tell = Callable[[str], None]
"""Hears the name of each stage as it begins: read, plan, render, verify, seal, switch, read_back, collect."""
_DIGITS = 4


class Stages:
    """Adds up seconds by stage; a stage that begins ends the one before it, and one may come back."""

    def __init__(self, tell: Tell) -> None:
        """Begin nothing yet."""
        self._tell = tell
        self._told: set[str] = set()
        self._stage: str | None = None
        self._since = 0.0
        self._seconds: dict[str, float] = {}

    def begin(self, stage: str) -> None:
        """End the stage before, and begin this one; it is told the first time."""
        self.end()
        self._stage, self._since = stage, perf_counter()
        if stage not in self._told:
            self._told.add(stage)
            self._tell(stage)

    def end(self) -> dict[str, float]:
        """End the stage that runs, and return the seconds of all."""
        if self._stage is not None:
            self._seconds[self._stage] = self._seconds.get(self._stage, 0.0) + perf_counter() - self._since
            self._stage = None
        return self.seconds

    @property
    def seconds(self) -> dict[str, float]:
        """Return the seconds of the stages that have ended."""
        return {stage: round(seconds, _DIGITS) for stage, seconds in self._seconds.items()}

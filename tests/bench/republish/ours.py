"""Our own publications, driven from outside: `lantian publish` as a fresh process, `lantian watch` as a running one."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

from tests.bench.process import ROOT
from tests.bench.republish.journal import Journal, JournalSilentError
from tests.bench.republish.messages import Chain
from tests.bench.republish.peak import peak_of

COMMAND = str(Path(sys.executable).with_name("lantian"))
_LIMIT = 1_800.0
_PATIENCE = 20


@dataclass(frozen=True, slots=True)
class Change:
    """One publication: seconds from the rename to the read-back, by stage, and the sections that were built."""

    seconds: float
    stages: dict[str, float]
    built: tuple[str, ...]
    until_exit: float | None = None
    peak: int = 0
    """Bytes of all its processes together; 0 if not looked at."""


@dataclass(slots=True)
class Ours:
    """A content folder and the output folder that it is published into."""

    content: Path
    output: Path
    chain: Chain
    log: Path

    def publish(self, *, change: bool = True, weigh: bool = False) -> Change:
        """Publish in a fresh process, after the next message was renamed into the content if there is a change."""
        message = self.chain.prepare() if change else None
        journal = Journal(self.output)
        with self.log.open("wb") as log:
            started = perf_counter()
            key = None if message is None else self.chain.put(message)
            process = subprocess.Popen(
                [*self._command("publish"), "--read-back", "none"], cwd=ROOT, stdout=log, stderr=log
            )
            with peak_of(process.pid, weigh=weigh) as peak:
                live, line = self.await_live(journal, process, key)
                process.wait()
        return Change(
            live - started, line["seconds"], tuple(line["built"]), perf_counter() - started, peak.bytes
        )  # fmt: skip

    @contextmanager
    def watching(self) -> Iterator["Watching"]:
        """Run `lantian watch` until the block ends; it has published once when the block begins."""
        journal = Journal(self.output)
        with self.log.open("wb") as log:
            key = self.chain.add()
            process = subprocess.Popen(self._command("watch"), cwd=ROOT, stdout=log, stderr=log)
            try:
                self.await_live(journal, process, key)
                watching = Watching(self, process, journal)
                watching.change()  # the first one pays for what is imported late
                yield watching
            finally:
                process.terminate()
                try:
                    process.wait(_PATIENCE)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()

    def await_live(
        self, journal: Journal, process: "subprocess.Popen[bytes]", message: str | None
    ) -> tuple[float, dict[str, Any]]:
        """Wait for a process to publish a message; RuntimeError with what it said if it does not."""
        try:
            return journal.next_live(_LIMIT, lambda: process.poll() is None, message)
        except JournalSilentError as silent:
            raise RuntimeError(f"{silent}\n{self.log.read_text('utf-8', 'replace')[-2000:]}") from silent

    def _command(self, name: str) -> list[str]:
        return [COMMAND, "--content", str(self.content), "--output", str(self.output), name]


@dataclass(frozen=True, slots=True)
class Watching:
    """A running `lantian watch`."""

    ours: Ours
    process: "subprocess.Popen[bytes]"
    journal: Journal

    def change(self) -> Change:
        """Rename the next message into the content and wait until it is live and read back."""
        message = self.ours.chain.prepare()
        started = perf_counter()
        key = self.ours.chain.put(message)
        live, line = self.ours.await_live(self.journal, self.process, key)
        return Change(live - started, line["seconds"], tuple(line["built"]))


def can_watch() -> bool:
    """Tell whether the command has `watch`."""
    told = subprocess.run([COMMAND, "watch", "--help"], cwd=ROOT, capture_output=True, check=False)
    return told.returncode == 0

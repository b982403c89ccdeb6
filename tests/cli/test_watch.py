"""`lantian watch` as a duty office runs it: a process that publishes by itself, survives mistakes, and ends well."""

import json
import os
import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.cli.calls import COMMAND, Call, replace_in
from tests.publishing.small_site import small_content

from lantian.cli.session import Session
from lantian.cli.watch_words import failure_sentence
from lantian.model.text import Text
from lantian.problems import Problem
from lantian.watching.outcome import BadContent, BadTheme, Failed

SECONDS = 120
TEXT = Text(zh="错了", en="this is wrong")


@dataclass
class Watching:
    """A running `lantian watch`."""

    process: subprocess.Popen[str]
    content: Path
    output: Path
    supervisor: socket.socket

    def read_until(self, words: str) -> str:
        """Return the first line that holds the words; fails if the command ends before it says them."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if words in line:
                return line
        raise AssertionError(words)

    def heard(self, state: str) -> None:
        """Wait until the supervisor hears a state."""
        while self.supervisor.recv(4096).decode() != state:
            pass

    @property
    def live(self) -> str:
        """Return the live release."""
        told = json.loads((self.output / "current" / "release.json").read_bytes())
        return str(told["release"])


@pytest.fixture
def watching(tmp_path: Path) -> Iterator[Watching]:
    """Return the command over the small city, started as systemd starts it; it is killed at the end."""
    content, output = small_content(tmp_path), tmp_path / "output"
    for message in (content / "bulletins").rglob("*.yaml"):
        message.unlink()
    command = [
        *COMMAND,
        "--content",
        str(content),
        "--output",
        str(output),
        "--lang",
        "en",
        "watch",
        "--read-back",
        "none",
    ]
    with ExitStack() as stack:
        supervisor = stack.enter_context(socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM))
        supervisor.bind(str(tmp_path / "notify"))
        supervisor.settimeout(SECONDS)
        env = {**os.environ, "NOTIFY_SOCKET": str(tmp_path / "notify")}
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=env, start_new_session=True
        )
        stack.enter_context(process)
        stack.callback(process.kill)
        yield Watching(process, content, output, supervisor)


def test_a_duty_night(watching: Watching) -> None:
    """It publishes at the start and at a change, keeps the site over a mistake that it tells once, and ends well."""
    watching.heard("READY=1")
    watching.read_until("live: release")
    first = watching.live
    place = watching.content / "places" / "sample.yaml"
    replace_in(place, "hotline:", "hotlin:")
    assert "content/places/sample.yaml:" in watching.read_until("not published")
    assert watching.live == first
    replace_in(place, "hotlin:", "hotline:")
    watching.read_until("all is well again")
    watching.content.rename(watching.content.with_name("away"))
    watching.read_until("no such content folder")
    watching.content.with_name("away").rename(watching.content)
    watching.read_until("all is well again")
    assert watching.live == first
    replace_in(place, "12369", "12345")
    assert "sample" in watching.read_until("live: release")
    assert watching.live != first
    watching.heard("WATCHDOG=1")
    watching.process.send_signal(signal.SIGTERM)
    watching.heard("STOPPING=1")
    watching.read_until("stopped watching")
    assert watching.process.wait(SECONDS) == 0
    assert not list(watching.output.rglob(".new-*"))


def test_ctrl_c_ends_what_was_begun(watching: Watching) -> None:
    """Stopped right after the start, the command ends well and leaves nothing unfinished behind."""
    watching.heard("READY=1")
    os.killpg(watching.process.pid, signal.SIGINT)
    watching.read_until("stopped watching")
    assert watching.process.wait(SECONDS) == 0
    assert not list(watching.output.rglob(".new-*"))


@pytest.mark.parametrize(
    ("failure", "words"),
    [
        (BadContent((Problem("content/a.yaml", 3, 5, TEXT, TEXT),)), ("content/a.yaml:3:5: this is wrong",)),
        (
            BadContent((Problem("content/a.yaml", 3, 5, TEXT, TEXT),) * 4),
            ("content/a.yaml:3:5: this is wrong", "3 more", "lantian check"),
        ),
        (BadTheme("theme/a.html", 7, "unexpected '%'"), ("theme/a.html:7:", "unexpected '%'")),
        (
            Failed("system", {"reason": "No space left on device", "file": "output/x"}),
            ("the earlier site is still live", "No space left on device", "output/x"),
        ),
    ],
)
def test_a_failure_is_one_line(failure: BadContent | BadTheme | Failed, words: tuple[str, ...]) -> None:
    """Whatever stops a publication is one line that says where, what, and what to do."""
    session = Session(Path("content"), Path("output"), "en")
    line = failure_sentence(session, failure)
    assert "\n" not in line
    assert all(word in line for word in words)
    assert "\n" not in failure_sentence(Session(Path("content"), Path("output"), "zh"), failure)


def test_an_output_inside_the_content_is_refused(lantian: Call, content: Path) -> None:
    """What is published must not lie where it is read; the command ends with 2 before it waits."""
    done = lantian("--output", str(content / "out"), "watch")
    assert done.exit_code == 2
    assert done.stderr.count("\n") == 1

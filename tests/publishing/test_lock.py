"""One publisher at a time; a dead one holds nothing."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.publishing.fake_site import BEGIN, live_tree, order, plan_of, publish

from lantian.publishing.failure import PublishingFailedError
from lantian.publishing.journal import read_lines
from lantian.publishing.lock import owner, publishing_alone

NOW = BEGIN.isoformat()
HOLD = """
import sys
from pathlib import Path
from lantian.publishing.lock import publishing_alone
with publishing_alone(Path(sys.argv[1]), "2026-11-22T12:00:00+08:00"):
    print("held", flush=True)
    sys.stdin.read()
"""


def holder(lock: Path) -> "subprocess.Popen[str]":
    """Return a process that holds the lock until its input ends."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(lock)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_the_owner_is_named(tmp_path: Path) -> None:
    """Who holds the lock stands in the file: process, host, since when; when it is over nothing stands there."""
    lock = tmp_path / "publish.lock"
    with publishing_alone(lock, NOW) as dead:
        assert dead is None
        told = json.loads(lock.read_text("utf-8"))
        assert (told["pid"], told["since"]) == (os.getpid(), NOW)
        assert told["host"]
        assert int(told["started"]) > 0
    assert lock.read_bytes() == b""
    assert owner(lock) == {"pid": "?", "host": "?", "since": "?"}


def test_the_second_publisher_is_told_who_holds_it(tmp_path: Path) -> None:
    """Two at once: the second waits in vain, names the first, and touches nothing; afterwards it goes through."""
    publish(tmp_path, plan_of(0))
    before = live_tree(tmp_path)
    with holder(tmp_path / "publish.lock") as first:
        with pytest.raises(PublishingFailedError) as failed:
            publish(tmp_path, plan_of(1))
        assert (failed.value.key, failed.value.fields["pid"]) == ("locked", first.pid)
        assert live_tree(tmp_path) == before
        first.communicate()
    assert publish(tmp_path, plan_of(1)).before == "r0-0"


def test_the_second_publisher_waits_a_little(tmp_path: Path) -> None:
    """If the first ends in time, the second goes on by itself."""
    publish(tmp_path, plan_of(0))
    first = holder(tmp_path / "publish.lock")
    assert first.stdin is not None
    first.stdin.close()
    assert publish(tmp_path, plan_of(1), order(tmp_path, wait=30)).release == "r1-0"
    first.wait()
    assert first.stdout is not None
    first.stdout.close()


def test_a_dead_owner_is_taken_over(tmp_path: Path) -> None:
    """A publisher killed while it holds the lock stops nobody; the journal names it."""
    publish(tmp_path, plan_of(0))
    with holder(tmp_path / "publish.lock") as first:
        first.send_signal(signal.SIGKILL)
        first.wait()
    assert json.loads((tmp_path / "publish.lock").read_text("utf-8"))["pid"] == first.pid
    publish(tmp_path, plan_of(1))
    taken = [line["owner"]["pid"] for line in read_lines(tmp_path / "journal.jsonl") if line["outcome"] == "taken_over"]
    assert taken == [first.pid]

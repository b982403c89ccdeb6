"""Five hundred switches under eight readers through a real nginx: never an error, never a page of another time."""

import json
import multiprocessing
import os
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread

import pytest
from tests.deploy.web_server import HOST, SECONDS, get, nginx
from tests.publishing.fake_site import live_tree, plan_of, publish

from lantian.publishing.collect import KEPT_RELEASES
from lantian.publishing.journal import went_live
from lantian.publishing.output import Output
from lantian.publishing.release import read_release

MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it
SWITCHES = 500
READERS = 8
NEWS_EVERY = 50
"""How many switches go by until a release announces a message, so that it must be kept."""
VERSION = re.compile(rb"east (\d+)")
WAYS: dict[str, Callable[[bytes], int]] = {
    "/zh/": lambda body: int(_found(body)),
    "/en/east/": lambda body: int(_found(body)),
    "/data/east/status.json": lambda body: int(json.loads(body)["version"]),
    "/release.json": lambda body: int(json.loads(body)["release"].removeprefix("r").partition("-")[0]),
}
"""What is read, and how it names the version that it belongs to."""


def _found(body: bytes) -> bytes:
    found = VERSION.search(body)
    assert found, body
    return found[1]


FORKED = multiprocessing.get_context("fork")


class Times:
    """Which version was the last to be begun, and which the last to be finished; two processes see it."""

    def __init__(self) -> None:
        """Begin with the version that lies there."""
        self.begun = FORKED.Value("i", 0)
        self.finished = FORKED.Value("i", 0)


def publish_all(output: Path, times: Times) -> None:
    """Publish one version after the other."""
    for version in range(1, SWITCHES + 1):
        times.begun.value = version
        publish(output, plan_of(version, messages=version // NEWS_EVERY))
        times.finished.value = version


@dataclass
class Reader:
    """Reads one way after another until it is told to stop; keeps what it saw wrong."""

    port: int
    times: Times
    first: int
    stop: Event = field(default_factory=Event)
    statuses: Counter[int] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def run(self) -> None:
        """Read on one connection, as browsers do."""
        connection = HTTPConnection(HOST, self.port, timeout=SECONDS)
        ways = list(WAYS.items())
        number = self.first
        while not self.stop.is_set():
            way, version = ways[number % len(ways)]
            number += 1
            oldest = self.times.finished.value
            connection.request("GET", way)
            answer = connection.getresponse()
            body = answer.read()
            newest = self.times.begun.value
            self.statuses[answer.status] += 1
            if answer.status != 200 or not oldest <= version(body) <= newest:
                self.wrong.append(f"{way}: {answer.status}, not of {oldest} to {newest}: {body[:80]!r}")
        connection.close()


@dataclass(frozen=True)
class Night:
    """What the readers saw, and the output folder after all."""

    output: Path
    readers: list[Reader]
    port: int


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return a folder in memory where there is one: how long a busy disk takes to delete is not what is tested."""
    if os.access(MEMORY, os.W_OK):
        with TemporaryDirectory(dir=MEMORY) as found:
            yield Path(found)
    else:
        yield tmp_path_factory.mktemp("switches")


@pytest.fixture(scope="module")
def night(folder: Path) -> Iterator[Night]:
    """Publish five hundred times while eight readers read without a pause."""
    output, times = folder / "output", Times()
    publish(output, plan_of(0, messages=0))
    with nginx(output, folder / "nginx") as port:
        publisher = FORKED.Process(target=publish_all, args=(output, times))
        publisher.start()
        readers = [Reader(port, times, number) for number in range(READERS)]
        threads = [Thread(target=reader.run) for reader in readers]
        for thread in threads:
            thread.start()
        publisher.join()
        for reader in readers:
            reader.stop.set()
        for thread in threads:
            thread.join()
        assert publisher.exitcode == 0
        yield Night(output, readers, port)


def test_readers_get_nothing_but_answers(night: Night) -> None:
    """Every request of every reader is answered with 200, several times as many as there were switches."""
    statuses = sum((reader.statuses for reader in night.readers), Counter())
    assert set(statuses) == {200}
    assert statuses[200] > 2 * SWITCHES
    assert all(reader.statuses[200] > 0 for reader in night.readers)


def test_no_page_is_of_another_time(night: Night) -> None:
    """What a page, a data file or release.json names was live during the request: not before, not after."""
    assert [wrong for reader in night.readers for wrong in reader.wrong] == []


def test_the_last_version_is_served(night: Night) -> None:
    """Right after the last switch every way leads to it: nothing is remembered by the server."""
    assert {version(get(night.port, way).body) for way, version in WAYS.items()} == {SWITCHES}


def test_nothing_is_lost_from_the_archive(night: Night) -> None:
    """The journal tells of each switch in order; releases that announced a message, and the last ones, are whole."""
    output = Output(night.output)
    names = [plan_of(version).id for version in range(SWITCHES + 1)]
    assert list(went_live(output.journal)) == names
    kept = {*names[NEWS_EVERY::NEWS_EVERY], *names[-KEPT_RELEASES:]}
    assert len(kept) > KEPT_RELEASES
    for name in kept:
        told = read_release(output.release(name))
        assert told is not None
        assert all(output.section(section).is_dir() for section in told["sections"].values())
        assert all(path.exists() for path in output.release(name).rglob("*"))
    assert len(live_tree(night.output)) > 10


def test_what_nobody_needs_is_collected(night: Night) -> None:
    """The output does not grow with every switch."""
    releases = [path for path in Output(night.output).releases.iterdir() if not path.name.startswith(".")]
    assert len(releases) <= KEPT_RELEASES + SWITCHES // NEWS_EVERY + 2

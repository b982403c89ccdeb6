"""What a supervisor such as systemd hears of us."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from lantian.watching.service import Supervisor


@pytest.fixture
def ear(tmp_path: Path) -> Iterator[socket.socket]:
    """Return a socket that listens as systemd does."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind(str(tmp_path / "notify"))
        listening.settimeout(10)
        yield listening


def test_it_hears_each_state(ear: socket.socket) -> None:
    """Ready, alive, a status of one line, stopping: a datagram each."""
    supervisor = Supervisor(ear.getsockname())
    supervisor.ready()
    supervisor.alive()
    supervisor.status("live:\nrelease 阳泉")
    supervisor.stopping()
    heard = [ear.recv(1000).decode() for _ in range(4)]
    assert heard == ["READY=1", "WATCHDOG=1", "STATUS=live: release 阳泉", "STOPPING=1"]


def test_abstract_sockets() -> None:
    """A name that begins with @ stands for one that lies in no folder."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind("\0lantian-test-notify")
        listening.settimeout(10)
        Supervisor("@lantian-test-notify").ready()
        assert listening.recv(100) == b"READY=1"


@pytest.mark.parametrize("address", ["", "/nowhere/at/all"])
def test_nobody_listens(address: str) -> None:
    """Started by hand, or with a supervisor that has gone, nothing happens."""
    Supervisor(address).ready()

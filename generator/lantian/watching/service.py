"""What the service manager hears of us (sd_notify): a line of text on a socket, nothing where there is none."""

import os
import socket
from contextlib import suppress


class Supervisor:
    """Tells systemd, or whoever set NOTIFY_SOCKET, how we are; `address` is empty where nobody listens."""

    def __init__(self, address: str) -> None:
        """Remember where to write; a name that begins with @ is one of Linux's abstract sockets."""
        self._address = f"\0{address[1:]}" if address.startswith("@") else address

    @classmethod
    def of_environment(cls) -> "Supervisor":
        """Return the one that the environment names."""
        return cls(os.environ.get("NOTIFY_SOCKET", ""))

    def tell(self, *lines: str) -> None:
        """Send lines such as `READY=1`; a manager that does not listen is no reason to stop."""
        if not self._address:
            return
        with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as way:
            way.settimeout(1.0)
            way.sendto("\n".join(lines).encode(), self._address)

    def ready(self) -> None:
        """Say that we watch."""
        self.tell("READY=1")

    def alive(self) -> None:
        """Say that we are not stuck; called about once a second, which is cheap."""
        self.tell("WATCHDOG=1")

    def status(self, words: str) -> None:
        """Show one line in `systemctl status`."""
        self.tell(f"STATUS={' '.join(words.split())}")

    def stopping(self) -> None:
        """Say that we end."""
        self.tell("STOPPING=1")

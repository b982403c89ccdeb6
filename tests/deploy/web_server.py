"""A real nginx over an output folder, with the very site file of the repository; only its root and port are others."""

import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from os import geteuid
from pathlib import Path

DEPLOY = Path(__file__).resolve().parents[2] / "deploy"
SITE_FILE = DEPLOY / "nginx" / "lantian.conf"
HOST = "127.0.0.1"
SECONDS = 30
MAIN = """
{user}
worker_processes 2;
pid {prefix}/nginx.pid;
error_log {prefix}/error.log;
events {{ worker_connections 128; }}
http {{
    access_log off;
    client_body_temp_path {prefix}/body;
    proxy_temp_path {prefix}/proxy;
    fastcgi_temp_path {prefix}/fastcgi;
    uwsgi_temp_path {prefix}/uwsgi;
    scgi_temp_path {prefix}/scgi;
    include {prefix}/lantian.conf;
}}
"""


@dataclass(frozen=True)
class Answer:
    """An answer of the server; names of headers in small letters."""

    status: int
    headers: dict[str, str]
    body: bytes


def program() -> str:
    """Return nginx; a user's PATH on Debian lacks its folder."""
    found = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
    assert found, "these tests need nginx; on Debian: apt-get install nginx-light (`make test` does it as root)"
    return found


def site_file(root: Path, port: int) -> str:
    """Return the site file of the repository for another root and port."""
    text = SITE_FILE.read_text("utf-8")
    for here, there in (
        ("listen 80;", f"listen {HOST}:{port};"),
        ("listen [::]:80;", ""),
        ("root /var/lib/lantian/current;", f"root {root};"),
    ):
        assert text.count(f"\n    {here}\n") == 1, here
        text = text.replace(here, there)
    return text


@contextmanager
def nginx(output: Path, prefix: Path) -> Iterator[int]:
    """Serve `output/current` while the block runs; yields the port, which is bound when the block begins."""
    prefix.mkdir()
    port = _free_port()
    (prefix / "lantian.conf").write_text(site_file(output / "current", port), "utf-8")
    user = "user root;" if geteuid() == 0 else ""
    (prefix / "nginx.conf").write_text(MAIN.format(prefix=prefix, user=user), "utf-8")
    command = [program(), "-p", str(prefix), "-c", str(prefix / "nginx.conf"), "-e", str(prefix / "error.log")]
    _run([*command, "-t"])
    _run(command)
    try:
        yield port
    finally:
        _run([*command, "-s", "stop"])


def get(port: int, way: str, method: str = "GET", **headers: str) -> Answer:
    """Return the answer to one request."""
    connection = HTTPConnection(HOST, port, timeout=SECONDS)
    connection.request(method, way, headers=headers)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, body)


def _run(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)
    assert done.returncode == 0, done.stderr


def _free_port() -> int:
    with socket.socket() as free:
        free.bind((HOST, 0))
        port: int = free.getsockname()[1]
        return port

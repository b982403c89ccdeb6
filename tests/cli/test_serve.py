"""`lantian serve` shows the site with strict headers, builds it on change, and keeps the old one when it can not."""

import signal
import socket
import subprocess
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPResponse
from pathlib import Path

import pytest
from tests.cli.calls import COMMAND, Call, replace_in, unmeasured

from lantian.serving import HEADERS, HOST, open_server, run, running

SECONDS = 120
ADDRESS = "http://"


@pytest.fixture
def serving(content: Path, output: Path) -> Iterator[subprocess.Popen[str]]:
    """Return the running command; it is stopped by Ctrl-C at the end."""
    command = [*COMMAND, "--content", str(content), "--output", str(output), "--lang", "en", "serve", "--port", "0"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=unmeasured()
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def read_until(process: subprocess.Popen[str], words: str) -> str:
    """Return the first line that holds the words; fails if the command ends before it says them."""
    assert process.stdout is not None
    for line in process.stdout:
        if words in line:
            return line
    raise AssertionError(words)


def get(address: str) -> HTTPResponse:
    """Return the answer at an address."""
    answer = urllib.request.urlopen(address, timeout=SECONDS)  # noqa: S310  # our own server
    assert isinstance(answer, HTTPResponse)
    return answer


def test_the_site_follows_its_content(serving: subprocess.Popen[str], content: Path) -> None:
    """Broken content is named and the page stays; mended content is built again; Ctrl-C ends it well."""
    line = read_until(serving, ADDRESS)
    address = next(word for word in line.split() if word.startswith(ADDRESS))
    place = content / "places" / "yangquan.yaml"
    with closing(get(f"{address}en/yangquan/")) as answer:
        assert "Yangquan" in answer.read().decode()
    replace_in(place, 'code: "140300"', 'code: "14"')
    assert "places/yangquan.yaml:" in read_until(serving, "places/yangquan.yaml:")
    read_until(serving, "still shown")
    with closing(get(f"{address}en/yangquan/")) as answer:
        assert answer.status == 200
    replace_in(place, 'code: "14"', 'code: "140300"')
    read_until(serving, ADDRESS)
    serving.send_signal(signal.SIGINT)
    assert "stopped" in read_until(serving, "stopped")
    assert serving.wait(SECONDS) == 0


def test_ctrl_c_while_building_leaves_nothing_behind(serving: subprocess.Popen[str], output: Path) -> None:
    """Stopped in the middle of a build, the command ends well and no unfinished folder stays."""
    read_until(serving, "writing the pages")
    serving.send_signal(signal.SIGINT)
    read_until(serving, "stopped")
    assert serving.wait(SECONDS) == 0
    assert {path.name for path in output.iterdir()} <= {"site"}


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    """Return the address at which a tiny site is served."""
    folder = tmp_path / "site"
    (folder / "zh").mkdir(parents=True)
    (folder / "static").mkdir()
    (folder / "index.html").write_text("front")
    (folder / "404.html").write_text("not here")
    (folder / "static" / "site.0123456789.css").write_text("a{}")
    with running(open_server(folder, 0)) as address:
        yield address


def test_every_answer_is_strict(site: str) -> None:
    """Pages carry the strict headers and are asked for again each time; files named by their hash may be kept."""
    with closing(get(site)) as answer:
        assert {name: answer.headers[name] for name in HEADERS} == HEADERS
        assert answer.headers["Cache-Control"] == "no-cache"
        assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
        assert "python" not in (answer.headers["Server"] or "").lower()
    with closing(get(f"{site}static/site.0123456789.css")) as answer:
        assert "immutable" in answer.headers["Cache-Control"]


@pytest.mark.parametrize("address", ["nothing", "zh/", "../etc/passwd", "%2e%2e/%2e%2e/etc/passwd"])
def test_what_is_not_there_gets_the_sites_own_page(site: str, address: str) -> None:
    """A missing page, a folder without one and a way out of the site get 404.html, strict as every page."""
    with pytest.raises(urllib.error.HTTPError) as missing:
        get(f"{site}{address}")
    with closing(missing.value) as answer:
        assert answer.code == 404
        assert answer.read() == b"not here"
        assert answer.headers["Content-Security-Policy"] == HEADERS["Content-Security-Policy"]


def test_nothing_can_be_sent(site: str) -> None:
    """The site takes no data, and says so with the strict headers too."""
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(site, data=b"x", timeout=SECONDS)  # noqa: S310  # our own server
    with closing(refused.value) as answer:
        assert answer.code == 501
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_taken_port_is_one_sentence(lantian: Call) -> None:
    """A port that somebody else uses ends with 2 and one sentence, before anything is built."""
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        done = lantian("serve", "--port", str(taken.getsockname()[1]))
    assert done.exit_code == 2
    assert done.stderr.count("\n") == 1
    assert "--port 0" in done.stderr


def test_nothing_to_serve_ends_with_the_builds_exit_code(lantian: Call, content: Path) -> None:
    """If the first build fails and there is no earlier site, the command ends with 1."""
    (content / "site.yaml").unlink()
    assert lantian("serve", "--port", "0").exit_code == 1


def test_a_command_tells_its_exit_code() -> None:
    """A build in a process of its own is waited for."""
    assert run([*COMMAND, "--lang", "fr"]) == 2
